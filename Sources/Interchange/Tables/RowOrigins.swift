/// From which files and sheets the rows of a table come, where they come from several.
struct RowOrigins {
  private var places: [(file: String, sheet: String?)] = []
  private var rows: [Int32] = []
  /// Cells that stand elsewhere than the others of their row, by their position.
  private var cells: [Int: Int32] = [:]

  /// Notes where the row appended last comes from.
  mutating func add(file: String, sheet: String?, besides table: Table) {
    if places.isEmpty { places = [(table.file, table.sheet)] }
    rows.append(place(file, sheet))
  }

  /// Notes where a cell of that row comes from, which stands elsewhere.
  mutating func add(file: String, sheet: String?, ofCell position: Int) {
    cells[position] = place(file, sheet)
  }

  private mutating func place(_ file: String, _ sheet: String?) -> Int32 {
    if let known = places.lastIndex(where: { $0.file == file && $0.sheet == sheet }) {
      return Int32(known)
    }
    places.append((file, sheet))
    return Int32(places.count - 1)
  }

  /// Where a row comes from; `nil` if all rows come from the table's own sheet.
  subscript(row: Int, cell: Int?) -> (file: String, sheet: String?)? {
    guard places.count > 1, rows.indices.contains(row) else { return nil }
    return places[Int(cell.flatMap { cells[$0] } ?? rows[row])]
  }
}
