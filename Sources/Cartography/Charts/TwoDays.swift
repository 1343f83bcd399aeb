import EcosystemModel
import GraphvizKit

/// Bars of one figure on two days, one below the other, and the legend that tells them apart.
struct TwoDays {
  private let names: [String]

  /// - Parameters:
  ///   - first: What the first day is called.
  ///   - second: What the second one is called.
  init(_ first: CalendarDate, _ second: CalendarDate) {
    names = [first.words, second.words]
  }

  /// Draws the bar of the first day or of the second, with the day in it where that fits and the figure beside it.
  ///
  /// - Parameters:
  ///   - position: 0 for the first day, 1 for the second.
  ///   - key: The name of the bar in the picture.
  ///   - y: Where it begins.
  ///   - width: How long it is.
  ///   - figure: What stands beside it.
  ///   - tooltip: What it says of itself.
  ///   - sheet: The sheet to draw on.
  func draw(
    _ position: Int, key: String, y: Double, width: Double, figure: String, tooltip: String,
    on sheet: inout ChartSheet
  ) {
    let fill = Self.fill(position, sheet.theme)
    let fits = TextMetrics.width(of: names[position], size: ChartSheet.small) < width - 6
    sheet.box(
      key, .init(x: 0, y: y, width: width, height: 15), fill: fill, border: sheet.theme.border,
      width: 0.8, lines: fits ? [sheet.label(names[position], on: fill)] : [], tooltip: tooltip,
      class: position == 0 ? "before" : "after")
    sheet.write(
      figure, x: width + 6, y: y + 11, size: ChartSheet.small, isBold: position == 1,
      on: sheet.theme.background)
  }

  /// Which bar is which.
  func legend(_ title: String, _ theme: Theme) -> [LegendSection] {
    [
      LegendSection(
        title: title,
        entries: names.enumerated().map { position, name in
          .init(
            sample: .box(
              shape: .rectangle, fill: Self.fill(position, theme), border: theme.border),
            text: "\(name), the \(position == 0 ? "upper" : "lower") bar")
        })
    ]
  }

  private static func fill(_ position: Int, _ theme: Theme) -> Colour {
    theme.shade(position == 0 ? 0.35 : 0.9)
  }
}
