/// The mark by which Excel knows that a CSV file is UTF-8 when it is opened by a double click.
package enum ByteOrderMark {
  /// The text of a file with the mark in front, where it has letters that need it.
  package static func put(before text: [UInt8]) -> [UInt8] {
    text.contains { $0 >= 0x80 } ? [0xEF, 0xBB, 0xBF] + text : text
  }
}
