import EcosystemModel

/// Puts rows of named cells together into a table under the union of their names.
struct TableBuilder {
  private(set) var table: Table
  private var columns: [String: Int] = [:]
  private var rows: [(line: Int32, cells: [(column: Int, cell: Cell)])] = []

  init(file: String, sheet: String? = nil) { table = Table(file: file, sheet: sheet) }

  /// Appends a row that starts on a line; of cells with the same name the first counts.
  mutating func append(_ cells: [(name: String, cell: Cell)], line: Int32) {
    var row: [(column: Int, cell: Cell)] = []
    for (name, cell) in cells where !cell.text.isEmpty {
      let key = ColumnName.normalized(name)
      let column = columns[key] ?? table.headers.count
      if column == table.headers.count {
        columns[key] = column
        table.headers.append(Cell(text: name, line: cell.line, column: cell.column))
      }
      if !row.contains(where: { $0.column == column }) { row.append((column, cell)) }
    }
    rows.append((line, row))
  }

  /// The table, or `nil` where it would have too many cells.
  consuming func finished(byteCount: Int) -> Table? {
    guard rows.count * table.width <= Table.cellLimit(forBytes: byteCount) else { return nil }
    table.cells = Array(repeating: .missing, count: rows.count * table.width)
    for (index, row) in rows.enumerated() {
      table.rows.append(.init(line: row.line, spreadsheetRow: 0))
      for (column, cell) in row.cells { table.cells[index * table.width + column] = cell }
    }
    return table
  }
}
