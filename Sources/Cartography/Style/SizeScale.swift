/// How large the names in the boxes are: from 11 points for the lowest value to 20 for the highest.
struct SizeScale {
  /// The column or measure, as the legend names it.
  let title: String
  private let low: Double
  private let high: Double

  /// A scale over the values found; nothing where there are none.
  init?(title: String, values: [Double]) {
    guard let low = values.min(), let high = values.max() else { return nil }
    self.title = title
    self.low = low
    self.high = high
  }

  /// The font size for a value; the lowest where it is missing.
  func fontSize(for value: Double?) -> Double {
    guard let value, high > low else { return 11 }
    return (11 + 9 * (value - low) / (high - low)).rounded()
  }

  /// The length of a bar for a value, as a share of the longest: from 0, or from the lowest where one is below.
  func share(of value: Double) -> Double {
    let base = min(0, low)
    return high > base ? (value - base) / (high - base) : 1
  }

  /// The part of the legend that explains bars.
  var legendOfBars: LegendSection {
    LegendSection(
      title: "Bar: \(title)",
      entries: LegendSection.note("longer = more, up to \(PictureText.ofScale(high))"))
  }

  /// The part of the legend that explains the scale.
  var legend: LegendSection {
    LegendSection(
      title: "Size: \(title)",
      entries: LegendSection.note(
        low < high
          ? "larger = more, \(PictureText.ofScale(low)) to \(PictureText.ofScale(high))"
          : "all \(PictureText.ofScale(low))"))
  }
}
