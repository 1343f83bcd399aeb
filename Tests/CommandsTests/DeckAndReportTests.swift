import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct DeckAndReportTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try await .withStarter()
  }

  @Test(arguments: ["view", "alliance", "both", "company", "community"])
  func deckIsWrittenInEveryForm(subject: String) async throws {
    let run = try await Ecomap.run(
      "deck", "mine/example", "--effort", "quick", "--per", subject, "-o", "d.pptx", "-o", "d.pdf",
      "-o", "slides",
      in: folder)
    #expect(run.status == 0, "\(run.messages)")
    #expect(try folder.data("d.pptx").starts(with: Array("PK".utf8)))
    #expect(try folder.data("d.pdf").starts(with: Array("%PDF-".utf8)))
    #expect(try folder.names(in: "slides").contains("01-title.svg"))
  }

  @Test func sameDataGivesTheSameBytes() async throws {
    for name in ["a", "b"] {
      #expect(
        try await Ecomap.run(
          "deck", "mine/example", "--effort", "quick", "-o", "\(name).pptx", "-o", "\(name).pdf",
          in: folder
        ).status == 0)
      #expect(
        try await Ecomap.run(
          "report", "mine/example", "--effort", "quick", "-o", name, "--format", "html", "--format",
          "markdown",
          "--format", "pdf", in: folder
        ).status == 0)
    }
    for name in [".pptx", ".pdf", "/report.html", "/report.md", "/report.pdf"] {
      #expect(try folder.data("a\(name)") == folder.data("b\(name)"), "\(name)")
    }
  }

  @Test(
    "an output that ends in .html or .pdf is one file, the same as in a folder",
    arguments: ["html", "pdf"])
  func oneFile(ending: String) async throws {
    let words = ["report", "mine/example", "--effort", "quick"]
    let one = try await Ecomap.run(words + ["-o", "one.\(ending)"], in: folder)
    #expect(one.status == 0, "\(one.messages)")
    _ = try await Ecomap.run(words + ["-o", "many", "--format", ending], in: folder)
    #expect(try folder.data("one.\(ending)") == folder.data("many/report.\(ending)"))
    let other = try await Ecomap.run(
      words + ["-o", "one.\(ending)", "--format", "markdown"], in: folder)
    #expect(other.status == 64)
    #expect(other.messages.contains("is one file of one form"))
  }

  @Test func briefingIsAboutOneAlliance() async throws {
    let run = try await Ecomap.run(
      "report", "mine/example", "--effort", "quick", "-o", "one", "--alliance", "Northlight",
      "--since", "2010",
      in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let page = String(decoding: try folder.data("one/report.html"), as: UTF8.self)
    #expect(page.contains("Briefing: Northlight"))
    #expect(page.contains("What changed since 2010-01-01"))
    #expect(!page.contains("id=\"portfolio\""))
  }

  @Test func emptyDatasetIsNotShown() async throws {
    for command in ["deck", "report"] {
      let run = try await Ecomap.run(command, "mine", "-o", "d", in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("nothing to show"))
    }
    #expect(try folder.names() == ["mine"])
  }

  @Test(arguments: ["deck", "report"])
  func faultsInTheDataAreNamedAndTheRestIsShown(command: String) async throws {
    try folder.write("from,to\nAlpha,Beta\nBeta,\n", to: "bad/relationships.csv")
    try folder.write("name\nAlpha\nBeta\n", to: "bad/companies.csv")
    let run = try await Ecomap.run(command, "bad", "-o", "shown", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("relationships.csv:3"))
    #expect(try !folder.names(in: "shown").isEmpty)
  }
}
