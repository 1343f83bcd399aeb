/// The string literals of a Swift source file, with the line each begins on; what is interpolated counts as a space, and literals
/// inside it on their own.
struct StringLiterals {
  private(set) var found: [(line: Int, text: String)] = []
  /// The same as a user may see them: `{}` for what is filled in, and lines joined that the source breaks.
  private(set) var shown: [String] = []
  private let source: [UInt8]
  private var place = 0
  private var line = 1

  init(in text: String) {
    source = Array(text.utf8)
    skipCode { _ in false }
    found.sort { $0.line < $1.line }
  }

  private var rest: ArraySlice<UInt8> { source[place...] }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where place < source.count {
      if source[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
  }

  /// Reads code until a byte outside comments and literals ends it.
  private mutating func skipCode(until isEnd: (UInt8) -> Bool) {
    while place < source.count {
      if rest.starts(with: "//".utf8) {
        while place < source.count, source[place] != UInt8(ascii: "\n") { place += 1 }
      } else if source[place] == UInt8(ascii: "\"") {
        skipLiteral()
      } else {
        let byte = source[place]
        advance()
        if isEnd(byte) { return }
      }
    }
  }

  private mutating func skipLiteral() {
    let quotes = rest.starts(with: "\"\"\"".utf8) ? 3 : 1
    let start = line
    var text: [UInt8] = []
    var seen: [UInt8] = []
    advance(quotes)
    while place < source.count {
      if rest.starts(with: repeatElement(UInt8(ascii: "\""), count: quotes)) {
        advance(quotes)
        break
      }
      if rest.starts(with: "\\(".utf8) {
        advance(2)
        var depth = 1
        skipCode { byte in
          depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
          return depth == 0
        }
        text.append(UInt8(ascii: " "))
        seen += "{}".utf8
      } else if rest.starts(with: "\\\n".utf8) {
        advance(2)
        text.append(UInt8(ascii: " "))
        // The text goes on where the next line begins.
        while place < source.count, source[place] == UInt8(ascii: " ") {
          text.append(source[place])
          advance()
        }
      } else if source[place] == UInt8(ascii: "\\") {
        seen += rest.prefix(2)
        advance(2)
        text.append(UInt8(ascii: " "))
      } else {
        text.append(source[place])
        seen.append(source[place])
        advance()
      }
    }
    found.append((start, String(decoding: text, as: UTF8.self)))
    let lines = String(decoding: seen, as: UTF8.self).split(separator: "\n")
    shown.append(
      quotes == 1 ? lines.joined() : lines.map { $0.drop { $0 == " " } }.joined(separator: "\n"))
  }
}
