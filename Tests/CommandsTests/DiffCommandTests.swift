import Foundation
import TestSupport
import Testing

/// What `ecomap diff` says of files, and how it ends.
@Suite(.timeLimit(.minutes(60)))
struct DiffCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("name,region\nAcme,Japan\nBolt,Europe\n", to: "old/companies.csv")
    try folder.write("name,company,manager\nAnn,Acme,\nBo,Bolt,Ann\n", to: "old/people.csv")
    try folder.write("region,name\nEurope,Bolt\nUnited States,Acme\n", to: "new/companies.csv")
    try folder.write(
      "company,name,manager\nBolt,Bo,\nBolt,Ann,\nAcme,Cy,\n", to: "new/people.csv")
    return folder
  }

  @Test func changesHaveTheirPlacesInBothFiles() async throws {
    let run = try await Ecomap.run("diff", "old", "new", "--format", "csv", in: folder())
    #expect(run.status == 1)
    let rows = run.output.split(separator: "\n").dropFirst()
      .map {
        $0.split(separator: ",", omittingEmptySubsequences: false).prefix(8).joined(separator: ",")
      }
    #expect(
      rows == [
        "changed,companies,Acme,region,Japan,United States,companies.csv:2:2,companies.csv:3:1",
        "re-parented,people,Bo,manager,Ann,,people.csv:3:3,people.csv:2:3",
        "moved,people,Ann,company,Acme,Bolt,people.csv:2:2,people.csv:3:1",
        "added,people,Cy,,,company: Acme,,people.csv:4",
      ])
  }

  @Test func theSameEndsWithZeroInAnyOrder() async throws {
    let folder = try folder()
    try folder.write("region,name\nEurope,Bolt\nJapan,Acme\n", to: "turned/companies.csv")
    try folder.write("company,manager,name\nBolt,Ann,Bo\nAcme,,Ann\n", to: "turned/people.csv")
    let run = try await Ecomap.run("diff", "old", "turned", in: folder)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasPrefix("Nothing changed from old to turned."))
  }

  @Test(arguments: [
    (["diff", "old"], "--from"), (["diff", "old", "--from", "2019"], "--to"),
    (["diff", "old", "--from", "2019", "--to", "2020", "--as-of", "2020"], "--as-of"),
    (["diff", "old", "new", "--where", "planet=Mars"], "planet"),
  ])
  func mistakeIsUsageAndIsNamed(arguments: [String], hint: String) async throws {
    let run = try await Ecomap.run(arguments, in: folder())
    #expect(run.status == 64, "\(run.messages)")
    #expect(run.messages.contains(hint), "\(run.messages)")
  }

  @Test func whatIsReadIsNotWritten() async throws {
    let run = try await Ecomap.run(
      "diff", "old", "new", "-o", "new/companies.csv", in: folder())
    #expect(run.status != 0 && run.messages.contains("new/companies.csv"))
  }

  /// The map of the reform, once for all tests that look at it.
  @Test func theReformOfEnhertuIsOnItsMap() async throws {
    let folder = try TemporaryFolder()
    let run = try await Ecomap.run(
      "diff", PackageRoot.path("datasets/enhertu"), "--from", "2019-05-01", "--to", "2020-06-01",
      "-o", "change.svg", "-o", "change.json", in: folder)
    #expect(run.status == 1 && run.output.isEmpty, "\(run.messages)")
    let svg = String(decoding: try folder.data("change.svg"), as: UTF8.self)
    for name in ["Breast", "Lung", "Gastric", "Colorectal"] {
      #expect(svg.contains(">+ \(name) JLT<"), "\(name)")
    }
    #expect(svg.contains("class=\"node committee added"))
    #expect(svg.contains("class=\"node committee changed"))
    #expect(svg.contains("from 2019-05-01 to 2020-06-01: 4 committees new"))
    let json = String(decoding: try folder.data("change.json"), as: UTF8.self)
    #expect(json.contains("\"approval_rate\""))
  }

  @Test(arguments: [
    (["diff", "old", "new", "--view", "people"], "-o FILE"),
    (["diff", "old", "new", "-o", "a.svg", "--picture", "upset"], "--view"),
    (["diff", "old", "new", "-o", "a.svg", "--view", "load"], "maps"),
    (["map", "old", "--since", "2019", "-o", "a.svg"], "--as-of"),
    (["map", "old", "--since", "new", "--colour", "region", "-o", "a.svg"], "colours"),
  ])
  func mapsOfChangesAreRefusedInWords(arguments: [String], hint: String) async throws {
    let run = try await Ecomap.run(arguments, in: folder())
    #expect(run.status == 64, "\(run.messages)")
    #expect(run.messages.contains(hint), "\(run.messages)")
  }

  @Test func panelsShowBothStatesWithTheMarksOfTheMap() async throws {
    let folder = try folder()
    let names = ["panels.svg", "map.svg", "panels.html", "panels.pptx"]
    let panels = try await Ecomap.run(
      ["diff", "old", "new", "--view", "people", "--panels"]
        + [names[0], names[2], names[3]].flatMap { ["-o", $0] }, in: folder)
    let map = try await Ecomap.run(
      "diff", "old", "new", "--view", "people", "-o", names[1], in: folder)
    #expect(panels.status == 1 && map.status == 1, "\(panels.messages) \(map.messages)")
    let (both, one) = (
      String(decoding: try folder.data(names[0]), as: UTF8.self),
      String(decoding: try folder.data(names[1]), as: UTF8.self)
    )
    #expect(both.contains(">Before: old<") && both.contains(">After: new<"))
    for mark in ["added", "removed", "changed"] {
      func marked(_ text: String) -> Int {
        text.split(separator: "class=\"node").dropFirst().count { part in
          part.prefix { $0 != "\"" }.split(separator: " ").contains { $0 == mark }
        }
      }
      #expect(marked(both) == marked(one), "\(mark)")
    }
    #expect(try folder.data(names[2]).count > 1_000 && folder.data(names[3]).count > 1_000)
  }

  @Test func severalFilesAreCountedAndDrawn() async throws {
    let folder = try folder()
    try folder.write("name,region\nAcme,Japan\nBolt,Europe\nCole,Asia\n", to: "last/companies.csv")
    let run = try await Ecomap.run(
      "diff", "old", "new", "last", "--format", "csv", "--no-bom", in: folder)
    #expect(run.status == 1, "\(run.messages)")
    #expect(
      run.output.split(separator: "\n").map {
        $0.split(separator: ",").prefix(5).joined(separator: ",")
      }
      .prefix(3) == ["table,old,new,last,change", "companies,2,2,3,1", "people,2,3,0,-2"],
      "\(run.output)")
    let drawn = try await Ecomap.run(
      "diff", "old", "new", "last", "-o", "g.svg", "-o", "g.xlsx", "-o", "g.json", in: folder)
    #expect(drawn.status == 1, "\(drawn.messages)")
    let svg = String(decoding: try folder.data("g.svg"), as: UTF8.self)
    #expect(svg.contains(">Companies<") && svg.contains("From old to last: 2 → 3 companies"))
    let steps = try await Ecomap.run(
      "diff", "old", "new", "last", "--panels", "--view", "ecosystem", "-o", "s.svg", in: folder)
    #expect(steps.status == 1, "\(steps.messages)")
    #expect(
      String(decoding: try folder.data("s.svg"), as: UTF8.self).contains(
        "in 3 states from old to last"))
  }

  @Test(arguments: [
    (["diff", "old", "new", "--panels"], "-o FILE"),
    (["diff", "old", "new", "old", "--from", "2019", "--to", "2020"], "--as-of"),
    (["diff", "old", "--days", "2020"], "two days"),
    (["diff", "old", "--days", "2021,2020"], "order"),
    (["diff", "old", "--days", "2020,monday"], "Write a day"),
    (["diff", "old", "new", "--days", "2020,2021"], "one dataset"),
    (["diff", "old", "new", "old", "--view", "people", "-o", "a.svg"], "--panels"),
    (["diff"] + Array(repeating: "old", count: 10) + ["--panels", "-o", "a.svg"], "9 maps"),
  ])
  func severalStatesAreRefusedInWords(arguments: [String], hint: String) async throws {
    let run = try await Ecomap.run(arguments, in: folder())
    #expect(run.status == 64, "\(run.messages)")
    #expect(run.messages.contains(hint), "\(run.messages)")
  }
}
