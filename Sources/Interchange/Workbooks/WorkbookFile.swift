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
  private var parts: OfficeParts
  private var strings: [String] = []
  private var formats = NumberFormats()
  private var is1904 = false

  /// Opens the workbook in a file's bytes, and refuses what is none or asks for too much.
  static func open(_ bytes: [UInt8], file: String) throws(ReadError) -> WorkbookFile {
    var workbook = Self(try OfficeParts.open(bytes, file: file))
    try workbook.readIndex()
    return workbook
  }

  private init(_ parts: consuming OfficeParts) { self.parts = parts }

  /// Reads the cells of a sheet.
  mutating func sheet(_ entry: Entry) throws(ReadError) -> WorkbookSheet {
    guard let bytes = try parts.text(entry.part) else {
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
    if let other = WorkbookRefusal.otherKind(parts.names, file: parts.file) { throw other }
    let book = try parts.bookPath()
    guard let bytes = try parts.text(book) else {
      throw WorkbookRefusal.noWorkbook(parts.file, "it is a zip archive, but has no workbook in it")
    }
    let targets = try parts.links(of: book)
    if targets.contains(where: { $0.type == "externalLink" })
      || parts.names.contains(where: { $0.contains("/externalLinks/") })
    {
      throw WorkbookRefusal.externalLinks(parts.file)
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
                part: target.part))
          }
        case .end, .text: break
        case .finish: break reading
        }
      }
      if let target = targets.first(where: { $0.type == "sharedStrings" }),
        let bytes = try parts.text(target.part)
      {
        strings = try SharedStrings.read(bytes)
      }
      if let target = targets.first(where: { $0.type == "styles" }),
        let bytes = try parts.text(target.part)
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

  private func damaged(_ reason: String) -> ReadError {
    WorkbookRefusal.noWorkbook(parts.file, reason)
  }
}
