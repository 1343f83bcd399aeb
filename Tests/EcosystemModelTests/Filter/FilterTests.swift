import EcosystemModel
import TestSupport
import Testing

@Suite struct FilterTests {
  /// Two alliances of three companies; the second committee of each has its alliance from the one above it.
  static let ecosystem: Ecosystem = {
    var ecosystem = Ecosystem()
    for (name, region) in [("Alder", "Japan"), ("Birch", "Europe"), ("Cedar", "Europe")] {
      var company = Company(id: .init(name.lowercased()), name: name)
      company.region = region
      company.kind = "biopharma"
      ecosystem.companies.append(company)
      var person = Person(id: .init("p-" + name.lowercased()), name: "Ms \(name)")
      person.company = company.id
      person.seniority = ecosystem.people.count + 1
      ecosystem.people.append(person)
    }
    let partners = [
      ("North", "oncology", ["alder", "birch"]), ("South", "Bone", ["birch", "cedar"]),
    ]
    for (name, area, companies) in partners {
      var alliance = Alliance(id: .init(name.lowercased()), name: name)
      alliance.companies = companies.map { .init($0) }
      alliance.area = area
      alliance.kind = "research"
      alliance.manager = .init("p-cedar")
      ecosystem.alliances.append(alliance)
      var steering = Committee(id: .init("\(name)-jsc"), name: "\(name) JSC")
      steering.alliance = alliance.id
      ecosystem.committees.append(steering)
      var team = Committee(id: .init("\(name)-jlt"), name: "\(name) JLT")
      team.parent = steering.id
      ecosystem.committees.append(team)
      ecosystem.memberships.append(Membership(person: .init("p-birch"), committee: team.id))
      var handoff = Handoff(from: .company(.init(companies[0])), to: .company(.init(companies[1])))
      handoff.what = "data of \(name)"
      ecosystem.handoffs.append(handoff)
    }
    ecosystem.memberships.append(
      Membership(person: .init("p-alder"), committee: .init("North-jsc")))
    ecosystem.conflicts = [Conflict(a: .alliance(.init("north")), b: .alliance(.init("south")))]
    return ecosystem
  }()

  /// What meets the conditions, without those who stay for their names' sake.
  static func kept(_ conditions: String..., showing: [TableName]) throws -> Ecosystem {
    let left = try ecosystem.on(nil).filtered(
      by: Filter(conditions.map { try #require(Condition($0)) }, showing: showing))
    var kept = left.ecosystem
    kept.companies = kept.companies.filter { !left.bystanders.contains(.company($0.id)) }
    kept.people = kept.people.filter { !left.bystanders.contains(.person($0.id)) }
    return kept
  }

  @Test func columnsOfAllianceHoldForAllThatBelongsToIt() throws {
    let left = try Self.kept("area=Oncology", showing: [.committees])
    #expect(left.alliances.map(\.name) == ["North"])
    #expect(left.companies.map(\.name) == ["Alder", "Birch"])
    #expect(left.committees.map(\.name) == ["North JSC", "North JLT"])
    #expect(left.memberships.count == 2)
    #expect(left.handoffs.map(\.what) == ["data of North"])
    #expect(left.conflicts.isEmpty)
  }

  /// The manager of both alliances is employed elsewhere: known by name, but nobody who meets the filter.
  @Test func ownersOfWhatIsShownKeepTheirNames() throws {
    let condition = try #require(Condition("region=Japan"))
    let left = try Self.ecosystem.on(nil).filtered(
      by: Filter([condition], showing: [.companies]))
    #expect(left.ecosystem.people.map(\.name) == ["Ms Alder", "Ms Cedar"])
    #expect(left.ecosystem.alliances[0].manager == .init("p-cedar"))
    #expect(left.ecosystem.alliances[0].companies == [.init("alder")])
    #expect(left.bystanders == [.person(.init("p-cedar")), .company(.init("cedar"))])
    #expect(left.unfiltered == Self.ecosystem)
    #expect(left.filter.conditions == [condition])
  }

  @Test func nearestColumnThatSomethingMeetsDecides() throws {
    // Companies have kinds too, and none of them is “research”.
    let left = try Self.kept("kind=research", showing: [.companies])
    #expect(left.companies.count == 3)
    let named = try Self.kept("alliances.kind=research", "area=Bone", showing: [.companies])
    #expect(named.companies.map(\.name) == ["Birch", "Cedar"])
  }

  @Test func thingsThemselvesCanBeAskedFor() throws {
    #expect(
      try Self.kept("alliance=north", showing: [.committees]).committees.map(\.name)
        == ["North JSC", "North JLT"])
    #expect(
      try Self.kept("company=Cedar", showing: [.committees]).committees.map(\.name)
        == ["South JSC", "South JLT"])
    #expect(
      try Self.kept("committee=North JSC", showing: [.people]).people.map(\.name)
        == ["Ms Alder"])
  }

  @Test func wallHoldsForEitherSide() throws {
    let left = try Self.kept("area=Bone", showing: [.conflicts])
    #expect(left.conflicts.count == 1)
    #expect(left.alliances.count == 2)
  }

  @Test func twoColumnsOfOneAllianceAreMetTogether() throws {
    #expect(throws: FilterFault.self) {
      try Self.kept("area=Bone", "alliance=North", showing: [.companies])
    }
  }

  @Test(arguments: [
    ("area=oncolgy", "did you mean “oncology”?"),
    ("area=zzz", "there are “Bone”, “oncology”."),
    ("seniority<=2", "is a column of people, which says nothing about committees"),
    ("reigon=Japan", "No table has a column “reigon”; did you mean “region”?"),
    ("area above 3", "holds neither numbers nor dates"),
  ])
  func senselessConditionsAreRefused(text: String, words: String) throws {
    let fault = #expect(throws: FilterFault.self) {
      try Self.kept(text, showing: [.committees])
    }
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
    #expect(fault?.condition?.description == Condition(text)?.description)
  }

  @Test func committeeKeepsTheAllianceOfThoseAboveIt() throws {
    let left = try Self.kept("committees.name=North JLT", showing: [.committees])
    #expect(left.committees.map(\.parent) == [nil])
    #expect(left.committees.map(\.alliance) == [.init("north")])
  }
}
