/// The characters of XML: references, line ends, names.
package enum XMLText {
  /// The characters of a range with references resolved and line ends made `\n`.
  static func decoded(
    _ bytes: [UInt8], _ range: Range<Int>, isAttribute: Bool
  ) throws(XMLFault) -> String {
    let isPlain = bytes[range].allSatisfy {
      $0 != UInt8(ascii: "&") && $0 != 0x0D && !(isAttribute && ($0 == 0x0A || $0 == 0x09))
    }
    if isPlain { return String(decoding: bytes[range], as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"):
        let limit = min(range.upperBound, index + 12)
        guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")),
          let scalar = scalar(String(decoding: bytes[index..<end], as: UTF8.self))
        else {
          throw XMLFault(
            rule: "xml.entity",
            message: "a \"&\" stands before no known character; write it as &amp; — "
              + "entities of other names are never read",
            offset: index - 1)
        }
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        index = end + 1
      case 0x0D:
        if index < range.upperBound, bytes[index] == 0x0A { index += 1 }
        result.append(isAttribute ? 0x20 : 0x0A)
      case 0x0A, 0x09:
        result.append(isAttribute ? 0x20 : byte)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The character that a reference without `&` and `;` stands for.
  private static func scalar(_ reference: String) -> UnicodeScalar? {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard reference.hasPrefix("#") else { return nil }
    let digits = reference.dropFirst()
    let isHexadecimal = digits.first == "x"
    let number =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let number, number != 0 else { return nil }
    return UnicodeScalar(number)
  }

  /// The name behind the last colon.
  static func localName(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var start = range.upperBound
    while start > range.lowerBound, bytes[start - 1] != UInt8(ascii: ":") { start -= 1 }
    return String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
  }

  /// Whether the name behind the last colon is the one wanted.
  static func isLocalName(_ wanted: String, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = range.upperBound - wanted.utf8.count
    guard start >= range.lowerBound,
      start == range.lowerBound || bytes[start - 1] == UInt8(ascii: ":")
    else { return false }
    return bytes[start..<range.upperBound].elementsEqual(wanted.utf8)
  }

  /// The text with the characters escaped that XML reads as markup, for elements and attributes.
  ///
  /// Line breaks and tabs become references, which readers do not fold into blanks. What XML cannot hold at all,
  /// such as most control characters, becomes U+FFFD, so that a reader sees that something was there.
  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``escaped(_:)``.
  package static func escape(_ text: String, to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\t", "\n", "\r": bytes += "&#\(scalar.value);".utf8
      case _ where !isAllowed(scalar): bytes += UTF8.encodedReplacementCharacter
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Markup with a prefix, such as `x:`, before the names of all its elements, which have none.
  package static func prefixed(_ markup: String, _ prefix: String) -> String {
    guard !prefix.isEmpty else { return markup }
    return markup.split(separator: "<", omittingEmptySubsequences: false).enumerated()
      .map { index, piece in
        guard index > 0 else { return String(piece) }
        return piece.hasPrefix("/") ? "</\(prefix)\(piece.dropFirst())" : "<\(prefix)\(piece)"
      }.joined()
  }

  /// Whether XML can hold every character of the text.
  package static func holds(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isAllowed) }

  /// Whether XML 1.0 has the character.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": true
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": false
    default: true
    }
  }
}
