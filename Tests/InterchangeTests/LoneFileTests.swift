import EcosystemModel
import Testing

@testable import Interchange

struct LoneFileTests {
  @Test func membershipLists() throws {
    let dataset = try read(("x.csv", "committee,person,role\nJSC,Ada,chair\nJSC,Bob,\n"))
    #expect(dataset.ecosystem.memberships.count == 2)
    #expect(dataset.ecosystem.people.map(\.name) == ["Ada", "Bob"])
    #expect(dataset.ecosystem.committees.count == 1)
  }

  @Test func edgeListsAreOfCompaniesUnlessToldOtherwise() throws {
    let text = "Source,Target,Weight\nA,B,2\nB,C,\n"
    let plain = try read(("x.csv", text))
    #expect(plain.ecosystem.companies.map(\.name) == ["A", "B", "C"])
    #expect(plain.ecosystem.relationships.map(\.weight) == [2, nil])
    let people = try read(("x.csv", text), options: .init(nodeKind: .person))
    #expect(people.ecosystem.people.count == 3)
    #expect(people.ecosystem.companies.isEmpty)
  }

  @Test func handoffListsAreOfFunctions() throws {
    let dataset = try read(("x.csv", "from,to,what,hours\nA/Legal,B/Legal,x,2\nQA,A/Legal,y,1\n"))
    #expect(dataset.ecosystem.handoffs.count == 2)
    #expect(dataset.ecosystem.functions.map(\.name) == ["Legal", "Legal", "QA"])
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "B", "Company not stated"])
    #expect(try read(("x.csv", "from,to\nA,B\n")).ecosystem.relationships.count == 1)
  }

  @Test func filesNamedLikeTablesAreThoseTables() throws {
    #expect(try read(("dir/People.csv", "name,company\nA,B\n")).ecosystem.people.count == 1)
    #expect(try read(("acme people 2020.csv", "name,company\nA,B\n")).ecosystem.people.count == 1)
  }

  @Test func foreignColumnsAndCarriedDownCells() throws {
    let text =
      ",Project,Maintainer Name,Company\nGraduated,P1,Ada,X\n,,Bob,Y\n,,,\nSandbox,P2,Ada,X\n"
    let dataset = try read(
      ("x.csv", text),
      options: .init(
        columns: ["person": "Maintainer Name", "committee": "project", "stage": "#1"],
        fillDown: ["Project", "stage"]))
    #expect(dataset.ecosystem.memberships.map { $0.committee.rawValue } == ["p1", "p1", "p2"])
    #expect(
      dataset.ecosystem.memberships.map { $0.attributes["stage"] } == [
        "Graduated", "Graduated", "Sandbox",
      ])
    #expect(dataset.ecosystem.memberships.map { $0.company?.rawValue } == ["x", "y", "x"])
  }

  @Test(.enabled(if: !RealData.isMissing, "The real datasets are not beside the package."))
  func rawMaintainerList() throws {
    let dataset = try Dataset.read(
      at: RealData.path("cncf-maintainers/project-maintainers.csv"),
      options: .init(
        columns: ["person": "Maintainer Name", "committee": "Project"], fillDown: ["Project"]))
    #expect(dataset.ecosystem.memberships.count > 2300)
    #expect(dataset.ecosystem.committees.count > 200)
    // Every row is either read or counted as left out, and each left out has its error.
    let count = try #require(dataset.counts.first { $0.table == .memberships })
    #expect(count.leftOut == dataset.diagnostics.count { $0.rule == "cell.missing" })
  }
}
