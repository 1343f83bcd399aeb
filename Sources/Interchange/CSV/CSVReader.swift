import EcosystemModel

/// One cell of a delimited file as it was found: where its text stands among the bytes, without quotes and most padding.
struct CSVField {
  var start: UInt32
  var end: UInt32
  var line: Int32
  /// The place among the reader's texts, where the text is not what stands among the bytes, as with doubled quotes; else -1.
  var piece: Int32

  init(_ start: Int, _ end: Int, line: Int32, piece: Int = -1) {
    (self.start, self.end) = (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    self.line = line
    self.piece = Int32(truncatingIfNeeded: piece)
  }

  /// Whether there is no byte.
  var isEmpty: Bool { start == end && piece < 0 }
  /// The place among the bytes.
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// Reads a delimited text record by record, after RFC 4180 and the habits of spreadsheets.
///
/// Accepts CRLF, CR and LF, line breaks and doubled quotes in quoted cells, blanks around cells, and cells that
/// hold quotes without being quoted. Faults are collected and reading goes on: an unterminated quote costs its
/// own cell only.
struct CSVReader: Sendable {
  let file: String
  let delimiter: UInt8
  var diagnostics: [Diagnostic] = []

  let bytes: [UInt8]
  /// The texts of the record at hand that are not what stands among the bytes.
  var pieces: [String] = []
  var index = 0
  var line: Int32 = 1
  var record: Int32 = 0
  /// Where a quote opens that nothing closes; it is read as an ordinary character.
  var literalQuote = -1
  /// Where the record read last begins.
  private(set) var recordStart = 0

  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

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

  /// Whether a quote was opened that nothing closes, so that a record cannot be read by itself.
  var hasOpenQuote: Bool { literalQuote >= 0 }

  /// Reads the next record that has a cell with text, and returns false at the end.
  mutating func next(_ fields: inout [CSVField]) -> Bool {
    while index < bytes.count {
      record += 1
      recordStart = index
      fields.removeAll(keepingCapacity: true)
      readRecord(into: &fields)
      for field in fields where !isBlank(field) { return true }
    }
    return false
  }

  /// Reads the record that begins at a place on a line.
  mutating func read(at start: Int, line: Int32, into fields: inout [CSVField]) {
    fields.removeAll(keepingCapacity: true)
    append(recordAt: start, line: line, to: &fields)
  }

  /// Adds the cells of the record that begins at a place on a line.
  mutating func append(recordAt start: Int, line: Int32, to fields: inout [CSVField]) {
    index = start
    self.line = line
    readRecord(into: &fields)
  }

  /// The text of a cell without padding.
  func text(of field: CSVField) -> String {
    field.piece >= 0
      ? pieces[Int(field.piece)] : String(decoding: bytes[field.range], as: UTF8.self).trimmed
  }

  /// How many blanks stand before the text of a cell, in quotes or not.
  func blanks(before field: CSVField) -> Int {
    guard field.piece < 0 else { return 0 }
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") }
    let before = bytes[..<field.range.lowerBound].reversed().prefix(while: isBlank).count
    return before + bytes[field.range].prefix(while: isBlank).count
  }

  /// Whether a cell has no text.
  func isBlank(_ field: CSVField) -> Bool {
    if field.piece < 0 {
      if field.start == field.end { return true }
      if Self.isPlain(bytes[Int(field.start)]) { return false }
    }
    return text(of: field).isEmpty
  }

  /// Whether what stands among the bytes is the text, since no white space is at its ends.
  func isPlain(_ field: CSVField, in bytes: [UInt8]) -> Bool {
    guard field.piece < 0, field.start < field.end else { return false }
    var last = Int(field.end) - 1
    // The lead of the last character.
    while last > Int(field.start), bytes[last] & 0xC0 == 0x80 { last -= 1 }
    return Self.isEdge(bytes[Int(field.start)]) && Self.isEdge(bytes[last])
  }

  /// Whether no white space of any script begins with a byte.
  private static func isEdge(_ byte: UInt8) -> Bool {
    if byte < 0x80 { return isPlain(byte) }
    return switch byte {
    case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF, 0x80...0xBF: false
    default: true
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x21 <= 0x7E - 0x21 }

  private mutating func readRecord(into fields: inout [CSVField]) {
    let count = fields.count
    if let end = Self.plainRecord(at: index, in: bytes.span, delimiter, line: line, &fields) {
      index = end
      line += 1
      return
    }
    fields.removeLast(fields.count - count)
    pieces.removeAll(keepingCapacity: true)
    let text = bytes
    while true {
      fields.append(readField(number: fields.count - count + 1, in: text))
      guard index < text.count else { return }
      let byte = text[index]
      index += 1
      if byte == delimiter { continue }
      if byte == Self.carriageReturn, index < text.count, text[index] == Self.lineFeed {
        index += 1
      }
      line += 1
      return
    }
  }

  /// Finds the cells of a record without quotes, and returns where the next one begins; `nil` if there is a quote, or no line break.
  private static func plainRecord(
    at start: Int, in text: borrowing Span<UInt8>, _ delimiter: UInt8, line: Int32,
    _ fields: inout [CSVField]
  ) -> Int? {
    let highest = max(delimiter, quote)
    var index = start
    while true {
      while index < text.count, isPadding(text[index], delimiter) { index += 1 }
      let begin = index
      var end = index
      while true {
        guard index < text.count else { return nil }
        let byte = text[index]
        if byte <= highest {
          if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
          if byte == quote { return nil }
          if byte == space || byte == tab {
            index += 1
            continue
          }
        }
        index += 1
        end = index
      }
      fields.append(CSVField(begin, end, line: line))
      let byte = text[index]
      index += 1
      if byte == delimiter { continue }
      if byte == carriageReturn, index < text.count, text[index] == lineFeed { index += 1 }
      return index
    }
  }

  /// Reads one cell and stops at the delimiter or line break after it.
  private mutating func readField(number: Int, in text: [UInt8]) -> CSVField {
    let startLine = line
    var start = index
    while start < text.count, isPadding(text[start]) { start += 1 }
    if start < text.count, text[start] == Self.quote, start != literalQuote {
      let quoteLine = line
      if let quoted = readQuoted(from: start, number: number, in: text) { return quoted }
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
    return CSVField(start, end, line: startLine)
  }

  func isPadding(_ byte: UInt8) -> Bool { Self.isPadding(byte, delimiter) }

  private static func isPadding(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    byte == space || (byte == tab && delimiter != tab)
  }
}
