import EcosystemModel

/// One row of a contract's table on its way out of a sheet.
struct MappedRow {
  /// A cell with where it stands in the sheet.
  struct Cell {
    let column: String
    var text: String
    /// Where its text stands; `nil` for what no cell holds.
    var row: Int?
    var position: Int?
    /// Whether it is a column of the user's own.
    var isOwn = false
    /// What numbers of its column are counted in, where the mapping says so.
    var unit: String?
    /// The sheet in which it stands, where that is not the row's.
    var sheet: Int?
  }

  let table: TableName
  /// The position of the sheet in the book, and of the row in the sheet.
  let sheet: Int
  var row: Int
  var cells: [Cell] = []
  /// Whether its name is made of another's, so that it is there only if something else names it.
  var isMade = false

  subscript(column: String) -> String? {
    get { cells.first { !$0.isOwn && $0.column == column }?.text }
    set {
      guard let newValue else { return cells.removeAll { !$0.isOwn && $0.column == column } }
      if let place = cells.firstIndex(where: { !$0.isOwn && $0.column == column }) {
        cells[place].text = newValue
      } else {
        cells.append(Cell(column: column, text: newValue, row: nil, position: nil))
      }
    }
  }

  /// The row as that of a sheet whose rows and columns were exchanged.
  var turned: MappedRow {
    var result = self
    for place in cells.indices {
      (result.cells[place].row, result.cells[place].position) = (
        cells[place].position, cells[place].row
      )
    }
    result.row = result.cells.compactMap(\.row).min() ?? 0
    return result
  }
}
