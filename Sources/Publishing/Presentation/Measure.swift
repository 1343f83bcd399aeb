/// Lengths in the units of presentations.
enum Measure {
  /// English metric units, 12,700 to a point.
  static func emu(_ points: Double) -> Int {
    guard points.isFinite else { return 0 }
    return Int((min(max(points, -100_000), 100_000) * 12_700).rounded())
  }

  /// The smallest letters that can be read on a slide, in points.
  static let readable = 9.0
  /// Letters from this size on become readable ones: their boxes have room for that.
  static let nearlyReadable = 8.0

  /// Hundredths of a point, the unit of letters, cut to tenths; one point at least.
  static func fontSize(_ points: Double) -> Int {
    guard points.isFinite else { return 100 }
    let size = points < nearlyReadable ? points : min(max(points, readable), 400)
    return max(100, Int((size * 10 + 0.001).rounded(.down)) * 10)
  }
}
