import EcosystemModel

/// The text of one cell and where it stands.
struct Cell {
  /// The text without padding; empty where the cell is empty or missing.
  var text: String
  /// The line on which the cell starts, counted from 1; 0 where the cell is missing.
  var line: Int32
  /// The field of its record, or the character on its line in structured text, counted from 1.
  var column: Int32

  static let missing = Cell(text: "", line: 0, column: 0)
}

/// A grid of cells under headers, whatever file it came from.
struct Table {
  /// Where a row stands.
  struct RowPosition {
    /// The line on which it starts.
    var line: Int32
    /// The row a spreadsheet shows for it, where that is not the line; otherwise 0.
    var spreadsheetRow: Int32
  }

  /// The file as the user named it.
  var file: String
  /// The sheet, in a workbook.
  var sheet: String?
  /// The headers, without padding.
  var headers: [Cell] = []
  /// All cells, row after row, each row as wide as the headers; none where they are cut out of ``records``.
  var cells: [Cell] = []
  /// The records of the file that the cells stand in, where none of them was changed.
  var records: CSVRecords?
  /// The place of each row.
  var rows = RowPlaces()
  /// Positions in `cells` that were written as a list of their own rather than split at `|`.
  var listCells: Set<Int> = []
  /// Whether numbers may have a comma for the decimal point, as spreadsheets write them beside `;`.
  var allowsDecimalComma = false
  /// Where rows come from that stand in other files or sheets.
  var origins = RowOrigins()

  init(file: String, sheet: String? = nil) {
    self.file = file
    self.sheet = sheet
  }

  var width: Int { headers.count }

  /// How many cells a table from a file of so many bytes may have.
  ///
  /// A short file can ask for very many empty cells by a wide header and short rows.
  static func cellLimit(forBytes count: Int) -> Int { 10_000_000 + 2 * count }

  /// The diagnostic for a table beyond the limit.
  static func tooWide(file: String, sheet: String? = nil, width: Int) -> Diagnostic {
    Diagnostic(
      severity: .error, rule: "table.size",
      message:
        "the table has \(width) columns, nearly all of them empty, and too many rows for that; "
        + "remove the columns that are not needed",
      location: Location(file: file, sheet: sheet))
  }

  /// The cell of a row under a header.
  func cell(row: Int, column: Int) -> Cell {
    guard let records else { return cells[row * width + column] }
    var fields: [CSVField] = []
    let reader = records.read(row, line: rows[row].line, into: &fields)
    return Self.cell(column, of: fields, reader)
  }

  func text(row: Int, column: Int) -> String { cell(row: row, column: column).text }

  private static func cell(
    _ column: Int, of fields: [CSVField], _ reader: CSVReader
  ) -> Cell {
    guard column < fields.count else { return .missing }
    let field = fields[column]
    return Cell(
      text: reader.text(of: field), line: field.line, column: Int32(column + 1))
  }

  /// Cuts all cells out of their records, so that they can be changed.
  mutating func cutAll() {
    guard let records else { return }
    cells.reserveCapacity(rows.count * width)
    var fields: [CSVField] = []
    for (row, place) in rows.enumerated() {
      let reader = records.read(row, line: place.line, into: &fields)
      for column in 0..<width { cells.append(Self.cell(column, of: fields, reader)) }
    }
    self.records = nil
  }

  /// The place of a cell, or of its row where the cell is missing.
  func location(row: Int, column: Int?) -> Location {
    let place = rows[row]
    let found = column.map { cell(row: row, column: $0) }
    let isMissing = found.map { $0.line == 0 } ?? true
    let origin = origins[row, column.map { row * width + $0 }] ?? (file, sheet)
    return Location(
      file: origin.file, sheet: origin.sheet,
      line: Int(isMissing ? place.line : found?.line ?? place.line),
      column: isMissing ? nil : found.map { Int($0.column) },
      spreadsheetRow: place.spreadsheetRow == 0 ? nil : Int(place.spreadsheetRow))
  }

  /// The place of a header.
  func location(ofHeader column: Int) -> Location {
    Location(
      file: file, sheet: sheet, line: Int(max(1, headers[column].line)),
      column: Int(headers[column].column))
  }

  /// Makes the empty cells of a column repeat the cell above.
  mutating func fillDown(column: Int) {
    cutAll()
    var carried = ""
    for row in rows.indices {
      let position = row * width + column
      if cells[position].text.isEmpty { cells[position].text = carried }
      carried = cells[position].text
    }
  }
}
