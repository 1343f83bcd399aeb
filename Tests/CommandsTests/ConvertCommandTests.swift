import EcosystemModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Datasets into other forms and formats, and back.
@Suite(.timeLimit(.minutes(60)))
struct ConvertCommandTests {
  private static let enhertu = PackageRoot.path("datasets/enhertu")

  private static func withoutTables(_ ecosystem: Ecosystem) -> Ecosystem {
    var rest = ecosystem
    rest.scores = []
    rest.decisions = []
    rest.views = []
    rest.places = []
    return rest
  }

  /// The dataset of a converted file, by way of a dataset in CSV.
  private func back(_ name: String, in folder: TemporaryFolder) async throws -> Ecosystem {
    let run = try await Ecomap.run("convert", name, "back", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    return try Dataset.read(at: folder["back"]).ecosystem
  }

  @Test(arguments: [
    ["r.xlsx"], ["r.yaml"], ["r.json"], ["tables"], ["n.graphml"], ["n.gexf"], ["n.dot"], ["n.gv"],
    ["n.vna"], ["n.json", "--to", "networkx"], ["k.json", "--to", "kumu-json"],
    ["k.xlsx", "--to", "kumu-xlsx"], ["x.xlsx", "--to", "nodexl"], ["g", "--to", "gephi-csv"],
    ["k", "--to", "kumu-csv"], ["y.graphml", "--to", "yed"], ["p.json", "--to", "polinode"],
  ])
  func resultsReadBackAsTheSame(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    let run = try await Ecomap.run(["convert", Self.enhertu] + arguments, in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let original = try Dataset.read(at: Self.enhertu).ecosystem
    let isDataset = arguments.count == 1 && !arguments[0].hasPrefix("n.")
    #expect(
      try await back(arguments[0], in: folder)
        == (isDataset ? original : Self.withoutTables(original)))
    let tables = [
      (original.scores.count, "scores"), (original.decisions.count, "decisions"),
      (original.views.count, "views"),
    ]
    for (count, table) in tables where count > 0 {
      #expect(run.messages.contains("(the table “\(table)”)") != isDataset)
    }
  }

  @Test(arguments: [UInt64(1), 7])
  func dotComesBackWhateverTheNames(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    var ecosystem = Self.withoutTables(.random(seed: seed))
    var hard = Company(id: .init("a\\N:b \"c\"\\"), name: "\\N \\\\\"<b>\"\nAT&T \\l")
    hard.attributes["pos"] = "1,2"
    hard.attributes["x\\y"] = "\u{1}|\t\r\n]"
    ecosystem.companies.append(hard)
    try ecosystem.write(to: folder["in.json"], as: .json)
    #expect(try await Ecomap.run("convert", "in.json", "n.dot", in: folder).status == 0)
    #expect(try await back("n.dot", in: folder) == ecosystem)
  }

  @Test func dotOfOthersIsADataset() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      digraph { // a comment
        node [type=person]
        subgraph cluster_1 { label="Team A"; ann [label="Ann\\nLee"]; bob }
        ann -> bob -> cy [label=helps, weight=3]
        cy [type=company]
      }
      """, to: "n.gv")
    let ecosystem = try await back("n.gv", in: folder)
    #expect(ecosystem.people.map(\.name) == ["Ann Lee", "bob"])
    #expect(ecosystem.people.first?.attributes["group"] == "Team A")
    #expect(ecosystem.companies.map(\.name) == ["cy"])
    #expect(ecosystem.relationships.map(\.label) == ["helps", "helps"])
    #expect(ecosystem.relationships.map(\.weight) == [3, 3])
    #expect(ecosystem.relationships.allSatisfy { $0.isDirected })
  }

  @Test func brokenDOTIsLocated() async throws {
    let folder = try TemporaryFolder()
    try folder.write("graph {\n a -- b\n a -> c\n}\n", to: "n.dot")
    let run = try await Ecomap.run("check", "n.dot", in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("n.dot:3: error: "))
  }

  @Test func networksAreInputOfOtherCommands() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Ecomap.run("convert", Self.enhertu, "n.gexf", in: folder).status == 0)
    let direct = try await Ecomap.run("overlap", Self.enhertu, "--format", "csv", in: folder)
    let through = try await Ecomap.run("overlap", "n.gexf", "--format", "csv", in: folder)
    #expect(through.status == 0 && through.output == direct.output)
  }

  @Test func namesWithoutAFormatAreRefusedWithAdvice() async throws {
    let folder = try TemporaryFolder()
    for (arguments, advice) in [
      (["x.csv"], "a dataset of CSV tables is a folder"), (["x.png"], "tells no format"),
      (["-"], "Say with --to"), (["-", "--to", "gephi-csv"], "folder of files"),
      (["x", "--to", "excel"], "kumu-xlsx"),
    ] {
      let run = try await Ecomap.run(["convert", Self.enhertu] + arguments, in: folder)
      #expect(run.status == 64)
      #expect(run.messages.contains(advice), "\(run.messages)")
    }
    #expect(try folder.names() == [])
  }

  @Test func otherTablesInAFolderAreNotMixedIn() async throws {
    let folder = try TemporaryFolder()
    try folder.write("name\nKim\n", to: "out/people.csv")
    try folder.write("name\nAcme\n", to: "in/companies.csv")
    let run = try await Ecomap.run("convert", "in", "out", in: folder)
    #expect(run.status == 1 && run.messages.contains("“out” is a dataset of 1 row already"))
    #expect(try folder.names(in: "out") == ["people.csv"])
  }

  @Test func standardOutputHoldsTheFormatAskedFor() async throws {
    let run = try await Ecomap.run(
      "convert", Self.enhertu, "-", "--to", "mermaid", in: TemporaryFolder())
    #expect(run.status == 0 && run.output.hasPrefix("flowchart LR\n"))
    #expect(run.messages.contains("left out: "))
  }

  @Test func theFormatOfTheInputCanBeNamed() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "<graphml><graph edgedefault='directed'><node id='a'/><node id='b'/><edge source='a' target='b'/></graph></graphml>",
      to: "n.xml")
    let run = try await Ecomap.run(
      "convert", "n.xml", "out", "--from", "graphml", "--nodes", "person", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    #expect(try Dataset.read(at: folder["out"]).ecosystem.people.map(\.name) == ["a", "b"])
  }

  @Test func errorsInTheDataAreToldAndTheRestIsConverted() async throws {
    let folder = try TemporaryFolder()
    try folder.write("name\nAcme\n", to: "in/companies.csv")
    try folder.write("name,company\nKim,Nobody\n", to: "in/people.csv")
    let run = try await Ecomap.run("convert", "in", "out.json", in: folder)
    #expect(run.status == 1 && run.messages.contains("unknown company \"Nobody\""))
    #expect(try Dataset.read(at: folder["out.json"]).ecosystem.companies.count == 1)
  }
}
