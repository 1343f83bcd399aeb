import EcosystemModel

/// When somebody is at work, in UTC.
struct WorkingTime: Hashable, Sendable {
  /// The IANA name of the time zone.
  let zone: String
  /// Minutes east of UTC.
  let offset: Seasonal<Int>
  /// The minutes of the day spent at work.
  let minutes: Seasonal<WorkingMinutes>
  /// Whether no table states the hours, so that 09:00–17:00 was taken.
  let isAssumed: Bool

  /// The minutes of the day at which both are at work.
  func overlap(with other: WorkingTime) -> Seasonal<WorkingMinutes> {
    Seasonal(
      winter: minutes.winter.intersection(other.minutes.winter),
      summer: minutes.summer.intersection(other.minutes.summer))
  }

  /// The working day from start to end, which may lie above 1440; `nil` where work stops and goes on again, or never stops.
  var day: Seasonal<Range<Int>>? {
    let (winter, summer) = (minutes.winter.stretches, minutes.summer.stretches)
    guard winter.count == 1, summer.count == 1, winter[0].count < 1440, summer[0].count < 1440
    else { return nil }
    return Seasonal(winter: winter[0], summer: summer[0])
  }

  /// How many minutes the two clocks are apart, whichever is ahead: 0 to 720 across the date line.
  func distance(to other: WorkingTime) -> Seasonal<Int> {
    func apart(_ left: Int, _ right: Int) -> Int {
      let minutes = abs(left - right) % 1440
      return min(minutes, 1440 - minutes)
    }
    return Seasonal(
      winter: apart(offset.winter, other.offset.winter),
      summer: apart(offset.summer, other.offset.summer))
  }
}

/// The working hours of the parties of an ecosystem, by their time zones and the hours of their functions.
struct WorkingTimes {
  private let ecosystem: Ecosystem
  private let year: Int
  private var known: [EntityReference: WorkingTime?] = [:]
  /// Whether any table states a time zone.
  let hasZones: Bool
  private static let officeHours = WorkHours("09:00-17:00")

  /// Looks at both halves of a year.
  init(_ ecosystem: Ecosystem, year: Int) {
    self.ecosystem = ecosystem
    self.year = year
    let (companies, functions, people) = (
      ecosystem.companies, ecosystem.functions, ecosystem.people
    )
    hasZones =
      companies.indices.contains { companies[$0].timeZone != nil }
      || functions.indices.contains { functions[$0].timeZone != nil }
      || people.indices.contains { people[$0].timeZone != nil }
  }

  /// The working hours of a function, a person or a company; `nil` without a time zone, and for joint bodies.
  mutating func time(of party: EntityReference) -> WorkingTime? {
    guard hasZones else { return nil }
    if let time = known[party] { return time }
    let time = makeTime(of: party)
    known[party] = .some(time)
    return time
  }

  private mutating func makeTime(of party: EntityReference) -> WorkingTime? {
    guard let zone = ecosystem.timeZone(of: party),
      let offset = TimeZones.offsets(of: zone, in: year).map(Seasonal.init)
    else { return nil }
    let stated =
      switch party {
      case .function(let id): ecosystem.functions[id]?.workHours
      case .person(let id): ecosystem.functions[ecosystem.people[id]?.function]?.workHours
      default: WorkHours?.none
      }
    guard let hours = stated ?? Self.officeHours else { return nil }
    return WorkingTime(
      zone: zone, offset: offset,
      minutes: offset.map { WorkingMinutes(hours, utcOffset: $0) },
      isAssumed: stated == nil)
  }
}
