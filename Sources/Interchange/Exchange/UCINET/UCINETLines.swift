/// Walks over the lines of a text, each split at blanks and commas outside quotes.
struct UCINETLines: IteratorProtocol {
  private var lines: ArraySlice<Substring>
  private var number = 0

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    lines =
      text.split(
        omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r", "\r\n"].contains($0) })[
        ...]
  }

  mutating func next() -> (line: Int, cells: [String])? {
    while let line = lines.popFirst() {
      number += 1
      let cells = Self.cells(of: line)
      if !cells.isEmpty { return (number, cells) }
    }
    return nil
  }

  static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var current: String?
    var isQuoted = false
    var rest = line
    while let character = rest.popFirst() {
      if character == "\"", isQuoted, rest.first == "\"" {
        // A quote within quotes is doubled.
        rest.removeFirst()
        current = (current ?? "") + "\""
      } else if character == "\"" {
        isQuoted.toggle()
        if isQuoted, current == nil { current = "" }
      } else if !isQuoted, character.isWhitespace || character == "," {
        if let finished = current { cells.append(finished) }
        current = nil
      } else {
        current = (current ?? "") + String(character)
      }
    }
    if let current { cells.append(current) }
    return cells
  }
}
