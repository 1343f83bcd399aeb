/// How wide outlines or lines are: from 1 point for the lowest value to 6 for the highest.
struct WidthScale {
  /// The column or measure, as the legend names it.
  let title: String
  /// The lowest and the highest value.
  let low, high: Double

  /// The narrowest and the widest, in points.
  static let narrowest = 1.0
  static let widest = 6.0

  /// A scale over the values found; `nil` where they do not differ.
  init?(title: String, values: [Double]) {
    guard let low = values.min(), let high = values.max(), low < high else { return nil }
    self.title = title
    self.low = low
    self.high = high
  }

  /// The width for a value; the narrowest where it is missing.
  func width(for value: Double?) -> Double {
    guard let value else { return Self.narrowest }
    let share = (value - low) / (high - low)
    return ((Self.narrowest + (Self.widest - Self.narrowest) * share) * 10).rounded() / 10
  }

  /// The part of the legend that explains the scale, with a sample for the lowest and the highest value.
  func legend(_ name: String, sample: (Double) -> LegendSection.Sample) -> LegendSection {
    LegendSection(
      title: "\(name): \(title)",
      entries: [
        .init(sample: sample(Self.narrowest), text: PictureText.ofScale(low)),
        .init(sample: sample(Self.widest), text: PictureText.ofScale(high)),
      ])
  }
}
