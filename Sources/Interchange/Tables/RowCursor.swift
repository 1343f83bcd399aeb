/// The cells of one row of a table at a time, for whoever goes through all rows.
struct RowCursor {
  private let cells: [Cell]
  private let width: Int
  private let places: [Table.RowPosition]
  private let starts: [UInt32]
  /// Reads rows of a file whose cells are not cut out yet.
  private var reader: CSVReader?
  private var fields: [CSVField] = []
  private var base = 0
  private var row: Int?

  init(_ table: Table) {
    cells = table.cells
    width = table.width
    places = table.rows
    starts = table.records?.starts ?? []
    reader = table.records?.reader
  }

  /// Goes to a row.
  mutating func move(to row: Int) {
    guard self.row != row else { return }
    self.row = row
    base = row * width
    reader?.read(at: Int(starts[row]), line: places[row].line, into: &fields)
  }

  /// Whether the cell of a column is empty or missing.
  func isEmpty(_ column: Int) -> Bool {
    guard let reader else { return cells[base + column].text.isEmpty }
    return column >= fields.count || reader.isBlank(fields[column])
  }

  /// The text of a column's cell.
  func text(_ column: Int) -> String {
    guard let reader else { return cells[base + column].text }
    return column < fields.count ? reader.text(of: fields[column]) : ""
  }

  /// Shows the bytes of a column's cell where they are its whole text, and plain ASCII at both ends; `nil` elsewhere.
  func withPlainBytes<Result>(_ column: Int, _ body: (borrowing Span<UInt8>) -> Result?) -> Result?
  {
    guard let reader, column < fields.count, reader.isPlain(fields[column]) else { return nil }
    let field = fields[column]
    return body(reader.bytes.span.extracting(field.start..<field.end))
  }
}
