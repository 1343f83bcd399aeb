/// How large the names in the boxes are: from 11 points for the lowest value to 20 for the highest.
struct SizeScale {
  /// The column or measure, as the legend names it.
  let title: String
  private let low: Double
  private let high: Double

  /// A scale over the values found.
  init(title: String, values: [Double]) {
    self.title = title
    low = values.min() ?? 0
    high = values.max() ?? 0
  }

  /// The font size for a value; the lowest where it is missing.
  func fontSize(for value: Double?) -> Double {
    guard let value, high > low else { return 11 }
    return (11 + 9 * (value - low) / (high - low)).rounded()
  }

  /// The part of the legend that explains the scale.
  var legend: LegendSection {
    LegendSection(
      title: "Size: \(title)",
      entries: LegendSection.note(
        "larger = more, \(PictureText.ofScale(low)) to \(PictureText.ofScale(high))"))
  }
}
