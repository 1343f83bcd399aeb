import Containers
import EcosystemModel

/// Reads a whole delimited file into a table.
enum CSVTable {
  /// The table, or `nil` where there is not even a header; faults are appended to the diagnostics.
  static func read(
    _ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]
  ) -> Table? {
    let text: [UInt8]
    do {
      text = try TextEncoding.utf8(bytes)
    } catch {
      diagnostics.append(Diagnostic(error, file: file))
      return nil
    }
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
      Cell(text: field.text, line: field.line, column: Int32(index + 1))
    }
    table.cells.reserveCapacity(text.count / 8)
    let limit = Table.cellLimit(forBytes: text.count)
    while reader.next(&fields) {
      append(fields, to: &table, reader: reader, &diagnostics)
      guard table.cells.count <= limit else {
        diagnostics.append(Table.tooWide(file: file, width: table.width))
        return nil
      }
    }
    diagnostics += reader.diagnostics
    return table
  }

  private static func append(
    _ fields: [CSVField], to table: inout Table, reader: CSVReader,
    _ diagnostics: inout [Diagnostic]
  ) {
    let line = fields[0].line
    table.rows.append(
      .init(line: line, spreadsheetRow: reader.spreadsheetRow(forLine: line)))
    for index in 0..<table.width {
      table.cells.append(
        index < fields.count
          ? Cell(text: fields[index].text, line: fields[index].line, column: Int32(index + 1))
          : .missing)
    }
    let surplus = fields.dropFirst(table.width).firstIndex { !$0.text.isEmpty }
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
