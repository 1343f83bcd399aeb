import Containers
import EcosystemModel

/// A workbook: which sheets it has, and their cells on request.
struct WorkbookFile: ~Copyable {
  /// A sheet by its name.
  struct Entry {
    let name: String
    let isHidden: Bool
    let part: String
  }

  private(set) var entries: [Entry] = []
  private let file: String
  private var archive: ZipArchive
  private var strings: [String] = []
  private var formats = NumberFormats()
  private var is1904 = false

  /// Opens the workbook in a file's bytes, and refuses what is none or asks for too much.
  static func open(_ bytes: [UInt8], file: String) throws(ReadError) -> WorkbookFile {
    if bytes.starts(with: WorkbookRefusal.compoundFileMark) {
      throw WorkbookRefusal.compoundFile(bytes, file: file)
    }
    var workbook = Self(try archive(bytes, file: file), file: file)
    try workbook.readIndex()
    return workbook
  }

  private init(_ archive: consuming ZipArchive, file: String) {
    self.archive = archive
    self.file = file
  }

  private static func archive(_ bytes: [UInt8], file: String) throws(ReadError) -> ZipArchive {
    do throws(ZipFault) {
      return try ZipArchive(bytes)
    } catch {
      throw WorkbookRefusal.error(error, file: file)
    }
  }

  /// Reads the cells of a sheet.
  mutating func sheet(_ entry: Entry) throws(ReadError) -> WorkbookSheet {
    guard let bytes = try part(entry.part) else {
      throw damaged("it lists the sheet \"\(entry.name)\" but does not hold it")
    }
    var sheet = WorkbookSheet(name: entry.name)
    sheet.isHidden = entry.isHidden
    sheet.is1904 = is1904
    do {
      return try SheetReader.read(bytes, into: sheet, strings: strings, formats: formats)
    } catch {
      throw damaged("in the sheet \"\(entry.name)\", \(error.message)")
    }
  }

  private mutating func readIndex() throws(ReadError) {
    if let other = WorkbookRefusal.otherKind(archive.names, file: file) { throw other }
    let book = try bookPath()
    guard let bytes = try part(book) else {
      throw WorkbookRefusal.noWorkbook(file, "it is a zip archive, but has no workbook in it")
    }
    let folder = String(book[..<(book.lastIndex(of: "/") ?? book.startIndex)])
    let targets = try relationships(of: book)
    if targets.contains(where: { $0.type == "externalLink" })
      || archive.names.contains(where: { $0.contains("/externalLinks/") })
    {
      throw WorkbookRefusal.externalLinks(file)
    }
    do {
      var scanner = XMLScanner(bytes)
      reading: while true {
        switch try scanner.next() {
        case .start:
          if scanner.name == "workbookPr" {
            let flag = scanner.attribute("date1904")
            is1904 = flag == "1" || flag == "true"
          } else if scanner.name == "sheet", let id = scanner.attribute("id"),
            let target = targets.first(where: { $0.id == id }), target.type == "worksheet"
          {
            let state = scanner.attribute("state") ?? "visible"
            entries.append(
              Entry(
                name: scanner.attribute("name") ?? "", isHidden: state != "visible",
                part: Self.path(target.path, in: folder)))
          }
        case .end, .text: break
        case .finish: break reading
        }
      }
      if let target = targets.first(where: { $0.type == "sharedStrings" }),
        let bytes = try part(Self.path(target.path, in: folder))
      {
        strings = try SharedStrings.read(bytes)
      }
      if let target = targets.first(where: { $0.type == "styles" }),
        let bytes = try part(Self.path(target.path, in: folder))
      {
        formats = try NumberFormats(bytes)
      }
    } catch let error as ReadError {
      throw error
    } catch let fault as XMLFault {
      throw damaged(fault.message)
    } catch {
      throw damaged("it cannot be read")
    }
  }

  private struct Target {
    let id: String
    /// The last word of the relationship's type, the same in the transitional and the strict standard.
    let type: String
    let path: String
  }

  private mutating func bookPath() throws(ReadError) -> String {
    let main = try relationships(of: "").first { $0.type == "officeDocument" }
    return main.map { Self.path($0.path, in: "") } ?? "xl/workbook.xml"
  }

  private mutating func relationships(of part: String) throws(ReadError) -> [Target] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let bytes = try self.part("\(folder)_rels/\(name).rels") else { return [] }
    var targets: [Target] = []
    do throws(XMLFault) {
      var scanner = XMLScanner(bytes)
      while true {
        switch try scanner.next() {
        case .start where scanner.name == "Relationship":
          targets.append(
            Target(
              id: scanner.attribute("Id") ?? "",
              type: String((scanner.attribute("Type") ?? "").split(separator: "/").last ?? ""),
              path: scanner.attribute("Target") ?? ""))
        case .start, .end, .text: break
        case .finish: return targets
        }
      }
    } catch {
      throw damaged(error.message)
    }
  }

  /// A part of the archive as UTF-8.
  private mutating func part(_ path: String) throws(ReadError) -> [UInt8]? {
    do throws(ZipFault) {
      guard let bytes = try archive.bytes(of: path) else { return nil }
      do throws(TextEncoding.Fault) {
        return try TextEncoding.utf8(bytes)
      } catch {
        throw ZipFault.damaged(path)
      }
    } catch {
      throw WorkbookRefusal.error(error, file: file)
    }
  }

  /// The path of a target as the archive has it.
  private static func path(_ target: String, in folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = parts.popLast() } else if step != "." { parts.append(step) }
    }
    return parts.joined(separator: "/")
  }

  private func damaged(_ reason: String) -> ReadError {
    WorkbookRefusal.noWorkbook(file, reason)
  }
}
