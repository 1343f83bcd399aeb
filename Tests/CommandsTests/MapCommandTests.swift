import Cartography
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite(.timeLimit(.minutes(60)))
struct MapCommandTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try await .withStarter()
  }

  private func map(_ arguments: String...) async throws -> Ecomap.Run {
    try await Ecomap.run(["map", "mine/example", "--effort", "quick"] + arguments, in: folder)
  }

  @Test func oneLayoutIsWrittenInEveryFormat() async throws {
    let names = ["m.svg", "m.png", "m.pdf", "m.pptx", "m.dot", "m.diagram.json", "m.laid-out.json"]
    let run = try await map(outputs: names)
    #expect(run.status == 0)
    #expect(try folder.names() == (names + ["mine"]).sorted())
    try expectXML(folder.data("m.svg"))
    #expect(try folder.data("m.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try folder.data("m.pdf").starts(with: Array("%PDF-".utf8)))
    #expect(try folder.data("m.pptx").starts(with: Array("PK".utf8)))
    #expect(String(decoding: try folder.data("m.dot"), as: UTF8.self).contains("digraph"))
    let diagram = try JSONDecoder().decode(Diagram.self, from: folder.data("m.diagram.json"))
    let laidOut = try JSONDecoder().decode(
      LaidOutDiagram.self, from: folder.data("m.laid-out.json"))
    #expect(diagram.nodes.count == 3)
    #expect(laidOut.boxes.count == 3)
  }

  private func map(outputs: [String]) async throws -> Ecomap.Run {
    try await Ecomap.run(
      ["map", "mine/example", "--effort", "quick"] + outputs.flatMap { ["-o", $0] }, in: folder)
  }

  private func expectXML(_ data: Data) {
    let parser = XMLParser(data: data)
    #expect(parser.parse(), "The SVG is no XML: \(String(describing: parser.parserError)).")
  }

  @Test(arguments: ["svg", "dot", "diagram-json", "laid-out-json"])
  func sameDataGivesTheSameBytes(format: String) async throws {
    let first = try await map("-o", "-", "--format", format)
    let second = try await map("-o", "-", "--format", format)
    #expect(first.status == 0)
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
  }

  @Test(arguments: ["missing.potx", "mine/README.md"])
  func templateThatIsNoneIsNamed(template: String) async throws {
    let run = try await map("-o", "m.pptx", "--template", template)
    #expect(run.status == 1)
    #expect(run.messages.contains("template") || run.messages.contains(template))
    #expect(try folder.names() == ["mine"])
  }

  @Test func hostileTitleBreaksNothing() async throws {
    let title = "\"]; <script>alert('&')</script> \\N\u{202E}"
    #expect(try await map("--title", title, "-o", "m.svg").status == 0)
    let svg = try folder.data("m.svg")
    expectXML(svg)
    #expect(!String(decoding: svg, as: UTF8.self).contains("<script"))
  }

  @Test func everySavedViewIsDrawn() async throws {
    try FileManager.default.createDirectory(
      atPath: folder["views"], withIntermediateDirectories: true)
    let run = try await map("--all-views", "-o", "views")
    #expect(run.status == 0)
    #expect(
      try folder.names(in: "views") == [
        "around-emi.svg", "governance.svg", "partners.svg", "people.svg",
      ])
  }

  @Test(arguments: ["alliance=northlight", "alliance=Northlight", "parent=jsc"])
  func conditionsTakeIdsAndNames(condition: String) async throws {
    let run = try await map("--view", "governance", "--where", condition, "-o", "m.diagram.json")
    #expect(run.status == 0, "\(run.messages)")
    let diagram = try JSONDecoder().decode(Diagram.self, from: folder.data("m.diagram.json"))
    #expect(diagram.nodes.count >= 2)
  }

  @Test func placeThatCannotBeWrittenIsNamed() async throws {
    let run = try await map("-o", "mine/README.md/m.svg")
    #expect(run.status == 1)
    #expect(run.messages.contains("mine/README.md/m.svg"))
  }

  @Test func emptyDatasetIsNotDrawn() async throws {
    let run = try await Ecomap.run("map", "mine", "-o", "m.svg", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("nothing to draw"))
    #expect(try folder.names() == ["mine"])
  }

  @Test func faultsInTheDataAreNamedAndTheRestIsDrawn() async throws {
    try folder.write("from,to\nAlpha,Beta\nBeta,\n", to: "bad/relationships.csv")
    try folder.write("name\nAlpha\nBeta\n", to: "bad/companies.csv")
    let run = try await Ecomap.run("map", "bad", "-o", "m.svg", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("relationships.csv:3"))
    #expect(try folder.names().contains("m.svg"))
  }
}
