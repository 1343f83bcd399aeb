import Foundation
import TestSupport
import Testing

/// The questions of governance as a user asks them.
@Suite(.timeLimit(.minutes(60)))
struct GovernanceCommandTests {
  /// A question, and the table that its answer needs.
  static let questions: [(arguments: [String], table: String)] = [
    (["overlap", "mine"], "committees"),
    (["overlap", "mine", "JLT", "JDC"], "committees"),
    (["load", "mine"], "people"),
    (["handoffs", "mine"], "handoffs"),
    (["handoffs", "mine", "--from", "a", "--to", "b"], "handoffs"),
    (["escalation", "mine"], "committees"),
    (["escalation", "mine", "--compare", "2019", "2020"], "committees"),
    (["firewall", "mine"], "conflicts"),
    (["peers", "mine", "pact"], "functions"),
    (["map", "mine", "--view", "overlap"], "committees"),
    (["map", "mine", "--view", "load"], "people"),
    (["map", "mine", "--view", "escalation"], "committees"),
    (["map", "mine", "--view", "handoffs", "--focus", "a|b"], "handoffs"),
    (["map", "mine", "--view", "coverage"], "handoffs"),
    (["map", "mine", "--view", "firewall"], "conflicts"),
    (["map", "mine", "--view", "peers"], "functions"),
  ]

  @Test(arguments: questions.indices)
  func missingTableIsNamed(position: Int) async throws {
    let question = Self.questions[position]
    let folder = try TemporaryFolder()
    try folder.write("name\nOne\n", to: "mine/companies.csv")
    let run = try await Ecomap.run(question.arguments, in: folder)
    #expect(run.status == 1, "\(question.arguments): \(run.messages)")
    #expect(run.messages.contains("“\(question.table)”"), "\(run.messages)")
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    "overlap", "load", "handoffs", "escalation", "firewall", "peers", "navigator",
  ])
  func emptyDatasetIsFindingsNotACrash(command: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("name\n", to: "mine/companies.csv")
    let more = command == "peers" ? ["pact"] : command == "navigator" ? ["--to", "One"] : []
    let run = try await Ecomap.run([command, "mine"] + more, in: folder)
    #expect(run.status == 1, "\(run.messages)")
    #expect(run.messages.contains("needs the table"))
  }

  /// Arguments that are wrong, and what the message has to name.
  static let mistakes: [(arguments: [String], hint: String)] = [
    (["handoffs", "mine/example", "--from", "a"], "--to"),
    (["handoffs", "mine/example", "-k", "0"], "-k"),
    (["handoffs", "mine/example", "--by", "miles"], "hours"),
    (["handoffs", "mine/example", "--table", "nothing"], "links"),
    (["escalation", "mine/example", "--compare", "2019"], "two days"),
    (["escalation", "mine/example", "--compare", "2019", "soon"], "2020-06"),
    (["escalation", "mine/example", "--from", "nobody"], "nobody"),
    (["firewall", "mine/example", "--cooling-off", "-1"], "--cooling-off"),
    (["peers", "mine/example", "nothing"], "nothing"),
    (["navigator", "mine/example"], "--to"),
    (["navigator", "mine/example", "--to", "nobody at all"], "nobody at all"),
    (["navigator", "mine/example", "--to", "x", "--tier", "0"], "--tier"),
    (["structure", "mine/example", "--within", "6"], "--as-of"),
    (["structure", "mine/example", "--by", "shoe size"], "shoe size"),
    (["roles", "mine/example", "--leaves", "nobody at all"], "nobody at all"),
    (["turnover", "mine/example"], "--from"),
    (["turnover", "mine/example", "--from", "2020", "--to", "2019"], "--to"),
    (["turnover", "mine/example", "--person", "nobody at all"], "nobody at all"),
  ]

  @Test(arguments: mistakes.indices)
  func mistakeIsUsageAndIsNamed(position: Int) async throws {
    let mistake = Self.mistakes[position]
    let folder = try await TemporaryFolder.withStarter()
    let run = try await Ecomap.run(mistake.arguments, in: folder)
    #expect(run.status == 64, "\(mistake.arguments): \(run.messages)")
    #expect(run.messages.contains(mistake.hint), "\(mistake.arguments): \(run.messages)")
  }

  @Test(arguments: [("takeda-portfolio", Int32(1)), ("enhertu", 0)])
  func breachedFirewallEndsWithOne(dataset: String, status: Int32) async throws {
    let run = try await Ecomap.run(
      "firewall", PackageRoot.path("datasets/\(dataset)"), "--as-of", "2015-09-11",
      in: TemporaryFolder())
    let other = try await Ecomap.run(
      "firewall", PackageRoot.path("datasets/\(dataset)"), in: TemporaryFolder())
    #expect((dataset == "enhertu" ? other : run).status == status, "\(run.messages)")
  }

  @Test(arguments: [
    ["handoffs", "sos-workplace-options"], ["escalation", "evenity"],
    ["escalation", "enhertu", "--compare", "2019-05-01", "2020-06-01"], ["firewall", "enhertu"],
    ["peers", "evenity", "evenity-alliance"],
    ["navigator", "digital-spaghetti", "--to", "mer", "--tier", "3"],
    ["structure", "enhertu", "--as-of", "2020-06-01", "--by", "region"],
    ["roles", "enhertu", "--as-of", "2020-06-01"],
    ["roles", "enhertu", "--leaves", "az-am-lead", "--as-of", "2020-06-01"],
    ["turnover", "enhertu", "--from", "2019-05-01", "--to", "2020-06-01"],
    ["turnover", "enhertu", "--person", "az-am-lead", "--as-of", "2020-06-01"],
  ])
  func everyFormatIsWrittenAndTheSameAgain(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    var call = arguments
    call[1] = PackageRoot.path("datasets/\(arguments[1])")
    for format in ["table", "csv", "json", "markdown"] {
      let run = try await Ecomap.run(call + ["--format", format], in: folder)
      let again = try await Ecomap.run(call + ["--format", format], in: folder)
      #expect(run.status == 0, "\(run.messages)")
      #expect(!run.output.isEmpty && run.output == again.output)
      if format == "json" {
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        }
      }
    }
  }
}
