package import EcosystemModel

/// How few people an alliance or a committee hangs on.
package struct BusFactor: Codable, Hashable, Sendable {
  /// The body.
  package let body: EntityReference
  /// Its name.
  package let name: String
  /// The fewest people without whom it stalls; `nil` if it already does.
  package let factor: Int?
  /// Some of these.
  package let people: [String]
  /// What stalls without them, in words.
  package let stalls: String
  /// Whether fewer could not stall it: always so for a committee, for an alliance where all pairs were tried.
  package let isProven: Bool
}

/// Finds how few people committees and alliances hang on.
struct BusFactors {
  /// The committees with voting members and the alliances with work, those that hang on fewest first.
  private(set) var found: [BusFactor] = []
  private let ecosystem: Ecosystem
  private let hierarchy: Hierarchy
  private let names: PartyNames
  /// The place of each person in the order of names, so that the order of rows changes nothing.
  private let ranks: [Int]

  /// Of more people pairs are not tried.
  private static let mostForPairs = 25

  /// What an alliance rests on: it stalls when so many of its holders on one side are gone.
  private struct Work {
    var what: String
    /// The people on each side; losing so many of one side stalls it.
    var sides: [(people: [Int], tolerance: Int)]

  }

  /// Which works stall as people go, one after the other.
  private struct Stall {
    /// The sides that each person holds, each by its work and its place in ``left``.
    private var places: [Int: [(work: Int, side: Int)]] = [:]
    /// How many each side can still lose; it stalls at none.
    private var left: [Int] = []
    /// The number of sides of each work that stall it.
    private var stalled: [Int]
    private var count = 0

    init(_ works: [Work]) {
      stalled = Array(repeating: 0, count: works.count)
      for (number, work) in works.enumerated() {
        for side in work.sides {
          for person in side.people { places[person, default: []].append((number, left.count)) }
          left.append(side.tolerance)
          if side.tolerance <= 0 { change(number, by: 1) }
        }
      }
    }

    /// Whether more than half of the works stall.
    var isMost: Bool { 2 * count > stalled.count }

    func isStalled(_ work: Int) -> Bool { stalled[work] > 0 }

    mutating func remove(_ person: Int) {
      for (work, side) in places[person] ?? [] {
        left[side] -= 1
        if left[side] == 0 { change(work, by: 1) }
      }
    }

    mutating func restore(_ person: Int) {
      for (work, side) in places[person] ?? [] {
        left[side] += 1
        if left[side] == 1 { change(work, by: -1) }
      }
    }

    private mutating func change(_ work: Int, by step: Int) {
      if stalled[work] == 0 { count += 1 }
      stalled[work] += step
      if stalled[work] == 0 { count -= 1 }
    }
  }

  /// Looks at the seats and offices of the day.
  init(_ snapshot: Snapshot) {
    ecosystem = snapshot.ecosystem
    hierarchy = snapshot.hierarchy
    names = PartyNames(ecosystem)
    ranks = ecosystem.people.ranksByName
    var works = [[Work]](repeating: [], count: ecosystem.alliances.count)
    for committee in ecosystem.committees.indices {
      guard let work = seats(on: committee) else { continue }
      found.append(factor(of: work, .committee(ecosystem.committees[committee].id)))
      if let alliance = hierarchy.alliance(ofCommittee: committee) { works[alliance].append(work) }
    }
    addOffices(to: &works)
    for (alliance, work) in works.enumerated() where !work.isEmpty {
      found.append(factor(of: work, .alliance(ecosystem.alliances[alliance].id)))
    }
    found.sort { left, right in
      (left.factor ?? 0, left.name, left.body) < (right.factor ?? 0, right.name, right.body)
    }
  }

  /// A committee stalls below its quorum, and when a partner that votes on it has no vote left.
  private func seats(on committee: Int) -> Work? {
    let partners =
      hierarchy.alliance(ofCommittee: committee).map { hierarchy.partners(ofAlliance: $0) } ?? []
    let roles = ecosystem.memberships.columns.roles
    var voters: Set<Int> = []
    var byPartner: [Int: Set<Int>] = [:]
    for seat in hierarchy.seats(ofCommittee: committee) where roles[seat].isVoting {
      guard let person = hierarchy.person(inSeat: seat) else { continue }
      voters.insert(person)
      if let company = hierarchy.company(ofSeat: seat),
        let partner = hierarchy.partner(owning: company, among: partners)
      {
        byPartner[partner, default: []].insert(person)
      }
    }
    guard !voters.isEmpty else { return nil }
    let companies = ecosystem.companies
    var sides = byPartner.sorted { left, right in
      (companies[left.key].name, companies[left.key].id)
        < (companies[right.key].name, companies[right.key].id)
    }.map { (people: ordered($0.value), tolerance: $0.value.count) }
    let quorum = ecosystem.committees[committee].quorum ?? 1
    sides.append((ordered(voters), max(0, voters.count - max(1, quorum) + 1)))
    return Work(what: names[.committee(ecosystem.committees[committee].id)], sides: sides)
  }

  /// People by name.
  private func ordered(_ people: Set<Int>) -> [Int] { people.sorted { ranks[$0] < ranks[$1] } }

  private func addOffices(to works: inout [[Work]]) {
    func add(_ person: Person.ID?, _ alliance: Int?, _ what: String) {
      guard let alliance, let person, let position = ecosystem.people.position(of: person) else {
        return
      }
      works[alliance].append(Work(what: what, sides: [([position], 1)]))
    }
    for (position, alliance) in ecosystem.alliances.enumerated() {
      add(alliance.manager, position, "its management")
      add(alliance.sponsor, position, "its sponsorship")
    }
    for program in ecosystem.programs {
      add(program.lead, ecosystem.alliances.position(of: program.alliance), program.name)
    }
    for handoff in ecosystem.handoffs {
      add(
        handoff.owner, ecosystem.alliances.position(of: handoff.alliance),
        handoff.what ?? "a handoff"
      )
    }
  }

  /// The smallest side of a committee.
  private func factor(of work: Work, _ body: EntityReference) -> BusFactor {
    let smallest = work.sides.min { $0.tolerance < $1.tolerance }
    let factor = smallest?.tolerance ?? 0
    let isQuorum = smallest?.people.count != factor
    let people = (smallest?.people.prefix(factor) ?? []).map { names[ecosystem.people[$0].id] }
    return BusFactor(
      body: body, name: work.what, factor: factor > 0 ? factor : nil, people: people,
      stalls: factor == 0
        ? "it has no quorum already" : isQuorum ? "its quorum" : "a partner's last vote",
      isProven: true)
  }

  /// The fewest people without whom more than half of an alliance's work stalls.
  private func factor(of works: [Work], _ body: EntityReference) -> BusFactor {
    let holders = ordered(Set(works.flatMap { $0.sides.flatMap(\.people) }))
    var stall = Stall(works)
    func isEnough(_ gone: [Int]) -> Bool {
      for person in gone { stall.remove(person) }
      defer { for person in gone { stall.restore(person) } }
      return stall.isMost
    }
    func made(_ gone: [Int], isProven: Bool) -> BusFactor {
      for person in gone { stall.remove(person) }
      let words = works.indices.filter { stall.isStalled($0) }.map { works[$0].what }.sorted()
      return BusFactor(
        body: body, name: names[body], factor: gone.isEmpty ? nil : gone.count,
        people: gone.map { names[ecosystem.people[$0].id] }.sorted(),
        stalls: "\(words.count) of \(works.count): \(Phrase.list(words, limit: 4))",
        isProven: isProven)
    }
    if isEnough([]) { return made([], isProven: true) }
    if let one = holders.first(where: { isEnough([$0]) }) { return made([one], isProven: true) }
    if holders.count <= Self.mostForPairs {
      for (place, first) in holders.enumerated() {
        for second in holders[(place + 1)...] where isEnough([first, second]) {
          return made([first, second], isProven: true)
        }
      }
    }
    // One after the other, whoever holds most of the work; then those out again without whom it stalls, too.
    var held: [Int: Int] = [:]
    for work in works {
      for person in Set(work.sides.flatMap(\.people)) { held[person, default: 0] += 1 }
    }
    let places = Dictionary(uniqueKeysWithValues: zip(holders, holders.indices))
    let order = holders.sorted { left, right in
      (held[right] ?? 0, places[left] ?? 0) < (held[left] ?? 0, places[right] ?? 0)
    }
    var gone: [Int] = []
    for person in order where !stall.isMost {
      stall.remove(person)
      gone.append(person)
    }
    for person in gone {
      stall.restore(person)
      if stall.isMost { gone.removeAll { $0 == person } } else { stall.remove(person) }
    }
    for person in gone { stall.restore(person) }
    let isThree = gone.count == 3 && holders.count <= Self.mostForPairs
    return made(gone, isProven: isThree)
  }
}
