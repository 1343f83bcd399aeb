import EcosystemModel

// Fields in quotes, and what is told of them.

extension CSVReader {
  /// Reads a quoted cell from its opening quote, or returns nothing where no quote closes it.
  mutating func readQuoted(
    from opening: Int, number: Int, in text: [UInt8]
  ) -> CSVField? {
    let startLine = line
    var position = opening + 1
    var pieceStart = position
    var pieces: [UInt8] = []
    while position < text.count {
      let byte = text[position]
      if byte == Self.lineFeed
        || (byte == Self.carriageReturn
          && !(position + 1 < text.count && text[position + 1] == Self.lineFeed))
      {
        line += 1
      }
      if byte != Self.quote {
        position += 1
      } else if position + 1 < text.count, text[position + 1] == Self.quote {
        pieces += bytes[pieceStart...position]
        position += 2
        pieceStart = position
      } else {
        break
      }
    }
    guard position < text.count else { return nil }
    let closing = position
    position += 1
    while position < text.count, isPadding(text[position]) { position += 1 }
    index = position
    let isClean =
      position == text.count || text[position] == delimiter || text[position] == Self.lineFeed
      || text[position] == Self.carriageReturn
    if isClean, pieces.isEmpty {
      return CSVField(pieceStart, closing, line: startLine)
    }
    pieces += bytes[pieceStart..<closing]
    if !isClean { appendTail(after: closing, to: &pieces, number: number) }
    self.pieces.append(String(decoding: pieces, as: UTF8.self).trimmed)
    return CSVField(opening, position, line: startLine, piece: self.pieces.count - 1)
  }

  /// Takes the text that follows a closing quote up to the end of the cell.
  mutating func appendTail(after closing: Int, to pieces: inout [UInt8], number: Int) {
    report(
      "csv.quote.stray", .error,
      "text follows the closing quote of this cell; double a quote that belongs to the text",
      field: number, line: line)
    var end = index
    while end < bytes.count, bytes[end] != delimiter, bytes[end] != Self.lineFeed,
      bytes[end] != Self.carriageReturn
    { end += 1 }
    pieces += bytes[(closing + 1)..<end]
    index = end
  }

  mutating func report(
    _ rule: String, _ severity: Severity, _ message: String, field: Int, line: Int32
  ) {
    let row = spreadsheetRow(forLine: line)
    diagnostics.append(
      Diagnostic(
        severity: severity, rule: rule, message: message,
        location: Location(
          file: file, line: Int(line), column: field, spreadsheetRow: row == 0 ? nil : Int(row))))
  }
}
