/// Turns the bytes of a text file into UTF-8 without a byte order mark, or says where they are no text.
package enum TextEncoding {
  /// Why bytes are no text.
  package struct Fault: Error, Equatable {
    /// What is wrong, and how to mend it.
    package let message: String
    /// The line on which it shows, counted from 1.
    package let line: Int
  }

  /// The text as UTF-8.
  ///
  /// - Throws: ``Fault`` where the bytes are of no known encoding, or damaged.
  package static func utf8(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw Fault(message: "the file is UTF-32; save it as UTF-8", line: 1)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, isLittleEndian: false) }
    guard let offset = firstFault(in: bytes) else {
      return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
    throw fault(of: bytes, at: offset)
  }

  /// The offset of the first byte that is NUL or does not belong to well-formed UTF-8.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    let text = bytes.span
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
        continue
      }
      guard let length = sequenceLength(text, at: index) else { return index }
      index += length
    }
    return nil
  }

  /// The length of the multi-byte character at an index, after table 3-7 of the Unicode standard.
  private static func sequenceLength(_ text: Span<UInt8>, at index: Int) -> Int? {
    let lead = text[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= text.count, second.contains(text[index + 1]) else { return nil }
    for offset in 2..<max(2, length) where text[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }

  private static func fault(of bytes: [UInt8], at offset: Int) -> Fault {
    let line = lineNumber(of: offset, in: bytes)
    let byte = bytes[offset]
    if byte == 0 {
      let isWide = bytes.prefix(64).count { $0 == 0 } > 8
      return Fault(
        message: "byte \(offset + 1) is NUL; "
          + (isWide
            ? "the file seems to be UTF-16 without a byte order mark; save it as CSV UTF-8"
            : "the file is no text, or damaged; save it as CSV UTF-8"),
        line: line)
    }
    let hexadecimal = String(byte, radix: 16, uppercase: true)
    let guess =
      byte >= 0xA0
      ? " (\"\(Character(UnicodeScalar(byte)))\" in Latin-1 and Windows-1252)"
      : byte >= 0x80 ? " (a sign of Windows-1252)" : ""
    return Fault(
      message: "byte \(offset + 1) is 0x\(hexadecimal)\(guess), which is not UTF-8; "
        + "save the file as \"CSV UTF-8\"", line: line)
  }

  /// The line an offset is on, counting CRLF, CR and LF as one break each.
  private static func lineNumber(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset) {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
      previous = byte
    }
    return line
  }

  private static func utf16(
    _ bytes: [UInt8], isLittleEndian: Bool
  ) throws(Fault) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittleEndian
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    var text: [UInt8] = []
    text.reserveCapacity(units.count + units.count / 2)
    var line = 1
    var position = 0
    var parser = UTF16.ForwardParser()
    var source = units.makeIterator()
    var previous: UnicodeScalar = " "
    while true {
      switch parser.parseScalar(from: &source) {
      case .valid(let encoded):
        let scalar = UTF16.decode(encoded)
        guard scalar.value != 0 else {
          throw Fault(
            message: "byte \(position * 2 + 3) is NUL; save it as CSV UTF-8", line: line)
        }
        if scalar == "\r" || (scalar == "\n" && previous != "\r") { line += 1 }
        previous = scalar
        position += encoded.count
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .emptyInput:
        if bytes.count % 2 == 1 {
          throw Fault(message: "the file ends inside a UTF-16 character", line: line)
        }
        return text
      case .error:
        throw Fault(
          message:
            "byte \(position * 2 + 3) begins half a UTF-16 character; save the file as CSV UTF-8",
          line: line)
      }
    }
  }
}
