import Cartography
import Foundation
import TestSupport
import Testing

/// What a row of the table of views says is what the option of the same name says.
@Suite(.timeLimit(.minutes(60)))
struct SavedViewTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write(
      "name,region,revenue\nHub,Japan,9\nAlpha,Europe,1\nBeta,Europe,5\nGamma,Japan,3\nDelta,Japan,2\nEta,Japan,7\nTheta,Japan,7\n",
      to: "data/companies.csv")
    try folder.write("name,company\nAda,Hub\n", to: "data/people.csv")
    try folder.write(
      """
      from,to,hours,owner
      Hub,Alpha,4,Ada
      Hub,Beta,40,
      Hub,Gamma,8,
      Hub,Delta,8,
      Alpha,Beta,2,
      Hub,Eta,1,
      Beta,Eta,1,
      Hub,Theta,1,
      Beta,Theta,1,

      """, to: "data/relationships.csv")
  }

  private func diagram(_ arguments: [String]) async throws -> Diagram {
    let run = try await Ecomap.run(
      ["map", "data", "--effort", "quick", "-o", "m.diagram.json"] + arguments, in: folder)
    #expect(run.status == 0, "\(run.messages)")
    return try JSONDecoder().decode(Diagram.self, from: folder.data("m.diagram.json"))
  }

  @Test(arguments: [
    ("highlight", "Alpha|Gamma", ["--highlight", "Alpha", "--highlight", "Gamma"]),
    ("border", "revenue", ["--border", "revenue"]),
    ("border", "betweenness", ["--border", "betweenness"]),
    ("width", "hours", ["--width", "hours"]),
    ("width", "harmonic", ["--width", "harmonic"]),
    ("twins", "yes", ["--twins"]),
    ("highlight_unowned", "yes", ["--highlight-unowned"]),
    ("leaves", "1", ["--leaves", "1"]),
    ("size", "revenue", ["--size", "revenue"]),
    ("group", "region", ["--group", "region"]),
  ])
  func columnDoesWhatTheOptionDoes(column: String, cell: String, option: [String]) async throws {
    try folder.write("name,kind,\(column)\nmine,ecosystem,\(cell)\n", to: "data/views.csv")
    let saved = try await diagram(["--view", "mine"])
    let stated = try await diagram(["--view", "ecosystem"] + option)
    let plain = try await diagram(["--view", "ecosystem"])
    #expect(saved.nodes == stated.nodes && saved.edges == stated.edges)
    #expect(saved.legend == stated.legend)
    #expect(saved.nodes != plain.nodes || saved.edges != plain.edges)
  }

  @Test func backboneOfAViewIsThatOfTheOption() async throws {
    try folder.write("name,kind,backbone\nmine,ecosystem,0.9\n", to: "data/views.csv")
    #expect(
      try await diagram(["--view", "mine"]).edges
        == diagram(["--view", "ecosystem", "--backbone", "0.9"]).edges)
  }

  @Test(arguments: [
    ("as_of", "May"), ("backbone", "2"), ("leaves", "few"), ("twins", "maybe"), ("fit", "wall"),
    ("highlight", "Nobody"), ("border", "nothing"), ("width", "nothing"),
  ])
  func cellThatCannotBeReadIsNamed(column: String, cell: String) async throws {
    try folder.write("name,kind,\(column)\nmine,ecosystem,\(cell)\n", to: "data/views.csv")
    let run = try await Ecomap.run("map", "data", "--view", "mine", "-o", "m.svg", in: folder)
    #expect(run.status != 0)
    #expect(run.messages.contains(cell), "\(run.messages)")
    #expect(try folder.names() == ["data"])
  }
}
