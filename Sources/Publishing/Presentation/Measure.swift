/// Lengths in the units of presentations.
enum Measure {
  /// English metric units, 12,700 to a point.
  static func emu(_ points: Double) -> Int {
    guard points.isFinite else { return 0 }
    return Int((min(max(points, -100_000), 100_000) * 12_700).rounded())
  }

  /// Hundredths of a point, the unit of letters, cut to tenths; one point at least.
  static func fontSize(_ points: Double) -> Int {
    guard points.isFinite else { return 100 }
    // Something is added so that 9 pt that were computed as 8.99 stay 9.
    return max(100, Int((min(points, 400) * 10 + 0.1).rounded(.down)) * 10)
  }
}
