import EcosystemModel

/// Writes tables as RFC 4180 text with LF line ends, quoting only where it is needed.
enum CSVWriter {
  /// The text of a table, header first.
  static func text(of table: WritableTable) -> String {
    Self.text(headers: table.headers, rows: table.rows)
  }

  /// The text of rows under headers.
  static func text(headers: [String], rows: [[CellValue]]) -> String {
    var text = ""
    append(headers, to: &text)
    for row in rows { append(row.map(\.cellText), to: &text) }
    return text
  }

  private static func append(_ cells: [String], to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      append(cell, isAlone: cells.count == 1, to: &text)
    }
    text += "\n"
  }

  private static func append(_ cell: String, isAlone: Bool, to text: inout String) {
    let needsQuotes =
      cell.utf8.contains { byte in
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\""), 0x0A,
          0x0D:
          true
        default: false
        }
      } || (isAlone && cell.isEmpty)
    guard needsQuotes else {
      text += cell
      return
    }
    text += "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"\"" } else { text.unicodeScalars.append(scalar) }
    }
    text += "\""
  }
}
