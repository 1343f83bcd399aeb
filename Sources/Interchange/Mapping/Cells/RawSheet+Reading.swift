import Containers
import EcosystemModel

extension RawSheet {
  /// Takes the cells of a workbook's sheet; merged cells show their text in each row that they span.
  init(_ source: WorkbookSheet, file: String, diagnostics: inout [Diagnostic]) {
    self.init(name: source.name, file: file, sheet: source.name)
    isHidden = source.isHidden
    var positions: [Int32: Int] = [:]
    for row in source.rows {
      var cells: [RawCell?] = []
      for cell in source.cells[row.cells] {
        let column = Int(cell.column) - 1
        while cells.count < column { cells.append(nil) }
        if cells.count > column { continue }
        cells.append(Self.cell(cell, of: source))
        Self.report(cell, in: row, of: source, file: file, &diagnostics)
      }
      guard cells.contains(where: { !($0?.text.isEmpty ?? true) }) else { continue }
      positions[row.number] = rows.count
      rows.append(cells)
      lines.append(row.number)
      spreadsheetRows.append(0)
    }
    for merge in source.merges { fill(merge, positions) }
    leaveOutAnswers()
  }

  /// Takes away what earlier answers wrote beside the rows.
  private mutating func leaveOutAnswers() {
    for row in rows.indices {
      for column in rows[row].indices where AnswerColumn.isHeader(text(row, column)) {
        for below in row..<rows.count where rows[below].indices.contains(column) {
          rows[below][column] = nil
        }
      }
    }
  }

  private static func cell(_ cell: WorkbookSheet.Cell, of source: WorkbookSheet) -> RawCell? {
    let text = source.text(of: cell.value)
    guard !text.isEmpty else { return nil }
    switch cell.value {
    case .number: return RawCell(text: text, sort: .number)
    case .moment: return RawCell(text: text, sort: .date)
    case .flag: return RawCell(text: text, sort: .flag)
    case .text(let whole):
      // A step of the indent is as wide as three blanks.
      return RawCell(text: text, indent: 3 * Int(cell.indent) + Self.blanks(before: whole))
    case .error, .uncomputed: return RawCell(text: text)
    }
  }

  private static func report(
    _ cell: WorkbookSheet.Cell, in row: WorkbookSheet.Row, of source: WorkbookSheet, file: String,
    _ diagnostics: inout [Diagnostic]
  ) {
    let message: (String, String)? =
      switch cell.value {
      case .error(let text):
        ("cell.error", "the cell shows \(text); mend the formula or clear the cell")
      case .uncomputed:
        (
          "cell.formula",
          "the file does not hold the result of this formula; open it in Excel and save it again"
        )
      case .text, .number, .flag, .moment: nil
      }
    guard let (rule, text) = message else { return }
    diagnostics.append(
      Diagnostic(
        severity: .warning, rule: rule, message: text,
        location: Location(
          file: file, sheet: source.name, line: Int(row.number), column: Int(cell.column))))
  }

  private static func blanks(before text: String) -> Int {
    text.prefix { $0.isWhitespace && !$0.isNewline }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
  }

  private mutating func fill(_ merge: WorkbookSheet.Merge, _ positions: [Int32: Int]) {
    guard let first = positions[merge.rows.lowerBound] else { return }
    let column = Int(merge.columns.lowerBound) - 1
    if merge.columns.count > 1 {
      spans.append((first, column...(Int(merge.columns.upperBound) - 1)))
    }
    guard merge.rows.count > 1, let text = cell(first, column) else { return }
    for line in merge.rows.dropFirst() {
      guard let row = positions[line], cell(row, column) == nil else { continue }
      while rows[row].count <= column { rows[row].append(nil) }
      var repeated = text
      repeated.isRepeated = true
      rows[row][column] = repeated
    }
  }

  /// Takes the cells of a CSV file; `nil` if its text cannot be read.
  init?(csv bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]) {
    guard let text = TextEncoding.utf8(bytes, file: file, &diagnostics) else { return nil }
    let name = FileName(file.split(separator: "/").last.map(String.init) ?? file)
    self.init(name: name.stem, file: file, sheet: nil)
    var reader = CSVReader(bytes: text, file: file)
    var fields: [CSVField] = []
    var count = 0
    while reader.next(&fields) {
      let line = fields[0].line
      rows.append(
        fields.map { field in
          let text = reader.text(of: field)
          return text.isEmpty ? nil : RawCell(text: text, indent: reader.blanks(before: field))
        })
      lines.append(line)
      spreadsheetRows.append(reader.spreadsheetRow(forLine: line))
      count += fields.count
      guard count <= Table.cellLimit(forBytes: text.count) else {
        diagnostics.append(Table.tooWide(file: file, width: fields.count))
        return nil
      }
    }
    diagnostics += reader.diagnostics
  }
}
