extension String {
  /// The text without white space of any kind, such as no-break spaces, and without stray byte order marks at its ends.
  package var trimmed: String {
    // Most cells need no work: their first and last byte are ASCII and no space.
    guard let first = utf8.first, let last = utf8.last,
      !(0x21...0x7E).contains(first) || !(0x21...0x7E).contains(last)
    else { return self }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return start == scalars.startIndex && scalars.index(after: end) == scalars.endIndex
      ? self : String(scalars[start...end])
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { properties.isWhitespace || self == "\u{FEFF}" }
}

extension Substring {
  /// The text without white space of any kind at its ends.
  package var trimmed: String { String(self).trimmed }
}

extension Collection<String> {
  /// The words with commas between them, or with semicolons where one has a comma itself: `Roe, Jane; Doe, John`.
  package var listed: String { joined(separator: separator) }

  fileprivate var separator: String { contains { $0.contains(",") } ? "; " : ", " }
}

extension [String] {
  /// The words as people list them: `a, b or c`.
  package func spokenList(last joint: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: separator) + " \(joint) " + last
  }
}
