import Foundation
import TestSupport
import Testing

/// Whatever the READMEs say works, and says what they say it does.
@Suite(.timeLimit(.minutes(60)))
struct ReadmeTests {
  private static let text = (try? PackageRoot.text(of: "README.md")) ?? ""

  /// Commands of a README that are typed one after the other, and what they have to answer.
  struct Example: Sendable, CustomTestStringConvertible {
    let file: String
    var commands: [String] = []
    /// Texts in curly quotes that stand beside the commands.
    var answers: [String] = []
    var status: Int32 = 0

    var testDescription: String { "\(file): \(commands.joined(separator: "; "))" }

    /// A line with commands between backticks.
    init(file: String, line: Substring) {
      self.file = file
      commands = line.split(separator: "`").map(String.init).filter {
        $0.hasPrefix("ecomap ") && $0.contains(" datasets/") && !$0.contains("…")
      }
      guard let first = commands.first, let place = line.firstRange(of: "`\(first)`") else {
        return
      }
      answers = line[place.upperBound...].split(separator: "“").dropFirst()
        .map { String($0.prefix { $0 != "”" }) }
      if line.contains("(status 1)") { status = 1 }
    }

    init(file: String) { self.file = file }
  }

  static let files =
    ["README.md", "datasets/README.md", "Sources/Commands/Documentation.docc/TwelveSystems.md"]
    + ShippedDatasetTests.names.map { "datasets/\($0)/README.md" }

  /// The commands of all READMEs: those of a fenced block together, others by line.
  static let examples: [Example] = files.flatMap { file in
    var found: [Example] = []
    var block: Example?
    for line in ((try? PackageRoot.text(of: file)) ?? "").split(separator: "\n") {
      if line.hasPrefix("```") {
        if let block, !block.commands.isEmpty { found.append(block) }
        block = block == nil ? Example(file: file) : nil
      } else if block != nil {
        guard line.hasPrefix("ecomap ") else { continue }
        block?.commands.append(line.split(separator: "#")[0].trimmingCharacters(in: .whitespaces))
      } else {
        let example = Example(file: file, line: line)
        if !example.commands.isEmpty { found.append(example) }
      }
    }
    return found
  }

  @Test(.tags(.slow), arguments: examples)
  func commandWorksAndAnswersWhatStandsBesideIt(example: Example) async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder["datasets"], withDestinationPath: PackageRoot.path("datasets"))
    try folder.write("", to: "output/gallery/.keep")
    var said = ""
    for command in example.commands {
      var words = Array(Self.words(of: command).dropFirst())
      // How well a map is laid out is looked at elsewhere.
      let draws = ["map", "deck", "report"].contains(words.first)
      if draws, !words.contains("--effort") { words += ["--effort", "quick"] }
      let run = try await Ecomap.run(words, in: folder)
      #expect(run.status == example.status, "\(command): \(run.messages)")
      said += run.output + run.messages
    }
    let text = Self.inOneLine(said)
    for answer in example.answers {
      #expect(
        text.contains(Self.inOneLine(answer)), "\(example.commands) does not say “\(answer)”.")
    }
  }

  @Test func everyReadmeHasCommandsAndSomeSayWhatComesOut() {
    for file in Self.files {
      #expect(Self.examples.contains { $0.file == file }, "\(file) has no command.")
    }
    #expect(Self.examples.count >= 80)
    #expect(Self.examples.count { !$0.answers.isEmpty } >= 12)
  }

  private static func inOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The words of a command line, with double quotes around some.
  private static func words(of command: String) -> [String] {
    command.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { position, part in
        position % 2 == 1 ? ["\u{0}" + part] : part.split(separator: " ").map { String($0) }
      }
      .map { $0.replacingOccurrences(of: "\u{0}", with: "") }
  }

  /// Pictures are drawn by `make gallery` with the commands beside them.
  @Test(arguments: files)
  func everyLinkLeadsSomewhere(file: String) throws {
    let drawn = Set(
      Self.examples.flatMap(\.commands).compactMap {
        $0.split(separator: " ").last.map(String.init)
      })
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    for part in try PackageRoot.text(of: file).split(separator: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" })
      guard !target.hasPrefix("http") else { continue }
      let path = PackageRoot.path(folder.isEmpty ? target : "\(folder)/\(target)")
      let isThere = FileManager.default.fileExists(atPath: path)
      #expect(isThere || drawn.contains(target), "\(file) links to \(target).")
    }
  }
}
