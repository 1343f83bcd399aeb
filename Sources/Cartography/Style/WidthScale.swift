#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How wide outlines or lines are: from 1 point for the lowest value to 6 for the highest.
///
/// Where one value is far above all others, so that these would be hairlines, equal ratios of values rather than equal
/// differences are equal steps of width.
struct WidthScale {
  /// The column or measure, as the legend names it.
  let title: String
  /// The lowest and the highest value.
  let low, high: Double
  /// Whether equal ratios are equal steps.
  let isLogarithmic: Bool

  /// The narrowest and the widest, in points.
  static let narrowest = 1.0
  static let widest = 6.0

  /// A scale over the values found; `nil` where they do not differ.
  init?(title: String, values: [Double]) {
    guard let low = values.min(), let high = values.max(), low < high else { return nil }
    self.title = title
    self.low = low
    self.high = high
    let middle = values.sorted()[values.count / 2]
    isLogarithmic = low > 0 && high > Self.mostTimesTheMiddle * middle
  }

  /// The highest value may be so many times the middle one before widths follow ratios.
  private static let mostTimesTheMiddle = 50.0

  /// The width for a value; the narrowest where it is missing.
  func width(for value: Double?) -> Double {
    guard let value else { return Self.narrowest }
    let share =
      isLogarithmic
      ? log(max(value, low) / low) / log(high / low) : (value - low) / (high - low)
    return ((Self.narrowest + (Self.widest - Self.narrowest) * share) * 10).rounded() / 10
  }

  /// The part of the legend that explains the scale, with a sample for the lowest and the highest value.
  func legend(_ name: String, sample: (Double) -> LegendSection.Sample) -> LegendSection {
    // Two ends would be read as of a scale of equal steps.
    let middle = isLogarithmic ? [(low * high).squareRoot()] : []
    return LegendSection(
      title: "\(name): \(title)",
      entries: ([low] + middle + [high]).map {
        .init(sample: sample(width(for: $0)), text: PictureText.ofScale($0))
      })
  }
}
