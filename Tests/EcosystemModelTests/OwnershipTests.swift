import EcosystemModel
import TestSupport
import Testing

@Suite struct OwnershipTests {
  /// Three houses, of which the first owns what it has with the second; the second and the third have something, too.
  private func houses(
    owner: Bool = true, ofHouse isKnown: Bool = true, kind: String? = "supplies"
  ) -> Ecosystem {
    var made = Ecosystem()
    for id in ["us", "them", "others"] {
      made.companies.append(Company(id: .init(id), name: id))
    }
    var person = Person(id: .init("ann"), name: "Ann")
    person.company = isKnown ? .init("us") : nil
    made.people.append(person)
    for (from, to) in [("us", "them"), ("us", "others"), ("them", "others")] {
      var row = Relationship(from: .company(.init(from)), to: .company(.init(to)))
      row.kind = kind
      made.relationships.append(row)
    }
    if owner { made.relationships[0].owner = .init("ann") }
    return made
  }

  private func answers(_ ecosystem: Ecosystem) -> [Bool?] {
    let ownership = Ownership(of: ecosystem)
    return ecosystem.relationships.map { ownership.isOwned($0, in: ecosystem) }
  }

  @Test func whatIsOursNeedsAnOwnerAndWhatIsTheirsDoesNot() {
    #expect(answers(houses()) == [true, false, nil])
  }

  @Test func anEmptyColumnSaysNothing() {
    #expect(answers(houses(owner: false)) == [nil, nil, nil])
  }

  @Test func rivalriesHaveNoOwner() {
    #expect(answers(houses(kind: "competes with")) == [true, nil, nil])
  }

  @Test func ownersOfUnknownHousesAnswerForAll() {
    #expect(answers(houses(ofHouse: false)) == [true, false, false])
  }

  @Test func alliancesNeedManagersWhereOneHasOne() {
    var alliances = (0..<3).map { number in
      Alliance(id: .init("\(number)"), name: "\(number)")
    }
    func answers() -> [Bool?] {
      var made = Ecosystem()
      for alliance in alliances { made.alliances.append(alliance) }
      return alliances.map { Ownership(of: made).isOwned($0, in: made) }
    }
    #expect(answers() == [nil, nil, nil])
    alliances[1].manager = .init("ann")
    #expect(answers() == [false, true, false])
  }

  @Test func alliancesOfThirdPartiesNeedNoManager() {
    var made = Ecosystem()
    let (own, near, far) = (
      made.addCompany("Own"), made.addCompany("Near"), made.addCompany("Far")
    )
    let ann = made.addPerson("Ann", at: own)
    for (id, partners) in [("a", [own, near]), ("b", [own, far]), ("c", [near, far])] {
      var alliance = Alliance(id: .init(id), name: id)
      alliance.companies = partners
      alliance.manager = id == "a" ? ann : nil
      made.alliances.append(alliance)
    }
    let ownership = Ownership(of: made)
    #expect(made.alliances.map { ownership.isOwned($0, in: made) } == [true, false, nil])
  }
}
