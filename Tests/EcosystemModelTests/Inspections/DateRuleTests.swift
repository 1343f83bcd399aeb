import EcosystemModel
import TestSupport
import Testing

@Suite struct DateRuleTests {
  @Test func reversedAndEmptyDatesAreErrorsInEveryTable() throws {
    let reversed = Validity.from("2020", until: "2019")
    let ecosystem = Ecosystem.made { made in
      let alpha = made.addCompany("Alpha")
      let ann = made.addPerson("Ann", at: alpha)
      made.addAffiliation(ann, at: alpha, reversed)
      let pact = made.addAlliance("Pact", of: [alpha]) { $0.validity = reversed }
      var program = Program(id: .init("p"), name: "P", alliance: pact)
      program.validity = reversed
      made.programs.append(program)
      let board = made.addCommittee("Board") { $0.validity = reversed }
      made.seat(ann, on: board, .from("2020", until: "2020"))
      made.addRelationship(from: .person(ann), to: .company(alpha)) { $0.validity = reversed }
    }
    let found = try findings(of: "dates.reversed", in: ecosystem)
    #expect(
      found.compactMap(\.row?.table) == [
        .affiliations, .alliances, .programs, .committees, .memberships, .relationships,
      ])
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(found[4].message.contains("holds on no day"))
  }

  @Test(arguments: [
    (Validity.from("2011"), "before the committee is chartered"),
    (.from("2021"), "when the committee has ended"),
    (.from("2013", until: "2021"), "after the committee ends"),
    (.from(until: "2012"), "before the committee is chartered"),
  ])
  func seatsOutsideTheCommitteesDates(seat: Validity, fault: String) throws {
    let found = try findings(of: "membership.dates.committee", in: seated(seat))
    #expect(found.map(\.severity) == [.warning])
    #expect(found[0].message.contains(fault))
  }

  @Test(arguments: [
    Validity(), .from("2012"), .from("2012", until: "2020"), .from(until: "2013"),
    .from("2030", until: "2020"),
  ])
  func seatsWithinThemOrWithoutDates(seat: Validity) throws {
    #expect(try findings(of: "membership.dates.committee", in: seated(seat)) == [])
  }

  private func seated(_ validity: Validity) -> Ecosystem {
    .made { made in
      let ann = made.addPerson("Ann")
      let board = made.addCommittee("Board") { $0.validity = .from("2012", until: "2020") }
      made.seat(ann, on: board, validity)
    }
  }

  /// One seat of somebody who worked for Alpha at the times given.
  private func employed(_ periods: [Validity], seat: Validity, row: Bool = true) -> Ecosystem {
    .made { made in
      let alpha = made.addCompany("Alpha")
      let ann = made.addPerson("Ann", at: row ? alpha : nil)
      for period in periods { made.addAffiliation(ann, at: alpha, period) }
      let board = made.addCommittee("Board")
      made.seat(ann, on: board, seat)
    }
  }

  @Test func seatsBeforeOrBetweenEmployments() throws {
    let rule = "membership.dates.affiliation"
    let periods = [Validity.from("2010", until: "2012"), .from("2014", until: "2016")]
    for seat in [Validity.from("2009", until: "2011"), .from("2012", until: "2013"), .from("2011")]
    {
      #expect(try findings(of: rule, in: employed(periods, seat: seat)).count == 1, "\(seat)")
    }
    for seat in [Validity.from("2014"), .from("2010", until: "2012"), .from("2017"), Validity()] {
      #expect(try findings(of: rule, in: employed(periods, seat: seat)) == [], "\(seat)")
    }
    let touching = [Validity.from("2010", until: "2012"), .from("2012")]
    #expect(try findings(of: rule, in: employed(touching, seat: .from("2011"))) == [])
  }

  @Test func seatsOfPeopleWhoLeft() throws {
    let rule = "membership.person.left"
    let left = [Validity.from("2010", until: "2012")]
    for seat in [Validity(), .from("2011"), .from("2015"), .from("2011", until: "2013")] {
      for row in [true, false] {
        let found = try findings(of: rule, in: employed(left, seat: seat, row: row))
        #expect(found.map(\.severity) == [.warning], "\(seat)")
      }
    }
    #expect(try findings(of: rule, in: employed(left, seat: .from("2011", until: "2012"))) == [])
    #expect(try findings(of: rule, in: employed([], seat: .from("2011"))) == [])
    #expect(try findings(of: rule, in: employed(left + [.from("2015")], seat: .from("2016"))) == [])
  }
}
