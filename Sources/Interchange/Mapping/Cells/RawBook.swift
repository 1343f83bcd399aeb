import EcosystemModel

/// All sheets of a workbook, or the CSV files of a folder, as cells.
struct RawBook {
  /// The file or folder as the user named it.
  let path: String
  var sheets: [RawSheet] = []
  var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// Takes a table as the only sheet.
  init(of table: Table) {
    self.init(path: table.file)
    var sheet = RawSheet(name: table.sheet ?? table.file, file: table.file, sheet: table.sheet)
    let headers = table.headers.map { $0.text.isEmpty ? nil : RawCell(text: $0.text) }
    sheet.rows = [headers]
    sheet.lines = [table.headers.first?.line ?? 1]
    for (row, place) in table.rows.prefix(400).enumerated() {
      sheet.rows.append(
        (0..<table.width).map { column in
          let text = table.text(row: row, column: column)
          return text.isEmpty ? nil : RawCell(text: text)
        })
      sheet.lines.append(place.line)
    }
    sheet.spreadsheetRows = Array(repeating: 0, count: sheet.rows.count)
    sheets = [sheet]
  }

  /// Adds the sheets of a workbook.
  ///
  /// - Throws: ``ReadError`` where the bytes are no workbook.
  mutating func add(workbook bytes: [UInt8], file: String) throws(ReadError) {
    var workbook = try WorkbookFile.open(bytes, file: file)
    for entry in workbook.entries where !MessageSheet.isOurs(entry.name) {
      let sheet = try workbook.sheet(entry)
      sheets.append(RawSheet(sheet, file: file, diagnostics: &diagnostics))
    }
  }

  /// Adds a CSV file.
  mutating func add(csv bytes: [UInt8], file: String) {
    if let sheet = RawSheet(csv: bytes, file: file, diagnostics: &diagnostics) {
      sheets.append(sheet)
    }
  }
}
