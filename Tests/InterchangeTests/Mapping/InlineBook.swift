import EcosystemModel

@testable import Interchange

/// A workbook of tables in the test, read as `import` reads one.
struct InlineBook {
  let mapping: WorkbookMapping
  let mapped: MappedBook
  let dataset: Dataset

  /// Takes sheets by their names; rows without text are left out, as in a workbook, and cells of `spans` are merged over columns.
  init(
    _ sheets: [(name: String, rows: [[String]])],
    spans: [(row: Int, columns: ClosedRange<Int>)] = []
  ) {
    var book = RawBook(path: "x.xlsx")
    for (name, rows) in sheets {
      var sheet = RawSheet(name: name, file: "x.xlsx", sheet: name)
      for (line, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
        sheet.rows.append(row.map { $0.isEmpty ? nil : RawCell(text: $0) })
        sheet.lines.append(Int32(line + 1))
        sheet.spreadsheetRows.append(0)
      }
      if book.sheets.isEmpty { sheet.spans = spans }
      book.sheets.append(sheet)
    }
    mapping = BookRecognition(book).mapping
    mapped = MappedBook(book, mapping)
    dataset = Dataset(mapped, path: "x.xlsx", options: .init(), mapping: nil)
  }

  var ecosystem: Ecosystem { dataset.ecosystem }

  var people: [String] { ecosystem.people.map(\.name).sorted() }

  /// Who sits where as what.
  var seats: [String] {
    ecosystem.memberships.map { seat in
      [
        ecosystem.name(of: .person(seat.person)), ecosystem.name(of: .committee(seat.committee)),
        seat.role.rawValue,
      ].joined(separator: ", ")
    }.sorted()
  }

  /// Whether every cell is used, left out with a reason or asked about.
  var isAccountedFor: Bool {
    let counts = mapped.ledger.counts
    return counts.used + counts.ignored + counts.asked == counts.all
  }
}
