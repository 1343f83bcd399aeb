import Foundation
import TestSupport
import Testing

/// What answers and maps rest on, and where it stands.
@Suite(.timeLimit(.minutes(60)))
struct ProvenanceCommandTests {
  private static let files = [
    "companies.csv": """
    name,region,tags,assumed
    One,Europe,,region
    Two,Japan,illustrative,
    Three,Japan,,

    """,
    "people.csv": """
    name,company,tags
    Ada,One,
    Ben,Two,illustrative
    Cleo,Three,

    """,
    "committees.csv": "name,kind,cadence,hours,assumed\nBoard,JSC,monthly,2,hours\n",
    "memberships.csv": """
    person,committee,role,tags
    Ada,Board,chair,
    Ben,Board,member,illustrative
    Cleo,Board,member,

    """,
    "relationships.csv": "from,to,kind\nOne,Three,partners with\nOne,Two,partners with\n",
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(text, to: "data/\(name)") }
    return folder
  }

  @Test func everyAnswerCountsItsRows() async throws {
    let folder = try folder()
    let text = try await Ecomap.run("turnover", "data", "--person", "Ada", in: folder)
    #expect(text.output.contains("Rests on 3 illustrative rows of "), "\(text.output)")
    let load = try await Ecomap.run("load", "data", "--format", "json", in: folder)
    #expect(load.output.contains("\"illustrative\" : 2"))
    #expect(load.output.contains("\"grounds\" : \"Rests on 2 illustrative rows of 9"))
    let markdown = try await Ecomap.run("load", "data", "--format", "markdown", in: folder)
    #expect(markdown.output.contains("Rests on 2 illustrative rows of 9"))
  }

  @Test func statedOnlyLeavesTheRestOut() async throws {
    let folder = try folder()
    let load = try await Ecomap.run("load", "data", "--stated-only", in: folder)
    #expect(load.output.contains("Ada") && !load.output.contains("Ben"), "\(load.output)")
    #expect(load.output.contains("stated rows; 4 illustrative rows and 2 assumed cells left out"))
    let map = try await Ecomap.run(
      "map", "data", "--view", "people", "--stated-only", "-o", "-", "--format", "diagram-json",
      in: folder)
    #expect(!map.output.contains("Ben") && map.output.contains("left out"), "\(map.messages)")
    let converted = try await Ecomap.run(
      "convert", "data", "stated.json", "--stated-only", in: folder)
    #expect(converted.status == 0, "\(converted.messages)")
    let text = String(decoding: try folder.data("stated.json"), as: UTF8.self)
    #expect(!text.contains("Two") && !text.contains("Europe"))
  }

  @Test func mapsCountWhatIsNotStated() async throws {
    let folder = try folder()
    let map = try await Ecomap.run(
      "map", "data", "--view", "ecosystem", "-o", "-", "--format", "diagram-json", in: folder)
    #expect(
      map.output.contains("rests on 1 illustrative row of 5, and 1 with assumed cells"),
      "\(map.output.suffix(900))")
  }

  @Test func whyNamesRowsWithTheirPlaces() async throws {
    let folder = try folder()
    let run = try await Ecomap.run(
      "load", "data", "--why", "Ben", "--format", "csv", in: folder)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",").prefix(3) }
    #expect(
      rows.map { $0.joined(separator: ",") } == [
        "table,place,stated", "people,people.csv:3,illustrative",
        "memberships,memberships.csv:3,illustrative",
      ])
    #expect(run.output.contains("person: Ben; committee: Board; role: member"))
    let stated = try await Ecomap.run(
      "load", "data", "--stated-only", "--why", "Cleo", "--format", "csv", in: folder)
    #expect(stated.output.contains("people.csv:4,yes"), "\(stated.output)")
    #expect(stated.output.contains("memberships.csv:4,yes"))
    let nobody = try await Ecomap.run("load", "data", "--why", "Clea", in: folder)
    #expect(nobody.status == 64 && nobody.messages.contains("did you mean “Cleo”?"))
    let drawn = try await Ecomap.run("load", "data", "--why", "Ben", "-o", "a.svg", in: folder)
    #expect(drawn.status == 64)
  }
}
