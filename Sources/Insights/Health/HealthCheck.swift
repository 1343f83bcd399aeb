package import EcosystemModel

/// What was measured of one thing by one measure.
package struct HealthCheck: Hashable, Sendable, Codable {
  /// The latest values of those who were asked as one group.
  package struct Group: Hashable, Sendable, Codable {
    /// What the group is called.
    package let name: String
    /// Its latest value.
    package let value: Double
    /// Its value before that; `nil` if there is none.
    package let before: Double?
    /// The day of the latest value; `nil` if no row says so.
    package let date: CalendarDate?
    /// How many answered; `nil` if unknown.
    package let answered: Int?
    /// How many were asked; `nil` if unknown.
    package let invited: Int?

    /// The share of those asked who answered.
    package var responseRate: Double? { HealthCheck.share(answered, invited) }
  }

  /// A value and its day.
  package struct Point: Hashable, Sendable, Codable {
    /// The day; `nil` if no row says so.
    package let date: CalendarDate?
    /// The value over all groups asked on that day.
    package let value: Double
  }

  /// What was measured.
  package let subject: EntityReference
  /// Its name.
  package let name: String
  /// By which measure.
  package let measure: String
  /// The scale, as the latest row states it; `nil` if none does.
  package let scale: String?
  /// The value to reach, as the latest row states it; `nil` if none does.
  package let target: Double?
  /// The values over all groups, the oldest first; rows without a date come before all others.
  package let series: [Point]
  /// The latest values by group, the highest first; empty if no row names a group.
  package let groups: [Group]
  /// How many answered on the day of the latest value; `nil` if unknown.
  package let answered: Int?
  /// How many were asked; `nil` if unknown.
  package let invited: Int?

  /// The latest value.
  package var value: Double { series.last?.value ?? 0 }
  /// How much it rose since the value before; below zero if it fell, `nil` if there is none.
  package var change: Double? {
    series.count > 1 ? value - series[series.count - 2].value : nil
  }
  /// How much it rose since the first value; `nil` if there is only one.
  package var trend: Double? { series.count > 1 ? value - series[0].value : nil }
  /// How far it is above the target; below zero if it misses it, `nil` without one.
  package var overTarget: Double? { target.map { value - $0 } }
  /// How far the highest group is above the lowest; `nil` with fewer than two.
  package var gap: Double? {
    guard groups.count > 1, let high = groups.first, let low = groups.last else { return nil }
    return high.value - low.value
  }
  /// The share of those asked who answered.
  package var responseRate: Double? { Self.share(answered, invited) }
  /// The ends of the scale; `nil` if it has none.
  package var range: ClosedRange<Double>? { scale.flatMap(Measure.range(of:)) }
  /// Where the value lies between the ends of the scale, 0 to 1; `nil` if the scale has none.
  package var position: Double? {
    // Decimals such as 4.1 are binary fractions: what is 0.775 must not read 0.7749999.
    range.map {
      let share = (value - $0.lowerBound) / ($0.upperBound - $0.lowerBound)
      return (share * 1e12).rounded() / 1e12
    }
  }

  fileprivate static func share(_ answered: Int?, _ invited: Int?) -> Double? {
    guard let answered, let invited, invited > 0 else { return nil }
    return Double(answered) / Double(invited)
  }

  /// Reads the rows of one measure of one thing; `nil` if there are none.
  init?(_ rows: [Score], of subject: EntityReference, called name: String) {
    guard let first = rows.first, let latest = Measurement(rows) else { return nil }
    self.subject = subject
    self.name = name
    measure = first.measure
    scale = latest.scale
    target = latest.target
    let days = Dictionary(grouping: rows, by: \.date)
    series = days.keys.sorted(by: Self.isEarlier).compactMap { day in
      days[day].flatMap(Measurement.init).map { Point(date: day, value: $0.value) }
    }
    groups = HandoffItem.distinct(rows.map(\.group)).compactMap { group in
      Self.group(group, rows.filter { $0.group == group })
    }.enumerated().sorted {
      (-$0.element.value, $0.offset) < (-$1.element.value, $1.offset)
    }.map(\.element)
    let last = days[latest.date] ?? []
    let whole = last.filter { $0.group == nil }
    let counted = whole.isEmpty ? last : Array(whole.suffix(1))
    answered = Self.sum(counted.map(\.count))
    invited = Self.sum(counted.map(\.invited))
  }

  private static func group(_ name: String, _ rows: [Score]) -> Group? {
    let sorted = rows.enumerated().sorted { left, right in
      isEarlier(left.element.date, right.element.date)
        || (left.element.date == right.element.date && left.offset < right.offset)
    }.map(\.element)
    guard let last = sorted.last else { return nil }
    return Group(
      name: name, value: last.value, before: sorted.last { $0.date != last.date }?.value,
      date: last.date, answered: last.count, invited: last.invited)
  }

  /// The sum; `nil` if a term is unknown, or there are none.
  private static func sum(_ terms: [Int?]) -> Int? {
    let known = terms.compactMap { $0 }
    return known.isEmpty || known.count < terms.count ? nil : known.reduce(0, +)
  }

  private static func isEarlier(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
    guard let right else { return false }
    return left.map { $0 < right } ?? true
  }
}
