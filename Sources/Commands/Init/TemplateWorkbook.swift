import EcosystemModel
import Interchange

/// A workbook to fill in: a sheet per table with explained headers, lists to choose from, and the rows of the example.
enum TemplateWorkbook {
  /// Rows that the lists to choose from cover.
  private static let lastRow = 2000

  /// The whole workbook, a guide first.
  static var workbook: Workbook { Workbook([guide] + TableName.byHand.map(sheet)) }

  private static var guide: Workbook.Sheet {
    func line(_ text: String, _ role: Workbook.Role = .plain) -> [Workbook.Cell] {
      [.init(.text(text), role: role, isWrapped: role == .plain)]
    }
    var rows = [line("A workbook for ecomap", .title), []]
    rows += introduction.map { line($0) }
    rows += [
      [], [.init(.text("sheet"), role: .header), .init(.text("what a row is"), role: .header)],
    ]
    for table in TableName.byHand {
      let meaning = table.meaning.filter { $0 != "`" }
      rows.append([.init(.text(table.rawValue)), .init(.text(meaning), isWrapped: true)])
    }
    var sheet = Workbook.Sheet(name: "guide", rows: rows)
    sheet.widths = [70, 90]
    return sheet
  }

  private static let introduction = [
    "Replace the rows in italics, which are invented, with your own. Sheets and columns you do not need can be deleted; those with a dark header are required.",
    "Point at a header to read what its column says. Arrows in cells offer lists; most of them take other words as well.",
    "Dates are 2019, 2019-03 or 2019-03-29; until is the first day on which something no longer holds. Lists in one cell have a bar between their elements: Aurora Pharma|Borealis Digital.",
    "Columns of your own are kept: maps can be filtered, grouped and coloured by them.",
    "Then: ecomap check FILE.xlsx --annotate checked.xlsx says what is wrong, and ecomap map FILE.xlsx -o map.svg draws it.",
  ]

  private static func sheet(of table: TableName) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: table.rawValue)
    let example = ExampleRows.text(of: table).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let contract = table.columns
    let own = (example.first ?? []).filter { name in !contract.contains { $0.name == name } }
    let headers = contract.map(\.name) + own
    sheet.rows = [
      headers.map { name in
        let isRequired = contract.contains { $0.name == name && $0.isRequired }
        return .init(.text(name), role: isRequired ? .requiredHeader : .header)
      }
    ]
    for row in example.dropFirst() {
      let values = Dictionary(zip(example[0], row), uniquingKeysWith: { first, _ in first })
      sheet.rows.append(headers.map { .init(value(values[$0] ?? ""), role: .example) })
    }
    sheet.widths = Workbook.widths(of: sheet.rows)
    sheet.frozenRows = 1
    sheet.filterRow = 0
    for (column, name) in headers.enumerated() {
      let declared = contract.first { $0.name == name }
      if declared?.isText == true { sheet.textColumns.insert(column) }
      sheet.comments.append(
        .init(row: 0, column: column, text: explanation(of: name, in: table, contract)))
      if let declared, let (source, isClosed) = ColumnChoices.source(of: declared, in: table) {
        sheet.choices.append(
          .init(column: column, rows: 1...lastRow, source: source, isClosed: isClosed))
      }
    }
    return sheet
  }

  private static func value(_ text: String) -> Workbook.Value {
    guard let number = Double(text), !text.hasPrefix("0") || text.count == 1 || text.hasPrefix("0.")
    else { return text.isEmpty ? .empty : .text(text) }
    return .number(number)
  }

  private static func explanation(
    of name: String, in table: TableName, _ contract: [ContractColumn]
  ) -> String {
    guard let column = contract.first(where: { $0.name == name }) else {
      return "A column of your own; there may be any number of them."
    }
    let meaning = TemplateGuide.meaning(of: column, in: table).filter { $0 != "`" }
    return (column.isRequired ? "Required. " : "") + meaning
      + (column.isList ? ". Several have a | between them" : "") + "."
  }
}
