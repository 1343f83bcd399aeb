internal import EcosystemModel

/// When committees could meet so that most members are at work, and who cannot be.
struct MeetingTimes {
  /// The best time of one committee.
  struct BestTime {
    /// Minutes after midnight UTC.
    var start: Int
    /// The members who are outside their working hours then, in winter or in summer.
    var outsiders: [Person.ID]
    /// The members with a known time zone.
    var memberCount: Int
    /// Minutes by which the day of the member who is furthest outside grows.
    var longestStretch: Int
  }

  private(set) var best: [Committee.ID: BestTime] = [:]
  private let outside: [Committee.ID: Set<Person.ID>]
  /// The number of people with a seat whose time zone is unknown.
  private(set) var unknownZones = 0
  /// The year whose winter and summer were looked at.
  let year: Int

  /// Looks for the best half hour to start each committee's meetings, in mid January and mid July.
  ///
  /// Members who only observe or stand in do not count. A person without stated hours works from 9 to 17.
  init(_ ecosystem: Ecosystem, on date: CalendarDate?) {
    let year = date?.year ?? 2025
    self.year = year
    let days = [1, 7].compactMap { CalendarDate(year: year, month: $0, day: 15) }
    var offsets: [String: [Int]] = [:]
    var minutes: [Person.ID: [WorkingMinutes]] = [:]
    var unknown: Set<Person.ID> = []
    var members: [Committee.ID: [Person.ID]] = [:]
    let usual = WorkHours("09:00-17:00")
    for seat in ecosystem.memberships where seat.role.isVoting {
      if minutes[seat.person] == nil, !unknown.contains(seat.person) {
        let function = ecosystem.people[seat.person]?.function
        let hours = function.flatMap { ecosystem.functions[$0]?.workHours } ?? usual
        let zone = ecosystem.timeZone(of: .person(seat.person))
        let known = zone.map { zone in
          offsets[zone] ?? days.compactMap { WorkingMinutes.utcOffset(of: zone, on: $0) }
        }
        if let zone { offsets[zone] = known }
        if let hours, let known, known.count == 2 {
          minutes[seat.person] = known.map { WorkingMinutes(hours, utcOffset: $0) }
        } else {
          unknown.insert(seat.person)
        }
      }
      if minutes[seat.person] != nil, !(members[seat.committee] ?? []).contains(seat.person) {
        members[seat.committee, default: []].append(seat.person)
      }
    }
    unknownZones = unknown.count
    for committee in ecosystem.committees {
      guard let people = members[committee.id], people.count > 1 else { continue }
      let length = max(30, Int(((committee.hours ?? 1) * 60).rounded()))
      best[committee.id] = Self.bestTime(
        people.map { ($0, minutes[$0] ?? []) }, length: min(length, 1440))
    }
    outside = best.mapValues { Set($0.outsiders) }
  }

  /// The members who are outside their working hours at the best time.
  func outsiders(of committee: Committee.ID) -> Set<Person.ID> { outside[committee] ?? [] }

  /// The start that leaves the fewest outside; of several the one for which these stretch their days least.
  private static func bestTime(
    _ people: [(Person.ID, [WorkingMinutes])], length: Int
  ) -> BestTime {
    // People of one place share their hours; each different day is looked at once.
    var days: [[WorkingMinutes]] = []
    var counts: [Int] = []
    var dayOfPerson: [Int] = []
    for (_, minutes) in people {
      let known = days.firstIndex(of: minutes) ?? days.count
      if known == days.count {
        days.append(minutes)
        counts.append(0)
      }
      counts[known] += 1
      dayOfPerson.append(known)
    }
    var best = (outside: Int.max, total: Int.max, start: 0, stretches: [Int]())
    for start in stride(from: 0, to: 1440, by: 30) {
      let stretches = days.map { day in
        day.map { $0.stretch(from: start, for: length) }.max() ?? 0
      }
      let outside = days.indices.reduce(0) { $0 + (stretches[$1] > 0 ? counts[$1] : 0) }
      let total = days.indices.reduce(0) { $0 + stretches[$1] * counts[$1] }
      if (outside, total) < (best.outside, best.total) { best = (outside, total, start, stretches) }
    }
    return BestTime(
      start: best.start,
      outsiders: people.indices.filter { best.stretches[dayOfPerson[$0]] > 0 }.map { people[$0].0 },
      memberCount: people.count, longestStretch: best.stretches.max() ?? 0)
  }
}
