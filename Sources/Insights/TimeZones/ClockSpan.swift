/// A stretch of the day in UTC, such as `22:00–06:00`; it may pass midnight.
package struct ClockSpan: Hashable, Sendable, Codable {
  /// Minutes after midnight UTC at which it starts, 0 to 1439.
  package let startMinute: Int
  /// How long it lasts, 1 to 1440 minutes.
  package let minutes: Int

  /// Minutes after midnight UTC at which it ends, 1 to 1440.
  package var endMinute: Int {
    let end = startMinute + minutes
    return end > 1440 ? end - 1440 : end
  }

  /// Makes a span.
  ///
  /// - Precondition: It starts within a day and lasts no longer than one.
  package init(startMinute: Int, minutes: Int) {
    precondition(
      (0..<1440).contains(startMinute) && (1...1440).contains(minutes),
      "A span starts within a day and lasts at most one.")
    self.startMinute = startMinute
    self.minutes = minutes
  }

  /// Takes a stretch that ends above 1440 where it passes midnight.
  init(_ stretch: Range<Int>) {
    startMinute = stretch.lowerBound
    minutes = stretch.count
  }
}

extension ClockSpan: CustomStringConvertible {
  /// The span as `22:00–06:00`.
  package var description: String { "\(Self.clock(startMinute))–\(Self.clock(endMinute))" }

  private static func clock(_ minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
