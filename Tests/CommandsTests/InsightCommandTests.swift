import ArgumentParser
import EcosystemModel
import Foundation
import Insights
import Interchange
import TestSupport
import Testing

@testable import Commands

/// The packaged and the real datasets.
private enum Data {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func packaged(_ name: String) throws -> Ecosystem {
    try Dataset.read(at: root.appending(path: "datasets/\(name)").path).ecosystem
  }

  static func real(_ name: String) throws -> Ecosystem {
    try Dataset.read(at: realFolder.appending(path: name).path).ecosystem
  }

  private static let realFolder = root.deletingLastPathComponent()
    .appending(path: "shared/data/tables")
  static let isRealThere = FileManager.default.fileExists(atPath: realFolder.path)
}

/// What the documents' own cases and the real tables say, as the issue and the datasets state it.
@Suite struct InsightAnswerTests {
  @Test func enhertuOverlapHasTheFiguresOfItsREADME() throws {
    let question = OverlapQuestion("JLT", "JDC")
    let found = try #require(
      try Data.packaged("enhertu").on(.on("2020-06-01")).answer(question).pair)
    #expect(found.first.size == 24 && found.second.size == 14)
    #expect(found.shared == 7 && found.either == 31 && found.population == 83)
  }

  @Test func enhertuLoadNamesTheFiveOfItsREADME() throws {
    let found = try Data.packaged("enhertu").on(CalendarDate("2020-06-01")).answer(LoadQuestion())
    #expect(found.overloadedCount == 5)
    #expect(
      Set(found.people.prefix(5).map(\.person.rawValue)) == [
        "az-reg-lead", "ds-reg-lead", "az-bio-lead", "az-breast-lead", "ds-breast-lead",
      ])
  }

  @Test(.enabled(if: Data.isRealThere, "The real tables are not beside the package."))
  func apacheOverlapIsRightToTheLastDigit() throws {
    let found = try #require(
      try Data.real("apache").on(nil).answer(OverlapQuestion("lucene", "solr")).pair)
    #expect(found.shared == 57 && found.first.size == 68 && found.second.size == 61)
    #expect(abs(found.jaccard - 0.791667) < 5e-7)
    #expect(abs(found.overlapCoefficient - 0.934426) < 5e-7)
    #expect(abs(found.pValue.value / 2.7887e-110 - 1) < 2e-5)
  }

  @Test(.enabled(if: Data.isRealThere, "The real tables are not beside the package."))
  func kubernetesSplitsAtTwelvePeople() throws {
    let found = try Data.real("kubernetes").on(nil).answer(
      CentralityQuestion(of: .people, metrics: ["splits", "ties"], limit: nil))
    #expect(found.rankedCount == 129 && found.pairCount == 155)
    #expect(found.rows.count { $0.values[0].value ?? 0 > 0 } == 12)
    #expect(found.rows.count { $0.values[1].value ?? 0 > 1 } == 23)
  }

  @Test(
    .enabled(if: Data.isRealThere, "The real tables are not beside the package."),
    arguments: ["kubernetes", "apache"])
  func realCentralityAgreesWithNetworkx(name: String) throws {
    struct Digest: Decodable {
      var sum: Double
      var highest: [Double]
    }
    struct Reference: Decodable { var real: [String: [String: Digest]] }
    let file = Data.root.appending(path: "Tests/InsightsTests/Fixtures/centrality.json")
    let reference = try JSONDecoder().decode(
      Reference.self, from: Foundation.Data(contentsOf: file))
    let digests = try #require(reference.real[name])
    let metrics = digests.keys.sorted()
    let found = try Data.real(name).on(nil).answer(
      CentralityQuestion(of: .people, metrics: metrics, limit: nil))
    for (position, metric) in metrics.enumerated() {
      let digest = try #require(digests[metric])
      let values = found.rows.compactMap { $0.values[position].value }.sorted(by: >)
      #expect(abs(values.reduce(0, +) / digest.sum - 1) < 1e-9, "\(metric)")
      for (one, other) in zip(values, digest.highest) {
        #expect(abs(one - other) <= 1e-9 * max(1, other), "\(metric)")
      }
    }
  }
}

/// The commands themselves: what they accept, what they write, how they end.
@Suite(.serialized) struct InsightCommandTests {
  private static let datasets = Data.root.appending(path: "datasets").path

  /// Runs a command that writes to a file; the exit code and the file's text.
  private func run(_ arguments: [String], ending: String = "csv") throws -> (Int32, String?) {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "ecomap-\(UUID().uuidString).\(ending)")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      var command = try EcomapCommand.parseAsRoot(arguments + ["-o", file.path])
      try command.run()
    } catch {
      return (EcomapCommand.exitCode(for: error).rawValue, nil)
    }
    return (0, String(decoding: try Foundation.Data(contentsOf: file), as: UTF8.self))
  }

  @Test func everyFormatIsWritten() throws {
    let arguments = ["overlap", Self.datasets + "/enhertu", "JLT", "JDC", "--as-of", "2020-06-01"]
    let csv = try #require(try run(arguments).1)
    #expect(csv.hasPrefix("figure,value,of what,method\non both,7,people,"))
    let json = try #require(try run(arguments, ending: "json").1)
    let decoded = try JSONDecoder().decode(OverlapFindings.self, from: Foundation.Data(json.utf8))
    #expect(decoded.pair?.shared == 7 && decoded.date == CalendarDate("2020-06-01"))
    let markdown = try #require(try run(arguments, ending: "md").1)
    #expect(markdown.contains("| on both | 7 | people |"))
    let table = try #require(try run(arguments + ["--table", "people"], ending: "txt").1)
    #expect(table.hasPrefix("Who sits on both\n"))
  }

  @Test func centralityAndLoadAnswer() throws {
    let portfolio = [Self.datasets + "/takeda-portfolio", "--as-of", "2015-09-11", "--top", "3"]
    let ranking = try #require(try run(["centrality"] + portfolio).1)
    #expect(ranking.split(separator: "\n").count == 4)
    let load = try #require(try run(["load"] + portfolio + ["--table", "hours"]).1)
    #expect(load.split(separator: "\n").count == 4)
  }

  @Test(
    arguments: [
      (["centrality", "--metric", "fame"], 64), (["centrality", "--top", "-1"], 64),
      (["centrality", "--weights", "frequency"], 64), (["overlap", "nobody"], 64),
      (["overlap", "--as-of", "yesterday"], 64), (["overlap", "--table", "x"], 64),
      (["overlap", "--as-of", "1900"], 1), (["load", "--role-weight", "king=2"], 64),
      (["load", "--chair-cap", "-1"], 64),
      (["centrality", "--of", "people", "--as-of", "1900"], 1),
    ] as [([String], Int32)])
  func wrongQuestionsEndWithTheirCode(arguments: [String], code: Int32) throws {
    var arguments = arguments
    arguments.insert(Self.datasets + "/enhertu", at: 1)
    #expect(try run(arguments).0 == code)
  }

  @Test(arguments: ["centrality", "overlap", "load"])
  func datasetsWithoutTheTableEndWithOne(command: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ecomap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "name\nNobody Inc\n".write(
      to: folder.appending(path: "companies.csv"), atomically: true, encoding: .utf8)
    #expect(try run([command, folder.path]).0 == 1)
  }

  @Test(arguments: ["centrality", "overlap", "load"])
  func helpExplains(command: String) {
    let help = EcomapCommand.helpMessage(
      for: command == "load"
        ? LoadCommand.self : command == "overlap" ? OverlapCommand.self : CentralityCommand.self)
    #expect(help.contains("EXAMPLES") && help.contains("--as-of") && help.contains("--format"))
  }
}
