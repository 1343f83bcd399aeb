/// Why an XML text could not be read to its end.
package struct XMLFault: Error {
  /// The rule of the diagnostic, such as `xml.doctype`.
  package let rule: String
  /// What is wrong, and how to mend it.
  package let message: String
  /// The byte at which it was noticed.
  let offset: Int

  /// The line and byte of the line, counted from 1, at which it was noticed in the text that was read.
  package func position(in bytes: [UInt8]) -> (line: Int, column: Int) {
    var position = TextPosition()
    position.advance(to: offset, in: bytes)
    return (position.line, position.column)
  }
}

/// Counts lines and columns while a text is walked through.
struct TextPosition {
  private(set) var line = 1
  private var lineStart = 0
  private var offset = 0

  /// The byte of the line, counted from 1.
  var column: Int { offset - lineStart + 1 }

  /// Walks on to an offset that is not before the present one.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    while offset < min(target, bytes.count) {
      if bytes[offset] == 0x0A {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
  }
}
