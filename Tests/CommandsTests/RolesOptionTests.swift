import EcosystemModel
import Foundation
import Interchange
import TestSupport
import Testing

/// With `--roles` no output names anybody.
@Suite(.timeLimit(.minutes(10)))
struct RolesOptionTests {
  /// What nothing may say: names of people.
  private static func names(in dataset: Dataset) -> [String] {
    dataset.ecosystem.people.filter { $0.kind == .person }.map(\.name)
  }

  @Test(arguments: ShippedDatasetTests.names)
  func nothingOfADatasetNamesAnybody(name: String) throws {
    let dataset = try OracleData.shipped(name)
    let roles = dataset.inRoles.ecosystem
    let bytes = Array(try JSONEncoder().encode(roles))
    try WithheldTests.expectNone(of: Self.names(in: dataset), in: bytes, name)
    #expect(roles.counts.map(\.count) == dataset.ecosystem.counts.map(\.count))
  }

  @Test func noOutputOfACommandNamesAnybody() async throws {
    let folder = try await TemporaryFolder.withStarter()
    let data = "mine/example"
    let names = Self.names(in: try Dataset.read(at: folder[data]))
    #expect(names.count > 3)
    let commands: [[String]] = [
      ["map", "--view", "people", "--label", "title"]
        + ["svg", "pptx", "html", "pdf", "laid-out.json"].flatMap { ["-o", "map.\($0)"] },
      ["deck", "--per", "alliance", "--appendix", "-o", "deck.pptx"],
      ["report", "--format", "html", "--format", "markdown", "-o", "report"],
      ["load", "-o", "load.xlsx", "-o", "load.json", "-o", "load.csv", "-o", "load.pptx"],
      ["roles"], ["structure", "--format", "json"], ["handoffs"], ["centrality"],
    ]
    for command in commands {
      let arguments = [command[0], data, "--roles"] + command.dropFirst()
      let run = try await Ecomap.run(arguments, in: folder)
      #expect([0, 1].contains(run.status), "\(command): \(run.messages)")
      try WithheldTests.expectNone(
        of: names, in: Array((run.output + run.messages).utf8), command[0])
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for file in files where !file.hasPrefix("mine") && file.contains(".") {
      try WithheldTests.expectNone(of: names, in: Array(file.utf8), file)
      try WithheldTests.expectNone(of: names, in: Array(try folder.data(file)), file)
    }
  }

  @Test func whatIsAboutCellsRefusesTheOption() async throws {
    let folder = try await TemporaryFolder.withStarter()
    for command in [["check", "mine"], ["places", "mine", "--from", "map.svg"]] {
      let run = try await Ecomap.run(command + ["--roles"], in: folder)
      #expect(run.status == 64 && run.messages.contains("leave --roles out"))
    }
  }
}
