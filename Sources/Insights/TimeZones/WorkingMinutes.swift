public import EcosystemModel
internal import Foundation

/// The minutes of a day, in UTC, during which somebody works.
///
/// Work repeats every day, so that what passes midnight comes in again at its start.
public struct WorkingMinutes: Hashable, Sendable {
  /// Whether work goes on in each minute after midnight UTC; 1,440 values.
  private var isWorking = [Bool](repeating: false, count: 1440)

  /// Makes a day without work.
  public init() {}

  /// Makes the working day of a place.
  ///
  /// - Parameters:
  ///   - hours: The local hours.
  ///   - utcOffset: Minutes by which the place is ahead of UTC, as ``utcOffset(of:on:)`` tells.
  public init(_ hours: WorkHours, utcOffset: Int) {
    let end = hours.endMinute > hours.startMinute ? hours.endMinute : hours.endMinute + 1440
    for minute in hours.startMinute..<end { isWorking[Self.wrapped(minute - utcOffset)] = true }
  }

  /// The number of working minutes.
  public var count: Int { isWorking.count { $0 } }

  /// Whether work goes on in a minute after midnight UTC; minutes beyond a day wrap around.
  public func contains(_ minute: Int) -> Bool { isWorking[Self.wrapped(minute)] }

  /// Minutes by which the day must grow, at its start or at its end, to take in a meeting; 0 if the meeting lies within it.
  ///
  /// Without work the whole meeting is extra.
  public func stretch(from start: Int, for length: Int) -> Int {
    stretches.map { work in
      let late = Self.wrapped(start - work.lowerBound)
      let after = late + length - work.count
      guard after > 0, work.count < 1440 else { return 0 }
      return min(after, max(1440 - late, after - 1440))
    }.min() ?? length
  }

  /// The minutes in which both work.
  public func intersection(_ other: WorkingMinutes) -> WorkingMinutes { merged(other) { $0 && $1 } }

  /// The minutes in which at least one works.
  public func union(_ other: WorkingMinutes) -> WorkingMinutes { merged(other) { $0 || $1 } }

  /// The minutes in which nobody works.
  public var complement: WorkingMinutes {
    var result = self
    for minute in 0..<1440 { result.isWorking[minute].toggle() }
    return result
  }

  /// The stretches of work, ascending by start; one that passes midnight ends above 1440.
  public var stretches: [Range<Int>] {
    guard count < 1440 else { return [0..<1440] }
    return (0..<1440).filter { contains($0) && !contains($0 - 1) }.map { start in
      var end = start + 1
      while contains(end) { end += 1 }
      return start..<end
    }
  }

  /// The stretches as `22:00–06:00`, in UTC.
  public var description: String {
    stretches.map { "\(Self.clock($0.lowerBound))–\(Self.clock($0.upperBound))" }
      .joined(separator: ", ")
  }

  /// Minutes by which a zone is ahead of UTC at noon UTC of a day; `nil` if the zone is unknown.
  public static func utcOffset(of zone: String, on date: CalendarDate) -> Int? {
    TimeZone(identifier: zone).map { zone in
      let noon = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 43_200)
      return zone.secondsFromGMT(for: noon) / 60
    }
  }

  private func merged(
    _ other: WorkingMinutes, _ combine: (Bool, Bool) -> Bool
  ) -> WorkingMinutes {
    var result = self
    for minute in 0..<1440 {
      result.isWorking[minute] = combine(isWorking[minute], other.isWorking[minute])
    }
    return result
  }

  private static func wrapped(_ minute: Int) -> Int { ((minute % 1440) + 1440) % 1440 }

  /// The time of day as `22:00`.
  static func clock(_ minute: Int) -> String {
    let minute = wrapped(minute)
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
