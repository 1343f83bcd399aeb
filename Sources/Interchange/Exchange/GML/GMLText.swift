import EcosystemModel

/// The records of a GML text: keys with numbers, texts or lists of the same.
struct GMLText {
  /// A key with its value, and where the key stands.
  struct Entry {
    let key: String
    let value: Value
    let place: ExchangeGraph.Place
  }

  indirect enum Value {
    case scalar(String)
    case record([Entry])
  }

  /// No file nests records deeper.
  private static let depthLimit = 100

  private let bytes: [UInt8]
  private var position = 0
  private var place = ExchangeGraph.Place(line: 1, column: 1)

  /// The entries of a text.
  static func entries(in bytes: [UInt8]) throws(DocumentError) -> [Entry] {
    var reader = Self(bytes: bytes)
    return try reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() throws(DocumentError) -> [Entry] {
    var open: [(key: String, place: ExchangeGraph.Place, entries: [Entry])] = [("", place, [])]
    while let next = peek() {
      let start = place
      if next == UInt8(ascii: "]") {
        advance()
        guard open.count > 1 else { throw Self.fault("this bracket closes none", start) }
        let closed = open.removeLast()
        open[open.count - 1].entries.append(
          Entry(key: closed.key, value: .record(closed.entries), place: closed.place))
        continue
      }
      let key = word()
      guard let first = key.first, first.isLetter || first == "_" else {
        throw Self.fault(
          "\(Phrase.quoted(key.isEmpty ? "[" : String(key.prefix(40)))) stands where a key belongs",
          start)
      }
      switch peek() {
      case nil, UInt8(ascii: "]"):
        throw Self.fault("the key \"\(key)\" has no value", start)
      case UInt8(ascii: "["):
        advance()
        guard open.count < Self.depthLimit else {
          throw Self.fault("lists nest more than \(Self.depthLimit) deep", start)
        }
        open.append((key, start, []))
      case UInt8(ascii: "\""):
        open[open.count - 1].entries.append(
          Entry(key: key, value: .scalar(try text()), place: start))
      default:
        open[open.count - 1].entries.append(Entry(key: key, value: .scalar(word()), place: start))
      }
    }
    guard open.count == 1 else {
      throw Self.fault(
        "the list \"\(open[open.count - 1].key)\" is not closed", open[open.count - 1].place)
    }
    return open[0].entries
  }

  static func fault(_ message: String, _ place: ExchangeGraph.Place) -> DocumentError {
    DocumentError(
      rule: "exchange.gml", message: message, line: place.line, column: place.column)
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") {
      place.line += 1
      place.column = 1
    } else if bytes[position] & 0xC0 != 0x80 {
      place.column += 1
    }
    position += 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  /// The next byte that is neither blank nor of a comment; `nil` at the end.
  private mutating func peek() -> UInt8? {
    while position < bytes.count {
      if Self.isBlank(bytes[position]) {
        advance()
      } else if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { advance() }
      } else {
        return bytes[position]
      }
    }
    return nil
  }

  /// What stands up to the next blank or bracket.
  private mutating func word() -> String {
    let start = position
    while position < bytes.count, !Self.isBlank(bytes[position]),
      ![UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\"")].contains(bytes[position])
    {
      advance()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// What stands between quotes; what is no plain letter stands there as in XML.
  private mutating func text() throws(DocumentError) -> String {
    let start = place
    advance()
    let first = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { advance() }
    guard position < bytes.count else { throw Self.fault("this text is not closed", start) }
    let text = String(decoding: bytes[first..<position], as: UTF8.self)
    advance()
    return CharacterReferences.resolved(text)
  }
}

/// Characters that stand in texts by their numbers or names, such as `&#228;` and `&amp;`.
enum CharacterReferences {
  private static let names: [Substring: Unicode.Scalar] = [
    "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// A text with what they stand for; what is none stays as it is.
  static func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let scalar = scalar(rest[rest.index(after: start)..<end])
      else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(_ reference: Substring) -> Unicode.Scalar? {
    guard reference.hasPrefix("#") else { return names[reference] }
    let digits = reference.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }

  /// A text in which everything but plain letters and signs stands by its number.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if (" "..."~").contains(scalar), scalar != "\"", scalar != "&" {
        result.unicodeScalars.append(scalar)
      } else {
        result += "&#\(scalar.value);"
      }
    }
    return result
  }
}
