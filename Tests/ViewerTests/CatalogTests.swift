import Foundation
import TestSupport
import Testing

@testable import Viewer

/// The menus of the page are those of the command line.
@Suite(.timeLimit(.minutes(60)))
struct CatalogTests {
  @Test func everyCommandThatMakesSomethingIsOffered() async throws {
    let catalog = try await ServedPage.catalog.value
    let names = Set(catalog.commands.map(\.name))
    let help = try await Ecomap.run("--help", in: try TemporaryFolder()).output
    let section = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
    let all = Set(section.matches(of: #/(?m)^  ([a-z]+) /#).map { String($0.output.1) })
    let others: Set = ["init", "import", "places", "serve", "update", "doctor", "schema"]
    #expect(all.subtracting(names) == others.intersection(all))
    #expect(names.isSubset(of: all))
  }

  /// A value that is a path is known as one, or a page could name any file.
  @Test func everyPathIsKnownAsOne() async throws {
    for command in try await ServedPage.catalog.value.commands {
      for argument in command.arguments {
        let words = argument.word.lowercased()
        let isPath = [".", "file", "folder", "path", "dataset"].contains { words.contains($0) }
        #expect(
          !isPath || argument.value == .file || argument.value == .dataset,
          "\(command.name) --\(argument.name) <\(argument.word)>")
      }
    }
  }

  @Test func shellsTakeWordsAsTheyAre() {
    #expect(Order.quoted("roster.xlsx") == "roster.xlsx")
    #expect(Order.quoted("a b") == "'a b'")
    #expect(Order.quoted("it's") == "'it'\\''s'")
    #expect(Order.quoted("") == "''")
    #expect(Order.quoted("$(x)") == "'$(x)'")
    #expect(Order.quoted("Łódź") == "Łódź")
  }
}
