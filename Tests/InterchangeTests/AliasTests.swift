import EcosystemModel
import Foundation
import Testing

@testable import Interchange

struct AliasTests {
  private let companies = (
    "companies.csv",
    """
    name,id,region,kind,parent,url,tags,size
    AstraZeneca,,Europe,,,,top|oncology,
    AstraZeneca PLC,az-plc,Europe,Pharma,AstraZeneca,https://a.example,oncology|listed,7
    Astra Zeneca,,Sweden,Partner,,,,
    Daiichi Sankyo,,Japan,,AstraZeneca PLC,,,
    """
  )

  private func list(_ rows: String..., headers: String = "kind,alias,name") throws -> AliasList {
    let text = ([headers] + rows).joined(separator: "\n")
    return try AliasList(Array(text.utf8), file: "aliases.csv")
  }

  private func merged(
    _ aliases: AliasList, _ files: (String, String)...
  ) throws -> Dataset {
    try Dataset.read(
      files: files.map { ($0.0, Array($0.1.utf8)) }, options: ReadOptions(aliases: aliases))
  }

  @Test func rowsBecomeOneAndTheFirstFilledCellWins() throws {
    let dataset = try merged(
      list("company,AstraZeneca PLC,AstraZeneca", "company,Astra Zeneca,AstraZeneca"), companies)
    let company = try #require(dataset.ecosystem.companies[Company.ID("astrazeneca")])
    #expect(dataset.ecosystem.companies.map(\.name) == ["AstraZeneca", "Daiichi Sankyo"])
    #expect(company.region == "Europe")
    #expect(company.kind == "Pharma")
    #expect(company.url == "https://a.example")
    #expect(company.tags == ["top", "oncology", "listed"])
    #expect(company.attributes["size"] == "7")
    #expect(company.parent == nil)
    // A merged id stands for the row that its row went into.
    #expect(dataset.ecosystem.companies[1].parent == company.id)
    #expect(
      dataset.lines == [
        #"aliases.csv: note: 2 of 2 aliases applied: 2 rows merged into others, 1 cell read as another name [alias.applied]"#,
        #"companies.csv:4:3: warning: "region" is "Sweden" here and "Europe" at companies.csv:2:3, of one company "AstraZeneca"; the latter is used. Keep one of the two [alias.contradiction]"#,
        #"companies.csv:4:4: warning: "kind" is "Partner" here and "Pharma" at companies.csv:3:4, of one company "AstraZeneca"; the latter is used. Keep one of the two [alias.contradiction]"#,
      ])
  }

  @Test func faultsOfMergedCellsAreToldWhereTheyStand() throws {
    let dataset = try merged(
      list("person,A. Lee,Ann Lee"),
      ("people.csv", "name,title,capacity_hours\nAnn Lee,Head,\nA. Lee,,much\n"))
    #expect(dataset.rules.contains("value.number"))
    #expect(
      dataset.diagnostics.first { $0.rule == "value.number" }?.location?.description
        == "people.csv:3:3")
  }

  @Test func cellsThatNoTableBacksAreReadUnderOneName() throws {
    let dataset = try merged(
      list("company,AZ plc,AstraZeneca", "person,\"Lee, A.\",Ann Lee"),
      (
        "relationships.csv",
        "from,to,owner\nAZ plc,Daiichi,\"Lee, A.\"\nAstraZeneca,Daiichi,Ann Lee\ncompany:AZ plc,Daiichi,\n"
      ))
    #expect(dataset.ecosystem.companies.map(\.name) == ["AstraZeneca", "Daiichi"])
    #expect(dataset.ecosystem.people.map(\.name) == ["Ann Lee"])
    #expect(Set(dataset.ecosystem.relationships.map(\.from)).count == 1)
    #expect(
      dataset.lines.contains(
        "aliases.csv: note: 2 of 2 aliases applied: 0 rows merged into others, 3 cells read as another name [alias.applied]"
      ))
  }

  @Test func misspeltNamesAreMendedByTheList() throws {
    let people = ("people.csv", "name,company\nKim,Astrazenca\nLee,astrazenca\n")
    let firms = ("companies.csv", "name\nAstraZeneca\n")
    #expect(try read(firms, people).hasErrors)
    let dataset = try merged(list("company,Astrazenca,AstraZeneca"), firms, people)
    #expect(!dataset.hasErrors)
    #expect(dataset.ecosystem.people.allSatisfy { $0.company == Company.ID("astrazeneca") })
    // The second cell is not the alias itself, and is told to be taken for what the alias stands for.
    #expect(dataset.rules.filter { $0 == "reference.spelling" }.count == 1)
  }

  @Test func chainsLeadToTheirEnds() throws {
    let rows = ["company,A,B", "company,B,C", "company,C,D"]
    for order in [rows, rows.reversed()] {
      let aliases = try AliasList(
        Array((["kind,alias,name"] + order).joined(separator: "\n").utf8), file: "aliases.csv")
      let dataset = try merged(aliases, ("relationships.csv", "from,to\nA,X\nC,X\n"))
      #expect(dataset.ecosystem.companies.map(\.name) == ["D", "X"])
      #expect(!dataset.rules.contains("alias.unused"))
    }
  }

  @Test func circlesAreReportedOnceAndMergeNothing() throws {
    let dataset = try merged(
      list("company,A,B", "company,B,C", "company,C,A", "company,Z,A"),
      ("relationships.csv", "from,to\nA,B\nC,Z\n"))
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "B", "C"])
    #expect(
      dataset.lines.first
        == #"aliases.csv: note: 1 of 4 aliases applied: 0 rows merged into others, 1 cell read as another name [alias.applied]"#
    )
    #expect(
      dataset.lines.filter { $0.contains("alias.circle") } == [
        #"aliases.csv:2:2: error: "A", "B" and "C" stand for each other in a circle, so none of them is merged; let all of them stand for one name [alias.circle]"#
      ])
  }

  @Test func circleThroughIDsIsReported() throws {
    let dataset = try merged(
      list("company,One,two", "company,Two,one"), ("companies.csv", "name,id\nOne,one\nTwo,two\n"))
    #expect(dataset.ecosystem.companies.map(\.name) == ["Two"])
    #expect(dataset.rules.contains("alias.circle"))
  }

  @Test func longChainsTakeLinearTime() throws {
    let count = 50_000
    let rows = (0..<count).map { "company,N\($0),N\($0 + 1)" }
    for order in [rows, rows.reversed()] {
      let aliases = try AliasList(
        Array((["kind,alias,name"] + order).joined(separator: "\n").utf8), file: "aliases.csv")
      let dataset = try merged(aliases, ("relationships.csv", "from,to\nN0,X\nN7,X\n"))
      #expect(dataset.ecosystem.companies.map(\.name) == ["N\(count)", "X"])
    }
  }

  @Test func aliasWithoutABearerIsAWarning() throws {
    let dataset = try merged(
      list("company,Nobody,AstraZeneca", ",Nowhere,Daiichi Sankyo"), companies)
    #expect(
      dataset.lines.filter { $0.hasPrefix("aliases.csv") } == [
        #"aliases.csv:2:2: warning: no company is called "Nobody"; mend its spelling, or remove the row [alias.unused]"#,
        #"aliases.csv:3:2: warning: no company or person is called "Nowhere"; mend its spelling, or remove the row [alias.unused]"#,
      ])
  }

  @Test func unknownTargetIsAnErrorAndANewNameANote() throws {
    let unknown = try merged(list("company,Nobody,AstraZenca"), companies)
    #expect(
      unknown.lines.contains(
        #"aliases.csv:2:2: error: neither "Nobody" nor "AstraZenca" is a company; did you mean "AstraZeneca"? [alias.unknown]"#
      ))
    let renamed = try merged(
      list("company,AstraZeneca,AZ", "company,AstraZeneca PLC,AZ", "company,Astra Zeneca,AZ"),
      companies)
    #expect(renamed.ecosystem.companies.map(\.name) == ["AZ", "Daiichi Sankyo"])
    #expect(renamed.rules.filter { $0 == "alias.renamed" }.count == 1)
    #expect(renamed.ecosystem.companies[1].parent == renamed.ecosystem.companies[0].id)
  }

  @Test func namesakesAreMergedByTheirIDs() throws {
    let people = ("people.csv", "name,id,title\nKim,k1,\nKim,k2,Head\nLee,l1,\n")
    let seats = ("memberships.csv", "person,committee\nk1,JSC\nk2,JDC\n")
    let merged = try merged(list("person,k2,k1"), people, seats)
    #expect(merged.ecosystem.people.map(\.id.rawValue) == ["k1", "l1"])
    #expect(merged.ecosystem.people[0].title == "Head")
    #expect(merged.ecosystem.memberships.allSatisfy { $0.person == Person.ID("k1") })
    let ambiguous = try self.merged(list("person,Kim,Lee"), people, seats)
    #expect(ambiguous.ecosystem.people.count == 3)
    #expect(ambiguous.rules.contains("alias.ambiguous"))
  }

  @Test func savedViewsFollow() throws {
    let dataset = try merged(
      list("company,AstraZeneca PLC,AstraZeneca"), companies,
      (
        "views.csv",
        "name,focus,where\none,AstraZeneca PLC|Daiichi Sankyo,\ntwo,,company=AstraZeneca PLC\n"
      ))
    #expect(dataset.ecosystem.views[0].focus == "AstraZeneca|Daiichi Sankyo")
    #expect(dataset.ecosystem.views[1].filter == "company=AstraZeneca PLC")
  }

  @Test func filtersWithAnAliasAreNamed() throws {
    let dataset = try merged(
      list("company,Daiichi Sankyo,DS"), companies,
      ("views.csv", "name,where\none,company=Daiichi Sankyo\n"))
    #expect(
      dataset.lines.contains {
        $0.hasPrefix("views.csv:2:2: warning: the filter names \"Daiichi Sankyo\"")
      })
  }

  @Test func rowsOfTheListThatCannotBeUsedAreNamed() throws {
    let aliases = try list(
      "company,A,B,yes", "company,A,C,yes", "company,,B,yes", "company,D,,yes", "company,E,E,yes",
      "team,F,B,yes", "company,G,B,maybe", "company,H,B,no", "company,A,B,yes",
      headers: "kind,alias,name,merge")
    #expect(
      aliases.diagnostics.map(\.rule) == [
        "alias.contradiction", "cell.missing", "cell.missing", "alias.self", "value.choice",
        "value.boolean",
      ])
    #expect(aliases.entries.map(\.alias) == ["A"])
  }

  @Test(arguments: ["", "x,y\n1,2\n", "alias,kind\nA,company\n", "\u{0}"])
  func whatIsNoListIsRefused(text: String) {
    #expect(throws: ReadError.self) { try AliasList(Array(text.utf8), file: "aliases.csv") }
  }

  @Test func theListOfSpreadsheetsIsRead() throws {
    let text = "\u{FEFF}Kind;Alias;Name;Merge\r\nCompany;'=A;\"B; C\";Yes\r\n"
    let aliases = try AliasList(Array(text.utf8), file: "aliases.csv")
    #expect(aliases.diagnostics == [])
    #expect(aliases.entries.map(\.alias) == ["=A"])
    #expect(aliases.entries.map(\.name) == ["B; C"])
  }

  @Test func proposalsAreAListThatLeavesNothingToPropose() throws {
    let files = [
      (
        "companies.csv",
        "name,id\nRed Hat,\nRedHat,rh\n\"RED-HAT, Inc.\",\n=Acme,a1\n=ACME,a2\nSociété Générale,\nSociete Generale SA,\nMerck KGaA,\n\"Merck & Co., Inc.\",\n"
      ),
      (
        "people.csv",
        "name,id,company\nAnn Lee,p1,Red Hat\n\"Lee, Ann\",p2,Red Hat\nAnn Lee,p3,RedHat\nBo Berg,,Red Hat AG\nCy Dahl,,Societe Generall\n"
      ),
    ]
    let bytes = files.map { ($0.0, Array($0.1.utf8)) }
    let dataset = try Dataset.read(files: bytes)
    let proposals = dataset.aliasProposals
    #expect(
      proposals.csv == """
        kind,alias,name,merge,why,uses,where
        company,RedHat,Red Hat,yes,spelling,1,companies.csv:3:1
        company,"RED-HAT, Inc.",Red Hat,yes,spelling,0,companies.csv:4:1
        company,'=ACME,'=Acme,yes,spelling,0,companies.csv:6:1
        company,Societe Generale SA,Société Générale,yes,spelling,0,companies.csv:8:1
        company,"Merck & Co., Inc.",Merck KGaA,no,other legal form,0,companies.csv:10:1
        company,Red Hat AG,Red Hat,yes,not in the table (spelling),1,people.csv:5:3
        company,Societe Generall,Societe Generale SA,no,not in the table (spelled much alike),1,people.csv:6:3
        person,"Lee, Ann",p1,yes,spelling,0,people.csv:3:1
        person,p3,p1,yes,spelling,0,people.csv:4:1

        """)
    let likely = try AliasList(Array(proposals.csv.utf8), file: "aliases.csv")
    let merged = try Dataset.read(files: bytes, options: ReadOptions(aliases: likely))
    #expect(merged.aliasProposals.rows.allSatisfy { !$0.isLikely || $0.reason != "spelling" })
    #expect(merged.ecosystem.people.map(\.id.rawValue).first == "p1")
    #expect(!merged.rules.contains("alias.unused"))
  }

  @Test func withoutAliasesNothingChanges() throws {
    let none = try list("company,H,B,no", headers: "kind,alias,name,merge")
    #expect(try merged(none, companies).ecosystem == read(companies).ecosystem)
  }
}
