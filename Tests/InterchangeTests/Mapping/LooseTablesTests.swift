import EcosystemModel
import Testing

@testable import Interchange

/// Tables in the contract's form with cells as people write them.
struct LooseTablesTests {
  @Test func rosterAsPeopleKeepItIsReadWithNotes() throws {
    let dataset = try read(
      ("companies.csv", "name\nAurora\nBorealis\nCirrus\n"),
      (
        "alliances.csv",
        "name,companies,since\nNorth,Aurora / Borealis,Apr-21\nSouth,Aurora; Cirrus,Q3 2019\nEast,Borealis & Cirrus,28/02/2020\nTotal,,\n"
      ),
      (
        "committees.csv",
        "name,alliance,cadence\nNorth JSC,North,every two weeks\nSouth JSC,South,monthly\n"
      ),
      (
        "memberships.csv",
        "person,committee,role\nAnn,North JSC,Chairman\nBob,,Deputy\nCy,,Guest\nDee,South JSC,Secretary\n"
      ),
      (
        "people.csv",
        "name,company,function\nAnn,Aurora,Commercial\nBob,Borealis,Commercial\nCy,Cirrus,Legal\nDee,Aurora,Legal\n"
      ),
      (
        "handoffs.csv",
        "from,to,what,hours,per_year\nAurora/Commercial,Aurora/Legal,Contract,48 h,monthly\n"
      ))
    #expect(!dataset.hasErrors, "\(dataset.diagnostics)")
    let ecosystem = dataset.ecosystem
    #expect(ecosystem.alliances.map(\.companies.count) == [2, 2, 2])
    #expect(
      ecosystem.alliances.map { $0.validity.since?.description } == [
        "2021-04-01", "2019-07-01", "2020-02-28",
      ])
    #expect(ecosystem.memberships.map(\.role) == [.chair, .alternate, .observer, .member])
    #expect(
      ecosystem.memberships.map { $0.attributes["title"] } == [
        "Chairman", "Deputy", "Guest", "Secretary",
      ])
    #expect(ecosystem.memberships[2].committee == ecosystem.memberships[0].committee)
    #expect(ecosystem.committees[0].cadence?.meetingsPerYear == 26)
    #expect(ecosystem.handoffs[0].hours == 48)
    #expect(ecosystem.handoffs[0].perYear == 12)
    // Two companies have a department of one name each.
    #expect(ecosystem.functions.count == 4)
    #expect(
      ecosystem.people.allSatisfy { person in
        person.function.flatMap { ecosystem.functions[$0]?.company } == person.company
      })
  }

  @Test func orderOfDatesIsThatOfTheColumn() throws {
    let dataset = try read(
      ("committees.csv", "name,until\nA,03/04/2020\nB,13/04/2020\n"))
    #expect(dataset.ecosystem.committees[0].validity.until?.description == "2020-04-03")
    #expect(!dataset.hasErrors)
  }

  @Test func blanksAreBlanksWhereNamesAreRepeated() throws {
    let dataset = try read(
      ("memberships.csv", "person,committee\nAnn,JSC\nBob,JSC\nCy,\n"))
    #expect(dataset.ecosystem.memberships.count == 2)
    #expect(dataset.diagnostics.contains { $0.rule == "cell.missing" })
  }

  @Test func unknownTitlesAreMembersAndKept() throws {
    let dataset = try read(
      ("memberships.csv", "person,committee,role\nAnn,JSC,Ranking Member\nBob,JSC,Wizard\n"))
    #expect(!dataset.hasErrors)
    #expect(dataset.ecosystem.memberships.map(\.role) == [.member, .member])
    #expect(dataset.ecosystem.memberships[1].attributes["title"] == "Wizard")
    #expect(dataset.diagnostics.count { $0.rule == "value.role" } == 1)
  }
}
