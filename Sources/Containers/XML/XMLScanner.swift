/// Reads XML event by event, without ever looking outside the text.
///
/// There are no entities but the five of the standard and character references: a document type, which could declare
/// others, is refused, so that nothing can be expanded or fetched.
package struct XMLScanner {
  /// What was read last.
  package enum Event { case start, end, text, finish }

  /// How elements and attributes are called.
  package enum Names {
    /// Without the prefix of their namespace, which each file may choose.
    case local
    /// As they are written.
    case written
  }

  /// Elements nested deeper are refused.
  package static let depthLimit = 256

  let bytes: [UInt8]
  private let names: Names
  /// The name of the element that starts or ends.
  package private(set) var name = ""
  /// The characters read last, with references resolved.
  package private(set) var text = ""
  /// Where the event read last begins; the end of an element written as one tag has no place of its own.
  package private(set) var offset = 0

  private var index = 0
  private var open: [String] = []
  private var closesAtOnce = false
  private var hasRoot = false
  private var attributeRange = 0..<0

  /// Starts reading UTF-8 without a byte order mark.
  package init(_ bytes: [UInt8], names: Names = .local) {
    self.bytes = bytes
    self.names = names
  }

  /// How many elements are open.
  package var depth: Int { open.count }

  /// Where the event read last ends.
  package var endOffset: Int { index }

  /// Whether the element that has just started is written as one tag, such as `<a/>`.
  package var isOneTag: Bool { closesAtOnce }

  /// Where the values of the attributes of the element that has just started stand, by names without prefix.
  package var attributeRanges: [String: Range<Int>] {
    var cursor = XMLAttributes(bytes, attributeRange)
    var all: [String: Range<Int>] = [:]
    while let pair = cursor.next() { all[XMLText.localName(bytes, pair.name)] = pair.value }
    return all
  }

  /// Reads the next event; white space outside the root and comments are none.
  package mutating func next() throws(XMLFault) -> Event {
    if closesAtOnce {
      closesAtOnce = false
      name = open.removeLast()
      return .end
    }
    while index < bytes.count {
      offset = index
      guard bytes[index] == UInt8(ascii: "<") else {
        if try readText() { return .text }
        continue
      }
      guard index + 1 < bytes.count else { break }
      switch bytes[index + 1] {
      case UInt8(ascii: "?"): try skip(to: "?>", from: index + 2)
      case UInt8(ascii: "!"):
        if try readDeclaration() { return .text }
      case UInt8(ascii: "/"):
        try readEnd()
        return .end
      default:
        try readStart()
        return .start
      }
    }
    offset = index
    guard open.isEmpty, hasRoot else {
      throw fault("xml.form", "the text ends too early; the file is cut off or damaged")
    }
    return .finish
  }

  /// Reads on to the end of the element that has just started.
  package mutating func skipElement() throws(XMLFault) {
    let outer = open.count - 1
    while open.count > outer { _ = try next() }
  }

  /// Reads on to the end of the element that has just started, and gives all of its characters.
  package mutating func elementText() throws(XMLFault) -> String {
    let outer = open.count - 1
    var result = ""
    while true {
      switch try next() {
      case .text: result += text
      case .end where open.count == outer: return result
      case .start, .end, .finish: break
      }
    }
  }

  /// The value of an attribute of the element that has just started, by its name without prefix.
  package func attribute(_ wanted: String) -> String? {
    var cursor = XMLAttributes(bytes, attributeRange)
    while let pair = cursor.next() {
      if XMLText.isLocalName(wanted, bytes, pair.name) { return value(pair.value) }
    }
    return nil
  }

  /// All attributes of the element that has just started.
  package var attributes: [(name: String, value: String)] {
    var cursor = XMLAttributes(bytes, attributeRange)
    var all: [(name: String, value: String)] = []
    while let pair = cursor.next() { all.append((name(pair.name), value(pair.value))) }
    return all
  }

  package func fault(_ rule: String, _ message: String) -> XMLFault {
    XMLFault(rule: rule, message: message, offset: offset)
  }

  private func value(_ range: Range<Int>) -> String {
    (try? XMLText.decoded(bytes, range, isAttribute: true)) ?? ""
  }

  /// Reads the characters up to the next tag, and says whether they count.
  private mutating func readText() throws(XMLFault) -> Bool {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    guard !open.isEmpty else {
      guard bytes[start..<index].allSatisfy({ $0 <= 0x20 }) else {
        throw fault("xml.form", "there is text outside the root element; this is no XML")
      }
      return false
    }
    text = try XMLText.decoded(bytes, start..<index, isAttribute: false)
    return true
  }

  /// Reads what begins with `<!`, and says whether it was text.
  private mutating func readDeclaration() throws(XMLFault) -> Bool {
    if matches("<!--") {
      try skip(to: "-->", from: index + 4)
      return false
    }
    if matches("<![CDATA["), !open.isEmpty {
      let start = index + 9
      try skip(to: "]]>", from: start)
      text = String(decoding: bytes[start..<(index - 3)], as: UTF8.self)
      return true
    }
    throw fault(
      "xml.doctype",
      "the file declares a document type, which may define entities; these are never read. "
        + "Remove the lines from \"<!DOCTYPE\" to the \">\" that ends it")
  }

  private mutating func readStart() throws(XMLFault) {
    guard open.count < Self.depthLimit else {
      throw fault("xml.depth", "elements are nested deeper than \(Self.depthLimit) levels")
    }
    guard !hasRoot || !open.isEmpty else {
      throw fault("xml.form", "there is a second root element; the file is damaged")
    }
    hasRoot = true
    let nameStart = index + 1
    var end = nameStart
    while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
    guard end > nameStart else {
      throw fault("xml.form", "a \"<\" starts no element; write it as &lt;")
    }
    name = name(nameStart..<end)
    var quote: UInt8 = 0
    var close = end
    while close < bytes.count {
      let byte = bytes[close]
      if quote != 0 {
        if byte == quote { quote = 0 }
        if byte == UInt8(ascii: "<") { break }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        break
      }
      close += 1
    }
    guard close < bytes.count, bytes[close] == UInt8(ascii: ">") else {
      throw fault("xml.form", "the element \"\(name)\" has no end to its tag")
    }
    closesAtOnce = close > end && bytes[close - 1] == UInt8(ascii: "/")
    attributeRange = end..<(closesAtOnce ? close - 1 : close)
    try XMLAttributes.check(bytes, attributeRange, element: name)
    open.append(name)
    index = close + 1
  }

  private mutating func readEnd() throws(XMLFault) {
    let nameStart = index + 2
    var end = nameStart
    while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
    let closed = name(nameStart..<end)
    while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">"), let last = open.last, last == closed
    else {
      throw fault(
        "xml.form",
        open.last.map { "the element \"\($0)\" is not closed before \"</\(closed)\"" }
          ?? "\"</\(closed)\" closes nothing")
    }
    open.removeLast()
    name = closed
    index = end + 1
  }

  private mutating func skip(to mark: String, from start: Int) throws(XMLFault) {
    let wanted = Array(mark.utf8)
    var position = start
    while position + wanted.count <= bytes.count {
      if bytes[position] == wanted[0],
        bytes[position..<(position + wanted.count)].elementsEqual(wanted)
      {
        index = position + wanted.count
        return
      }
      position += 1
    }
    throw fault("xml.form", "a part that ends in \"\(mark)\" is never closed")
  }

  private func matches(_ mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }

  private func name(_ range: Range<Int>) -> String {
    names == .local
      ? XMLText.localName(bytes, range) : String(decoding: bytes[range], as: UTF8.self)
  }

  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"),
      UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }
}
