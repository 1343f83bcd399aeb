internal import EcosystemModel
internal import GraphCore

/// Whom chance could have put on two bodies.
struct OverlapUniverse {
  /// A population, and the parts of the two bodies that lie in it.
  struct Population {
    var count: Int
    /// Members of the first body in the population.
    var first: Int
    /// Members of the second body in the population.
    var second: Int
  }

  let choice: OverlapQuestion.Universe
  /// The bodies in an order in which their populations are cheapest asked for: those of one alliance one after the other.
  let order: [Int]
  private let family: OverlapFamily
  /// Who may sit on each body, where that was chosen.
  private var eligible: [PersonSet] = []
  /// The alliances that each body governs, by position, ascending.
  private let alliancesOfBody: [[Int]]
  private let isWhollyGoverned: [Bool]
  /// The alliance of each body that governs a single one, -1 of the others.
  private let soleAlliances: [Int32]
  private let sizes: [Int]
  private let everyoneCount: Int
  /// People, and the alliances in which they have a seat.
  private var rosters = AffiliationGraph(leftCount: 0, rightCount: 0, pairs: [])
  private var walk: OverlapWalk?
  /// The alliance asked about last, and how many people it shares with each other one.
  private var rowAlliance: Int?
  private var row: [Int] = []
  private var countsOfAlliances: [[Int]: Int] = [:]

  init(
    _ choice: OverlapQuestion.Universe?, for family: OverlapFamily, eligibility: Eligibility
  ) {
    let hierarchy = family.hierarchy
    let alliancesOfBody = family.committees.map { committees -> [Int] in
      if committees.count == 1 {
        return hierarchy.alliance(ofCommittee: committees[0]).map { [$0] } ?? []
      }
      return Set(committees.compactMap { hierarchy.alliance(ofCommittee: $0) }).sorted()
    }
    isWhollyGoverned = family.committees.map { committees in
      committees.allSatisfy { hierarchy.alliance(ofCommittee: $0) != nil }
    }
    let isGoverned = zip(family.bodies, alliancesOfBody)
      .allSatisfy { $0.size == 0 || !$1.isEmpty }
    soleAlliances = alliancesOfBody.map { $0.count == 1 ? Int32($0[0]) : -1 }
    sizes = family.bodies.map(\.size)
    everyoneCount = family.ecosystem.people.count
    self.choice = choice ?? (isGoverned ? .alliance : .everyone)
    self.family = family
    self.alliancesOfBody = alliancesOfBody
    if self.choice == .eligible {
      eligible = family.bodies.indices.map { eligibility.people(of: $0) }
    }
    guard self.choice == .alliance else {
      order = Array(family.bodies.indices)
      return
    }
    let count = family.ecosystem.alliances.count
    let byAlliance = Grouping(alliancesOfBody.map { $0.first ?? count }, count: count + 1)
    order = (0...count).flatMap { byAlliance[$0] }
    rosters = AffiliationGraph(
      leftCount: family.ecosystem.people.count, rightCount: count,
      pairs: family.seats.lazy.compactMap { seat in
        guard let committee = hierarchy.committee(ofSeat: seat),
          let alliance = hierarchy.alliance(ofCommittee: committee),
          let person = hierarchy.person(inSeat: seat)
        else { return nil }
        return (person, alliance)
      })
    walk = OverlapWalk(rosters, of: .right)
    row = Array(repeating: 0, count: count)
  }

  /// The population for a pair of bodies that share some people.
  mutating func population(
    _ first: Int, _ second: Int, shared: Int
  ) throws(AlgorithmError) -> Population {
    let sizes = (sizes[first], sizes[second])
    let everyone = Population(count: everyoneCount, first: sizes.0, second: sizes.1)
    switch choice {
    case .everyone: return everyone
    case .alliance:
      if soleAlliances[first] >= 0, soleAlliances[second] >= 0,
        isWhollyGoverned[first], isWhollyGoverned[second]
      {
        let count = try seatedCount(Int(soleAlliances[first]), Int(soleAlliances[second]))
        return Population(count: count, first: sizes.0, second: sizes.1)
      }
      guard !alliancesOfBody[first].isEmpty, !alliancesOfBody[second].isEmpty else {
        return everyone
      }
      let count = try seatedCount(alliancesOfBody[first], alliancesOfBody[second])
      // A kind may hold a committee without alliance, whose members count all the same.
      let isWhole = isWhollyGoverned[first] && isWhollyGoverned[second]
      let union = isWhole ? 0 : sizes.0 + sizes.1 - shared
      return Population(count: max(count, union), first: sizes.0, second: sizes.1)
    case .eligible:
      let (one, other) = (eligible[first], eligible[second])
      return Population(
        count: one.sharedCount(other),
        first: family.members(of: first).count(where: other.contains),
        second: family.members(of: second).count(where: one.contains))
    }
  }

  /// The number of people with a seat in either of two alliances.
  private mutating func seatedCount(
    _ first: Int, _ second: Int
  ) throws(AlgorithmError) -> Int {
    if first == second { return size(ofAlliance: first) }
    try readRow(of: first)
    return size(ofAlliance: first) + size(ofAlliance: second) - row[second]
  }

  /// The number of people with a seat in any of the alliances of two bodies.
  private mutating func seatedCount(
    _ first: [Int], _ second: [Int]
  ) throws(AlgorithmError) -> Int {
    if first.count == 1, second.count == 1 { return try seatedCount(first[0], second[0]) }
    let alliances = Set(first + second).sorted()
    if let known = countsOfAlliances[alliances] { return known }
    var people = PersonSet(count: family.ecosystem.people.count)
    for alliance in alliances {
      for person in rosters.neighbors(of: NodeIndex(alliance), on: .right) {
        people.insert(person.position)
      }
    }
    countsOfAlliances[alliances] = people.count
    return people.count
  }

  private func size(ofAlliance alliance: Int) -> Int {
    rosters.degree(of: NodeIndex(alliance), on: .right)
  }

  /// Counts whom an alliance shares with each other one, unless that was done last.
  private mutating func readRow(of alliance: Int) throws(AlgorithmError) {
    guard rowAlliance != alliance, let walk else { return }
    rowAlliance = alliance
    for other in row.indices { row[other] = 0 }
    var row = row
    self.row = []
    try walk.visitPartners(of: alliance, after: false) { row[$0.node] = $0.shared }
    self.row = row
  }

  /// Whom the population counts, as in “of 83 people with a seat in the alliance”.
  var words: String {
    switch choice {
    case .everyone: "everyone in the table of people"
    case .alliance: "people with a seat on a committee of the alliance"
    case .eligible: "people who may sit on both"
    }
  }
}
