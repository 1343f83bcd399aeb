import Containers

/// The texts that the cells of a workbook share.
enum SharedStrings {
  /// Reads `xl/sharedStrings.xml`.
  static func read(_ bytes: [UInt8]) throws(XMLFault) -> [String] {
    var scanner = XMLScanner(bytes)
    var strings: [String] = []
    while true {
      switch try scanner.next() {
      case .start:
        guard scanner.name == "si" else { break }
        let text = try richText(&scanner)
        try scanner.require(cell: text)
        strings.append(text)
      case .end, .text: break
      case .finish: return strings
      }
    }
  }

  /// The text of the element that has just started: its `t` parts in all formats, without phonetic guides.
  static func richText(_ scanner: inout XMLScanner) throws(XMLFault) -> String {
    let outer = scanner.depth - 1
    var result = ""
    while true {
      switch try scanner.next() {
      case .start:
        if scanner.name == "rPh" {
          try scanner.skipElement()
        } else if scanner.name == "t" {
          result += try scanner.elementText()
        }
      case .end: if scanner.depth == outer { return unescaped(result) }
      case .text, .finish: break
      }
    }
  }

  /// The text with `_x000D_` and the like as the characters they stand for; ECMA-376 part 1, 22.9.2.19.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var units: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let character = escape(bytes, at: index) {
        units += UTF8.encode(character) ?? UTF8.encodedReplacementCharacter
        index += 7
      } else {
        units.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// The text with escapes for what the format cannot hold, and for what would be taken for an escape.
  ///
  /// ECMA-376 part 1, 22.9.2.19. Control characters are left to the writer of the markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "\u{FFFE}" || scalar == "\u{FFFF}" {
        result += "_x\(String(scalar.value, radix: 16, uppercase: true))_"
      } else if scalar == "_", isEscape(rest.prefix(7)) {
        result += "_x005F_"
      } else {
        result.unicodeScalars.append(scalar)
      }
      rest = rest.dropFirst()
    }
    return result
  }

  /// Whether seven characters would be read as an escape.
  private static func isEscape(_ characters: Substring.UnicodeScalarView) -> Bool {
    escape(Array(String(characters).utf8), at: 0) != nil
  }

  private static func escape(_ bytes: [UInt8], at index: Int) -> UnicodeScalar? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
      let number = UInt32(
        String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
      number != 0
    else { return nil }
    return UnicodeScalar(number)
  }
}

extension XMLScanner {
  /// The most characters, in UTF-16 code units, that a cell of a workbook holds.
  static var cellTextLimit: Int { 32_767 }

  /// Refuses a text that no cell of a workbook can hold.
  ///
  /// A small file may have one such text in all its cells.
  func require(cell text: String) throws(XMLFault) {
    guard text.utf8.count > Self.cellTextLimit, text.utf16.count > Self.cellTextLimit else {
      return
    }
    throw fault(
      "cell.size",
      "a cell has \(text.utf16.count) characters, more than the 32,767 that a cell of a workbook may have"
    )
  }
}
