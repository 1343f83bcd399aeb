import GraphvizKit

/// An axis of days from left to right.
struct DayAxis {
  let most: Double
  let width: Double

  /// Points for one day.
  var scale: Double { width / max(most, 1e-9) }

  func draw(left: Double, bottom: Double, on sheet: inout ChartSheet) {
    for tick in PictureText.ticks(to: most, limit: 10) {
      let x = left + tick * scale
      sheet.rule(from: .init(x: x, y: 0), to: .init(x: x, y: bottom))
      sheet.write(
        "\(PictureText.number(tick)) d", x: x, y: bottom + 12, size: ChartSheet.small,
        colour: sheet.theme.mutedText, tick == 0 ? .start : .middle)
    }
  }
}
