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
  /// All cells, row after row, each row as wide as the headers.
  var cells: [Cell] = []
  /// The place of each row.
  var rows: [RowPosition] = []
  /// Positions in `cells` that were written as a list of their own rather than split at `|`.
  var listCells: Set<Int> = []
  /// Whether numbers may have a comma for the decimal point, as spreadsheets write them beside `;`.
  var allowsDecimalComma = false

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

  func text(row: Int, column: Int) -> String { cells[row * width + column].text }

  /// The place of a cell, or of its row where the cell is missing.
  func location(row: Int, column: Int?) -> Location {
    let place = rows[row]
    let cell = column.map { cells[row * width + $0] }
    let isMissing = cell.map { $0.line == 0 } ?? true
    return Location(
      file: file, sheet: sheet, line: Int(isMissing ? place.line : cell?.line ?? place.line),
      column: isMissing ? nil : cell.map { Int($0.column) },
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
    var carried = ""
    for row in rows.indices {
      let position = row * width + column
      if cells[position].text.isEmpty { cells[position].text = carried }
      carried = cells[position].text
    }
  }
}
