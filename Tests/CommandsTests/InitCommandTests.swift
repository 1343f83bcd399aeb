import EcosystemModel
import Interchange
import TestSupport
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(60)))
struct InitCommandTests {
  @Test func emptyTablesHaveEveryColumnAndLackNothingButRows() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Ecomap.run("init", "mine", in: folder).status == 0)
    let check = try await Ecomap.run("check", "mine", in: folder)
    #expect(check.status == 1)
    #expect(check.output.contains("[dataset.empty]"))
    #expect(check.output.hasSuffix("1 error, 0 warnings, 0 notes\n"))
    for table in TableName.byHand {
      let text = String(decoding: try folder.data("mine/\(table.rawValue).csv"), as: UTF8.self)
      #expect(text == "\u{FEFF}" + table.columns.map(\.name).joined(separator: ",") + "\n")
    }
  }

  /// What `ecomap --help` shows first, typed as it stands there.
  @Test func examplesOfTheHelpWorkInTheirOrder() async throws {
    let folder = try TemporaryFolder()
    let lines = try await Ecomap.run("--help", in: folder).output.split(separator: "\n")
    let examples = lines.drop { $0 != "EXAMPLES" }.dropFirst().prefix { $0.hasPrefix("  ecomap ") }
    #expect(examples.count == 3)
    for example in examples {
      let words = example.split(separator: " ").dropFirst().map(String.init)
      let command = try #require(example.firstRange(of: "    ").map { example[..<$0.lowerBound] })
      let count = command.split(separator: " ").count - 1
      let run = try await Ecomap.run(Array(words.prefix(count)), in: folder)
      #expect(run.status == 0, "\(example): \(run.messages)")
    }
    #expect(try folder.names() == ["map.svg", "my-alliance"])
  }

  @Test(arguments: ["views", "committees", "conflicts"])
  func forgottenRowOfTheExampleIsNamed(table: String) async throws {
    let folder = try await TemporaryFolder.withStarter()
    try folder.write("name\nAcme\nBell\n", to: "own/companies.csv")
    try folder.write(
      String(decoding: try folder.data("mine/example/\(table).csv"), as: UTF8.self),
      to: "own/\(table).csv")
    let check = try await Ecomap.run("check", "own", in: folder)
    #expect(check.output.contains("[example.left]"), "\(check.output)")
    #expect(check.output.contains("of the example that new datasets begin with"))
    if table != "views" {
      #expect(check.output.contains("; this row is of the example that new datasets begin with"))
    }
    let map = try await Ecomap.run("map", "own", "--effort", "quick", "-o", "m.svg", in: folder)
    #expect(map.messages.contains("[example.left]"), "\(map.messages)")
  }

  @Test func exampleHasARowInEveryTableAndNoFault() async throws {
    let folder = try await TemporaryFolder.withStarter()
    let check = try await Ecomap.run("check", "mine/example", "--strict", in: folder)
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("0 errors, 0 warnings, 0 notes\n"))
    let dataset = try Dataset.read(at: folder["mine/example"])
    #expect(dataset.counts.map(\.table) == TableName.byHand)
    #expect(dataset.counts.allSatisfy { $0.read > 0 && $0.leftOut == 0 })
  }

  @Test func guideExplainsEveryTableAndColumn() {
    for table in TableName.byHand {
      #expect(TemplateGuide.text.contains("### \(table.rawValue).csv"))
      for column in table.columns {
        #expect(
          TemplateGuide.text.contains(TemplateGuide.meaning(of: column, in: table)),
          "\(table.rawValue).\(column.name) is not explained.")
      }
    }
  }

  @Test func folderWithFilesIsLeftAsItIs() async throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "mine/companies.csv")
    let run = try await Ecomap.run("init", "mine", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("\"mine\" is not empty"))
    #expect(try folder.names(in: "mine") == ["companies.csv"])
    #expect(String(decoding: try folder.data("mine/companies.csv"), as: UTF8.self) == "precious")
  }

  @Test func folderOfAVersionControlIsEmptyEnough() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".gitignore")
    #expect(try await Ecomap.run("init", ".", in: folder).status == 0)
    #expect(try folder.names().contains("companies.csv"))
  }

  @Test func placeThatCannotBeWrittenIsNamed() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    let run = try await Ecomap.run("init", "file/inside", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("file/inside"))
  }
}
