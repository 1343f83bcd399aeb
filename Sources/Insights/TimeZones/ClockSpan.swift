/// A stretch of the day in UTC, such as `22:00–06:00`; it may pass midnight.
public struct ClockSpan: Hashable, Sendable, Codable {
  /// Minutes after midnight UTC at which it starts, 0 to 1439.
  public let startMinute: Int
  /// How long it lasts, 1 to 1440 minutes.
  public let minutes: Int

  /// Minutes after midnight UTC at which it ends, 1 to 1440.
  public var endMinute: Int {
    let end = startMinute + minutes
    return end > 1440 ? end - 1440 : end
  }

  /// Takes a stretch that ends above 1440 where it passes midnight.
  init(_ stretch: Range<Int>) {
    startMinute = stretch.lowerBound
    minutes = stretch.count
  }
}

extension ClockSpan: CustomStringConvertible {
  /// The span as `22:00–06:00`.
  public var description: String { "\(Self.clock(startMinute))–\(Self.clock(endMinute))" }

  private static func clock(_ minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
