import Containers
import EcosystemModel

/// The sheet that lists what there is to tell about a workbook: cause by cause, each with links to its cells.
struct MessageSheet {
  /// What the sheet is called; where somebody has a sheet of that name, a number follows.
  private static let name = "ecomap messages"
  private static let headers = ["severity", "cells", "place", "message", "rule"]

  /// Where a message leads, as Excel writes it, such as `'JSC members'!C14`; empty if it leads nowhere.
  let target: (Diagnostic) -> String

  /// Whether a sheet of this name is ours, and no table.
  static func isOurs(_ name: String) -> Bool { name.lowercased().hasPrefix(Self.name) }

  /// Puts the sheet behind all others, or in the place of the one that an earlier run put there.
  func put(
    _ diagnostics: [Diagnostic], in book: inout WorkbookPatch, of workbook: inout WorkbookFile,
    _ styles: inout StylePatch
  ) throws(ReadError) {
    let entries = workbook.entries
    for entry in entries where Self.isOurs(entry.name) {
      let sheet = try workbook.sheet(entry)
      let headers = sheet.rows.first.map { sheet.cells[$0.cells].map { sheet.text(of: $0.value) } }
      if headers == Self.headers {
        return book.set(entry.part, to: document(diagnostics, &styles, book.standard))
      }
    }
    let part = book.freePath("xl/worksheets/sheet", ".xml")
    book.set(part, to: document(diagnostics, &styles, book.standard))
    try book.declare(
      part: part,
      as: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")
    let link = try book.link(book.book, to: part, type: "worksheet")
    var (spans, patch) = try book.opened(book.book, depth: 2, orElse: "<workbook/>")
    guard let list = spans.first("sheets", depth: 1) else { return }
    let sheets = spans.children(of: list, named: "sheet")
    let numbers = sheets.compactMap { patch.value("sheetId", of: $0).flatMap { Int($0) } }
    let name = Workbook.sheetName(Self.name, among: entries.map(\.name))
    patch.append(
      "<\(list.prefix)sheet xmlns:r=\"\(book.standard.links)\" name=\"\(name)\" sheetId=\"\((numbers.max() ?? 0) + 1)\" r:id=\"\(link)\"/>",
      to: list)
    book.set(book.book, to: patch.document)
  }

  private func document(
    _ diagnostics: [Diagnostic], _ styles: inout StylePatch, _ standard: WorkbookPatch.Standard
  ) -> [UInt8] {
    let bold = styles.style(.init(font: .bold))
    let link = styles.style(.init(font: .link))
    let wrapped = styles.style(.init(isWrapped: true))
    var rows = [Self.headers.map { ($0, bold) }]
    var levels = [0]
    var links = ""
    func add(_ diagnostic: Diagnostic, count: Int?, level: Int) {
      let place = target(diagnostic)
      levels.append(level)
      rows.append([
        (
          diagnostic.severity.rawValue,
          styles.style(.init(severity: level == 0 ? diagnostic.severity : nil))
        ),
        (count.map(String.init) ?? "", wrapped),
        (
          place.isEmpty ? diagnostic.location?.description ?? "" : place,
          place.isEmpty ? wrapped : link
        ),
        (diagnostic.message, wrapped), (diagnostic.rule, wrapped),
      ])
      if !place.isEmpty {
        links += "<hyperlink ref=\"C\(rows.count)\" location=\"\(XMLText.escaped(place))\"/>"
      }
    }
    for group in DiagnosticGroup.groups(of: diagnostics, few: 1) {
      add(group.first, count: group.others.count + 1, level: 0)
      for other in group.others { add(other, count: nil, level: 1) }
    }
    if diagnostics.isEmpty {
      rows.append([("", 0), ("", 0), ("", 0), ("Nothing to mend.", wrapped)])
      levels.append(0)
    }
    let cells = rows.enumerated().map { Self.row($0 + 1, $1, level: levels[$0]) }
    let document =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"\(standard.main)\">"
      + "<sheetPr><outlinePr summaryBelow=\"0\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\" outlineLevelRow=\"1\"/>"
      + Self.columns + "<sheetData>\(cells.joined())</sheetData>"
      + (links.isEmpty ? "" : "<hyperlinks>\(links)</hyperlinks>") + "</worksheet>"
    return Array(document.utf8)
  }

  private static var columns: String {
    let widths = [10, 8, 28, 90, 24].enumerated().map {
      "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" width=\"\($1)\" customWidth=\"1\"/>"
    }
    return "<cols>\(widths.joined())</cols>"
  }

  private static func row(_ number: Int, _ cells: [(text: String, style: Int)], level: Int)
    -> String
  {
    let markup = cells.enumerated().map { index, cell in
      let start =
        "<c r=\"\(SheetPatch.reference(row: number, column: index + 1))\" s=\"\(cell.style)\""
      if cell.text.isEmpty { return "\(start)/>" }
      if index == 1, let count = Int(cell.text) { return "\(start)><v>\(count)</v></c>" }
      // Excel holds 32767 letters in a cell.
      return
        "\(start) t=\"inlineStr\">\(SheetPatch.inline(String(cell.text.prefix(30_000))))</c>"
    }
    let outline = level > 0 ? " outlineLevel=\"\(level)\"" : ""
    return "<row r=\"\(number)\"\(outline)>\(markup.joined())</row>"
  }
}
