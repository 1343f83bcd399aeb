import GraphCore
import EcosystemModel
import TestSupport
import Testing

@testable import Interchange

/// Names match names, ids match ids that somebody wrote, whatever the order of rows.
@Suite(.timeLimit(.minutes(60)))
struct IdentityTests {
  private func warnings(_ dataset: Dataset) -> [String] {
    InspectionCatalog.all.flatMap { inspection in
      inspection.findings(in: dataset.ecosystem.on(nil)).filter { $0.severity >= .warning }
        .map { _ in type(of: inspection).rule }
    }
  }

  @Test(arguments: [
    ["IONOS Cloud,Red Hat", "Microsoft,ionos-cloud"],
    ["Microsoft,ionos-cloud", "IONOS Cloud,Red Hat"],
  ])
  func aNameIsNeverTakenForAnIdOfTheProgram(rows: [String]) throws {
    let dataset = try read(("ties.csv", "from,to\n" + rows.joined(separator: "\n") + "\n"))
    #expect(
      Set(dataset.ecosystem.companies.map(\.name)) == [
        "IONOS Cloud", "Red Hat", "Microsoft", "ionos-cloud",
      ])
    #expect(warnings(dataset).filter { $0.hasSuffix("similar") } == ["company.name.similar"])
  }

  @Test(arguments: [("A.B", "a-b"), ("Red Hat", "red-hat"), ("Ann  Lee", "ann-lee")])
  func peopleOfSeatsAreWhoTheCellsName(first: String, second: String) throws {
    let dataset = try read(
      ("seats.csv", "person,committee\n\(first),Board\n\(second),Audit\n"))
    #expect(dataset.ecosystem.people.count == 2)
    #expect(warnings(dataset).contains("person.name.similar"))
  }

  /// Spreadsheets show `007` as `7`, `1E5` as `100000` and `Mar-24` as a day: each is the same in every sheet.
  @Test(arguments: [
    ("007", "7"), ("7", "007"), ("1E5", "100000"), ("1234567890123456", "1.234567890123456E+15"),
    ("Mar-24", "2024-03"), ("12", "12.0"),
  ])
  func idsAreTheSameHoweverTheyAreShown(id: String, shown: String) throws {
    let dataset = try read(
      ("people.csv", "id,name\n\(id),Ann\n99,Bob\n"),
      ("memberships.csv", "person,committee\n\(shown),X\n"))
    #expect(dataset.ecosystem.memberships.map(\.person) == [Person.ID(id)], "\(dataset.lines)")
  }

  @Test func idsThatDifferInZerosAreTwoWhereBothAreThere() throws {
    let dataset = try read(
      ("people.csv", "id,name\n7,Ann\n007,Bob\n"),
      ("memberships.csv", "person,committee\n007,X\n7,X\n07,X\n"))
    #expect(dataset.ecosystem.memberships.map(\.person.rawValue) == ["007", "7"])
    #expect(dataset.rules.contains("reference.ambiguous"))
  }

  @Test func aCellThatSaysItIsAnIdMatchesMadeOnes() throws {
    let dataset = try read(
      ("companies.csv", "name\nIONOS Cloud\nB\n"),
      ("relationships.csv", "from,to\ncompany:ionos-cloud,B\n"))
    #expect(dataset.ecosystem.relationships.map(\.from) == [.company(.init("ionos-cloud"))])
    #expect(dataset.rules == [])
  }

  /// Any order of rows gives the same entities and ties, by their names.
  @Test(arguments: UInt64(0)..<32)
  func orderOfRowsChangesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = [
      "IONOS Cloud", "ionos-cloud", "Ionos Cloud", "A.B", "a-b", "ab", "\u{430}b", "Red Hat",
      "red-hat",
      "red-hat-2", "Ö", "o", "第一", "007", "7",
    ]
    var rows = (0..<25).map { _ in
      let ends = (0..<2).map { _ in names.randomElement(using: &generator) ?? "" }
      return ends.joined(separator: ",")
    }
    func facts() throws -> (names: Set<String>, ties: [String]) {
      let ecosystem = try read(("ties.csv", "from,to\n" + rows.joined(separator: "\n") + "\n"))
        .ecosystem
      let ties = ecosystem.relationships.map {
        "\(ecosystem.name(of: $0.from)),\(ecosystem.name(of: $0.to))"
      }
      return (Set(ecosystem.companies.map(\.name)), ties.sorted())
    }
    let before = try facts()
    #expect(before.ties == rows.sorted())
    rows.shuffle(using: &generator)
    let after = try facts()
    #expect(before.names == after.names && before.ties == after.ties)
  }

  @Test(arguments: [
    ("people", "id,name\nada,Ada\n\u{430}da,Ada Two\n", "id.similar"),
    ("people", "id,name\nada,Ada\na\u{200B}da,Ada Two\n", "id.similar"),
    ("people", "id,name\nada,Ada\n\u{FF41}da,Ada Two\n", "id.similar"),
    ("committees", "name,kind\nOne,JSC\nTwo,J\u{405}C\n", "word.similar"),
    ("committees", "name,kind\nOne,JSC\nTwo,jsc\n", "word.similar"),
    ("programs", "name,alliance,stage\nOne,X,Phase 1\nTwo,X,phase-1\n", "word.similar"),
    ("committees", "name\nBoard\nB\u{43E}ard\n", "name.similar"),
    ("companies", "name\nRoche\nR\u{43E}che\n", "company.name.similar"),
  ])
  func whatLooksAlikeIsNamed(table: String, text: String, rule: String) throws {
    let dataset = try read(("\(table).csv", text), ("views.csv", "name\n"))
    #expect(warnings(dataset).contains(rule))
    #expect(warnings(dataset).filter { $0.hasSuffix("similar") }.count == 1)
  }

  @Test func headersThatLookAlikeAreNamed() throws {
    let dataset = try read(
      ("companies.csv", "name,r\u{435}gion,tier,t\u{456}er\nA,Japan,1,2\n"),
      ("views.csv", "name\n"))
    #expect(dataset.rules.filter { $0 == "column.similar" }.count == 2)
    #expect(dataset.lines.contains { $0.contains("U+0435") && $0.contains("\"region\"") })
  }

  @Test func paddedIdsStayAsTheyAre() throws {
    let dataset = try read(
      ("people.csv", "id,name\n007 ,Ann\n7,Bob\n"),
      ("memberships.csv", "person,committee\n 007,X\n7,X\n"))
    #expect(dataset.ecosystem.people.map(\.id.rawValue) == ["007", "7"])
    #expect(dataset.ecosystem.memberships.map(\.person.rawValue) == ["007", "7"])
  }
}
