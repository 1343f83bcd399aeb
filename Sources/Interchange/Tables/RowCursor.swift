import EcosystemModel

/// The cells of one row of a table at a time, for whoever goes through all rows.
struct RowCursor {
  private let cells: [Cell]
  private let width: Int
  private let places: RowPlaces
  private let starts: [UInt32]
  /// Reads rows of a file whose cells are not cut out yet.
  private var reader: CSVReader
  private let isCut: Bool
  private var fields: [CSVField] = []
  private var base = 0
  private var row: Int?

  init(_ table: Table) {
    cells = table.cells
    width = table.width
    places = table.rows
    starts = table.records?.starts ?? []
    reader = table.records?.reader ?? CSVReader(bytes: [], file: "")
    isCut = table.records == nil
  }

  /// Goes to a row.
  mutating func move(to row: Int) {
    guard self.row != row else { return }
    self.row = row
    base = row * width
    if !isCut { reader.read(at: Int(starts[row]), line: places[row].line, into: &fields) }
  }

  /// Whether the cell of a column is empty or missing.
  func isEmpty(_ column: Int) -> Bool {
    guard !isCut else { return cells[base + column].text.isEmpty }
    return column >= fields.count || reader.isBlank(fields[column])
  }

  /// The text of a column's cell.
  func text(_ column: Int) -> String {
    guard !isCut else { return cells[base + column].text }
    return column < fields.count ? reader.text(of: fields[column]) : ""
  }
}
