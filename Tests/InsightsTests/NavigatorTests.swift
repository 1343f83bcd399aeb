import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Navigator")
struct NavigatorTests {
  /// Hub — one (owned) — two — three, all by relationships of companies; hub competes with three.
  private func chain() -> Ecosystem {
    var made = Ecosystem()
    let names = ["hub", "one", "two", "three"]
    for name in names { made.addCompany(name) }
    let owner = made.addPerson("Ada")
    for (place, pair) in zip(names, names.dropFirst()).enumerated() {
      made.addRelationship(from: .company(.init(pair.0)), to: .company(.init(pair.1))) {
        $0.kind = "partners with"
        $0.owner = place == 0 ? owner : nil
      }
    }
    made.addRelationship(from: .company(.init("hub")), to: .company(.init("three"))) {
      $0.kind = "competes with"
    }
    return made
  }

  private func company(_ name: String) -> EntityReference { .company(.init(name)) }

  @Test("an introduction goes over ties, not over rivalries, and says who owns them")
  func introduction() throws {
    let found = try chain().on(nil).answer(
      NavigatorQuestion(to: company("three"), from: company("hub")))
    #expect(found.introductions.map(\.count) == [3])
    #expect(found.introductions[0].map(\.owner) == ["Ada", nil, nil])
    #expect(found.introductions[0].map(\.isOwnerless) == [false, true, true])
    #expect(found.boundaryRelationships.count == 1 && found.boundaryOwners.isEmpty)
  }

  @Test("ways there are ways back", arguments: 0..<16 as Range<UInt64>)
  func symmetric(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed, scale: 12)
    let ends = ecosystem.companies.map { EntityReference.company($0.id) }
    let there = try ecosystem.on(nil).answer(
      NavigatorQuestion(to: ends[1], from: ends[0], limit: 1))
    let back = try ecosystem.on(nil).answer(NavigatorQuestion(to: ends[0], from: ends[1], limit: 1))
    #expect(there.introductions.isEmpty == back.introductions.isEmpty)
    #expect(
      there.tiers.contains { .company($0.company) == ends[0] }
        == back.tiers.contains { .company($0.company) == ends[1] })
    for way in there.introductions {
      #expect(way.first?.from == ends[0] && way.last?.to == ends[1])
      #expect(zip(way, way.dropFirst()).allSatisfy { $0.to == $1.from })
    }
  }

  @Test("partners come tier by tier, each once, with those they are reached through")
  func tiers() throws {
    let found = try chain().on(nil).answer(NavigatorQuestion(to: company("hub"), tier: 5)).tiers
    #expect(found.map(\.tier) == [1, 2, 3])
    #expect(found.map(\.via) == [["hub"], ["one"], ["two"]])
    #expect(
      try chain().on(nil).answer(NavigatorQuestion(to: company("hub"), tier: 2)).tiers.count == 2)
  }

  @Test("Gould–Fernandez roles by company are those of the reference cycle")
  func brokers() throws {
    // ANALYTICS: a1→a2→b1→b2→c1→a1, the letter is the group.
    var made = Ecosystem()
    let names = ["a1", "a2", "b1", "b2", "c1"]
    for letter in ["a", "b", "c"] { made.addCompany(letter) }
    for name in names { made.addFunction(name, of: .init(String(name.prefix(1)))) }
    for (from, to) in zip(names, names.dropFirst() + [names[0]]) {
      made.addRelationship(from: .function(.init(from)), to: .function(.init(to))) {
        $0.directed = true
      }
    }
    let found = try BrokerNetwork(made.on(nil)).brokers(
      among: nil, by: [{ made.company(of: $0)?.rawValue }], names: PartyNames(made))[0]
    let roles = Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
    #expect(roles["a2"]?.representative == 1 && roles["b2"]?.representative == 1)
    #expect(roles["b1"]?.gatekeeper == 1 && roles["a1"]?.gatekeeper == 1)
    #expect(roles["c1"]?.liaison == 1)
    #expect(found.allSatisfy { $0.total == 1 })
  }

  @Test("brokers by whole committees are those by single pairs", arguments: 0..<12 as Range<UInt64>)
  func plainBrokers(seed: UInt64) throws {
    let made = Ecosystem.random(seed: seed, scale: 20)
    struct Arc: Hashable {
      var from: EntityReference
      var to: EntityReference
    }
    var arcs: Set<Arc> = []
    func add(_ from: EntityReference, _ to: EntityReference) {
      guard from != to, [from, to].allSatisfy({ [.person, .function].contains($0.kind) }) else {
        return
      }
      arcs.insert(Arc(from: from, to: to))
    }
    for tie in made.relationships where !tie.isRivalry {
      add(tie.from, tie.to)
      if !tie.isDirected { add(tie.to, tie.from) }
    }
    for handoff in made.handoffs { add(handoff.from, handoff.to) }
    for one in made.memberships {
      for other in made.memberships where one.committee == other.committee {
        add(.person(one.person), .person(other.person))
      }
    }
    let nodes = Set(arcs.flatMap { [$0.from, $0.to] })
    func group(_ entity: EntityReference) -> String {
      made.company(of: entity)?.rawValue ?? "\(entity)"
    }
    let found = try BrokerNetwork(made.on(nil)).brokers(
      among: nil, by: [{ made.company(of: $0)?.rawValue }], names: PartyNames(made))[0]
    let known = Dictionary(uniqueKeysWithValues: found.map { ($0.entity, $0) })
    for broker in nodes {
      var roles = BrokeredRoles()
      for source in nodes where arcs.contains(Arc(from: source, to: broker)) {
        for target in nodes
        where target != source && arcs.contains(Arc(from: broker, to: target))
          && !arcs.contains(Arc(from: source, to: target))
        {
          let (one, own, other) = (group(source), group(broker), group(target))
          if one == own {
            if other == own { roles.coordinator += 1 } else { roles.representative += 1 }
          } else if other == own {
            roles.gatekeeper += 1
          } else if one == other {
            roles.consultant += 1
          } else {
            roles.liaison += 1
          }
        }
      }
      let counted = known[broker]
      #expect(
        [
          roles.coordinator, roles.representative, roles.gatekeeper, roles.consultant,
          roles.liaison,
        ]
          == [
            counted?.coordinator ?? 0, counted?.representative ?? 0, counted?.gatekeeper ?? 0,
            counted?.consultant ?? 0, counted?.liaison ?? 0,
          ])
    }
  }

  @Test("who owns most ties comes first; ties inside the house are no boundaryRelationships")
  func boundaryRelationships() throws {
    var made = chain()
    let inside = made.addFunction("lab", of: .init("hub"))
    let outside = made.addFunction("plant", of: .init("one"))
    made.addRelationship(from: .function(inside), to: company("hub"))
    made.addHandoff(from: .function(outside), to: .function(inside), owner: .init("ada"))
    let found = try made.on(nil).answer(NavigatorQuestion(to: company("hub")))
    #expect(found.boundaryRelationships.map(\.inside) == ["hub", "lab"])
    #expect(found.boundaryOwners.map(\.count) == [2])
    #expect(found.boundaryOwners.first?.outside == ["one", "plant"])
  }

  @Test("a step keeps the verb and the direction of its row, on the way there and back")
  func directions() throws {
    var made = Ecosystem()
    for name in ["maker", "mill", "mine"] { made.addCompany(name) }
    for (from, to, kind) in [("mine", "mill", "supplies"), ("mill", "maker", "works with")] {
      made.addRelationship(from: company(from), to: company(to)) { $0.kind = kind }
    }
    func steps(_ from: String, _ to: String) throws -> [IntroductionStep] {
      try made.on(nil).answer(NavigatorQuestion(to: company(to), from: company(from)))
        .introductions[0]
    }
    #expect(try steps("mine", "maker").map(\.direction) == [.along, .both])
    #expect(try steps("maker", "mine").map(\.direction) == [.both, .against])
    #expect(try steps("maker", "mine").map(\.tie) == ["works with", "supplies"])
  }

  @Test("programs, absent entities and equal ends are refused")
  func refused() throws {
    let sample = Ecosystem.sample
    let program = try #require(sample.programs.first)
    #expect(throws: InsightError.self) {
      try sample.on(nil).answer(NavigatorQuestion(to: .program(program.id)))
    }
    #expect(throws: InsightError.self) {
      try sample.on(nil).answer(NavigatorQuestion(to: company("nowhere")))
    }
    #expect(throws: InsightError.self) {
      try chain().on(nil).answer(NavigatorQuestion(to: company("hub"), from: company("hub")))
    }
  }
}
