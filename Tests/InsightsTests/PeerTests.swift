import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Peers")
struct PeerTests {
  /// Two partners with three functions each; development is tied, finance has a namesake, legal stands alone.
  private func made() -> Ecosystem {
    var made = Ecosystem()
    let one = made.addCompany("One") { $0.timeZone = "Europe/London" }
    let two = made.addCompany("Two") { $0.timeZone = "Asia/Tokyo" }
    for (company, prefix) in [(one, "1"), (two, "2")] {
      made.addFunction("Development", of: company, id: "dev\(prefix)")
      made.addFunction("Finance", of: company, id: "fin\(prefix)")
    }
    made.addFunction("Legal", of: two, id: "law2")
    let alliance = made.addAlliance("Pact", of: [one, two])
    let committee = made.addCommittee("JSC", of: alliance)
    for (name, function, company, seniority) in [
      ("Ada", "dev1", one, 1), ("Ben", "dev1", one, 3), ("Cleo", "dev2", two, 3),
      ("Dan", "dev2", two, 4), ("Eve", "fin1", one, 2), ("Fay", "law2", two, 2),
    ] {
      let person = made.addPerson(name, at: company) {
        $0.function = .init(function)
        $0.seniority = seniority
      }
      made.seat(person, on: committee)
    }
    made.addRelationship(from: .function(.init("dev1")), to: .function(.init("dev2"))) {
      $0.owner = .init("ada")
    }
    return made
  }

  private func matrix(_ ecosystem: Ecosystem) throws -> PeerMatrix {
    try ecosystem.on(nil).answer(PeerQuestion(of: Alliance.ID("pact")))
  }

  @Test("tied functions and namesakes face each other; who faces nobody is a gap")
  func pairs() throws {
    var ecosystem = made()
    // Nobody of Two's finance is in the alliance yet, so that it takes no part.
    #expect(try matrix(ecosystem).gaps.map(\.function.name) == ["Finance", "Legal"])
    ecosystem.people.update(.init("fay")) { $0.function = .init("fin2") }
    let found = try matrix(ecosystem)
    #expect(found.pairs.map(\.a.name) == ["Development", "Finance"])
    #expect(found.pairs.map(\.basis) == [.tie, .name])
    #expect(found.gaps.isEmpty)
  }

  @Test("a pair knows its people by rank, its skew, its owners and its clocks")
  func pair() throws {
    let pair = try #require(try matrix(made()).pairs.first)
    #expect(pair.a.people == ["Ada", "Ben"] && pair.b.people == ["Cleo", "Dan"])
    #expect(pair.senioritySkew == 2 && !pair.isSingleThreaded)
    #expect(pair.owners == ["Ada"] && pair.contacts == 2)
    #expect(pair.minutesApart == Seasonal(winter: 540, summer: 480))
  }

  @Test("the partners' order turns the pairs round and nothing else")
  func symmetric() throws {
    var ecosystem = made()
    let forth = try matrix(ecosystem)
    ecosystem.alliances.update(.init("pact")) { $0.companies.reverse() }
    let back = try matrix(ecosystem)
    #expect(forth.pairs.map(\.a) == back.pairs.map(\.b))
    #expect(forth.pairs.map { $0.senioritySkew.map { -$0 } } == back.pairs.map(\.senioritySkew))
    #expect(forth.pairs.map(\.overlapMinutes) == back.pairs.map(\.overlapMinutes))
    #expect(Set(forth.gaps.map(\.function)) == Set(back.gaps.map(\.function)))
    #expect(forth.shape == back.shape)
  }

  @Test("contacts through one function on each side are a bow-tie, through many a diamond")
  func shape() throws {
    var ecosystem = made()
    #expect(try matrix(ecosystem).shape == .bowTie)
    for name in ["a", "b", "c"] {
      let left = ecosystem.addFunction("l\(name)", of: .init("one"))
      let right = ecosystem.addFunction("r\(name)", of: .init("two"))
      ecosystem.addRelationship(from: .function(left), to: .function(right))
      // Seen from one side all of it goes through development.
      ecosystem.addRelationship(from: .function(.init("dev1")), to: .function(right))
    }
    #expect(try matrix(ecosystem).shape == .funnel)
    ecosystem.relationships.removeAll { $0.from == .function(.init("dev1")) }
    #expect(try matrix(ecosystem).shape == .diamond)
  }

  @Test("a subsidiary's functions count for the partner that owns it")
  func subsidiaries() throws {
    var ecosystem = made()
    let daughter = ecosystem.addCompany("Daughter") { $0.parent = .init("two") }
    let function = ecosystem.addFunction("Finance", of: daughter, id: "fin3")
    let person = ecosystem.addPerson("Gus", at: daughter) { $0.function = function }
    ecosystem.seat(person, on: .init("jsc"))
    let found = try matrix(ecosystem)
    #expect(found.pairs.contains { $0.b.function == function && $0.b.company == .init("two") })
    #expect(found.outsiders.isEmpty)
  }

  @Test("people without function and from elsewhere are named, not dropped")
  func leftovers() throws {
    var ecosystem = made()
    let other = ecosystem.addCompany("Other")
    ecosystem.seat(ecosystem.addPerson("Hal", at: other), on: .init("jsc"))
    ecosystem.seat(ecosystem.addPerson("Ida", at: .init("one")), on: .init("jsc"))
    let found = try matrix(ecosystem)
    #expect(found.outsiders == ["Hal"] && found.unplaced == ["Ida"])
  }

  @Test("a missing table, one partner and an alliance of another day are refused")
  func refused() {
    let error = #expect(throws: InsightError.self) {
      try Ecosystem().on(nil).answer(PeerQuestion(of: Alliance.ID("pact")))
    }
    #expect(error?.message.contains("“alliances” and “functions”") == true)
    var lonely = made()
    lonely.alliances.update(.init("pact")) { $0.companies.removeLast() }
    #expect(throws: InsightError.self) { try matrix(lonely) }
    var past = made()
    past.alliances.update(.init("pact")) { $0.validity = .from(until: "2019") }
    #expect(throws: InsightError.self) {
      try past.on(.on("2020")).answer(PeerQuestion(of: Alliance.ID("pact")))
    }
  }

  @Test("every alliance of a random ecosystem has whole tables", arguments: 0..<16 as Range<UInt64>)
  func random(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    for alliance in ecosystem.alliances {
      let found = try ecosystem.on(nil).answer(PeerQuestion(of: alliance.id))
      #expect(found.tables.allSatisfy { !$0.method.isEmpty })
      let shown = Set(found.pairs.flatMap { [$0.a.function, $0.b.function] })
        .union(found.gaps.map(\.function.function))
      #expect(Set(found.functions.map(\.function)) == shown)
    }
  }
}
