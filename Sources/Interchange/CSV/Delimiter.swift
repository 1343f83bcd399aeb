/// Which character separates the cells of a file.
enum Delimiter {
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")

  /// The delimiter of a `sep=;` line, which spreadsheets write and obey, and the length of that line.
  static func declared(in bytes: [UInt8]) -> (delimiter: UInt8, length: Int)? {
    guard bytes.count > 4, bytes.starts(with: Array("sep=".utf8)),
      [comma, semicolon, tab].contains(bytes[4])
    else { return nil }
    let end = bytes[5...].prefix { $0 == 0x0D || $0 == 0x0A }.prefix(2)
    guard let first = end.first else { return bytes.count == 5 ? (bytes[4], 5) : nil }
    return (bytes[4], first == 0x0D && end.last == 0x0A && end.count == 2 ? 7 : 6)
  }

  /// The candidate that stands most often outside quotes in the first record with text; a comma where none does.
  static func sniffed(in bytes: [UInt8], prefersTab: Bool) -> UInt8 {
    var counts: (comma: Int, semicolon: Int, tab: Int) = (0, 0, 0)
    var isQuoted = false
    var hasText = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case comma where !isQuoted: counts.comma += 1
      case semicolon where !isQuoted: counts.semicolon += 1
      case tab where !isQuoted: counts.tab += 1
      case 0x0A where !isQuoted, 0x0D where !isQuoted:
        if hasText { return winner(counts, prefersTab: prefersTab) }
        counts = (0, 0, 0)
        continue
      default: break
      }
      hasText = hasText || ![comma, semicolon, tab, 0x20].contains(byte)
    }
    return winner(counts, prefersTab: prefersTab)
  }

  private static func winner(
    _ counts: (comma: Int, semicolon: Int, tab: Int), prefersTab: Bool
  ) -> UInt8 {
    if prefersTab, counts.tab > 0 { return tab }
    let most = max(counts.comma, counts.semicolon, counts.tab)
    if counts.comma == most { return comma }
    return counts.semicolon == most ? semicolon : tab
  }
}
