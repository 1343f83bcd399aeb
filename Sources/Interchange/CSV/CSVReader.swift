import EcosystemModel

/// One cell of a delimited file as it was found.
struct CSVField {
  var text: String
  var line: Int32
}

/// Reads a delimited text record by record, after RFC 4180 and the habits of spreadsheets.
///
/// Accepts CRLF, CR and LF, line breaks and doubled quotes in quoted cells, blanks around cells, and cells that
/// hold quotes without being quoted. Faults are collected and reading goes on: an unterminated quote costs its
/// own cell only.
struct CSVReader {
  let file: String
  let delimiter: UInt8
  private(set) var diagnostics: [Diagnostic] = []

  private let bytes: [UInt8]
  private var index = 0
  private var line: Int32 = 1
  private var record: Int32 = 0
  /// Where a quote opens that nothing closes; it is read as an ordinary character.
  private var literalQuote = -1

  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Starts reading UTF-8 without a byte order mark.
  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if let (declared, length) = Delimiter.declared(in: bytes) {
      delimiter = declared
      index = length
      line = 2
      record = 1
    } else {
      delimiter = Delimiter.sniffed(in: bytes, prefersTab: file.lowercased().hasSuffix(".tsv"))
    }
  }

  /// The row a spreadsheet shows for the record read last, where it is not `line`.
  func spreadsheetRow(forLine line: Int32) -> Int32 { record == line ? 0 : record }

  /// Reads the next record that has a cell with text, and returns false at the end.
  mutating func next(_ fields: inout [CSVField]) -> Bool {
    while index < bytes.count {
      fields.removeAll(keepingCapacity: true)
      record += 1
      readRecord(into: &fields)
      if fields.contains(where: { !$0.text.isEmpty }) { return true }
    }
    return false
  }

  private mutating func readRecord(into fields: inout [CSVField]) {
    while true {
      let start = line
      let text = readField(number: fields.count + 1)
      fields.append(CSVField(text: text, line: start))
      guard index < bytes.count else { return }
      let byte = bytes[index]
      index += 1
      if byte == delimiter { continue }
      if byte == Self.carriageReturn, index < bytes.count, bytes[index] == Self.lineFeed {
        index += 1
      }
      line += 1
      return
    }
  }

  /// Reads one cell and stops at the delimiter or line break after it.
  private mutating func readField(number: Int) -> String {
    let text = bytes
    var start = index
    while start < text.count, isPadding(text[start]) { start += 1 }
    if start < text.count, text[start] == Self.quote, start != literalQuote {
      let quoteLine = line
      if let quoted = readQuoted(from: start, number: number) { return quoted }
      literalQuote = start
      line = quoteLine
      report(
        "csv.quote.unterminated", .error,
        "the quote that opens this cell is never closed; it is read as a part of the text. Close it, or double it",
        field: number, line: line)
    }
    var end = start
    var hasQuote = false
    while end < text.count {
      let byte = text[end]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      hasQuote = hasQuote || byte == Self.quote
      end += 1
    }
    index = end
    if hasQuote, start != literalQuote {
      report(
        "csv.quote.stray", .note,
        "a quote inside a cell without quotes is kept as it is; write the cell in quotes and double those inside",
        field: number, line: line)
    }
    while end > start, isPadding(text[end - 1]) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).trimmed
  }

  /// Reads a quoted cell from its opening quote, or returns nothing where no quote closes it.
  private mutating func readQuoted(from opening: Int, number: Int) -> String? {
    let text = bytes
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
      return String(decoding: bytes[pieceStart..<closing], as: UTF8.self).trimmed
    }
    pieces += bytes[pieceStart..<closing]
    if !isClean { appendTail(after: closing, to: &pieces, number: number) }
    return String(decoding: pieces, as: UTF8.self).trimmed
  }

  /// Takes the text that follows a closing quote up to the end of the cell.
  private mutating func appendTail(after closing: Int, to pieces: inout [UInt8], number: Int) {
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

  private func isPadding(_ byte: UInt8) -> Bool {
    byte == Self.space || (byte == Self.tab && delimiter != Self.tab)
  }

  private mutating func report(
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
