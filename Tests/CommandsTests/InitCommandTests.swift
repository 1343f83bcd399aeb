import EcosystemModel
import Interchange
import TestSupport
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(15)))
struct InitCommandTests {
  @Test func emptyTablesHaveEveryColumnAndLackNothingButRows() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Ecomap.run("init", "mine", in: folder).status == 0)
    let check = try await Ecomap.run("check", "mine", in: folder)
    #expect(check.status == 1)
    #expect(check.output.contains("[dataset.empty]"))
    #expect(check.output.hasSuffix("1 error, 0 warnings, 0 notes\n"))
    for table in TableName.allCases {
      let text = String(decoding: try folder.data("mine/\(table.rawValue).csv"), as: UTF8.self)
      #expect(text == "\u{FEFF}" + table.columns.map(\.name).joined(separator: ",") + "\n")
    }
  }

  @Test func exampleHasARowInEveryTableAndNoFault() async throws {
    let folder = try TemporaryFolder()
    try await Ecomap.run("init", "mine", in: folder)
    let check = try await Ecomap.run("check", "mine/example", "--strict", in: folder)
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("0 errors, 0 warnings, 0 notes\n"))
    let dataset = try Dataset.read(at: folder["mine/example"])
    #expect(dataset.counts.map(\.table) == TableName.allCases)
    #expect(dataset.counts.allSatisfy { $0.read > 0 && $0.leftOut == 0 })
  }

  @Test func guideExplainsEveryTableAndColumn() {
    for table in TableName.allCases {
      #expect(StarterGuide.text.contains("### \(table.rawValue).csv"))
      for column in table.columns {
        #expect(
          !ColumnMeaning.text(of: column.name, in: table).isEmpty,
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
