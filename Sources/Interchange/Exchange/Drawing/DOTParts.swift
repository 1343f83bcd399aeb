/// The graphs of a DOT text that holds several, each as a text of its own; lines keep their numbers.
struct DOTParts {
  /// A graph with its name.
  struct Part {
    var name: String?
    var text: [UInt8]
  }

  private let bytes: [UInt8]
  private var position = 0

  /// The graphs; of a text that holds one, or is not well formed, the text as it is.
  static func parts(of text: [UInt8]) -> [Part] {
    var scanner = Self(bytes: text)
    return scanner.parts() ?? [Part(text: text)]
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func parts() -> [Part]? {
    var parts: [Part] = []
    var start = 0
    var depth = 0
    var words: [String] = []
    while position < bytes.count {
      let from = position
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard skipQuoted() else { return nil }
        if depth == 0 {
          words.append(String(decoding: bytes[(from + 1)..<(position - 1)], as: UTF8.self))
        }
      case UInt8(ascii: "<"): guard skipMarkup() else { return nil }
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"),
        UInt8(ascii: "#") where isAtLineStart:
        skip(to: UInt8(ascii: "\n"))
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        guard skipComment() else { return nil }
      case UInt8(ascii: "{"):
        depth += 1
        position += 1
      case UInt8(ascii: "}"):
        depth -= 1
        position += 1
        guard depth >= 0 else { return nil }
        if depth == 0 {
          parts.append(part(start..<position, words))
          start = position
          words = []
        }
      case let byte where Self.isOfWord(byte):
        while position < bytes.count, Self.isOfWord(bytes[position]) { position += 1 }
        if depth == 0 { words.append(String(decoding: bytes[from..<position], as: UTF8.self)) }
      default: position += 1
      }
    }
    return depth == 0 && words.isEmpty && parts.count > 1 ? parts : nil
  }

  private func part(_ range: Range<Int>, _ words: [String]) -> Part {
    let before = bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    let name = words.drop { ["strict", "graph", "digraph"].contains($0.lowercased()) }.first
    return Part(
      name: name, text: Array(repeating: UInt8(ascii: "\n"), count: before) + bytes[range])
  }

  private var next: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  private var isAtLineStart: Bool { position == 0 || bytes[position - 1] == UInt8(ascii: "\n") }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  private mutating func skip(to byte: UInt8) {
    while position < bytes.count, bytes[position] != byte { position += 1 }
  }

  private mutating func skipQuoted() -> Bool {
    position += 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\\") {
        position += 2
      } else if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        return true
      } else {
        position += 1
      }
    }
    return false
  }

  /// Skips a label in HTML, whose angle brackets are balanced.
  private mutating func skipMarkup() -> Bool {
    var depth = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") { depth += 1 }
      if bytes[position] == UInt8(ascii: ">") { depth -= 1 }
      position += 1
      if depth == 0 { return true }
    }
    return false
  }

  private mutating func skipComment() -> Bool {
    position += 2
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        position += 2
        return true
      }
      position += 1
    }
    return false
  }
}
