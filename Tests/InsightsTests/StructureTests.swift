import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// What is missing and how the whole hangs together, against plain counts made from the formulas.
@Suite("Structure")
struct StructureTests {
  /// Two partners and a house on three alliances, with something missing of every sort.
  private func made() -> Ecosystem {
    var made = Ecosystem()
    let one = made.addCompany("One") { $0.region = "Europe" }
    let two = made.addCompany("Two") { $0.region = "Japan" }
    let three = made.addCompany("Three") { $0.region = "Japan" }
    let ada = made.addPerson("Ada", at: one)
    let ben = made.addPerson("Ben", at: one)
    let cleo = made.addPerson("Cleo", at: two)
    made.addAlliance("Pact", of: [one, two]) {
      $0.manager = ada
      $0.sponsor = ben
      $0.signed = .on("2019")
      $0.launched = .on("2020-03")
    }
    made.addAlliance("Deal", of: [one, three]) { $0.expires = .on("2021-05-31") }
    made.addAlliance("Club", of: [one, two, three]) {
      $0.manager = cleo
      $0.expires = .on("2020-01-01")
    }
    let board = made.addCommittee("Board", of: .init("pact")) { $0.reviewed = .on("2019-06") }
    let team = made.addCommittee("Team", of: .init("pact")) { $0.validity = .from("2020-04") }
    for person in [ada, ben, cleo] { made.seat(person, on: board) }
    for person in [ada, cleo] { made.seat(person, on: team) }
    return made
  }

  private func answer(
    _ ecosystem: Ecosystem, _ day: String? = nil, _ question: StructureQuestion = .init(limit: nil)
  ) throws -> StructureFindings {
    try ecosystem.on(day.map(CalendarDate.on)).answer(question)
  }

  @Test("what is missing is named, each once, with its day")
  func missing() throws {
    let found = try answer(made(), "2020-06-01").missing
    #expect(
      found.map { "\($0.sort.rawValue): \($0.name)" } == [
        "no alliance manager: Deal", "no sponsor: Club", "no sponsor: Deal", "ends soon: Deal",
        "contract has ended: Club", "composition not revisited: Board",
        "more than half of the votes: Board",
      ])
    #expect(found[3].detail == "in 364 days" && found[5].day == .on("2020-03"))
    #expect(found[6].detail == "One has 2 of 3 votes (67 %)")
    let soon = try answer(made(), "2020-06-01", .init(within: 11)).missing
    #expect(!soon.contains { $0.sort == .ending })
  }

  @Test("an empty column accuses nobody, and is said not to")
  func unjudged() throws {
    var made = made()
    for id in made.alliances.map(\.id) {
      made.alliances.update(id) { ($0.manager, $0.sponsor) = (nil, nil) }
    }
    made.committees.update(.init("board")) { $0.reviewed = nil }
    let found = try answer(made)
    #expect(found.missing.map(\.sort) == [.majority])
    #expect(found.unjudged.count == 4)
    #expect(found.unjudged.contains { $0.contains("end soon") })
  }

  @Test("the house that is in every alliance joins none")
  func alliances() throws {
    let found = try #require(try answer(made()).alliances)
    #expect(found.house == "One")
    #expect(
      found.pairs.map { [$0.first, $0.second] + $0.shared } == [
        ["Club", "Deal", "Three"], ["Club", "Pact", "Two"],
      ])
    #expect(found.pairs.map(\.jaccard) == [0.5, 0.5])
    #expect(found.alliances.map(\.neighborCount) == [2, 1, 1])
  }

  @Test("the fewest people reach every committee")
  func cover() throws {
    let found = try #require(try answer(made()).cover)
    #expect(found.people.map(\.name) == ["Ada"] && found.isSmallest && found.committeeCount == 2)
  }

  // MARK: Against plain counts

  /// The pairs of people who share a committee, once for each committee.
  private func meetings(_ ecosystem: Ecosystem) -> [(Person.ID, Person.ID)] {
    ecosystem.committees.flatMap { committee in
      let people = Set(
        ecosystem.memberships.filter { $0.committee == committee.id }.map(\.person)
      ).sorted()
      return people.indices.flatMap { left in
        people[(left + 1)...].map { (people[left], $0) }
      }
    }
  }

  @Test(
    "E-I index, density, parts and cuts equal their formulas", arguments: 0..<12 as Range<UInt64>)
  func formulas(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let found = try answer(ecosystem)
    let seats = Set(ecosystem.memberships.map { [$0.person.rawValue, $0.committee.rawValue] })
    let cohesion = try #require(found.cohesion)
    let possible = ecosystem.people.count * ecosystem.committees.count
    #expect(cohesion.pairCount == seats.count && cohesion.possiblePairs == possible)
    #expect(cohesion.density == Double(seats.count) / Double(possible))
    #expect(cohesion.reciprocity == nil)
    func company(_ id: Person.ID) -> String? {
      ecosystem.company(of: .person(id)).map { ecosystem.name(of: .company($0)) }
    }
    let known = meetings(ecosystem).compactMap { one, other in
      company(one).flatMap { left in company(other).map { (left, $0) } }
    }
    let (outside, inside) = (known.count { $0.0 != $0.1 }, known.count { $0.0 == $0.1 })
    let mixing = try #require(found.mixing)
    #expect(mixing.outside == outside && mixing.inside == inside)
    if outside + inside > 0 {
      #expect(
        mixing.externalInternalIndex == Double(outside - inside) / Double(outside + inside))
    }
    expectAssortativity(mixing.assortativity, of: known)
    // Everybody is in a part, alone, or has no seat at all; and nobody twice.
    #expect(
      cohesion.parts.reduce(0) { $0 + $1.members.count } + cohesion.isolated.count
        == cohesion.nodeCount)
    for cut in cohesion.cuts {
      #expect(partCount(ecosystem, without: cut.entity) > partCount(ecosystem))
    }
    let reached = Set(found.cover?.people.flatMap(\.committees) ?? [])
    #expect(reached.count == Set(ecosystem.memberships.map(\.committee)).count)
  }

  /// Newman's coefficient from the matrix of shares.
  private func expectAssortativity(_ value: Double?, of pairs: [(String, String)]) {
    let groups = Set(pairs.flatMap { [$0.0, $0.1] })
    let both = pairs + pairs.map { ($0.1, $0.0) }
    let trace = Double(both.count { $0.0 == $0.1 }) / Double(both.count)
    let chance = groups.reduce(0.0) { sum, group in
      let share = Double(both.count { $0.0 == group }) / Double(both.count)
      return sum + share * share
    }
    guard let value else { return #expect(both.isEmpty || chance > 1 - 1e-9) }
    #expect(abs(value - (trace - chance) / (1 - chance)) < 1e-9)
  }

  /// The number of parts of the graph of people and committees.
  private func partCount(_ ecosystem: Ecosystem, without gone: EntityReference? = nil) -> Int {
    var group: [EntityReference: Int] = [:]
    let all =
      ecosystem.people.map { EntityReference.person($0.id) }
      + ecosystem.committees.map { .committee($0.id) }
    for (number, node) in all.enumerated() where node != gone { group[node] = number }
    for seat in ecosystem.memberships {
      guard let one = group[.person(seat.person)], let other = group[.committee(seat.committee)]
      else { continue }
      for (node, number) in group where number == other { group[node] = one }
    }
    return Set(group.values).count
  }

  @Test("reciprocity and mixing of relationships between companies")
  func directed() throws {
    var made = Ecosystem()
    let companies = ["A", "B", "C", "D"].map { name in
      made.addCompany(name) { $0.region = name < "C" ? "Europe" : "Japan" }
    }
    for (from, to) in [(0, 1), (1, 0), (1, 2), (2, 3)] {
      made.addRelationship(from: .company(companies[from]), to: .company(companies[to])) {
        $0.kind = "supplies"
      }
    }
    let found = try answer(made)
    #expect(found.cohesion?.reciprocity == 0.5 && found.cohesion?.density == 4.0 / 12)
    #expect(found.cohesion?.bridges.map { [$0.first, $0.second] } == [["B", "C"]])
    #expect(found.cohesion?.bridges.first?.cutOff == 2 && found.cohesion?.pendantCount == 2)
    #expect(found.mixing?.externalInternalIndex == -1.0 / 3)
    let index = try #require(found.mixing?.expectedIndex)
    #expect(abs(index - 1.0 / 3) < 1e-12)
    #expect(throws: InsightError.self) { try answer(made, nil, .init(by: "colour of hair")) }
  }

  @Test("handoffs that cross a border or a clock are counted")
  func handoffs() throws {
    let found = try #require(try answer(Ecosystem.sample).handoffs)
    #expect(found.crossing(\.places).rows == 1 && found.crossing(\.clocks).known == 2)
    #expect(found.clocks.first?.hoursApart == 9 && found.places.first?.perYear == 12)
  }

  @Test("the order of rows changes nothing", arguments: 0..<6 as Range<UInt64>)
  func rowOrder(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    for day in [nil, "2014"] {
      #expect(try answer(ecosystem, day) == answer(ecosystem.withRowsReversed, day))
    }
  }

  @Test("a filter and a day leave what they say")
  func parts() throws {
    let day = made().on(.on("2020-06-01"))
    let filtered = try day.answer(
      StructureQuestion(), meeting: [#require(Condition("alliance=pact"))])
    #expect(filtered.missing.map(\.name) == ["Board", "Board"] && filtered.alliances == nil)
    #expect(filtered.filter == ["alliance=pact"] && filtered.cover?.committeeCount == 2)
    let early = try answer(made(), "2020-01-01")
    #expect(early.cover?.committeeCount == 1)
    #expect(!early.missing.contains { $0.sort == .review })
    #expect(throws: InsightError.self) { try answer(Ecosystem()) }
  }
}
