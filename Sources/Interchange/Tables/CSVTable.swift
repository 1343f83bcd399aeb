import Containers
import EcosystemModel

/// Reads a whole delimited file into a table.
enum CSVTable {
  /// The table, or `nil` where there is not even a header; faults are appended to the diagnostics.
  static func read(
    _ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]
  ) -> Table? {
    guard let text = TextEncoding.utf8(bytes, file: file, &diagnostics) else { return nil }
    var reader = CSVReader(bytes: text, file: file)
    var table = Table(file: file)
    table.allowsDecimalComma = reader.delimiter == Delimiter.semicolon
    var fields: [CSVField] = []
    guard reader.next(&fields) else {
      diagnostics.append(
        Diagnostic(
          severity: .error, rule: "table.empty",
          message: "the file is empty; its first row must name the columns",
          location: Location(file: file)))
      return nil
    }
    table.headers = fields.enumerated().map { index, field in
      Cell(text: reader.text(of: field), line: field.line, column: Int32(index + 1))
    }
    let width = table.width
    let limit = Table.cellLimit(forBytes: text.count)
    var records = CSVRecords(reader)
    records.reserve(text.count(of: "\n") + 1)
    while reader.next(&fields) {
      records.append(reader.recordStart)
      let line = fields[0].line
      table.rows.append(
        .init(line: line, spreadsheetRow: reader.spreadsheetRow(forLine: line)))
      if fields.count > width { reportSurplus(fields, in: table, reader: reader, &diagnostics) }
      guard table.rows.count * width <= limit else {
        diagnostics.append(Table.tooWide(file: file, width: width))
        return nil
      }
    }
    table.records = records
    if reader.hasOpenQuote { table.cutAll() }
    diagnostics += reader.diagnostics
    return table
  }

  private static func reportSurplus(
    _ fields: [CSVField], in table: Table, reader: CSVReader, _ diagnostics: inout [Diagnostic]
  ) {
    let line = fields[0].line
    let surplus = fields.dropFirst(table.width).firstIndex { !reader.isBlank($0) }
    guard let surplus else { return }
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: "csv.row.long",
        message: "this row has \(fields.count) cells but the header names \(table.width) columns; "
          + "put a cell that holds the separator in quotes",
        location: Location(
          file: table.file, line: Int(fields[surplus].line), column: surplus + 1,
          spreadsheetRow: reader.spreadsheetRow(forLine: line) == 0
            ? nil : Int(reader.spreadsheetRow(forLine: line)))))
  }
}
