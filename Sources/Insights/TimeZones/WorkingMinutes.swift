package import EcosystemModel

/// The minutes of a day, in UTC, during which somebody works.
///
/// Work repeats every day, so that what passes midnight comes in again at its start.
package struct WorkingMinutes: Hashable, Sendable {
  /// One bit for each minute after midnight UTC; 1,440 of them, the lowest first.
  private var words = [UInt64](repeating: 0, count: Self.wordCount)
  private static let wordCount = 23
  /// The bits of the last word that stand for minutes.
  private static let lastMask: UInt64 = 1 << 32 - 1

  /// Makes a day without work.
  package init() {}

  /// Makes the working day of a place.
  ///
  /// - Parameters:
  ///   - hours: The local hours.
  ///   - utcOffset: Minutes by which the place is ahead of UTC.
  package init(_ hours: WorkHours, utcOffset: Int) {
    let end = hours.endMinute > hours.startMinute ? hours.endMinute : hours.endMinute + 1440
    for minute in hours.startMinute..<end {
      let minute = Self.wrapped(minute - utcOffset)
      words[minute >> 6] |= 1 << UInt64(minute & 63)
    }
  }

  /// The number of working minutes.
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether work goes on in a minute after midnight UTC; minutes beyond a day wrap around.
  package func contains(_ minute: Int) -> Bool {
    let minute = Self.wrapped(minute)
    return words[minute >> 6] >> UInt64(minute & 63) & 1 == 1
  }

  /// Minutes by which the day must grow, at its start or at its end, to take in a meeting; 0 if the meeting lies within it.
  ///
  /// Without work the whole meeting is extra.
  package func stretch(from start: Int, for length: Int) -> Int {
    Self.stretch(stretches, from: start, for: length)
  }

  /// The same for the stretches of a day, for who asks often.
  static func stretch(_ stretches: [Range<Int>], from start: Int, for length: Int) -> Int {
    stretches.map { work in
      let late = wrapped(start - work.lowerBound)
      let after = late + length - work.count
      guard after > 0, work.count < 1440 else { return 0 }
      return min(after, max(1440 - late, after - 1440))
    }.min() ?? length
  }

  /// The minutes in which both work.
  package func intersection(_ other: WorkingMinutes) -> WorkingMinutes {
    var result = self
    for word in words.indices { result.words[word] &= other.words[word] }
    return result
  }

  /// The minutes in which at least one works.
  package func union(_ other: WorkingMinutes) -> WorkingMinutes {
    var result = self
    for word in words.indices { result.words[word] |= other.words[word] }
    return result
  }

  /// The minutes in which nobody works.
  package var complement: WorkingMinutes {
    var result = self
    for word in words.indices { result.words[word] = ~words[word] }
    result.words[Self.wordCount - 1] &= Self.lastMask
    return result
  }

  /// The stretches of work, ascending by start; one that passes midnight ends above 1440.
  package var stretches: [Range<Int>] {
    guard count < 1440 else { return [0..<1440] }
    let ends = changes(to: false)
    return changes(to: true).map { start in
      start..<(ends.first { $0 > start } ?? (ends.first ?? start) + 1440)
    }
  }

  /// The minutes in which work begins, or in which it is over, ascending.
  private func changes(to isWorking: Bool) -> [Int] {
    var found: [Int] = []
    for word in words.indices {
      let before: UInt64 = word == 0 ? (contains(1439) ? 1 : 0) : words[word - 1] >> 63
      let shifted = words[word] << 1 | before
      var bits = isWorking ? words[word] & ~shifted : ~words[word] & shifted
      if word == Self.wordCount - 1 { bits &= Self.lastMask }
      while bits != 0 {
        found.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return found
  }

  /// The stretches as `22:00–06:00`, in UTC.
  package var description: String {
    stretches.map { "\(Self.clock($0.lowerBound))–\(Self.clock($0.upperBound))" }
      .joined(separator: ", ")
  }

  private static func wrapped(_ minute: Int) -> Int { ((minute % 1440) + 1440) % 1440 }

  /// The time of day as `22:00`.
  static func clock(_ minute: Int) -> String {
    let minute = wrapped(minute)
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
