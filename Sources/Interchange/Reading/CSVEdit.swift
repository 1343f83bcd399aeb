import EcosystemModel

/// Cells of a CSV file that are changed where they stand.
struct CSVEdit {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var line = 1
  private var result: [UInt8] = []

  private static let quote = UInt8(ascii: "\"")

  /// The bytes with cells changed.
  ///
  /// - Throws: ``ReadError`` where the file is no UTF-8, or a line is none that begins a row.
  static func applied(
    _ edits: [CellEdit], to bytes: [UInt8], file: String
  ) throws(ReadError) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ReadError(.refused, "“\(file)” is not UTF-8; save it as “CSV UTF-8” first.")
    }
    var rows: [Int: [Int: String]] = [:]
    for edit in edits { rows[edit.line, default: [:]][edit.column] = edit.text }
    var edit = Self(bytes, file: file)
    edit.walk(&rows)
    if let line = rows.keys.min() {
      throw ReadError(.refused, "\"\(file)\" has no row that begins on line \(line).")
    }
    return edit.result
  }

  private init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = Array(bytes[index...])
    if let (declared, length) = Delimiter.declared(in: text) {
      delimiter = declared
      index += length
      line = 2
    } else {
      delimiter = Delimiter.sniffed(in: text, prefersTab: file.lowercased().hasSuffix(".tsv"))
    }
    result = Array(bytes[..<index])
  }

  /// Goes through all rows, and takes those that are found out of the list.
  private mutating func walk(_ rows: inout [Int: [Int: String]]) {
    while index < bytes.count {
      walkRow(rows.removeValue(forKey: line) ?? [:])
    }
  }

  private mutating func walkRow(_ cells: [Int: String]) {
    var column = 1
    let last = cells.keys.max() ?? 0
    while true {
      let start = index
      skipField()
      if let text = cells[column] {
        result += written(text)
      } else {
        result += bytes[start..<index]
      }
      guard index < bytes.count, bytes[index] == delimiter else { break }
      result.append(delimiter)
      index += 1
      column += 1
    }
    while column < last {
      column += 1
      result.append(delimiter)
      if let text = cells[column] { result += written(text) }
    }
    takeLineEnd()
  }

  /// Goes to the end of a cell.
  private mutating func skipField() {
    var ahead = index
    while ahead < bytes.count, bytes[ahead] == 0x20 { ahead += 1 }
    if ahead < bytes.count, bytes[ahead] == Self.quote, let end = closingQuote(from: ahead + 1) {
      index = end
    }
    while index < bytes.count, ![delimiter, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  /// Where the quoted text ends, counting the lines in it; `nil` if nothing closes the quote.
  private mutating func closingQuote(from start: Int) -> Int? {
    var place = start
    var lines = 0
    while place < bytes.count {
      if bytes[place] == Self.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else {
          line += lines
          return place + 1
        }
        place += 1
      } else if bytes[place] == 0x0A
        || bytes[place] == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A)
      {
        lines += 1
      }
      place += 1
    }
    return nil
  }

  private mutating func takeLineEnd() {
    guard index < bytes.count else { return }
    let length = bytes[index...].starts(with: [0x0D, 0x0A]) ? 2 : 1
    result += bytes[index..<(index + length)]
    index += length
    line += 1
  }

  /// A text as a cell, in quotes where it needs them.
  private func written(_ text: String) -> [UInt8] {
    let needsQuotes =
      text.utf8.contains { [delimiter, Self.quote, 0x0A, 0x0D].contains($0) } || text.hasPrefix(" ")
      || text.hasSuffix(" ")
    return Array((needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text).utf8)
  }
}
