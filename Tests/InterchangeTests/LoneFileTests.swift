import EcosystemModel
import Testing

@testable import Interchange

struct LoneFileTests {
  /// Matrices and event logs can be nothing else, and are read as what they are, with a note.
  @Test func matricesAreReadAsSuch() throws {
    let square = try read(
      (
        "square.csv",
        ";Aldgate;Birch;Corvo;Dune\nAldgate;0;1;0;3\nBirch;1;0;0;0\nCorvo;0;0;1;0\nDune;0;1;0;0\n"
      ))
    #expect(!square.hasErrors, "\(square.lines)")
    #expect(square.rules.contains("file.matrix"))
    #expect(
      square.lines.contains { $0.hasPrefix("square.csv:4:") && $0.contains("of \"Corvo\"") },
      "\(square.lines)")
    #expect(square.ecosystem.companies.count == 4)
    #expect(square.ecosystem.relationships.count == 4)
    let seats = try read(
      ("who.csv", "Person,JSC,JDC,ALT\nAnn Lee,X,,C\nBob Ray,x,X,\nCleo Fox,,o,X\n"))
    #expect(seats.ecosystem.memberships.count == 6, "\(seats.lines)")
    #expect(seats.ecosystem.people.count == 3)
    let log = try read(
      (
        "log.csv",
        "case,activity,resource,time\n1,register,Ada Bell,2010-12-30T11:02:00\n1,examine,Bo Carr,2010-12-31T10:06:00\n1,decide,Cy Dunn,2011-01-05T15:12:00\n"
      ))
    #expect(log.ecosystem.handoffs.count == 2, "\(log.lines)")
    // A list of one's own is none of them.
    #expect(throws: ReadError.self) { try read(("x.csv", "alpha,beta\n1,2\n")) }
  }

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
