/// Walks over the attributes of one tag.
struct XMLAttributes: IteratorProtocol {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// Where the name of the next attribute and the characters of its value stand.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    skipBlanks()
    let start = index
    while index < end, XMLScanner.isName(bytes[index]) { index += 1 }
    guard index > start else { return nil }
    let name = start..<index
    skipBlanks()
    guard index < end, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skipBlanks()
    guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
    else { return nil }
    let quote = bytes[index]
    index += 1
    let value = index
    while index < end, bytes[index] != quote { index += 1 }
    guard index < end else { return nil }
    index += 1
    return (name, value..<(index - 1))
  }

  /// Throws where a tag holds anything but attributes, or a reference to an entity that is not of the standard.
  static func check(
    _ bytes: [UInt8], _ range: Range<Int>, element: String
  ) throws(XMLFault) {
    guard !range.isEmpty else { return }
    var cursor = Self(bytes, range)
    while let pair = cursor.next() {
      if bytes[pair.value].contains(UInt8(ascii: "&")) {
        _ = try XMLText.decoded(bytes, pair.value, isAttribute: true)
      }
    }
    cursor.skipBlanks()
    guard cursor.index == range.upperBound else {
      throw XMLFault(
        rule: "xml.form", message: "the tag of \"\(element)\" holds something that is no attribute",
        offset: cursor.index)
    }
  }

  private mutating func skipBlanks() {
    while index < end, bytes[index] <= 0x20 { index += 1 }
  }
}
