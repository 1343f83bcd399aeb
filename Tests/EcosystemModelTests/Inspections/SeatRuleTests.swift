import EcosystemModel
import TestSupport
import Testing

@Suite struct SeatRuleTests {
  /// One committee, and the seats given as name, role and time.
  private func board(_ seats: [(String, MembershipRole, Validity)]) -> Ecosystem {
    .made { made in
      let alpha = made.addCompany("Alpha")
      let board = made.addCommittee("Board")
      for (name, role, validity) in seats {
        let id = Person.ID(name.lowercased())
        if made.people[id] == nil { made.addPerson(name, at: alpha) }
        made.seat(id, on: board, as: role, validity)
      }
    }
  }

  @Test func theSamePlaceTwiceAtOneTime() throws {
    let rule = "membership.duplicate"
    let twice = board([("A", .member, .from("2010")), ("A", .member, .from("2012"))])
    let found = try findings(of: rule, in: twice)
    #expect(found.map(\.severity) == [.warning])
    #expect(found[0].row == .init(.memberships, 1))
    let later = board([
      ("A", .member, .from("2012")), ("A", .member, .from("2010", until: "2012")),
    ])
    #expect(try findings(of: rule, in: later) == [])
    let roles = board([("A", .member, Validity()), ("A", .chair, Validity())])
    #expect(try findings(of: rule, in: roles) == [])
  }

  @Test func oneFindingForACommittee() throws {
    let seats = (0..<6).map { ("P\($0)", MembershipRole.member, Validity()) }
    let found = try findings(of: "membership.duplicate", in: board(seats + seats))
    #expect(found.count == 1)
    #expect(found[0].message.contains("and 2 more each hold"))
  }

  @Test func severalRolesAreNotedOncePerCommittee() throws {
    let rule = "membership.roles.several"
    let found = try findings(
      of: rule,
      in: board([
        ("A", .member, Validity()), ("A", .chair, Validity()), ("B", .member, Validity()),
        ("B", .alternate, Validity()),
      ]))
    #expect(found.map(\.severity) == [.note])
    #expect(found[0].message.contains(#""A" and "B" have"#))
    let inTurn = board([
      ("A", .member, .from(until: "2015")), ("A", .chair, .from("2015")),
    ])
    #expect(try findings(of: rule, in: inTurn) == [])
  }

  @Test func observersMayNotChair() throws {
    let rule = "committee.chair.observer"
    let both = board([("A", .chair, Validity()), ("A", .observer, .from("2015"))])
    #expect(try findings(of: rule, in: both).map(\.severity) == [.warning])
    #expect(try findings(of: "membership.roles.several", in: both) == [])
    let inTurn = board([("A", .observer, .from(until: "2015")), ("A", .chair, .from("2015"))])
    #expect(try findings(of: rule, in: inTurn) == [])
    let two = board([("A", .chair, Validity()), ("B", .observer, Validity())])
    #expect(try findings(of: rule, in: two) == [])
  }

  @Test func chairsMayFollowEachOther() throws {
    let rule = "committee.chair.several"
    let inTurn = board([
      ("A", .chair, .from("2010", until: "2015")), ("B", .chair, .from("2015")),
    ])
    #expect(try findings(of: rule, in: inTurn) == [])
    let together = board([
      ("A", .chair, .from("2010", until: "2016")), ("B", .chair, .from("2015")),
      ("C", .chair, .from("2020")), ("D", .member, Validity()),
    ])
    let found = try findings(of: rule, in: together)
    #expect(found.map(\.severity) == [.warning])
    #expect(found[0].message.contains(#"2 chairs at the same time, "A" and "B""#))
    // One chair of each company is what others call co-chairs.
    var ofTwo = board([("A", .chair, Validity()), ("B", .chair, Validity())])
    let other = ofTwo.addCompany("Another")
    ofTwo.memberships[1].company = other
    #expect(try findings(of: rule, in: ofTwo).map(\.severity) == [.note])
    let repeated = board([("A", .chair, Validity()), ("A", .chair, Validity())])
    #expect(try findings(of: rule, in: repeated) == [])
  }

  @Test func coChairsAreOneForEachCompany() throws {
    let rule = "committee.chair.several"
    #expect(try findings(of: rule, in: .sample) == [])
    let sameCompany = board([("A", .coChair, Validity()), ("B", .coChair, Validity())])
    #expect(try findings(of: rule, in: sameCompany).count == 1)
  }

  @Test func missingChairs() throws {
    let rule = "committee.chair.missing"
    let none = board([("A", .member, Validity())])
    #expect(try findings(of: rule, in: none).map(\.row) == [.init(.committees, 0)])
    let gone = board([("A", .chair, .from(until: "2015")), ("B", .member, Validity())])
    #expect(try findings(of: rule, in: gone)[0].message.contains("from 2015-01-01 on"))
    let everybodyGone = board([("A", .chair, .from(until: "2015"))])
    #expect(try findings(of: rule, in: everybodyGone) == [])
    #expect(try findings(of: rule, in: board([("A", .coChair, Validity())])) == [])
    #expect(try findings(of: rule, in: board([])) == [])
  }

  @Test func whatADatasetNeverStatesIsReportedOnce() throws {
    let ecosystem = Ecosystem.made { made in
      for number in 0..<50 {
        let person = made.addPerson("P\(number)")
        let committee = made.addCommittee("C\(number)")
        made.seat(person, on: committee)
      }
    }
    for rule in [
      "committee.chair.missing", "committee.cadence.missing", "committee.charter.missing",
    ] {
      let found = try findings(of: rule, in: ecosystem)
      #expect(found.count == 1)
      #expect(found[0].row == nil)
    }
    var withOne = ecosystem
    withOne.committees.update(.init("c7")) { $0.cadence = Cadence("weekly") }
    let rest = try findings(of: "committee.cadence.missing", in: withOne)
    #expect(rest.map(\.row) == [.init(.committees, 0)])
    #expect(rest[0].message.hasPrefix("49 of 50 rows like this: "))
    #expect(try findings(of: "committee.members.missing", in: ecosystem) == [])
    #expect(try findings(of: "person.company.missing", in: ecosystem) == [])
  }

  @Test func manySeatsOnOneCommittee() {
    let ecosystem = Ecosystem.made { made in
      let board = made.addCommittee("Board") { $0.quorum = 3 }
      let people = (0..<500).map { made.addPerson("P\($0)") }
      for row in 0..<manyRows {
        let start = CalendarDate(year: 1900 + row % 97, month: 1 + row % 12)
        let validity = Validity(since: start, until: CalendarDate(year: 2000 + row % 89))
        made.seat(people[row % 500], on: board, as: MembershipRole.allCases[row % 5], validity)
      }
    }
    let snapshot = ecosystem.on(nil)
    for inspection in InspectionCatalog.all {
      #expect(inspection.findings(in: snapshot).count < 20)
    }
  }
}

/// Rules about who is left.
@Suite struct LeaverRuleTests {
  @Test func aCommitteeThatKeepsOneOfTwoCoChairs() throws {
    let rule = "committee.cochair.lost"
    func board(_ seats: [(String, MembershipRole, Validity)], until end: String? = nil) -> Ecosystem
    {
      .made { made in
        let board = made.addCommittee("Board") { $0.validity = .from(until: end) }
        for (name, role, validity) in seats {
          let id = Person.ID(name.lowercased())
          if made.people[id] == nil { made.addPerson(name) }
          made.seat(id, on: board, as: role, validity)
        }
      }
    }
    let gone: (String, MembershipRole, Validity) = ("Ann", .coChair, .from(until: "2020"))
    let stays: (String, MembershipRole, Validity) = ("Bob", .coChair, .from())
    let found = try findings(of: rule, in: board([gone, stays]))
    #expect(found.map(\.severity) == [.warning] && found[0].message.contains("2020-01-01"))
    #expect(
      try findings(of: rule, in: board([gone, stays, ("Cem", .coChair, .from("2020"))])) == [])
    #expect(try findings(of: rule, in: board([gone, stays, ("Cem", .chair, .from("2020"))])) == [])
    #expect(try findings(of: rule, in: board([stays])) == [])
    #expect(try findings(of: rule, in: board([gone, stays], until: "2020")) == [])
    #expect(try findings(of: rule, in: board([gone, ("Bob", .coChair, .from("2020"))])) == [])
  }

  @Test func dutiesOfPeopleWhoLeft() throws {
    let rule = "person.left.duties"
    func left(_ change: (inout Ecosystem, Person.ID, Committee.ID) -> Void) throws -> [Finding] {
      let made = Ecosystem.made { made in
        let company = made.addCompany("Works")
        let ann = made.addPerson("Ann", at: company)
        made.addAlliance("Union", of: [company]) { $0.manager = ann }
        let board = made.addCommittee("Board", of: .init("union"))
        change(&made, ann, board)
      }
      return try findings(of: rule, in: made)
    }
    let seat = try left { $0.seat($1, on: $2, .from(until: "2020")) }
    #expect(
      seat.map(\.severity) == [.note] && seat[0].message.contains(#"manages 1 alliance ("Union")"#))
    let job = try left {
      $0.addAffiliation($1, at: .init("works"), .from(until: "2019")); _ = $2
    }
    #expect(job.map(\.severity) == [.warning] && job[0].message.contains("2019-01-01"))
    let successor = try left { made, ann, board in
      made.seat(ann, on: board, .from(until: "2020"))
      made.alliances.update(.init("union")) { $0.validity = .from(until: "2020") }
    }
    #expect(successor == [])
    #expect(
      try left {
        $0.seat($1, on: $2, .from(until: "2020")); $0.seat($1, on: $2, .from("2021"))
      } == [])
  }
}
