import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct UsageTests {
  /// Arguments that are wrong, and what the message has to name.
  static let mistakes: [(arguments: [String], hint: String)] = [
    (["chek", "mine"], "chek"),
    (["map"], "<dataset>"),
    (["check"], "<dataset>"),
    (["init"], "<folder>"),
    (["init", ""], "name"),
    (["check", "mine", "--format", "xml"], "json"),
    (["check", "mine", "--max-diagnostics", "-1"], "--max-diagnostics"),
    (["check", "mine", "--nodes", "planet"], "company"),
    (["check", "mine/people.csv", "--columns", "person"], "our=theirs"),
    (["map", "mine", "-o", "map.xyz"], ".svg"),
    (["map", "mine", "-o", "a.svg", "--layout", "best"], "dot"),
    (["map", "mine", "-o", "a.svg", "--theme", "pink"], "dark"),
    (["map", "mine", "-o", "a.svg", "--as-of", "March"], "2020-06"),
    (["map", "mine", "-o", "a.svg", "--where", "Japan"], "region=Japan,Europe"),
    (["map", "mine", "-o", "a.svg", "--steps", "0"], "--steps"),
    (["map", "mine", "-o", "a.svg", "--layout-timeout", "-3"], "--layout-timeout"),
    (["map", "mine", "--all-views"], "-o FOLDER"),
    (["map", "mine/example", "-o", "a.svg", "--view", "governence"], "governance"),
    (["map", "mine/example", "-o", "a.svg", "--where", "colour=red"], "region"),
    (["map", "mine/example", "-o", "a.svg", "--group", "nothing"], "has the columns alliance"),
    (["map", "mine/example", "-o", "a.svg", "--focus", "Emi Satoh"], "Emi Sato"),
    (["map", "mine/example", "-o", "a.svg", "--view", "focus"], "--focus"),
    (["deck", "mine/example"], "--output"),
    (["deck", "mine/example", "-o", "a.svg"], ".pptx"),
    (["deck", "mine/example", "-o", "a.pptx", "--per", "person"], "alliance"),
    (["deck", "mine/example", "-o", "a.pptx", "--as-of", "May"], "2020-06"),
    (["report", "mine/example"], "--output"),
    (["report", "mine/example", "-o", "a", "--format", "doc"], "markdown"),
    (["report", "mine/example", "-o", "a", "--since", "May"], "2020-06"),
    (["serve", "--listen", "example.com:80"], "127.0.0.1:8080"),
    (["serve", "--listen", "0.0.0.0:8080"], "--token-file"),
    (["serve", "--proxy", "maps.example.com/x"], "https://"),
    (["serve", "--forget-after", "0"], "1440"),
    (["serve", "--max-upload", "0"], "1024"),
    (["report", "mine/example", "-o", "a", "--alliance", "Northligt"], "no alliance"),
  ]

  @Test(arguments: mistakes.indices)
  func mistakeIsUsageAndIsNamed(position: Int) async throws {
    let mistake = Self.mistakes[position]
    let folder = try await TemporaryFolder.withStarter()
    let run = try await Ecomap.run(mistake.arguments, in: folder)
    #expect(run.status == 64, "\(mistake.arguments): \(run.messages)")
    #expect(run.messages.contains(mistake.hint), "\(mistake.arguments): \(run.messages)")
    #expect(run.output.isEmpty)
    #expect(try folder.names() == ["mine"], "Something was written after all.")
  }

  @Test(
    .tags(.golden),
    arguments: [
      "", "init", "import", "check", "map", "deck", "report", "update", "centrality", "overlap",
      "load",
      "handoffs",
      "escalation", "firewall", "peers", "navigator", "portfolio", "timeline",
      "structure", "turnover", "roles", "serve", "convert", "schema", "doctor",
    ])
  func helpIsAsReviewed(command: String) async throws {
    let run = try await Ecomap.run(
      command.isEmpty ? ["--help"] : ["help", command], in: TemporaryFolder())
    #expect(run.status == 0)
    Golden.expect(run.output, named: "help\(command.isEmpty ? "" : "-" + command).txt")
  }

  @Test func everyCommandExplainsItselfWithExamples() async throws {
    let folder = try TemporaryFolder()
    let help = try await Ecomap.run("--help", in: folder)
    let commands = help.output.split(separator: "\n")
      .drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }
      .compactMap { $0.dropFirst(2).first == " " ? nil : $0.split(separator: " ").first }
      .filter { $0 != "See" }
    #expect(commands.count >= 3)
    for command in commands {
      let page = try await Ecomap.run("help", String(command), in: folder)
      #expect(page.output.contains("EXAMPLES"), "\(command) shows no example.")
      #expect(page.output.contains("ecomap \(command) "))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreGenerated(shell: String) async throws {
    let run = try await Ecomap.run("--generate-completion-script", shell, in: TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.output.contains("map"))
  }

  @Test func versionIsANumber() async throws {
    let run = try await Ecomap.run("--version", in: TemporaryFolder())
    #expect(run.output.split(separator: ".").count == 3)
    #expect(run.status == 0)
  }
}
