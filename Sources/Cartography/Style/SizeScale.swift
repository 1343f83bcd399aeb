/// How large the names in the boxes are: from 11 points for the lowest value to 20 for the highest.
struct SizeScale {
  /// The column or measure.
  let measure: String
  private let low: Double
  private let high: Double

  /// A scale over the values found.
  init(measure: String, values: [Double]) {
    self.measure = measure
    low = values.min() ?? 0
    high = values.max() ?? 0
  }

  /// The font size for a value; the lowest where it is missing.
  func fontSize(for value: String?) -> Double {
    guard let number = value.flatMap(Double.init), high > low else { return 11 }
    return (11 + 9 * (number - low) / (high - low)).rounded()
  }

  /// The part of the legend that explains the scale.
  func legend(textColour: Colour) -> LegendSection {
    LegendSection(
      title: "Size: \(measure)",
      entries: [.init(sample: .none, text: "larger name = more, \(text(low)) to \(text(high))")])
  }
}
