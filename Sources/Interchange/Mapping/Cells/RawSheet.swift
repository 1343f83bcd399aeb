import EcosystemModel

/// A sheet of a workbook, or a CSV file, as cells with their places.
struct RawSheet {
  /// The sheet's name, or the file's without its ending.
  var name: String
  let file: String
  /// The sheet, in a workbook.
  let sheet: String?
  var isHidden = false
  /// The cells by row and column; rows end with their last cell.
  var rows: [[RawCell?]] = []
  /// The line or spreadsheet's row of each row.
  var lines: [Int32] = []
  /// The row a spreadsheet shows for a line, where the two differ; otherwise 0.
  var spreadsheetRows: [Int32] = []
  /// Ranges of merged cells that span columns: row, first and last column.
  var spans: [(row: Int, columns: ClosedRange<Int>)] = []

  init(name: String, file: String, sheet: String?) {
    self.name = name
    self.file = file
    self.sheet = sheet
  }

  /// The number of columns.
  var width: Int { rows.reduce(0) { max($0, $1.count) } }

  /// What a cell shows; empty where there is none.
  func text(_ row: Int, _ column: Int) -> String { cell(row, column)?.text ?? "" }

  func cell(_ row: Int, _ column: Int) -> RawCell? {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : nil
  }

  /// The columns of a row that show something.
  func filled(_ row: Int) -> [Int] {
    rows[row].indices.filter { !(rows[row][$0]?.text.isEmpty ?? true) }
  }

  /// Whether a row shows what another shows, in all of the columns that are filled there, of which there are several.
  func repeats(_ row: Int, headers: Int, in columns: [Int]) -> Bool {
    columns.count > 1 && columns.allSatisfy { text(row, $0) == text(headers, $0) }
  }

  func location(_ row: Int, _ column: Int?) -> Location {
    Location(
      file: file, sheet: sheet, line: lines.indices.contains(row) ? Int(lines[row]) : nil,
      column: column.map { $0 + 1 },
      spreadsheetRow: spreadsheetRows[row] == 0 ? nil : Int(spreadsheetRows[row]))
  }

  /// The cell as a table takes it.
  func tableCell(_ row: Int, _ column: Int) -> Cell {
    Cell(text: text(row, column), line: lines[row], column: Int32(column + 1))
  }

  /// The sheet with rows and columns exchanged; places are those of the cells as they stand.
  ///
  /// The lines of its rows are columns then, so it is only for finding out what a sheet holds.
  var transposed: RawSheet {
    var result = RawSheet(name: name, file: file, sheet: sheet)
    result.rows = (0..<width).map { column in rows.indices.map { cell($0, column) } }
    result.lines = (0..<width).map { Int32($0 + 1) }
    result.spreadsheetRows = Array(repeating: 0, count: width)
    return result
  }
}
