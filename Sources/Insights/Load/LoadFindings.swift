public import EcosystemModel
internal import GraphCore

/// Who carries too much, and how unevenly the load is spread.
public struct LoadFindings: Findings {
  /// How much of the load few people carry.
  public struct Concentration: Codable, Hashable, Sendable {
    /// The people with a duty.
    public let peopleCount: Int
    /// Hours a month of all of them.
    public let hours: Double
    /// The number of people in the top 5 %, rounded up.
    public let topCount: Int
    /// The share of hours that they carry.
    public let topShare: Double
    /// The Gini coefficient of the hours: 0 if all carry the same, near 1 if one carries all.
    public let gini: Double
    /// The middle load.
    public let medianHours: Double
    /// The load from which one without a capacity stands out.
    public let outlierLimit: Double?
  }

  /// A committee with members who cannot meet during their working hours.
  public struct Collision: Codable, Hashable, Sendable {
    /// The committee.
    public let committee: Committee.ID
    /// Its name.
    public let name: String
    /// The start that suits most, in UTC.
    public let bestStart: String
    /// The members with a known time zone.
    public let memberCount: Int
    /// Hours by which the day of the one furthest outside grows, at its start or at its end.
    public let longestStretch: Double
    /// The names of those outside their working hours even then.
    public let outsiders: [String]
  }

  /// What was asked.
  public let question: LoadQuestion
  /// The day the answer stands for.
  public let date: CalendarDate?
  /// Those with a reason to be named, the highest load against the limit first.
  public let people: [PersonLoad]
  /// The number of people named, beyond the limit of rows too.
  public let namedCount: Int
  /// The number of people whose load is too high.
  public let overloadedCount: Int
  /// Everyone with a duty, the most hours first, named or not; as many as rows were asked for.
  public let heaviest: [PersonLoad]
  /// How unevenly the load is spread.
  public let concentration: Concentration
  /// Committees that cannot meet during everyone's working hours.
  public let collisions: [Collision]
  /// The number of such committees.
  public let collisionCount: Int
  /// What could not be counted.
  public let leftOut: [String]
}

extension LoadQuestion {
  /// Returns who carries too much, why, and which seats would relieve them.
  ///
  /// Hours a month are seats × meetings × (length + preparation) × the weight of the role, and what the rules say for
  /// handoffs owned, direct reports and alliances managed. Too much is more than the person's capacity; without a capacity,
  /// more than the median and three robust standard deviations; or more seats than the cap.
  ///
  /// - Throws: ``InsightError`` where there are no people or no duties.
  /// - Complexity: O(*n*·log *n*) for *n* rows.
  public func answer(in snapshot: Snapshot) throws(InsightError) -> LoadFindings {
    try snapshot.require(.people, for: "load")
    let ledger = LoadLedger(snapshot, rules: rules)
    if ledger.people.isEmpty { try snapshot.require(.memberships, for: "load") }
    let meetings = MeetingTimes(snapshot.ecosystem, on: snapshot.date)
    let limits = LoadLimits(ledger, meetings: meetings)
    let judged = limits.judged()
    let named = judged.filter { !$0.reasons.isEmpty }.sorted { left, right in
      if left.isOverloaded != right.isOverloaded { return left.isOverloaded }
      let (one, other) = (left.loadShare ?? 0, right.loadShare ?? 0)
      if one != other { return one > other }
      return left.hours == right.hours ? left.person < right.person : left.hours > right.hours
    }
    let heaviest = judged.sorted { left, right in
      left.hours == right.hours ? left.person < right.person : left.hours > right.hours
    }
    let collisions = Self.collisions(meetings, in: snapshot.ecosystem)
    return LoadFindings(
      question: self, date: snapshot.date, people: Array(named.prefix(limit ?? .max)),
      namedCount: named.count, overloadedCount: named.count { $0.isOverloaded },
      heaviest: Array(heaviest.prefix(limit ?? .max)),
      concentration: try Self.concentration(judged, limits),
      collisions: Array(collisions.prefix(limit ?? .max)),
      collisionCount: collisions.count,
      leftOut: Self.leftOut(ledger, meetings))
  }

  private static func concentration(
    _ people: [PersonLoad], _ limits: LoadLimits
  ) throws(InsightError) -> LoadFindings.Concentration {
    let hours = people.map(\.hours)
    do throws(AlgorithmError) {
      let spread = try Concentration(of: hours)
      return LoadFindings.Concentration(
        peopleCount: hours.count, hours: spread.total,
        topCount: (hours.count * 5 + 99) / 100, topShare: spread.shareOfTop(0.05),
        gini: spread.gini, medianHours: Median.of(hours) ?? 0, outlierLimit: limits.outlierLimit)
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

  private static func leftOut(_ ledger: LoadLedger, _ meetings: MeetingTimes) -> [String] {
    var leftOut: [String] = []
    let unknown = ledger.unknownCommittees
    if !unknown.isEmpty {
      let names = unknown.prefix(3).joined(separator: ", ") + (unknown.count > 3 ? " …" : "")
      leftOut.append(
        "the hours of \(unknown.count) committee\(unknown.count == 1 ? "" : "s") without cadence or hours (\(names))"
      )
    }
    if meetings.unknownZones > 0 {
      leftOut.append(
        "\(meetings.unknownZones) \(meetings.unknownZones == 1 ? "person" : "people") without a time zone, in the question of meeting times"
      )
    }
    return leftOut
  }
}
