/// How repeated measurements of one thing scatter.
public struct Spread: Hashable, Sendable, Codable {
  /// How many there are, at least one.
  public let count: Int
  /// The smallest.
  public let least: Double
  /// The middle one, or the mean of the two in the middle.
  public let median: Double
  /// The largest.
  public let most: Double
  /// The arithmetic mean.
  public let mean: Double

  /// Describes the values; nothing if there are none.
  ///
  /// - Complexity: O(*n* · log *n*).
  public init?(_ values: some Collection<Double>) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    least = first
    most = last
    mean = sorted.reduce(0, +) / Double(sorted.count)
    median = Self.quantile(0.5, of: sorted)
  }

  /// The value below which a share of the sorted values lies, interpolated between the two nearest.
  ///
  /// Same values as `quantile` of R with its default type 7 and as numpy's `quantile`.
  ///
  /// - Precondition: There is at least one value, and the share is in `0...1`.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let lower = Int(place)
    let upper = min(lower + 1, sorted.count - 1)
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
  }
}
