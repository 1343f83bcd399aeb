import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct CheckCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "name,region\nAstraZeneca,Europe\nDaiichi Sankyo,Japan\n", to: "bad/companies.csv")
    try folder.write(
      "name,company\nKim,Astrazenca\nLee,AstraZeneca\n,AstraZeneca\n", to: "bad/people.csv")
    try folder.write("name\nX\n", to: "warned/companies.csv")
    try folder.write("name,region\n", to: "warned/comittees.csv")
  }

  @Test func faultIsNamedWithItsPlaceAndItsCure() async throws {
    let run = try await Ecomap.run("check", "bad", in: folder)
    #expect(run.status == 1)
    #expect(
      run.output.contains(
        """
        people.csv:2:2: error: unknown company "Astrazenca"; did you mean "AstraZeneca"? [reference.unknown]
        """))
    #expect(run.output.contains("bad: 2 companies, 2 people (1 row left out)"))
  }

  @Test func everyFaultIsListedUpToTheLimit() async throws {
    let all = try await Ecomap.run("check", "bad", in: folder)
    let one = try await Ecomap.run("check", "bad", "--max-diagnostics", "1", in: folder)
    let count = all.output.split(separator: "\n").count { $0.hasSuffix("]") }
    #expect(count > 2)
    #expect(one.output.split(separator: "\n").count { $0.hasSuffix("]") } == 1)
    #expect(one.output.contains("… and \(count - 1) more"))
    #expect(one.status == 1)
  }

  @Test func reportForProgramsSaysTheSame() async throws {
    struct Report: Decodable {
      struct Entry: Decodable {
        struct Place: Decodable {
          let file: String
          let line: Int?
          let column: Int?
        }
        let severity: String
        let rule: String
        let message: String
        let location: Place?
      }
      let dataset: String
      let errors: Int
      let diagnostics: [Entry]
    }
    let run = try await Ecomap.run("check", "bad", "--format", "json", in: folder)
    #expect(run.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.dataset == "bad")
    #expect(report.errors == report.diagnostics.count { $0.severity == "error" })
    let fault = try #require(report.diagnostics.first { $0.rule == "reference.unknown" })
    #expect(fault.location?.file == "people.csv")
    #expect(fault.location?.line == 2)
    #expect(fault.location?.column == 2)
    #expect(fault.message.contains("AstraZeneca"))
  }

  @Test func warningsCountOnlyWhereTheyAreAskedTo() async throws {
    let lenient = try await Ecomap.run("check", "warned", in: folder)
    let strict = try await Ecomap.run("check", "warned", "--strict", in: folder)
    #expect(lenient.output.contains("did you mean \"committees.csv\"?"))
    #expect(lenient.output == strict.output)
    #expect([lenient.status, strict.status] == [0, 1])
  }

  @Test func whatIsNotThereIsSaid() async throws {
    let run = try await Ecomap.run("check", "nowhere", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("\"nowhere\" does not exist"))
    #expect(run.output.isEmpty)
  }

  @Test func loneListIsReadWithForeignNamesAndCarriedDownCells() async throws {
    try folder.write(
      "Project,Maintainer Name\nAlpha,Ann\n,Bo\nBeta,Cy\n", to: "maintainers.csv")
    let run = try await Ecomap.run(
      "check", "maintainers.csv", "--columns", "person=Maintainer Name,committee=Project",
      "--fill-down", "Project", in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("maintainers.csv: 3 memberships\n"))
    #expect(run.output.contains("2 committees are known only from the cells that name them"))
  }

  @Test func proposedAliasesAreReviewedAndMerged() async throws {
    try folder.write(
      "name\nRed Hat\n\"RED-HAT, Inc.\"\nMerck KGaA\n\"Merck & Co., Inc.\"\n",
      to: "twice/companies.csv")
    try folder.write(
      "from,to\nRed Hat,Merck KGaA\n\"RED-HAT, Inc.\",\"Merck & Co., Inc.\"\n",
      to: "twice/relationships.csv")
    let proposed = try await Ecomap.run(
      "check", "twice", "--propose-aliases", "aliases.csv", in: folder)
    #expect(proposed.status == 0)
    #expect(proposed.messages.contains("aliases.csv proposes 2 aliases, 1 of them likely"))
    let again = try await Ecomap.run(
      "check", "twice", "--propose-aliases", "aliases.csv", in: folder)
    #expect(again.status == 1)
    #expect(again.messages.contains("aliases.csv is there already"))
    let merged = try await Ecomap.run("check", "twice", "--merge", "aliases.csv", in: folder)
    #expect(merged.output.contains("twice: 3 companies, 2 relationships"))
    #expect(merged.output.contains("1 row merged into others, 1 cell read as another name"))
    #expect(!merged.output.contains("Red Hat"))
    let rest = try await Ecomap.run(
      "check", "twice", "--merge", "aliases.csv", "--propose-aliases", "rest.csv", in: folder)
    #expect(rest.messages.contains("rest.csv proposes 1 alias"))
  }

  @Test func aliasesApplyInEveryCommandThatReadsData() async throws {
    try folder.write("from,to\nA plc,B\nA,C\n", to: "ties.csv")
    try folder.write("alias,name\nA plc,A\n", to: "aliases.csv")
    let central = try await Ecomap.run(
      "centrality", "ties.csv", "--merge", "aliases.csv", "--format", "csv", in: folder)
    #expect(central.status == 0)
    #expect(!central.output.contains("A plc"))
    try await Ecomap.run("convert", "ties.csv", "merged", "--merge", "aliases.csv", in: folder)
    let again = try await Ecomap.run("check", "merged", in: folder)
    #expect(again.output.contains("merged: 3 companies, 2 relationships"))
    let missing = try await Ecomap.run(
      "map", "ties.csv", "--merge", "nowhere.csv", "-o", "map.svg", in: folder)
    #expect(missing.status == 1)
    #expect(missing.messages.contains("\"nowhere.csv\" does not exist"))
  }
}
