import EcosystemModel
import Testing

@testable import Interchange

struct ReferenceTests {
  @Test func unknownNamesAreMetWithTheNearestOne() throws {
    let dataset = try read(
      ("companies.csv", "id,name\naz,AstraZeneca\n"), ("people.csv", "name,company\nX,Astrazenca\n")
    )
    #expect(
      dataset.lines == [
        "people.csv:2:2: error: unknown company \"Astrazenca\"; did you mean \"AstraZeneca\"? "
          + "[reference.unknown]"
      ])
    #expect(dataset.ecosystem.people[0].company == nil)
  }

  @Test(arguments: ["az", "AstraZeneca", "astra zeneca", "ASTRA-ZENECA"])
  func companiesAreFoundByIDAndName(text: String) throws {
    let dataset = try read(
      ("companies.csv", "id,name\naz,AstraZeneca\n"), ("people.csv", "name,company\nX,\(text)\n"))
    #expect(dataset.ecosystem.people[0].company == .init("az"))
    #expect(
      dataset.rules == (text.hasPrefix("az") || text == "AstraZeneca" ? [] : ["reference.spelling"])
    )
  }

  @Test func ambiguousNamesListTheirIDs() throws {
    let dataset = try read(
      ("people.csv", "id,name,manager\na,John,\nb,John,\nc,Eve,John\n"), ("views.csv", "name\nv\n"))
    #expect(
      dataset.lines == [
        "people.csv:4:3: error: \"John\" could be \"a\" or \"b\"; write the id that is meant "
          + "[reference.ambiguous]"
      ])
  }

  @Test func anIDGoesBeforeANameAndANameBeforeAMadeID() throws {
    let dataset = try read(
      ("companies.csv", "id,name,parent\n,Alpha,\nalpha,Beta,\nbeta,Gamma,Beta\n,gamma,Alpha\n"),
      ("views.csv", "name\nv\n"))
    #expect(dataset.lines == [])
    #expect(
      dataset.ecosystem.companies.map(\.id.rawValue) == ["alpha-2", "alpha", "beta", "gamma"])
    #expect(dataset.ecosystem.companies[2].parent == .init("alpha"))
    #expect(dataset.ecosystem.companies[3].parent == .init("alpha-2"))
  }

  @Test func functionsAreSoughtInTheirCompanyFirst() throws {
    let dataset = try read(
      ("companies.csv", "name\nA/B\nC\n"),
      ("functions.csv", "name,company,parent\nLegal,A/B,\nLegal,C,\nR&D,C,Legal\n"),
      ("people.csv", "name,company,function\nX,C,Legal\nY,,A/B/Legal\nZ,,Legal\n"))
    #expect(dataset.rules == ["reference.ambiguous"])
    #expect(dataset.ecosystem.functions.map(\.id.rawValue) == ["a-b-legal", "c-legal", "c-r-d"])
    #expect(dataset.ecosystem.functions[2].parent == .init("c-legal"))
    #expect(
      dataset.ecosystem.people.map(\.function) == [.init("c-legal"), .init("a-b-legal"), nil])
  }

  @Test func endsOfTiesTakeAnyKind() throws {
    let dataset = try read(
      ("companies.csv", "name\nEnhertu\nB\n"),
      ("alliances.csv", "name,companies\nEnhertu,Enhertu|B\n"),
      ("people.csv", "name\nJane\n"),
      (
        "relationships.csv",
        "from,to\nalliance:enhertu,Jane\nEnhertu,B\ncompany:Enhertu,person:Jane\nperson:Jhane,B\n"
      ))
    #expect(
      dataset.ecosystem.relationships.map { "\($0.from) \($0.to)" } == [
        "alliance:enhertu person:jane", "company:enhertu person:jane",
      ])
    #expect(dataset.rules == ["reference.ambiguous", "reference.unknown"])
    #expect(dataset.lines[0].contains("\"company:enhertu\" or \"alliance:enhertu\""))
    #expect(dataset.lines[1].contains("did you mean \"Jane\"?"))
    #expect(dataset.counts.last == TableCount(table: .relationships, read: 2, leftOut: 2))
  }

  @Test func duplicatesNameTheFirstRow() throws {
    let dataset = try read(
      ("companies.csv", "id,name\na,X\na,Y\n,Z\n,Z\n"), ("views.csv", "name\nv\n"))
    #expect(
      dataset.lines == [
        "companies.csv:3:1: error: the id \"a\" is taken by the row at companies.csv:2:1; "
          + "give this row another, or remove it [id.duplicate]",
        "companies.csv:5:2: error: the company \"Z\" stands already at companies.csv:4:2; "
          + "remove this row, or tell the two apart by an id [id.duplicate]",
      ])
    #expect(dataset.ecosystem.companies.map(\.name) == ["X", "Z"])
  }

  @Test func rowsLeftOutAreNotCalledUnknown() throws {
    let dataset = try read(
      ("companies.csv", "name\nA\n"), ("functions.csv", "id,name,company\nf,Legal,Nobody\n"),
      ("people.csv", "name,function\nX,Legal\n"))
    #expect(dataset.rules == ["reference.unknown", "reference.left-out"])
    #expect(dataset.counts[1] == TableCount(table: .functions, read: 0, leftOut: 1))
  }

  @Test func missingTablesAreImplied() throws {
    let dataset = try read(
      ("people.csv", "name,company,function\nX,A,Legal\nY,B,Legal\nZ,A,B/Legal\n"),
      ("memberships.csv", "person,committee\nX,JSC\nY,JSC\n"))
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "B"])
    #expect(dataset.ecosystem.functions.map(\.id.rawValue) == ["a-legal", "b-legal"])
    #expect(dataset.ecosystem.people[2].function == .init("b-legal"))
    #expect(dataset.rules == ["table.implied", "table.implied", "table.implied"])
    #expect(
      dataset.sources.location(of: .init(.companies, 1), column: "name")
        == Location(file: "people.csv", line: 3, column: 2))
  }

  /// Near-duplicates among implied entities stay apart, so that the inspections can point at them.
  @Test func impliedSpellingsStayApart() throws {
    let dataset = try read(("x.csv", "source,target\nRed Hat,RedHat\nred hat,Red Hat\n"))
    #expect(dataset.ecosystem.companies.map(\.id.rawValue) == ["red-hat", "redhat", "red-hat-2"])
  }

  @Test func slugs() {
    #expect(Slug.text(of: "Daiichi Sankyō & Co. (Ltd)") == "daiichi-sankyo-co-ltd")
    #expect(Slug.text(of: "Łódź Straße Ærø") == "lodz-strasse-aero")
    #expect(Slug.text(of: "第一三共") == "第一三共")
    #expect(Slug.text(of: "O’Neil's") == "oneils")
    #expect(Slug.text(of: "!?") == "u21-u3f")
  }
}
