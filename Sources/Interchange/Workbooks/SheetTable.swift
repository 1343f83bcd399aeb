import EcosystemModel

/// Lays a sheet out as a table: finds the row of headers, and takes the rows below it.
struct SheetTable {
  private(set) var table: Table
  private(set) var diagnostics: [Diagnostic] = []
  private let sheet: WorkbookSheet

  /// How far down a sheet its headers may stand.
  private static let headerDepth = 30

  /// Takes the table from a sheet, or nothing where the sheet has no cells.
  ///
  /// The headers are the row that rates best as such, by its texts normalised as column names; of equally good ones
  /// the first.
  init?(_ sheet: WorkbookSheet, file: String, rating: (Set<String>) -> Int) {
    guard let header = Self.header(of: sheet, rating) else { return nil }
    self.sheet = sheet
    table = Table(file: file, sheet: sheet.name)
    reportHidden(from: header)
    if header > 0 {
      report(
        .note, "sheet.header",
        "the headers stand in row \(sheet.rows[header].number); what is above them is not read",
        line: sheet.rows[header].number)
    }
    let positions = takeHeaders(from: header)
    let count = sheet.rows.count - header - 1
    guard count * table.width <= Table.cellLimit(forBytes: sheet.cells.count * 16) else {
      diagnostics.append(Table.tooWide(file: file, sheet: sheet.name, width: table.width))
      return
    }
    for row in sheet.rows[(header + 1)...] { take(row, positions) }
    fillMerged(positions)
  }

  private static func header(of sheet: WorkbookSheet, _ rating: (Set<String>) -> Int) -> Int? {
    var best: (row: Int, rating: Int)?
    for (index, row) in sheet.rows.prefix(headerDepth).enumerated() {
      let names = sheet.cells[row.cells].map { ColumnName.normalized(sheet.text(of: $0.value)) }
      let value = rating(Set(names.filter { !$0.isEmpty }))
      if value > best?.rating ?? -1 { best = (index, value) }
    }
    return best?.row
  }

  private mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, line: Int32? = nil,
    column: Int32? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity: severity, rule: rule, message: message,
        location: Location(
          file: table.file, sheet: sheet.name, line: line.map(Int.init),
          column: column.map(Int.init))))
  }

  private mutating func reportHidden(from header: Int) {
    if sheet.isHidden {
      report(
        .note, "sheet.hidden",
        "the sheet is hidden and read all the same; put \"(ignore)\" into its name to leave it out")
    }
    let hidden = sheet.rows[(header + 1)...].filter(\.isHidden)
    guard let first = hidden.first else { return }
    report(
      .note, "sheet.hidden-rows",
      hidden.count == 1
        ? "this row is hidden and read all the same"
        : "\(hidden.count) rows are hidden, this one first, and read all the same",
      line: first.number)
  }

  /// Takes the headers, and gives the position of each column that has a header or a cell below it.
  private mutating func takeHeaders(from header: Int) -> [Int32: Int] {
    var columns: [Int32: String] = [:]
    let row = sheet.rows[header]
    for cell in sheet.cells[row.cells] { columns[cell.column] = sheet.text(of: cell.value) }
    let below = sheet.rows[(header + 1)...].first.map { $0.cells.lowerBound }
    for cell in sheet.cells[(below ?? sheet.cells.endIndex)...] where columns[cell.column] == nil {
      columns[cell.column] = ""
    }
    var positions: [Int32: Int] = [:]
    for (column, text) in columns.sorted(by: { $0.key < $1.key })
    where !AnswerColumn.isHeader(text) {
      positions[column] = table.headers.count
      table.headers.append(Interchange.Cell(text: text, line: row.number, column: column))
    }
    return positions
  }

  private mutating func take(_ row: WorkbookSheet.Row, _ positions: [Int32: Int]) {
    let base = table.cells.count
    table.cells += repeatElement(.missing, count: table.width)
    var isEmpty = true
    for cell in sheet.cells[row.cells] {
      guard let position = positions[cell.column] else { continue }
      switch cell.value {
      case .error(let text):
        report(
          .error, "cell.error",
          "the cell shows \(text); mend the formula or clear the cell", line: row.number,
          column: cell.column)
        isEmpty = false
      case .uncomputed:
        report(
          .error, "cell.formula",
          "the file does not hold the result of this formula; open it in Excel and save it again",
          line: row.number, column: cell.column)
        isEmpty = false
      case .text, .number, .flag, .moment:
        let text = sheet.text(of: cell.value)
        isEmpty = isEmpty && text.isEmpty
        table.cells[base + position] = Interchange.Cell(
          text: text, line: row.number, column: cell.column)
      }
    }
    if isEmpty {
      table.cells.removeLast(table.width)
    } else {
      table.rows.append(.init(line: row.number, spreadsheetRow: 0))
    }
  }

  /// Repeats the value of cells merged over several rows in each of these rows, as people mean it.
  private mutating func fillMerged(_ positions: [Int32: Int]) {
    guard let headerRow = table.headers.first?.line, !sheet.merges.isEmpty else { return }
    var lines: [Int32: Int] = [:]
    for (index, row) in table.rows.enumerated() { lines[row.line] = index }
    var filled: [WorkbookSheet.Merge] = []
    for merge in sheet.merges where merge.rows.lowerBound > headerRow && merge.rows.count > 1 {
      guard let position = positions[merge.columns.lowerBound],
        let first = lines[merge.rows.lowerBound]
      else { continue }
      let text = table.text(row: first, column: position)
      guard !text.isEmpty else { continue }
      filled.append(merge)
      var row = first + 1
      while row < table.rows.count, merge.rows.contains(table.rows[row].line) {
        let cell = row * table.width + position
        if table.cells[cell].text.isEmpty {
          table.cells[cell] = Interchange.Cell(
            text: text, line: table.rows[row].line, column: merge.columns.lowerBound)
        }
        row += 1
      }
    }
    guard let first = filled.first else { return }
    report(
      .note, "sheet.merged",
      filled.count == 1
        ? "the cells \(first.text) are merged; their value counts in each of their rows"
        : "\(filled.count) ranges are merged, \(first.text) first; their values count in each of their rows",
      line: first.rows.lowerBound, column: first.columns.lowerBound)
  }
}
