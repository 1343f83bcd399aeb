import EcosystemModel
import TestSupport
import Testing

@Suite struct AllianceRuleTests {
  /// Alpha (which owns Alpha Lab) and Beta in the alliance Pact; Gamma outside; a person at each but Gamma.
  private func pact(_ change: (inout Ecosystem, Alliance.ID) -> Void) -> Ecosystem {
    .made { made in
      let alpha = made.addCompany("Alpha")
      let lab = made.addCompany("Alpha Lab", id: "lab") { $0.parent = alpha }
      let beta = made.addCompany("Beta")
      made.addCompany("Gamma")
      made.addPerson("Ann", at: alpha)
      made.addPerson("Lou", at: lab)
      made.addPerson("Bob", at: beta)
      let alliance = made.addAlliance("Pact", of: [alpha, beta])
      change(&made, alliance)
    }
  }
  private let ann = Person.ID("ann")
  private let lou = Person.ID("lou")
  private let bob = Person.ID("bob")
  private let gamma = Company.ID("gamma")

  @Test func fewPartners() throws {
    let ecosystem = Ecosystem.made { made in
      let alpha = made.addCompany("Alpha")
      made.addAlliance("None", of: [])
      made.addAlliance("Twice", of: [alpha, alpha])
      made.addAlliance("Two", of: [alpha, made.addCompany("Beta")])
    }
    let found = try findings(of: "alliance.companies.few", in: ecosystem)
    #expect(found.compactMap(\.row?.position) == [0, 1])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func partnersWithoutASeat() throws {
    let rule = "alliance.company.unseated"
    let alone = pact { made, pact in made.seat(ann, on: made.addCommittee("JSC", of: pact)) }
    #expect(try findings(of: rule, in: alone).map(\.severity) == [.warning])
    let unknown = pact { made, pact in
      let committee = made.addCommittee("JSC", of: pact)
      made.seat(ann, on: committee)
      made.seat(made.addPerson("Zoe"), on: committee)
    }
    #expect(try findings(of: rule, in: unknown).map(\.severity) == [.note])
    // Who works for the partner too may sit for it: that is asked, and no fault.
    let second = pact { made, pact in
      made.seat(ann, on: made.addCommittee("JSC", of: pact))
      for partner in made.alliances[0].companies where partner != made.people[ann]?.company {
        made.addAffiliation(ann, at: partner) { $0.share = 0.2 }
      }
    }
    let asked = try findings(of: rule, in: second)
    #expect(asked.map(\.severity) == [.note])
    #expect(asked[0].message.contains("works there too"))
    // A subsidiary's seat is its owner's, and a committee below inherits the alliance.
    let inherited = pact { made, pact in
      let top = made.addCommittee("JSC", of: pact)
      made.seat(bob, on: top)
      made.seat(lou, on: made.addCommittee("JDC", under: top))
    }
    #expect(try findings(of: rule, in: inherited) == [])
    #expect(try findings(of: rule, in: pact { _, _ in }) == [])
  }

  @Test func managersOfNoPartner() throws {
    let rule = "alliance.manager.foreign"
    func managed(by make: (inout Ecosystem) -> Person.ID) -> Ecosystem {
      pact { made, pact in
        let manager = make(&made)
        made.alliances.update(pact) { $0.manager = manager }
      }
    }
    #expect(try findings(of: rule, in: managed { $0.addPerson("Gil", at: gamma) }).count == 1)
    #expect(try findings(of: rule, in: managed { _ in lou }) == [])
    #expect(try findings(of: rule, in: managed { $0.addPerson("Zoe") }) == [])
    let affiliated = managed {
      let gil = $0.addPerson("Gil", at: gamma)
      $0.addAffiliation(gil, at: .init("beta"))
      return gil
    }
    #expect(try findings(of: rule, in: affiliated) == [])
  }

  @Test func membersOfNoPartner() throws {
    let rule = "membership.company.outsider"
    func guest(_ role: MembershipRole) -> Ecosystem {
      pact { made, pact in
        let committee = made.addCommittee("JSC", of: pact)
        made.seat(made.addPerson("Gil", at: gamma), on: committee, as: role)
      }
    }
    #expect(try findings(of: rule, in: guest(.member)).map(\.severity) == [.note])
    #expect(try findings(of: rule, in: guest(.observer)) == [])
  }

  @Test func finalDeciders() throws {
    let rule = "alliance.decider"
    let two = pact { made, pact in
      made.addCommittee("JSC", of: pact)
      made.addCommittee("ALT", of: pact)
    }
    let found = try findings(of: rule, in: two)
    #expect(found.map(\.severity) == [.warning])
    #expect(found[0].message.contains(#""JSC" and "ALT""#))
    let inTurn = pact { made, pact in
      made.addCommittee("JSC", of: pact) { $0.validity = .from(until: "2020") }
      made.addCommittee("ALT", of: pact) { $0.validity = .from("2020") }
    }
    #expect(try findings(of: rule, in: inTurn) == [])
    let round = pact { made, pact in
      made.addCommittee("JSC", of: pact, under: .init("alt"))
      made.addCommittee("ALT", of: pact, under: .init("jsc"))
    }
    #expect(try findings(of: rule, in: round)[0].message.contains("no final decider"))
    let foreign = pact { made, pact in
      let other = made.addAlliance("Other", of: [gamma])
      let board = made.addCommittee("Board", of: other)
      made.addCommittee("JSC", of: pact, under: board)
    }
    #expect(try findings(of: rule, in: foreign) == [])
    #expect(try findings(of: "committee.parent.foreign", in: foreign).count == 1)
    #expect(try findings(of: "committee.parent.foreign", in: two) == [])
  }

  @Test func unequalVotes() throws {
    let rule = "committee.votes.unequal"
    func votes(_ seats: [(Person.ID, MembershipRole)]) -> Ecosystem {
      pact { made, pact in
        let committee = made.addCommittee("JSC", of: pact)
        for (person, role) in seats { made.seat(person, on: committee, as: role) }
      }
    }
    let found = try findings(
      of: rule, in: votes([(ann, .chair), (lou, .member), (bob, .member)]))
    #expect(found.map(\.severity) == [.note])
    #expect(found[0].message.contains(#""Alpha" has 2 voting seats and "Beta" 1"#))
    #expect(try findings(of: rule, in: votes([(ann, .chair), (bob, .member)])) == [])
    #expect(
      try findings(of: rule, in: votes([(ann, .chair), (lou, .observer), (bob, .member)])) == [])
    #expect(try findings(of: rule, in: votes([])) == [])
  }

  @Test func theSamePersonOnTwoLayers() throws {
    let rule = "governance.layers.shared"
    func layers(_ change: (inout Ecosystem, Alliance.ID, Committee.ID, Committee.ID) -> Void)
      -> Ecosystem
    {
      pact { made, pact in
        let top = made.addCommittee("JSC", of: pact)
        let low = made.addCommittee("JDC", under: top)
        change(&made, pact, top, low)
      }
    }
    let both = layers { made, _, top, low in
      made.seat(ann, on: top)
      made.seat(ann, on: low)
      made.seat(bob, on: low)
    }
    #expect(try findings(of: rule, in: both).map(\.severity) == [.note])
    let manager = layers { made, pact, top, low in
      made.seat(ann, on: top)
      made.seat(ann, on: low)
      made.alliances.update(pact) { $0.manager = ann }
    }
    #expect(try findings(of: rule, in: manager) == [])
    let titled = layers { made, _, top, low in
      made.people.update(ann) { $0.title = "Head of Alliance Management" }
      made.seat(ann, on: top)
      made.seat(ann, on: low)
    }
    #expect(try findings(of: rule, in: titled) == [])
    let inTurn = layers { made, _, top, low in
      made.seat(ann, on: top, .from("2020"))
      made.seat(ann, on: low, .from(until: "2020"))
    }
    #expect(try findings(of: rule, in: inTurn) == [])
  }

  @Test func quorums() throws {
    func quorum(_ quorum: Int, members: Int) -> Ecosystem {
      .made { made in
        let board = made.addCommittee("Board") { $0.quorum = quorum }
        made.seat(made.addPerson("Guest"), on: board, as: .observer)
        for number in 0..<members { made.seat(made.addPerson("P\(number)"), on: board) }
      }
    }
    #expect(try findings(of: "committee.quorum.unreachable", in: quorum(3, members: 2)).count == 1)
    #expect(try findings(of: "committee.quorum.unreachable", in: quorum(2, members: 2)) == [])
    #expect(try findings(of: "committee.quorum.fragile", in: quorum(2, members: 2)).count == 1)
    #expect(try findings(of: "committee.quorum.fragile", in: quorum(2, members: 3)) == [])
    #expect(try findings(of: "committee.quorum.fragile", in: quorum(0, members: 0)) == [])
  }

  @Test func aLongChainOfCommitteesAndCompanies() {
    let ecosystem = Ecosystem.made { made in
      for row in 0..<manyRows / 2 {
        made.addCompany("C\(row)") { $0.parent = row > 0 ? .init("c\(row - 1)") : nil }
        made.addPerson("P\(row)", at: .init("c\(row)"))
        made.addCommittee("K\(row)", under: row > 0 ? .init("k\(row - 1)") : nil)
        made.seat(.init("p\(row)"), on: .init("k\(row)"), as: .chair)
      }
    }
    let snapshot = ecosystem.on(nil)
    let errors = InspectionCatalog.all.flatMap { $0.findings(in: snapshot) }
      .filter { $0.severity > .note }
    #expect(errors == [])
  }
}
