package import EcosystemModel
internal import GraphCore

/// Who carries too much, and how unevenly the load is spread.
public struct LoadFindings: Findings {
  /// What loads are measured in.
  package enum Unit: String, CaseIterable, Codable, Hashable, Sendable {
    /// Hours a month.
    case hours
    /// Seats, where no committee says how often and how long it meets.
    case seats
  }

  /// How much of the load few people carry.
  package struct Concentration: Codable, Hashable, Sendable {
    /// The people with a duty.
    public let peopleCount: Int
    /// Hours a month, or seats, of all of them.
    package let total: Double
    /// The number of people in the top 5 %, rounded up.
    package let topCount: Int
    /// The share of the load that they carry.
    package let topShare: Double
    /// The names of the first of them, three at most.
    package let topNames: [String]
    /// The Gini coefficient of the loads: 0 if all carry the same, near 1 if one carries all.
    package let gini: Double
    /// The middle load.
    package let median: Double
    /// The load from which one without a capacity stands out; `nil` with fewer than five people or where all carry the same.
    package let outlierLimit: Double?
  }

  /// A committee with members who cannot meet during their working hours.
  package struct Collision: Codable, Hashable, Sendable {
    /// The committee.
    package let committee: Committee.ID
    /// Its name.
    package let name: String
    /// The start that suits most, in UTC.
    package let bestStart: String
    /// The members with a known time zone.
    package let memberCount: Int
    /// Hours by which the day of the one furthest outside grows, at its start or at its end.
    package let longestStretch: Double
    /// The names of those outside their working hours even then.
    package let outsiders: [String]
  }

  /// What was asked.
  package let question: LoadQuestion
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What loads are measured in.
  package let unit: Unit
  /// Everyone with a duty: those who carry too much first, then all others, both by what they carry; as many as rows were
  /// asked for.
  public let people: [PersonLoad]
  /// The number of people with a reason to be named.
  package let namedCount: Int
  /// The number of people whose load is too high.
  public let overloadedCount: Int
  /// The number of people with duties whose capacity is known.
  package let capacityCount: Int
  /// Who left and still has duties, in words.
  package let leavers: [String]
  /// How unevenly the load is spread.
  package let concentration: Concentration
  /// Committees that cannot meet during everyone's working hours.
  package let collisions: [Collision]
  /// The number of such committees.
  package let collisionCount: Int
  /// What could not be counted.
  package let leftOut: [String]

}

extension LoadQuestion {
  /// Returns who carries how much, who too much, why, and which seats would relieve them.
  ///
  /// Hours a month are seats × meetings × (length + preparation) × the weight of the role, and what the rules say for
  /// handoffs owned, direct reports, alliances managed and sponsored, programs led and roles in alliances. Too much is more
  /// than the person's capacity, or more seats than the cap. Where no capacity is known, people are ranked and nobody is
  /// accused, unless by a cap that was asked for.
  ///
  /// - Throws: ``InsightError`` where there are no people or no duties.
  /// - Complexity: O(*n*·log *n*) for *n* rows, and O(seats of their committees) for each seat of those told of who carry too
  ///   much.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> LoadFindings {
    try answer(in: snapshot, relieving: limit)
  }

  /// Returns the same, with relief for the first so many of those who carry too much; `nil` for all.
  func answer(in snapshot: Snapshot, relieving count: Int?) throws(InsightError) -> LoadFindings {
    try snapshot.require(.people, for: "load")
    let ledger = LoadLedger(snapshot, rules: rules)
    if ledger.people.isEmpty { try snapshot.require(.memberships, for: "load") }
    let meetings = MeetingTimes(snapshot)
    let limits = LoadLimits(ledger, meetings: meetings)
    let loads = limits.judged(relieving: count)
    let places = loads.places()
    let leavers = places.filter(limits.hasLeft).sorted(by: loads.precedes).map(loads.person)
    let collisions = Self.collisions(meetings, in: snapshot.ecosystem)
    return LoadFindings(
      question: self, date: snapshot.date,
      filter: snapshot.filter.conditions.map(\.description), withheld: snapshot.withheld,
      unit: limits.unit, people: places.leading(limit, by: loads.precedes).map(loads.person),
      namedCount: places.count { loads.isNamed[$0] },
      overloadedCount: loads.overloaded.isEmpty ? 0 : places.count { loads.overloaded[$0] != nil },
      capacityCount: limits.capacityCount,
      leavers: leavers.flatMap { person in
        person.reasons.filter { $0.kind == .left }.map { "\(person.name) \($0.text)" }
      },
      concentration: try Self.concentration(places, loads, limits),
      collisions: Array(collisions.prefix(limit ?? .max)),
      collisionCount: collisions.count,
      leftOut: Self.leftOut(ledger, meetings, limits.unit))
  }

  private static func concentration(
    _ places: [Int], _ judged: JudgedLoads, _ limits: LoadLimits
  ) throws(InsightError) -> LoadFindings.Concentration {
    let loads = places.map(judged.amount)
    let topCount = (loads.count * 5 + 99) / 100
    let top = places.leading(min(topCount, 3)) { left, right in
      let (one, other) = (judged.amount(left), judged.amount(right))
      return one == other ? judged.precedes(left, right) : one > other
    }.map(judged.name)
    do throws(AlgorithmError) {
      let spread = try Concentration(of: loads)
      return LoadFindings.Concentration(
        peopleCount: loads.count, total: spread.total, topCount: topCount,
        topShare: spread.shareOfTop(0.05), topNames: top, gini: spread.gini,
        median: Median.of(loads) ?? 0, outlierLimit: limits.outlierLimit)
    } catch {
      throw InsightError(
        .missingData,
        "Somebody's load is no positive number; check cadence, hours and prep_hours: \(error.message)"
      )
    }
  }

  private static func collisions(
    _ meetings: MeetingTimes, in ecosystem: Ecosystem
  ) -> [LoadFindings.Collision] {
    let found = ecosystem.committees.compactMap { committee -> LoadFindings.Collision? in
      guard let best = meetings.best[committee.id], !best.outsiders.isEmpty else { return nil }
      return LoadFindings.Collision(
        committee: committee.id, name: committee.name,
        bestStart: WorkingMinutes.clock(best.start), memberCount: best.memberCount,
        longestStretch: Double(best.longestStretch) / 60,
        outsiders: best.outsiders.map { ecosystem.name(of: .person($0)) }.sorted())
    }
    return found.sorted { left, right in
      (-left.outsiders.count, left.name, left.committee)
        < (-right.outsiders.count, right.name, right.committee)
    }
  }

  private static func leftOut(
    _ ledger: LoadLedger, _ meetings: MeetingTimes, _ unit: LoadFindings.Unit
  ) -> [String] {
    var leftOut: [String] = []
    let unknown = ledger.unknownCommittees
    if !unknown.isEmpty {
      let names = unknown.prefix(3).listed + (unknown.count > 3 ? " …" : "")
      leftOut.append(
        "the hours of \(Phrase.count(unknown.count, "committee")) without cadence or hours (\(names))"
      )
    }
    let free = ledger.freeKinds.keys.sorted()
    if !free.isEmpty {
      let count = ledger.freeKinds.values.reduce(0, +)
      leftOut.append(
        "\(Phrase.count(count, "role")) in alliances without hours (\(free.prefix(2).listed)\(free.count > 2 ? " …" : ""))"
      )
    }
    if meetings.unknownZones > 0 {
      leftOut.append(
        "\(Phrase.count(meetings.unknownZones, "person", "people")) without a time zone, in the question of meeting times"
      )
    }
    return leftOut
  }
}

extension Snapshot {
  /// What everybody carries and why it is too much, without a search for what would relieve anyone.
  package func allLoads() throws(InsightError) -> LoadFindings {
    try LoadQuestion(limit: nil).answer(in: self, relieving: 0)
  }
}
