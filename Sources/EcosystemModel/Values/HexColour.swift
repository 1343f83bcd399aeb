/// A colour as a cell states it: `#1f77b4`, or `#f80` for `#ff8800`.
package struct HexColour: Hashable, Sendable, Codable, LosslessStringConvertible {
  /// The six digits after a `#`, in lower case.
  package let description: String

  /// Reads `#rrggbb` or `#rgb`; `nil` if the text is neither.
  package init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      digits.count == 3 || digits.count == 6
    else { return nil }
    let all = digits.count == 6 ? String(digits) : digits.map { "\($0)\($0)" }.joined()
    description = "#" + all.lowercased()
  }
}
