/// The widths of letters in Liberation Sans, which equal Arial's and Helvetica's.
///
/// Good enough to wrap names and to place a legend; the boxes themselves are measured by the layout engine.
package enum TextMetrics {
  /// Advance widths of U+0020 to U+007E in thousandths of the font size.
  private static let widths: [Double] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// The width of a text in points; bold letters are taken as a tenth wider.
  package static func width(of text: some StringProtocol, size: Double, isBold: Bool = false)
    -> Double
  {
    let thousandths = text.unicodeScalars.reduce(0.0) { sum, scalar in
      switch scalar.value {
      case 0x20...0x7E: sum + widths[Int(scalar.value) - 0x20]
      case 0xA0: sum + 278
      case 0x300...0x36F: sum
      case 0..<0x1100: sum + 580
      default: sum + 1000
      }
    }
    return thousandths / 1000 * size * (isBold ? 1.1 : 1)
  }

  /// The text in lines no wider than `width` points, broken at spaces other than no-break spaces.
  ///
  /// A word that is wider by itself is broken between syllables, or where none fits, between letters.
  ///
  /// What does not fit into `lineLimit` lines ends in `…`.
  package static func wrap(
    _ text: String, width: Double, size: Double, isBold: Bool = false, lineLimit: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ candidate: String) -> Bool {
      Self.width(of: candidate, size: size, isBold: isBold) <= width
    }
    for word in text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      let candidate = line.isEmpty ? String(word) : line + " " + word
      if fits(candidate) {
        line = candidate
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = String(word)
      while !fits(line), line.count > 1, lines.count <= lineLimit {
        if let piece = Syllables.firstBreak(of: line[...], breaksWords: true, where: fits) {
          lines.append(piece.head)
          line = String(piece.rest)
          continue
        }
        var head = ""
        while let next = line.first, head.isEmpty || fits(head + String(next) + "-") {
          head.append(next)
          line.removeFirst()
        }
        // One letter alone on a line reads like a mistake.
        while line.count < Syllables.fewest, head.count > Syllables.fewest {
          line.insert(head.removeLast(), at: line.startIndex)
        }
        lines.append(line.isEmpty ? head : head + "-")
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > lineLimit, lineLimit > 0 else { return lines }
    var last = lines[lineLimit - 1] + "…"
    while !fits(last), last.count > 2 { last.remove(at: last.index(last.endIndex, offsetBy: -2)) }
    return lines.prefix(lineLimit - 1) + [last]
  }
}
