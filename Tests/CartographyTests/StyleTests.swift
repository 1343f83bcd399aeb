import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

struct StyleTests {
  /// WCAG 2.1 asks for 4.5:1 where text is to be read.
  @Test(arguments: Theme.Name.allCases)
  func textCanBeReadOnEveryFill(name: Theme.Name) {
    let theme = Theme.named(name)
    #expect(theme.text.contrast(to: theme.background) >= 4.5)
    #expect(theme.mutedText.contrast(to: theme.background) >= 4.5)
    #expect(theme.mutedText.contrast(to: theme.clusterFill) >= 4.5)
    #expect(theme.text.contrast(to: theme.fill) >= 4.5)
    for position in 0...theme.categories.count {
      let colour = theme.category(position)
      #expect(theme.text.contrast(to: theme.tinted(colour)) >= 4.5, "category \(position)")
      #expect(colour.readableText.contrast(to: colour) >= 4.5, "chip \(position)")
    }
  }

  @Test func contrastIsThatOfTheStandard() {
    #expect(Colour.white.contrast(to: .black) == 21)
    #expect(isClose(Colour(0x777777).contrast(to: .white), 4.478, 0.001))
    #expect(Colour("#0072b2")?.description == "#0072b2")
    #expect(Colour("#abc") == Colour("#aabbcc"))
    #expect(Colour("red") == nil)
    #expect(Colour("#12345") == nil)
  }

  @Test func keysAreSafeAndNeverTwice() {
    var keys = UniqueKeys()
    let made = ["a:b", "a b", "a--b", "a->b", "a\"b", "", "", "会社", "a_2", "a"].map { keys.key($0) }
    #expect(Set(made).count == made.count)
    for key in made {
      #expect(
        !key.contains("--") && !key.contains(":") && !key.contains("\"") && !key.contains(" "))
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//x.example",
    "https://x.example/\u{0}", "java\nscript:alert(1)",
  ])
  func linksThatCouldRunCodeAreRefused(address: String) {
    #expect(DiagramStyler.safeURL(address) == nil)
  }

  @Test func ordinaryLinksStay() {
    #expect(DiagramStyler.safeURL(" https://x.example/a?b=c&d=e ") == "https://x.example/a?b=c&d=e")
    #expect(DiagramStyler.safeURL("mailto:a@x.example") == "mailto:a@x.example")
  }

  @Test func numbersGetShadesAndWordsGetCategories() {
    let theme = Theme.named(.light)
    let shades = ColourScale(title: "n", values: (1...9).map(String.init), theme: theme)
    let low = shades.colour(of: "1")?.luminance ?? 0
    let high = shades.colour(of: "9")?.luminance ?? 1
    #expect(low > high)
    let words = ColourScale(title: "k", values: ["b", "a", "a"], theme: theme)
    #expect(words.colour(of: "a") == theme.category(0))
    #expect(words.colour(of: "b") == theme.category(1))
    #expect(words.colour(of: nil) == nil)
    let fixed = ColourScale(
      title: "k", values: ["a", "b"], theme: theme,
      column: ColumnColours(values: [], palette: theme.categories, fixed: ["b": .black]))
    #expect(fixed.colour(of: "b") == .black)
  }

  @Test(arguments: MapKind.allCases)
  func everyMapSaysWhatItShows(kind: MapKind) {
    let sample = Ecosystem.sample
    var view = MapView(kind)
    view.focus = sample.references.first
    let content = MapContent.make(of: sample.on(.on("2024-06")), view: view)
    let diagram = Diagram.make(
      of: content, provenance: Provenance(fingerprint: "0123456789abcdef", rowsLeftOut: 2))
    #expect(!diagram.title.isEmpty)
    #expect(diagram.footer.contains("\(content.shownEntities) of \(content.availableNodes)"))
    #expect(diagram.footer.contains("as of 2024-06-01"))
    #expect(diagram.footer.contains("2 rows with errors left out"))
    #expect(diagram.footer.contains("data version 01234567"))
    #expect(diagram.legend.allSatisfy { !$0.entries.isEmpty && !$0.title.isEmpty })
    #expect(diagram.edges.isEmpty || diagram.legend.contains { $0.title == "Lines" })
    #expect(Set(diagram.nodes.map(\.key)).count == diagram.nodes.count)
    #expect(Set(diagram.edges.map(\.key)).count == diagram.edges.count)
  }

  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance
  }
}
