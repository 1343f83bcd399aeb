/// The middle of a set of numbers, and how far the others are from it: measures that a few huge values cannot move.
enum Median {
  /// The median; the mean of the middle two where their number is even; nothing of nothing.
  static func of(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let ordered = values.sorted()
    let middle = ordered.count / 2
    return ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
  }

  /// The median of the distances to the median (MAD), times 1.4826 so that it equals the standard deviation of normal
  /// values.
  static func deviation(of values: [Double]) -> Double? {
    of(values).flatMap { middle in of(values.map { ($0 - middle).magnitude }) }.map { $0 * 1.4826 }
  }
}
