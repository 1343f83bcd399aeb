internal import EcosystemModel

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
  private let family: OverlapFamily
  private let eligibility: Eligibility
  /// The positions of the people with a seat in each alliance.
  private var rosters: [PersonSet] = []
  /// The alliances that each body governs, by position, ascending.
  private var alliancesOfBody: [[Int]] = []
  private var isWhollyGoverned: [Bool] = []
  private var countsOfAlliances: [[Int]: Int] = [:]
  /// The same for two bodies of one alliance each: the common case, and far more often asked for.
  private var countsOfPairs: [Int: Int] = [:]

  init(
    _ choice: OverlapQuestion.Universe?, for family: OverlapFamily, eligibility: Eligibility
  ) {
    let hierarchy = family.hierarchy
    alliancesOfBody = family.committees.map { committees in
      Set(committees.compactMap { hierarchy.alliance(ofCommittee: $0) }).sorted()
    }
    isWhollyGoverned = family.committees.map { committees in
      committees.allSatisfy { hierarchy.alliance(ofCommittee: $0) != nil }
    }
    let isGoverned = zip(family.bodies, alliancesOfBody)
      .allSatisfy { $0.size == 0 || !$1.isEmpty }
    self.choice = choice ?? (isGoverned ? .alliance : .everyone)
    self.family = family
    self.eligibility = eligibility
    guard self.choice == .alliance else { return }
    let nobody = PersonSet(count: family.ecosystem.people.count)
    rosters = Array(repeating: nobody, count: family.ecosystem.alliances.count)
    for seat in family.seats {
      guard
        let alliance = hierarchy.committee(ofSeat: seat).flatMap({
          hierarchy.alliance(ofCommittee: $0)
        }), let person = hierarchy.person(inSeat: seat)
      else { continue }
      rosters[alliance].insert(person)
    }
  }

  /// The population for a pair of bodies.
  mutating func population(_ first: Int, _ second: Int) -> Population {
    let sizes = (family.bodies[first].size, family.bodies[second].size)
    let everyone = Population(
      count: family.ecosystem.people.count, first: sizes.0, second: sizes.1)
    switch choice {
    case .everyone: return everyone
    case .alliance:
      guard !alliancesOfBody[first].isEmpty, !alliancesOfBody[second].isEmpty else {
        return everyone
      }
      let count = seatedCount(alliancesOfBody[first], alliancesOfBody[second])
      // A kind may hold a committee without alliance, whose members count all the same.
      let isWhole = isWhollyGoverned[first] && isWhollyGoverned[second]
      let union = isWhole ? 0 : sizes.0 + sizes.1 - family.shared(first, second).count
      return Population(count: max(count, union), first: sizes.0, second: sizes.1)
    case .eligible:
      let (one, other) = (eligibility.people[first], eligibility.people[second])
      return Population(
        count: one.sharedCount(other),
        first: family.members(of: first).count(where: other.contains),
        second: family.members(of: second).count(where: one.contains))
    }
  }

  /// The number of people with a seat in any of the alliances of two bodies.
  private mutating func seatedCount(_ first: [Int], _ second: [Int]) -> Int {
    guard first.count == 1, second.count == 1 else {
      return seatedCount(Set(first + second).sorted())
    }
    let key = min(first[0], second[0]) * rosters.count + max(first[0], second[0])
    if let known = countsOfPairs[key] { return known }
    let count = seatedCount(Set(first + second).sorted())
    countsOfPairs[key] = count
    return count
  }

  private mutating func seatedCount(_ alliances: [Int]) -> Int {
    if let known = countsOfAlliances[alliances] { return known }
    var roster = rosters[alliances[0]]
    for alliance in alliances.dropFirst() { roster.formUnion(rosters[alliance]) }
    countsOfAlliances[alliances] = roster.count
    return roster.count
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
