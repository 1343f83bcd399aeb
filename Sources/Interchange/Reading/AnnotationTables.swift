import EcosystemModel

/// The tables of a dataset that is no workbook, as sheets, and where the places in its files are in them.
struct AnnotationTables {
  /// The tables as sheets, every cell a text.
  private(set) var workbook = Workbook()
  private let tables: [Table]

  /// Takes the tables of a dataset.
  init(_ dataset: Dataset) {
    let named = dataset.sources.tables
    tables = named.map { entry in
      var table = entry.table
      table.cutAll()
      return table
    }
    for (name, table) in zip(named.map(\.name), tables) {
      var sheet = Workbook.Sheet(name: name.rawValue)
      sheet.rows = [table.headers.map { .init(.text($0.text), role: .header) }]
      for row in table.rows.indices {
        sheet.rows.append((0..<table.width).map { .init(.text(table.text(row: row, column: $0))) })
      }
      sheet.widths = Workbook.widths(of: sheet.rows)
      sheet.frozenRows = 1
      sheet.filterRow = 0
      workbook.sheets.append(sheet)
    }
  }

  /// Where in the sheets the places of messages are.
  func places(of diagnostics: [Diagnostic]) -> [Location: WorkbookAnnotation.Place] {
    let wanted = Dictionary(
      grouping: Set(diagnostics.compactMap(\.location)), by: { Row($0.file, $0.sheet, $0.line) })
    var places: [Location: WorkbookAnnotation.Place] = [:]
    for (sheet, table) in zip(workbook.sheets, tables) {
      for location in wanted[Row(table.file, table.sheet, nil)] ?? [] {
        places[location] = .init(sheet: sheet.name)
      }
      for column in table.headers.indices {
        let header = table.location(ofHeader: column)
        for location in wanted[Row(header.file, header.sheet, header.line)] ?? []
        where location.column == header.column {
          places[location] = .init(sheet: sheet.name, row: 1, column: column + 1)
        }
      }
      for row in table.rows.indices {
        add(row, of: table, sheet.name, wanted, to: &places)
      }
    }
    return places
  }

  private struct Row: Hashable {
    let file: String
    let sheet: String?
    let line: Int?

    init(_ file: String, _ sheet: String?, _ line: Int?) {
      (self.file, self.sheet, self.line) = (file, sheet, line)
    }
  }

  private func add(
    _ row: Int, of table: Table, _ sheet: String, _ wanted: [Row: [Location]],
    to places: inout [Location: WorkbookAnnotation.Place]
  ) {
    let start = table.location(row: row, column: nil)
    for location in wanted[Row(start.file, start.sheet, start.line)] ?? []
    where places[location] == nil {
      places[location] = .init(sheet: sheet, row: row + 2)
    }
    // Cells of one record may stand on several lines.
    for column in 0..<table.width {
      let cell = table.location(row: row, column: column)
      guard let others = wanted[Row(cell.file, cell.sheet, cell.line)] else { continue }
      for location in others where location.column == cell.column && cell.column != nil {
        places[location] = .init(sheet: sheet, row: row + 2, column: column + 1)
      }
    }
  }
}
