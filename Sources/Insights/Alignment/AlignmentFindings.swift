package import EcosystemModel

/// How far the members of each committee are joined, on three dimensions.
package struct AlignmentFindings: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The committees with members of two companies or more, the weakest first.
  package let committees: [CommitteeAlignment]
  /// How many committees have members of fewer companies, and are not judged.
  package let oneSidedCount: Int
  /// The number of rows wanted in each table; `nil` for all.
  package let limit: Int?

  init(_ question: AlignmentQuestion, in snapshot: Snapshot) throws(InsightError) {
    try snapshot.require(.committees, .memberships, for: "alignment")
    let reading = AlignmentReading(snapshot)
    let found = snapshot.ecosystem.committees.indices.compactMap(reading.read)
    guard !found.isEmpty else {
      throw InsightError(
        .missingData,
        "No committee has members of two companies; fill the column \(Person.column(\.company)) of the table people."
      )
    }
    committees = found.enumerated().sorted { left, right in
      (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
    }.map(\.element)
    oneSidedCount = snapshot.ecosystem.committees.count - found.count
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    limit = question.limit
  }

  private static func rank(_ committee: CommitteeAlignment) -> Double {
    committee.weakest.first.flatMap { committee.value($0) } ?? 1
  }
}

/// Counts who is joined with whom, committee by committee.
private struct AlignmentReading {
  let snapshot: Snapshot
  private let links: MemberLinks
  private let measured: [EntityReference: [CommitteeAlignment.Dimension: Double]]

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    links = MemberLinks(snapshot)
    measured = Self.measured(in: snapshot.ecosystem)
  }

  /// Where measures of alignment lie on their scales: their names say “align” and which dimension is meant.
  private static func measured(
    in ecosystem: Ecosystem
  ) -> [EntityReference: [CommitteeAlignment.Dimension: Double]] {
    var found: [EntityReference: [CommitteeAlignment.Dimension: Double]] = [:]
    for measure in ecosystem.measures {
      guard let dimension = dimension(of: measure.name) else { continue }
      for (subject, value) in ecosystem.measurements(of: measure.name) {
        guard let range = value.scale.flatMap(Measure.range(of:)) else { continue }
        found[subject, default: [:]][dimension] =
          (value.value - range.lowerBound) / (range.upperBound - range.lowerBound)
      }
    }
    return found
  }

  private static func dimension(of measure: String) -> CommitteeAlignment.Dimension? {
    let words = measure.lowercased()
    guard words.contains("align") else { return nil }
    if words.contains("partner") { return .partners }
    if words.contains("governance") || words.contains("corporate") { return .governance }
    return ["team", "inside", "within", "internal"].contains(where: words.contains) ? .inside : nil
  }

  /// How many are joined of how many, and the first of those who are not.
  private struct Tally {
    var joined = 0
    var all = 0
    var missing: [String] = []

    mutating func count(_ isJoined: Bool, _ words: () -> String) {
      all += 1
      if isJoined {
        joined += 1
      } else if missing.count < 10 {
        missing.append(words())
      }
    }
  }

  /// One committee; `nil` if its voting members are of fewer than two companies.
  func read(_ committee: Int) -> CommitteeAlignment? {
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    var members: [(person: Int, company: Int)] = []
    var seen: Set<Int> = []
    for seat in hierarchy.seats(ofCommittee: committee)
    where ecosystem.memberships.columns.roles[seat].isVoting {
      guard let person = hierarchy.person(inSeat: seat),
        let company = hierarchy.company(ofSeat: seat),
        seen.insert(person).inserted
      else { continue }
      members.append((person, company))
    }
    guard Set(members.map(\.company)).count > 1 else { return nil }
    let row = ecosystem.committees[committee]
    let alliance = hierarchy.alliance(ofCommittee: committee)
    let scores =
      measured[row.reference] ?? alliance.flatMap { measured[ecosystem.alliances[$0].reference] }
    var (inside, governance, partners) = (Tally(), Tally(), Tally())
    func name(_ person: Int) -> String { ecosystem.people[person].name }
    for (place, one) in members.enumerated() {
      for other in members[(place + 1)...] {
        let isJoined = links.areJoined(one.person, other.person, apartFrom: committee)
        if one.company == other.company {
          inside.count(isJoined) { "\(name(one.person)) – \(name(other.person))" }
        } else {
          partners.count(isJoined) { "\(name(one.person)) – \(name(other.person))" }
        }
      }
    }
    let above = hierarchy.committees.parent(of: committee)
    if links.hasGovernance(members.map(\.person), above: above) {
      for member in members {
        governance.count(links.reachesGovernance(member.person, above: above)) {
          name(member.person)
        }
      }
    }
    return CommitteeAlignment(
      committee: row.id, name: row.name, alliance: alliance.map { ecosystem.alliances[$0].name },
      memberCount: members.count,
      sides: CommitteeAlignment.Dimension.allCases.map { dimension in
        let found =
          switch dimension {
          case .inside: inside
          case .governance: governance
          case .partners: partners
          }
        return .init(
          dimension: dimension, joined: found.joined, possible: found.all,
          measured: scores?[dimension], missing: found.missing)
      })
  }
}
