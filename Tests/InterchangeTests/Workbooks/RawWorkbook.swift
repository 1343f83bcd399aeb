import Containers

@testable import Interchange

/// A workbook put together part by part, as programs other than ours write them, or as nobody should.
struct RawWorkbook {
  /// The XML of each sheet's `sheetData` and what follows it, by the sheet's name.
  var sheets: [(name: String, xml: String)] = []
  var sharedStrings: [String] = []
  /// Number format codes of the styles 1, 2, …; style 0 is plain.
  var formatCodes: [String] = []
  var is1904 = false
  /// Names of sheets that are hidden.
  var hidden: Set<String> = []
  /// Parts beside, or instead of, those a workbook has.
  var parts: [(name: String, text: String)] = []
  /// Further lines of the workbook's relationships.
  var relationships = ""

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// The bytes of the archive.
  var bytes: [UInt8] {
    var all: [(name: String, text: String)] = [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id='r' Type='\(Self.office)/officeDocument' Target='/xl/workbook.xml'/></Relationships>"
      ),
      ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", links), ("xl/styles.xml", styles),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns='\(Self.main)'>" + sharedStrings.map { "<si>\($0)</si>" }.joined() + "</sst>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      all.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<?xml version='1.0' encoding='UTF-8'?><x:worksheet xmlns:x='\(Self.main)'>\(sheet.xml)</x:worksheet>"
        ))
    }
    for part in parts {
      all.removeAll { $0.name == part.name }
      all.append(part)
    }
    return Self.archive(all.map { ($0.name, Array($0.text.utf8)) })
  }

  private var book: String {
    let entries = sheets.enumerated().map { index, sheet in
      let state = hidden.contains(sheet.name) ? " state='hidden'" : ""
      return
        "<sheet name=\"\(XMLText.escaped(sheet.name))\" sheetId='\(index + 1)'\(state) r:id='s\(index + 1)'/>"
    }
    return
      "<workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'><workbookPr date1904='\(is1904 ? 1 : 0)'/>"
      + "<sheets>\(entries.joined())</sheets></workbook>"
  }

  private var links: String {
    let entries = sheets.indices.map {
      "<Relationship Id='s\($0 + 1)' Type='\(Self.office)/worksheet' Target='worksheets/sheet\($0 + 1).xml'/>"
    }
    return "<Relationships>\(entries.joined())"
      + "<Relationship Id='t' Type='\(Self.office)/sharedStrings' Target='sharedStrings.xml'/>"
      + "<Relationship Id='u' Type='\(Self.office)/styles' Target='styles.xml'/>\(relationships)</Relationships>"
  }

  private var styles: String {
    let formats = formatCodes.enumerated().map {
      "<numFmt numFmtId='\(164 + $0)' formatCode=\"\(XMLText.escaped($1))\"/>"
    }
    let cells = formatCodes.indices.map { "<xf numFmtId='\(164 + $0)'/>" }
    return "<styleSheet xmlns='\(Self.main)'><numFmts>\(formats.joined())</numFmts>"
      + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
      + "<cellXfs><xf numFmtId='0'/>\(cells.joined())</cellXfs></styleSheet>"
  }

  /// A row of inline texts.
  static func row(_ number: Int, _ texts: String..., attributes: String = "") -> String {
    let cells = texts.enumerated().map { index, text in
      text.isEmpty
        ? ""
        : "<x:c r='\(UnicodeScalar(UInt8(65 + index)))\(number)' t='inlineStr'><x:is><x:t>\(XMLText.escaped(text))</x:t></x:is></x:c>"
    }
    return "<x:row r='\(number)' \(attributes)>\(cells.joined())</x:row>"
  }

  /// A zip archive with these files in it.
  static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    (try? ZipArchive.packed(files.map { .init(name: $0.name, bytes: $0.bytes) })) ?? []
  }
}

/// Reads a dataset from one workbook.
func read(_ workbook: RawWorkbook, options: ReadOptions = .init()) throws -> Dataset {
  try Dataset.read(files: [("roster.xlsx", workbook.bytes)], options: options)
}
