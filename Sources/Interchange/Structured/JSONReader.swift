/// Reads JSON text after RFC 8259 and remembers where each value stands.
///
/// Foundation's decoder gives no positions, and a YAML parser would take text that is not JSON.
struct JSONReader {
  /// Datasets nest four deep; a limit keeps hostile text from exhausting the stack.
  private static let depthLimit = 64

  private let scalars: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// How far characters have been counted, so that a document on one line is not counted again for each value.
  private var counted = (index: 0, column: 1)

  /// Reads UTF-8 without a byte order mark.
  static func document(in utf8: [UInt8]) throws(DocumentError) -> DocumentNode {
    var reader = JSONReader(scalars: utf8)
    reader.skipBlanks()
    let node = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.index == utf8.count else {
      throw reader.fault("text follows the end of the document; remove it")
    }
    return node
  }

  private init(scalars: [UInt8]) { self.scalars = scalars }

  private var current: UInt8? { index < scalars.count ? scalars[index] : nil }

  /// The character on its line, counting those of several bytes once.
  private mutating func column() -> Int {
    if counted.index < lineStart { counted = (lineStart, 1) }
    counted.column += scalars[counted.index..<index].count { $0 & 0xC0 != 0x80 }
    counted.index = index
    return counted.column
  }

  private func fault(_ message: String) -> DocumentError {
    let column = 1 + scalars[lineStart..<index].count { $0 & 0xC0 != 0x80 }
    return DocumentError(rule: "json.syntax", message: message, line: line, column: column)
  }

  private mutating func skipBlanks() {
    while let byte = current {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        index += 1
        if byte == UInt8(ascii: "\r"), current == UInt8(ascii: "\n") { index += 1 }
        line += 1
        lineStart = index
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(DocumentError) -> DocumentNode {
    guard depth < Self.depthLimit else {
      throw fault("the document nests more than \(Self.depthLimit) levels deep")
    }
    let (startLine, startColumn) = (line, column())
    let content: DocumentNode.Content
    switch current {
    case UInt8(ascii: "{"): content = .object(try object(depth: depth))
    case UInt8(ascii: "["): content = .list(try list(depth: depth))
    case UInt8(ascii: "\""): content = .scalar(try string())
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      content = .scalar(try number())
    case nil: throw fault("the document ends where a value is expected")
    default: content = try word()
    }
    return DocumentNode(content: content, line: startLine, column: startColumn)
  }

  private mutating func object(depth: Int) throws(DocumentError) -> [DocumentNode.Entry] {
    index += 1
    var entries: [DocumentNode.Entry] = []
    skipBlanks()
    if take("}") { return entries }
    while true {
      guard current == UInt8(ascii: "\"") else {
        throw fault("a key in double quotes is expected here")
      }
      let (keyLine, keyColumn) = (line, column())
      let key = try string()
      skipBlanks()
      guard take(":") else { throw fault("a colon is expected after the key \"\(key)\"") }
      skipBlanks()
      entries.append(
        .init(key: key, line: keyLine, column: keyColumn, value: try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return entries }
      guard take(",") else { throw fault("a comma or } is expected here") }
      skipBlanks()
    }
  }

  private mutating func list(depth: Int) throws(DocumentError) -> [DocumentNode] {
    index += 1
    var elements: [DocumentNode] = []
    skipBlanks()
    if take("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return elements }
      guard take(",") else { throw fault("a comma or ] is expected here") }
      skipBlanks()
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let current, UInt32(current) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func word() throws(DocumentError) -> DocumentNode.Content {
    for (word, content) in [
      ("true", DocumentNode.Content.scalar("true")), ("false", .scalar("false")), ("null", .null),
    ] where scalars[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    throw fault("a value is expected here: text in double quotes, a number, true, false or null")
  }

  private mutating func number() throws(DocumentError) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: scalars[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(DocumentError) {
    let start = index
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    guard index > start else { throw fault("a digit is expected here") }
  }

  private mutating func string() throws(DocumentError) -> String {
    index += 1
    var text: [UInt8] = []
    var start = index
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        text += scalars[start..<index]
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += scalars[start..<index]
        index += 1
        try escape(into: &text)
        start = index
      case 0..<0x20:
        throw fault("a line break or control character in a text must be escaped, as in \\n")
      default: index += 1
      }
    }
    throw fault("the text that begins here or before has no closing quote")
  }

  private mutating func escape(into text: inout [UInt8]) throws(DocumentError) {
    guard let byte = current else { throw fault("the document ends inside a text") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try escapedScalar()).utf8
    default:
      index -= 1
      throw fault("no such escape; a backslash itself is written \\\\")
    }
  }

  /// The character of `\u00e9`, or of a pair of surrogates.
  private mutating func escapedScalar() throws(DocumentError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    guard UTF16.isLeadSurrogate(first), take("\\"), take("u") else {
      throw fault("half a surrogate pair; write both, as in \\ud83d\\ude00")
    }
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else {
      throw fault("half a surrogate pair; write both, as in \\ud83d\\ude00")
    }
    let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private mutating func codeUnit() throws(DocumentError) -> UInt16 {
    let digits = scalars[index..<min(index + 4, scalars.count)]
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are expected after \\u") }
    index += 4
    return unit
  }
}
