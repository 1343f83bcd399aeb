/// The name on a chip of a landscape.
///
/// Whole where it fits in lines of words, then of syllables, then in smaller letters; what is longer ends in `…`.
struct ChipText: Hashable {
  var lines: [String]
  var size: Double
  /// Whether the name is not whole.
  var isShortened = false

  /// The size of letters where nothing asks for less.
  static let letters = 12.0
  /// The height of a line in sizes of its letters.
  static let leading = 1.15

  /// Fits a name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - width: The room for a line.
  ///   - limit: How many lines of letters of the standard size there is room for.
  ///   - least: The smallest size that can be read.
  init(_ name: String, width: Double, limit: Int, least: Double) {
    let height = Double(limit) * Self.letters * Self.leading
    for (breaks, sizes) in [
      (false, [Self.letters]), (true, [Self.letters]), (true, Self.smaller(least)),
    ] {
      for size in sizes {
        let most = max(limit, Int(height / (size * Self.leading)))
        if let lines = TextMetrics.lines(
          of: name, width: width, size: size, limit: most, breaksWords: breaks)
        {
          (self.lines, self.size) = (lines, size)
          return
        }
      }
    }
    size = min(Self.letters, max(least, 1))
    let most = max(limit, Int(height / (size * Self.leading)))
    lines = TextMetrics.wrap(name, width: width, size: size, lineLimit: most)
    isShortened = lines.last?.hasSuffix("…") ?? false
  }

  /// The smallest letters that can be read where everything is so much enlarged, and letters of a wide font so much smaller.
  static func least(at scale: Double, letterScale: Double) -> Double {
    min(letters, 9 / scale / letterScale)
  }

  private static func smaller(_ least: Double) -> [Double] {
    stride(from: letters - 0.5, through: min(least, letters), by: -0.5).map { $0 }
  }
}

/// How a name fits chips of different widths, as far as the widths of its words tell.
struct ChipMeasure {
  private let words: [Double]

  private static let space = TextMetrics.width(of: " ", size: ChipText.letters)

  init(_ name: String) {
    words = name.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }).flatMap {
      // Hyphens are places to break at as well.
      $0.split(separator: "-").map { TextMetrics.width(of: $0, size: ChipText.letters) }
    }
  }

  /// How much of the name is lost in lines of a width: nothing, a little where a word is broken, all where it is not whole.
  func loss(width: Double, limit: Int) -> Double {
    var (lines, used, isBroken) = (1, 0.0, false)
    for word in words {
      if used > 0, used + Self.space + word > width {
        lines += 1
        used = 0
      }
      used += (used > 0 ? Self.space : 0) + word
      while used > width {
        isBroken = true
        lines += 1
        // A syllable is some letters long.
        used -= width - 2 * Self.space
      }
    }
    return lines > limit ? 1 : isBroken ? 0.15 : 0
  }
}
