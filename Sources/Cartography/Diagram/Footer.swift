/// How the footer of a sheet is set.
enum Footer {
  /// The size of its letters, the smallest on a sheet.
  static let size = 9.5
  /// The most lines it takes.
  static let mostLines = 4

  /// How much smaller than a slide a sheet is composed, so that its letters can be read in a font that is drawn smaller.
  static func shrinkage(for theme: Theme) -> Double {
    min(1, theme.letterScale * size / FitGoal.slide.letters)
  }

  /// The width of its lines; small letters on a grid of pixels are up to 3 % wider than measured.
  static func width(on slide: Diagram.Extent, theme: Theme) -> Double {
    (slide.width - 2 * Slide.margin) / 1.03 * shrinkage(for: theme)
  }

  /// How many lines a footer takes before it is written: two on a slide, more where lines are shorter.
  static func usualLines(on slide: Diagram.Extent, theme: Theme) -> Int {
    min(Int((usualLength / width(on: slide, theme: theme)).rounded(.up)), mostLines)
  }

  private static let usualLength = 1_480.0

  /// The text in lines.
  static func lines(
    of text: String, on slide: Diagram.Extent = Slide.extent, theme: Theme,
    limit: Int = mostLines
  ) -> [String] {
    TextMetrics.wrap(text, width: width(on: slide, theme: theme), size: size, lineLimit: limit)
  }
}
