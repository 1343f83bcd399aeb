import EcosystemModel

/// Lays mapped rows out as tables, with the places of the cells that they come from.
enum TableAssembly {
  static func tables(of rows: [MappedRow], in book: RawBook) -> [TableName: Table] {
    Dictionary(grouping: rows, by: \.table).mapValues { table($0, in: book) }
  }

  private static func table(_ rows: [MappedRow], in book: RawBook) -> Table {
    let name = rows[0].table
    var own: [String] = []
    var used: Set<String> = []
    for row in rows {
      for cell in row.cells {
        if !cell.isOwn {
          used.insert(cell.column)
        } else if !own.contains(cell.column) {
          own.append(cell.column)
        }
      }
    }
    let contract = name.columns.map(\.name).filter { used.contains($0) }
    let columns = contract.map { (name: $0, isOwn: false) } + own.map { (name: $0, isOwn: true) }
    let first = book.sheets[rows[0].sheet]
    var table = Table(file: first.file, sheet: first.sheet)
    table.headers = columns.enumerated().map { index, column in
      let place = rows.first { row in
        row.cells.contains { $0.column == column.name && $0.isOwn == column.isOwn && $0.row != nil }
      }
      let cell = place?.cells.first { $0.column == column.name && $0.isOwn == column.isOwn }
      return Cell(
        text: title(column, contract),
        line: place.map { row in
          cell?.row.map { book.sheets[cell?.sheet ?? row.sheet].lines[$0] } ?? 1
        } ?? 1,
        column: Int32((cell?.position ?? index) + 1))
    }
    for row in rows { append(row, columns, to: &table, in: book) }
    return table
  }

  /// An own column may not bear the name of one of the contract's.
  private static func title(_ column: (name: String, isOwn: Bool), _ contract: [String]) -> String {
    guard column.isOwn else { return column.name }
    let key = ColumnName.normalized(column.name)
    return contract.contains { ColumnName.normalized($0) == key }
      ? "\(column.name) (own)" : column.name
  }

  private static func append(
    _ row: MappedRow, _ columns: [(name: String, isOwn: Bool)], to table: inout Table,
    in book: RawBook
  ) {
    let sheet = book.sheets[row.sheet]
    table.rows.append(
      .init(line: sheet.lines[row.row], spreadsheetRow: sheet.spreadsheetRows[row.row]))
    table.origins.add(file: sheet.file, sheet: sheet.sheet, besides: table)
    for column in columns {
      guard
        let cell = row.cells.first(where: { $0.column == column.name && $0.isOwn == column.isOwn })
      else {
        table.cells.append(.missing)
        continue
      }
      let source = cell.sheet.map { book.sheets[$0] } ?? sheet
      if cell.sheet != nil {
        table.origins.add(file: source.file, sheet: source.sheet, ofCell: table.cells.count)
      }
      table.cells.append(
        Cell(
          text: cell.text, line: cell.row.map { source.lines[$0] } ?? 0,
          column: Int32((cell.position ?? -1) + 1)))
    }
  }
}
