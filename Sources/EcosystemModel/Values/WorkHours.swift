/// The local hours in which a function works, such as `09:00-17:00`; they may pass midnight.
package struct WorkHours: Hashable, Sendable {
  /// Minutes after local midnight at which work starts, 0 to 1439.
  package let startMinute: Int
  /// Minutes after local midnight at which work ends, 0 to 1440; before `startMinute` if work passes midnight.
  package let endMinute: Int
}

extension WorkHours: LosslessStringConvertible {
  /// Reads `09:00-17:00`.
  package init?(_ text: String) {
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
      .map(Self.minute(of:))
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < 1440, start != end else {
      return nil
    }
    startMinute = start
    endMinute = end
  }

  private static func minute(of clock: Substring) -> Int? {
    let digits = clock.filter { !$0.isWhitespace }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard digits.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0 != "+" } }) else {
      return nil
    }
    let parts = digits.map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...59).contains(minute),
      (0...23).contains(hour) || (hour == 24 && minute == 0)
    else { return nil }
    return hour * 60 + minute
  }

  /// The hours as `09:00-17:00`.
  package var description: String { "\(clock(startMinute))-\(clock(endMinute))" }

  private func clock(_ minute: Int) -> String {
    let hour = minute / 60
    let rest = minute % 60
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension WorkHours: Codable {
  /// Reads the hours from their text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let hours = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” are no hours like 09:00-17:00.")
    }
    self = hours
  }

  /// Writes the hours as text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
