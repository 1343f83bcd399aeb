import Containers
import Foundation
import TestSupport
import Testing

/// `--language` reaches every text for people, whoever makes it on whichever thread, and nothing that programs read.
@Suite(.timeLimit(.minutes(60)))
struct LanguageOptionTests {
  /// Days and decimals of the tables' form; a version and a day of two points are none.
  private static func plainFigures(in text: String) -> [String] {
    text.matches(of: /[^\s()…“”;:=]+/).compactMap { match in
      let word = match.output.trimmingCharacters(in: CharacterSet(charactersIn: ".,-"))
      let isPlain = word.wholeMatch(of: /\d{4}-\d{2}-\d{2}|\d+\.(\d|\d\d|\d{4,})/) != nil
      return isPlain ? String(match.output) : nil
    }
  }

  @Test(arguments: [
    ["escalation"], ["load"], ["tax"], ["health"], ["overlap", "--top", "3"], ["handoffs"],
    ["timeline"], ["portfolio"],
    ["turnover", "--from", "2019-05-01", "--to", "2020-06-01"],
    ["escalation", "--compare", "2019-05-01", "2020-06-01"], ["firewall"],
  ])
  func answersAreInTheLanguage(command: [String]) async throws {
    let folder = try TemporaryFolder()
    let namesDays = command.contains { ["--compare", "--to"].contains($0) }
    let day = namesDays ? [] : ["--as-of", "2020-06-01"]
    let arguments =
      [command[0], PackageRoot.path("datasets/enhertu")] + command.dropFirst() + day
    let outputs = ["-o", "answer.txt", "-o", "answer.json", "-o", "answer.csv", "-o", "answer.svg"]
    let german = try await Ecomap.run(
      arguments + outputs + ["--language", "de"], in: folder)
    #expect(german.status < 2, "\(german.messages)")
    func text(of name: String) throws -> String {
      String(decoding: try folder.data(name), as: UTF8.self)
    }
    let plain = Self.plainFigures(in: try text(of: "answer.txt"))
    #expect(plain.isEmpty, "\(plain)")
    let drawn = try text(of: "answer.svg").matches(of: /<text[^>]*>([^<]*)</)
      .map { String($0.output.1) }.joined(separator: "\n")
    #expect(Self.plainFigures(in: drawn).isEmpty, "\(Self.plainFigures(in: drawn))")
    let forPrograms = try ["answer.json", "answer.csv"].map(text(of:))
    _ = try await Ecomap.run(arguments + outputs, in: folder)
    #expect(try ["answer.json", "answer.csv"].map(text(of:)) == forPrograms)
  }

  @Test func decksRememberTheLanguage() async throws {
    let folder = try TemporaryFolder()
    let data = PackageRoot.path("datasets/enhertu")
    let made = try await Ecomap.run(
      ["deck", data, "-o", "deck.pptx", "--language", "de_DE"], in: folder)
    #expect(made.status < 2, "\(made.messages)")
    var archive = try ZipArchive(Array(try folder.data("deck.pptx")))
    for part in archive.names where part.hasPrefix("ppt/slides/slide") {
      let slide = String(decoding: try archive.bytes(of: part) ?? [], as: UTF8.self)
      let words = slide.matches(of: /<a:t>([^<]*)</).map { String($0.output.1) }
      let plain = Self.plainFigures(in: words.joined(separator: "\n"))
      #expect(plain.isEmpty, "\(part): \(plain)")
    }
    let updated = try await Ecomap.run(["update", "deck.pptx", data], in: folder)
    #expect(updated.messages.contains("the data changes nothing"), "\(updated.messages)")
  }

  @Test func otherCodesAreRefused() async throws {
    let run = try await Ecomap.run(
      ["load", PackageRoot.path("datasets/enhertu"), "--language", "klingon"],
      in: try TemporaryFolder())
    #expect(run.status == 64 && run.messages.contains("--language"))
  }
}
