package import EcosystemModel

/// How much of the 24 hours a group that passes work on is at work, and when it meets.
package struct SunCoverage: Hashable, Sendable, Codable {
  /// The members who share a time zone and working hours.
  package struct Site: Hashable, Sendable, Codable {
    /// The IANA name of the time zone.
    package let timeZone: String
    /// The members, in their order.
    package let members: [EntityReference]
    /// When they are at work, in UTC.
    package let hours: Seasonal<[ClockSpan]>
    /// How many minutes its clock is ahead of UTC.
    package let offset: Seasonal<Int>
    /// Whether no table states the hours, so that 09:00–17:00 was taken.
    package let isAssumed: Bool

    /// The same hours by its own clock, such as `09:00–17:00`.
    package var localHours: String {
      hours.winter.map { span in
        ClockSpan(
          startMinute: ((span.startMinute + offset.winter) % 1440 + 1440) % 1440,
          minutes: span.minutes
        ).description
      }.joined(separator: ", ")
    }
  }

  /// The group, such as `everyone` or the function that leads its members.
  package let group: String
  /// The members whose working hours are known.
  package let members: [EntityReference]
  /// The members by time zone and hours, from east to west.
  package let sites: [Site]
  /// The time zones of the members, in alphabetical order.
  package let timeZones: [String]
  /// How many members have assumed hours, 09:00–17:00.
  package let assumedCount: Int
  /// Minutes of the day during which at least one member is at work, 0 to 1440.
  package let coveredMinutes: Seasonal<Int>
  /// When nobody is at work, in UTC.
  package let gaps: Seasonal<[ClockSpan]>
  /// When members of two or more time zones are at work, in UTC: the time to hand over in person.
  package let overlaps: Seasonal<[ClockSpan]>

  /// Whether somebody is at work at any time, all year.
  package var isComplete: Bool {
    coveredMinutes.winter == 1440 && coveredMinutes.summer == 1440
  }

  /// The most minutes of a day, in either half of the year, during which nobody is at work.
  package var mostUncoveredMinutes: Int { 1440 - min(coveredMinutes.winter, coveredMinutes.summer) }

  /// When nobody is at work in both halves of the year, such as `nobody is at work 22:00–23:00 UTC in summer; in winter
  /// every hour is covered`.
  package var answer: String {
    func list(_ spans: [ClockSpan]) -> String {
      spans.map(\.description).joined(separator: ", ") + " UTC"
    }
    let (winter, summer) = (gaps.winter, gaps.summer)
    switch (winter.isEmpty, summer.isEmpty) {
    case (true, true): return "somebody is at work at any time"
    case (true, false):
      return "nobody is at work \(list(summer)) in summer; in winter every hour is covered"
    case (false, true):
      return "nobody is at work \(list(winter)) in winter; in summer every hour is covered"
    case _ where winter == summer:
      return "nobody is at work \(list(winter)), in winter and in summer"
    default: return "nobody is at work \(list(winter)) in winter and \(list(summer)) in summer"
    }
  }

  /// Joins the working hours of a group; `nil` if none are known.
  init?(_ group: String, of parties: some Sequence<EntityReference>, times: inout WorkingTimes) {
    var members: [EntityReference] = []
    var known: [WorkingTime] = []
    for party in parties {
      guard let time = times.time(of: party) else { continue }
      members.append(party)
      known.append(time)
    }
    guard !known.isEmpty else { return nil }
    self.group = group
    self.members = members
    assumedCount = known.count(where: \.isAssumed)
    sites = Self.sites(of: members, known)
    timeZones = Set(known.map(\.zone)).sorted()
    let days = Season.allCases.map { Self.day(of: known, in: $0) }
    coveredMinutes = Seasonal(winter: days[0].covered.count, summer: days[1].covered.count)
    gaps = Seasonal(
      winter: days[0].covered.complement.stretches.map(ClockSpan.init),
      summer: days[1].covered.complement.stretches.map(ClockSpan.init))
    overlaps = Seasonal(
      winter: days[0].shared.stretches.map(ClockSpan.init),
      summer: days[1].shared.stretches.map(ClockSpan.init))
  }

  private static func sites(of members: [EntityReference], _ times: [WorkingTime]) -> [Site] {
    var order: [WorkingTime] = []
    var groups: [WorkingTime: [EntityReference]] = [:]
    for (member, time) in zip(members, times) {
      if groups[time] == nil { order.append(time) }
      groups[time, default: []].append(member)
    }
    // Stable, so that sites of one clock keep the order of their first members.
    return order.enumerated().sorted { left, right in
      (-left.element.offset.winter, left.offset) < (-right.element.offset.winter, right.offset)
    }.map { _, time in
      Site(
        timeZone: time.zone, members: groups[time] ?? [],
        hours: time.minutes.map { $0.stretches.map(ClockSpan.init) }, offset: time.offset,
        isAssumed: time.isAssumed)
    }
  }

  /// Who is there at all, and where members of different clocks are there at once.
  private static func day(
    of times: [WorkingTime], in season: Season
  ) -> (covered: WorkingMinutes, shared: WorkingMinutes) {
    var covered = WorkingMinutes()
    var shared = WorkingMinutes()
    // Zones with the same clock, such as Paris and Brussels, are one.
    let clocks = Dictionary(grouping: times) { $0.offset[season] }
    for offset in clocks.keys.sorted() {
      let atWork = (clocks[offset] ?? []).reduce(WorkingMinutes()) { $0.union($1.minutes[season]) }
      shared = shared.union(covered.intersection(atWork))
      covered = covered.union(atWork)
    }
    return (covered, shared)
  }
}
