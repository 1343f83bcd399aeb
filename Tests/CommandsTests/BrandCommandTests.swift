import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite(.timeLimit(.minutes(60)))
struct BrandCommandTests {
  private let folder: TemporaryFolder
  private static let example = PackageRoot.path("datasets/digital-spaghetti/brand.yaml")
  private static let dataset = PackageRoot.path("datasets/enhertu")

  init() throws { folder = try TemporaryFolder() }

  private func text(_ name: String, in other: TemporaryFolder? = nil) throws -> String {
    String(decoding: try (other ?? folder).data(name), as: UTF8.self)
  }

  @Test(arguments: ["light", "dark", "print"])
  func pictureOfAnAnswerIsBranded(theme: String) async throws {
    let run = try await Ecomap.run(
      "load", Self.dataset, "--theme", theme, "--brand", Self.example, "-o", "load.svg",
      in: folder)
    #expect(run.status == 0 && run.messages == "wrote load.svg\n", "\(run.messages)")
    let picture = try text("load.svg")
    #expect(picture.contains("font-family=\"Verdana, "))
    #expect(picture.contains("Logo of Meridian Biopharma"))
    #expect(picture.contains("#8a1538") == (theme != "print"))
  }

  @Test func mapAndReportAreBranded() async throws {
    let folder = try await TemporaryFolder.withStarter()
    let map = try await Ecomap.run(
      "map", "mine/example", "--effort", "quick", "--brand", Self.example, "-o", "map.svg",
      in: folder)
    #expect(map.status == 0, "\(map.messages)")
    #expect(try text("map.svg", in: folder).contains("data:image/png;base64,"))
    let report = try await Ecomap.run(
      "report", "mine/example", "--effort", "quick", "--brand", Self.example, "-o", "report",
      in: folder)
    #expect(report.status == 0, "\(report.messages)")
    let page = try text("report/report.html", in: folder)
    // Once at its head, not in each of its pictures.
    #expect(page.components(separatedBy: "data:image/png").count == 2)
    #expect(page.contains("alt=\"Logo of Meridian Biopharma\""))
    #expect(page.contains("font-family: Verdana"))
    let parser = XMLParser(data: try folder.data("report/report.html"))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }

  @Test func deckIsBranded() async throws {
    let folder = try await TemporaryFolder.withStarter()
    let deck = try await Ecomap.run(
      "deck", "mine/example", "--effort", "quick", "--brand", Self.example, "-o", "deck.pptx", "-o",
      "slides",
      in: folder)
    #expect(deck.status == 0, "\(deck.messages)")
    for name in try folder.names(in: "slides") where name.hasSuffix(".svg") {
      #expect(try text("slides/\(name)", in: folder).contains("data:image/png"), "\(name)")
    }
  }

  /// A brand file, the status, and what the messages have to name.
  static let mistakes: [(file: String, hints: [String])] = [
    (
      "colours:\n  text: \"#bbbbbb\"\n",
      ["brand.yaml:2:9: error: text #bbbbbb on background #ffffff", "would do", "[brand.contrast]"]
    ),
    ("colours:\n  text: blue\n", ["brand.yaml:2:9: error: “blue” is no colour", "#0b5fa5"]),
    ("colours:\n  txt: blue\n", ["brand.yaml:2:3: error:", "did you mean \"text\"?"]),
    ("logo: brand.yaml\n", ["brand.yaml:1:7: error:", "neither PNG nor JPEG"]),
    ("logo: logo.svg\n", ["brand.yaml:1:7: error:", "SVG", "export it as PNG"]),
    ("logo_height: 90\n", ["brand.yaml:1:14: error:", "12.0 to 40.0"]),
    ("logo: none.png\n", ["brand.yaml:1:7: error:", "does not exist"]),
    ("font: \"<b>\"\n", ["brand.yaml:1:7: error:", "no name of a font"]),
    ("font: Arial\nfont_width: wide\n", ["brand.yaml:2:13: error:", "such as 1.15"]),
    ("font: Arial\nlogo_heigth: 3\n", ["brand.yaml:2:1: error:", "did you mean \"logo_height\"?"]),
  ]

  @Test(arguments: mistakes.indices)
  func mistakeIsNamedAndNothingDrawn(position: Int) async throws {
    let mistake = Self.mistakes[position]
    try folder.write(mistake.file, to: "brand.yaml")
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "logo.svg")
    let run = try await Ecomap.run(
      "load", Self.dataset, "--brand", "brand.yaml", "-o", "load.svg", in: folder)
    #expect(run.status == 1)
    for hint in mistake.hints { #expect(run.messages.contains(hint), "\(run.messages)") }
    #expect(try folder.names() == ["brand.yaml", "logo.svg"])
  }

  @Test func brandNeedsAPictureAndAFile() async throws {
    let alone = try await Ecomap.run("load", Self.dataset, "--brand", Self.example, in: folder)
    #expect(alone.status == 64 && alone.messages.contains("-o FILE.svg"), "\(alone.messages)")
    let wrong = try await Ecomap.run(
      "map", Self.dataset, "--brand", "brand.txt", "-o", "a.svg", in: folder)
    #expect(wrong.status == 64 && wrong.messages.contains(".yaml"), "\(wrong.messages)")
    let missing = try await Ecomap.run(
      "map", Self.dataset, "--brand", "none.yaml", "-o", "a.svg", in: folder)
    #expect(missing.status == 1 && missing.messages.contains("none.yaml"), "\(missing.messages)")
  }

  /// A brand file beside the tables is no table.
  @Test func brandFileInADatasetIsNoTable() async throws {
    let run = try await Ecomap.run(
      "check", PackageRoot.path("datasets/digital-spaghetti"), in: folder)
    #expect(run.status == 0)
    #expect(!(run.output + run.messages).contains("brand.yaml"))
  }
}
