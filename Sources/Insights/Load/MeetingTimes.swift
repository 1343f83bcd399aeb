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
  init(_ snapshot: Snapshot) {
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    let year = snapshot.date?.year ?? 2025
    self.year = year
    var dayOfPlace: [Place: Int] = [:]
    var days: [[[Range<Int>]]] = []
    let usual = WorkHours("09:00-17:00")
    /// The working day of a person; `nil` where the time zone is unknown.
    func day(of person: Person) -> Int? {
      guard let zone = ecosystem.timeZone(of: .person(person.id)),
        let hours = person.function.flatMap({ ecosystem.functions[$0]?.workHours }) ?? usual,
        let offsets = TimeZones.offsets(of: zone, in: year)
      else { return nil }
      let place = Place(hours: hours, offsets: offsets)
      if let day = dayOfPlace[place] { return day }
      dayOfPlace[place] = days.count
      days.append(
        [offsets.january, offsets.july].map { WorkingMinutes(hours, utcOffset: $0).stretches })
      return days.count - 1
    }
    // Where no time zone is stated at all, nobody need be looked up.
    let knowsZones =
      ecosystem.companies.contains { $0.timeZone != nil }
      || ecosystem.functions.contains { $0.timeZone != nil }
      || ecosystem.people.contains { $0.timeZone != nil }
    var dayOfPerson = [Int??](repeating: nil, count: ecosystem.people.count)
    var lastCommittee = [Int](repeating: -1, count: ecosystem.people.count)
    for position in ecosystem.committees.indices {
      var members: [(person: Person.ID, day: Int)] = []
      for seat in hierarchy.seats(ofCommittee: position) {
        guard ecosystem.memberships.columns.roles[seat].isVoting,
          let person = hierarchy.person(inSeat: seat), lastCommittee[person] != position
        else { continue }
        lastCommittee[person] = position
        let known = dayOfPerson[person] ?? (knowsZones ? day(of: ecosystem.people[person]) : nil)
        if dayOfPerson[person] == nil, known == nil { unknownZones += 1 }
        dayOfPerson[person] = .some(known)
        if let known { members.append((ecosystem.people[person].id, known)) }
      }
      guard members.count > 1 else { continue }
      let committee = ecosystem.committees[position]
      // No meeting is longer than a day, whatever a cell says.
      let length = Int((min(max(committee.hours ?? 1, 0.5), 24) * 60).rounded())
      best[committee.id] = Self.bestTime(members, days: days, length: length)
    }
    outside = best.filter { !$0.value.outsiders.isEmpty }.mapValues { Set($0.outsiders) }
  }

  /// Whether anybody is outside their working hours at the best time of a committee.
  var hasOutsiders: Bool { !outside.isEmpty }

  /// The members who are outside their working hours at the best time.
  func outsiders(of committee: Committee.ID) -> Set<Person.ID> { outside[committee] ?? [] }

  /// Working hours and a clock, which many people share.
  private struct Place: Hashable {
    var hours: WorkHours
    var offsets: TimeZones.Offsets
  }

  /// The start that leaves the fewest outside; of several the one for which these stretch their days least.
  ///
  /// People of one place share their day, so that each different day is looked at once.
  private static func bestTime(
    _ people: [(person: Person.ID, day: Int)], days: [[[Range<Int>]]], length: Int
  ) -> BestTime {
    let counts = Dictionary(people.map { ($0.day, 1) }, uniquingKeysWith: +)
    let present = counts.keys.sorted()
    var best = (outside: Int.max, total: Int.max, start: 0, stretches: [Int: Int]())
    for start in stride(from: 0, to: 1440, by: 30) {
      var (outside, total) = (0, 0)
      var stretches: [Int: Int] = [:]
      for day in present {
        let stretch =
          days[day].map { WorkingMinutes.stretch($0, from: start, for: length) }.max() ?? 0
        let count = counts[day] ?? 0
        stretches[day] = stretch
        if stretch > 0 { outside += count }
        total += stretch * count
      }
      if (outside, total) < (best.outside, best.total) { best = (outside, total, start, stretches) }
    }
    return BestTime(
      start: best.start,
      outsiders: people.filter { best.stretches[$0.day] ?? 0 > 0 }.map(\.person),
      memberCount: people.count, longestStretch: best.stretches.values.max() ?? 0)
  }
}
