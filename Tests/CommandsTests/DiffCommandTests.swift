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
}
