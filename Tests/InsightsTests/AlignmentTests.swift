import EcosystemModel
import TestSupport
import Testing

@testable import Insights

struct AlignmentTests {
  private static func ecosystem(_ change: (inout Ecosystem) -> Void) -> Ecosystem {
    var ecosystem = Ecosystem()
    change(&ecosystem)
    return ecosystem
  }

  private func answer(_ ecosystem: Ecosystem) throws -> AlignmentFindings {
    try ecosystem.on(nil).answer(AlignmentQuestion(limit: nil))
  }

  private func pact(_ change: (inout Ecosystem) -> Void = { _ in }) -> Ecosystem {
    Self.ecosystem { made in
      let north = made.addCompany("North")
      let south = made.addCompany("South")
      let pact = made.addAlliance("Pact", of: [north, south])
      let top = made.addCommittee("Top", of: pact)
      let low = made.addCommittee("Low", of: pact, under: top)
      for (name, company) in [("Ann", north), ("Bob", north), ("Cem", south), ("Dan", south)] {
        made.seat(made.addPerson(name, at: company), on: low)
      }
      made.seat(.init("ann"), on: top, as: .chair)
      made.seat(.init("cem"), on: top)
      change(&made)
    }
  }

  @Test func sharesAreCountedByHand() throws {
    let low = try #require(try answer(pact()).committees.first { $0.name == "Low" })
    // Ann and Cem meet on the top committee; nobody else is joined.
    #expect(low.sides.map(\.joined) == [0, 2, 1] && low.sides.map(\.possible) == [2, 4, 4])
    #expect(low.weakest.map(\.dimension) == [.inside])
    #expect(low[.partners]?.missing == ["Ann – Dan", "Bob – Cem", "Bob – Dan"])
    #expect(low[.governance]?.missing == ["Bob", "Dan"])
  }

  @Test func managersFunctionsAndLinksJoin() throws {
    let made = pact { made in
      let unit = made.addFunction("Unit", of: .init("north"))
      let other = made.addFunction("Other", of: .init("south"))
      made.people.update(.init("bob")) {
        $0.function = unit
        $0.manager = .init("ann")
      }
      made.people.update(.init("dan")) { $0.function = other }
      made.addRelationship(from: .function(unit), to: .function(other))
      made.addRelationship(from: .person(.init("ann")), to: .person(.init("dan"))) {
        $0.kind = "competes with"
      }
    }
    let low = try #require(try answer(made).committees.first { $0.name == "Low" })
    #expect(low[.inside]?.joined == 1 && low[.partners]?.joined == 2)
    // Ann, to whom Bob reports, sits above; Dan reaches nobody.
    #expect(low[.governance]?.missing == ["Dan"])
  }

  @Test func measuresDecideWhereThereAreTwo() throws {
    let made = pact { made in
      for (name, value) in [("alignment in the teams", 4.5), ("alignment between partners", 2)] {
        var score = Score(subject: .alliance(.init("pact")), measure: name, value: value)
        score.scale = "1-5"
        made.scores.append(score)
      }
    }
    let low = try #require(try answer(made).committees.first { $0.name == "Low" })
    #expect(low.isMeasured && low.weakest.map(\.dimension) == [.partners])
    #expect(low[.partners]?.measured == 0.25 && low[.inside]?.measured == 0.875)
  }

  @Test func oneCompanyIsNoAlliance() throws {
    let made = Self.ecosystem { made in
      let north = made.addCompany("North")
      made.seat(made.addPerson("Ann", at: north), on: made.addCommittee("Only"))
    }
    #expect(throws: InsightError.self) { try answer(made) }
    #expect(throws: InsightError.self) { try answer(Ecosystem()) }
  }

  /// Counted again from the rows, pair by pair, without any index.
  @Test(arguments: UInt64(1)..<8) func countsAreThoseOfThePlainDefinition(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed, scale: 30)
    guard let findings = try? answer(ecosystem) else { return }
    for one in findings.committees {
      let seats = ecosystem.memberships.filter { $0.committee == one.committee && $0.role.isVoting }
      var members: [(Person.ID, Company.ID)] = []
      for seat in seats where !members.contains(where: { $0.0 == seat.person }) {
        if let company = ecosystem.company(of: seat) { members.append((seat.person, company)) }
      }
      #expect(members.count == one.memberCount)
      var joined: [Bool: Int] = [:]
      var all: [Bool: Int] = [:]
      for (place, left) in members.enumerated() {
        for right in members[(place + 1)...] {
          let isInside = left.1 == right.1
          all[isInside, default: 0] += 1
          if Self.areJoined(left.0, right.0, apartFrom: one.committee, in: ecosystem) {
            joined[isInside, default: 0] += 1
          }
        }
      }
      #expect(
        one[.inside]?.possible == all[true] ?? 0 && one[.partners]?.possible == all[false] ?? 0)
      #expect(one[.inside]?.joined == joined[true] ?? 0)
      #expect(one[.partners]?.joined == joined[false] ?? 0)
    }
  }

  private static func line(_ person: Person.ID, _ ecosystem: Ecosystem) -> [Person.ID] {
    var line: [Person.ID] = []
    var next = ecosystem.people[person]?.manager
    while let manager = next, !line.contains(manager), manager != person {
      line.append(manager)
      next = ecosystem.people[manager]?.manager
    }
    return line
  }

  private static func areJoined(
    _ one: Person.ID, _ other: Person.ID, apartFrom committee: Committee.ID, in ecosystem: Ecosystem
  ) -> Bool {
    func bodies(_ person: Person.ID) -> Set<Committee.ID> {
      Set(
        ecosystem.memberships.filter {
          $0.person == person && $0.committee != committee && $0.role != .observer
        }.map(\.committee))
    }
    if !bodies(one).isDisjoint(with: bodies(other)) { return true }
    let (left, right) = (ecosystem.people[one], ecosystem.people[other])
    if let function = left?.function, function == right?.function { return true }
    if line(one, ecosystem).contains(other) || line(other, ecosystem).contains(one) { return true }
    if let manager = left?.manager, manager == right?.manager { return true }
    func ends(_ person: Person?) -> Set<EntityReference> {
      guard let person else { return [] }
      return Set([.person(person.id)] + (person.function.map { [.function($0)] } ?? []))
    }
    let rows =
      ecosystem.relationships.filter { !RelationshipKind.isRivalry($0.kind) }.map {
        ($0.from, $0.to)
      }
      + ecosystem.handoffs.map { ($0.from, $0.to) }
    return rows.contains { from, to in
      (ends(left).contains(from) && ends(right).contains(to))
        || (ends(left).contains(to) && ends(right).contains(from))
    }
  }
}
