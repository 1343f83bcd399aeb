import Containers

/// The parts of a workbook's package, which link to one another.
struct OfficeParts: ~Copyable {
  /// A link from one part to another.
  struct Link {
    let id: String
    /// The last word of the link's type, the same in the transitional and the strict standard.
    let type: String
    /// The path of the part it leads to.
    let part: String
  }

  let file: String
  private var archive: ZipArchive

  /// Opens the package in a file's bytes, and refuses what is none or asks for too much.
  static func open(_ bytes: [UInt8], file: String) throws(ReadError) -> OfficeParts {
    if bytes.starts(with: WorkbookRefusal.compoundFileMark) {
      throw WorkbookRefusal.compoundFile(bytes, file: file)
    }
    do throws(ZipFault) {
      return Self(file: file, archive: try ZipArchive(bytes))
    } catch {
      throw WorkbookRefusal.error(error, file: file)
    }
  }

  private init(file: String, archive: consuming ZipArchive) {
    self.file = file
    self.archive = archive
  }

  /// The paths of the parts, in their order in the archive.
  var names: [String] { archive.names }

  /// A part as it is; `nil` if there is none at the path.
  mutating func bytes(_ path: String) throws(ReadError) -> [UInt8]? {
    do throws(ZipFault) {
      return try archive.bytes(of: path)
    } catch {
      throw WorkbookRefusal.error(error, file: file)
    }
  }

  /// A part as UTF-8; `nil` if there is none at the path.
  mutating func text(_ path: String) throws(ReadError) -> [UInt8]? {
    guard let bytes = try bytes(path) else { return nil }
    return try decoded(bytes, path)
  }

  /// The bytes of a part as UTF-8.
  func decoded(_ bytes: [UInt8], _ path: String) throws(ReadError) -> [UInt8] {
    do throws(TextEncoding.Fault) {
      return try TextEncoding.utf8(bytes)
    } catch {
      throw WorkbookRefusal.error(.damaged(path), file: file)
    }
  }

  /// The path of the part that lists the sheets.
  mutating func bookPath() throws(ReadError) -> String {
    try links(of: "").first { $0.type == "officeDocument" }?.part ?? "xl/workbook.xml"
  }

  /// The links of a part; those of the package itself where the path is empty.
  mutating func links(of part: String) throws(ReadError) -> [Link] {
    guard let bytes = try text(Self.linksPath(of: part)) else { return [] }
    return try links(in: bytes, of: part)
  }

  /// The links of a part in the text of its list.
  func links(in bytes: [UInt8], of part: String) throws(ReadError) -> [Link] {
    let folder = part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
    var links: [Link] = []
    do throws(XMLFault) {
      var scanner = XMLScanner(bytes)
      while true {
        switch try scanner.next() {
        case .start where scanner.name == "Relationship":
          links.append(
            Link(
              id: scanner.attribute("Id") ?? "",
              type: String((scanner.attribute("Type") ?? "").split(separator: "/").last ?? ""),
              part: Self.path(scanner.attribute("Target") ?? "", in: folder)))
        case .start, .end, .text: break
        case .finish: return links
        }
      }
    } catch {
      throw WorkbookRefusal.noWorkbook(file, error.message)
    }
  }

  /// The path of the part that lists the links of another.
  static func linksPath(of part: String) -> String {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    return "\(folder)_rels/\(name).rels"
  }

  /// The path of a target as the archive has it.
  private static func path(_ target: String, in folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = parts.popLast() } else if step != "." { parts.append(step) }
    }
    return parts.joined(separator: "/")
  }
}
