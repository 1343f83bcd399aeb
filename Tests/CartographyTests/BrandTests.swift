import GraphCore
import TestSupport
import Testing

@testable import Cartography
import GraphvizKit

struct BrandTests {
  /// A brand that somebody may think of: some colours of any sort.
  private static func brand(_ seed: Int) -> Brand {
    var random = SplitMix64(state: UInt64(seed))
    func colour() -> Colour { Colour(UInt32(truncatingIfNeeded: random.next())) }
    var brand = Brand()
    // Whoever chooses text and background usually chooses them apart.
    if random.next() % 2 == 0 {
      brand.light.colours[.text] = colour().mixed(with: .black, share: 0.7)
    }
    if random.next() % 2 == 0 {
      brand.light.colours[.background] = colour().mixed(with: .white, share: 0.9)
    }
    for role in Brand.Role.allCases where random.next() % 6 == 0 {
      brand.light.colours[role] = colour()
    }
    brand.light.categories = (0..<Int(random.next() % 6)).map { _ in colour() }
    return brand
  }

  private static func errors(_ brand: Brand) -> [BrandFinding] {
    brand.findings(on: .light).filter(\.isError)
  }

  @Test func acceptedColoursCanBeRead() {
    var accepted = 0
    for seed in 0..<600 where Self.errors(Self.brand(seed)).isEmpty {
      accepted += 1
      let theme = Theme.named(.light).branded(with: Self.brand(seed))
      for ground in [theme.background, theme.fill, theme.clusterFill] {
        #expect(theme.text.contrast(to: ground) >= 4.5, "seed \(seed)")
      }
      #expect(theme.mutedText.contrast(to: theme.background) >= 4.5, "seed \(seed)")
      #expect(theme.mutedText.contrast(to: theme.clusterFill) >= 4.5, "seed \(seed)")
      #expect(theme.warning.contrast(to: theme.background) >= 4.5, "seed \(seed)")
      for colour in theme.categories {
        #expect(theme.text.contrast(to: theme.tinted(colour)) >= 4.5, "\(colour), seed \(seed)")
      }
      let scale = ColourScale(title: "n", values: (0...9).map(String.init), theme: theme)
      for number in 0...9 {
        let fill = scale.fill(of: String(number)) ?? theme.text
        #expect(theme.text.contrast(to: fill) >= 4.5, "\(number), seed \(seed)")
      }
    }
    #expect(accepted > 50, "\(accepted) of 600 were accepted.")
    #expect(accepted < 550, "\(accepted) of 600 were accepted.")
  }

  /// Whoever does what the messages say gets there.
  @Test(arguments: 0..<60)
  func suggestionsMendTheBrand(seed: Int) {
    var brand = Self.brand(seed)
    for _ in 0..<12 {
      guard let error = Self.errors(brand).first else { return }
      guard let word = error.message.split(separator: " ").last(where: { $0.hasPrefix("#") }),
        error.message.hasSuffix("would do"), let colour = Colour(String(word))
      else {
        // Text between two grounds of which one is light and one dark.
        #expect(error.message.contains("change the colours behind it"))
        brand.light.colours = [:]
        continue
      }
      switch error.place {
      case .role(let role): brand.light.colours[role] = colour
      case .category(let position): brand.light.categories[position] = colour
      }
      #expect(!Self.errors(brand).contains { $0.message == error.message })
    }
    #expect(Self.errors(brand).isEmpty, "\(Self.errors(brand))")
  }

  @Test func paletteIsCompletedByColoursOfItsOwn() {
    for seed in 0..<200 where Self.errors(Self.brand(seed)).isEmpty {
      let own = Self.brand(seed).light.categories
      let theme = Theme.named(.light).branded(with: Self.brand(seed))
      #expect(theme.categories.starts(with: own), "seed \(seed)")
      #expect(theme.categories.count <= max(8, own.count), "seed \(seed)")
      guard !own.isEmpty else { continue }
      for position in own.count..<theme.categories.count {
        for other in theme.categories.prefix(position) {
          let found = ColourVision.leastDifference(other, theme.categories[position])
          #expect(found.difference >= 5, "\(found.vision), seed \(seed)")
        }
      }
      if own.count < 4 { #expect(theme.categories.count == 8, "seed \(seed)") }
    }
  }

  @Test func brandWithoutWishesChangesNothing() {
    for name in Theme.Name.allCases {
      #expect(Theme.named(name).branded(with: Brand()) == Theme.named(name))
      #expect(Brand().findings(on: name).isEmpty)
    }
  }

  @Test func themesTakeWhatIsTheirs() throws {
    var brand = Brand()
    brand.typeface = Typeface("Georgia")
    brand.light.logo = try Logo(SampleLogo.png(), label: "light")
    brand.light.colours[.text] = Colour(0x222244)
    brand.light.categories = [Colour(0x8A1538)]
    brand.print.logo = try Logo(SampleLogo.jpeg, label: "print")
    let themes = Theme.Name.allCases.map { Theme.named($0).branded(with: brand) }
    #expect(themes.allSatisfy { $0.typeface?.family == "Georgia" })
    #expect(themes.map { $0.logo?.label } == ["light", "light", "print"])
    #expect(themes[0].text == Colour(0x222244))
    #expect(themes[0].categories[0] == Colour(0x8A1538))
    #expect(themes[1].text == Theme.named(.dark).text)
    #expect(themes[1].categories[0] == Colour(0x8A1538))
    #expect(themes[2].categories == Theme.named(.print).categories)
  }

  @Test func badColoursAreNamedWithABetterOne() throws {
    var brand = Brand()
    brand.light.colours[.text] = Colour(0x999999)
    brand.light.categories = [Colour(0x0062B1), Colour(0x0565AE), .white]
    let findings = brand.findings(on: .light)
    let error = try #require(findings.first { $0.isError })
    #expect(error.place == .role(.text))
    #expect(error.message.contains("#999999") && error.message.contains("2.8:1"))
    let warnings = findings.filter { !$0.isError }
    #expect(warnings.contains { $0.place == .category(1) && $0.message.contains("#0062b1") })
    #expect(warnings.contains { $0.place == .category(2) && $0.message.contains("background") })
  }

  @Test func wideLettersAreSetSmaller() {
    #expect(Typeface("Verdana").scale < 0.9)
    #expect(Typeface("Verdana").scale == Typeface("verdana").scale)
    #expect(Typeface("Calibri").scale == 1)
    #expect(Typeface("Nobody Knows").scale == 1)
    #expect(Typeface("Nobody Knows", width: 1.25).scale == 0.8)
    #expect(Theme.named(.light).fontFamily == Theme.fontFamily)
    #expect(Typeface("A'<b>\",&c").family == "Abc")
    var theme = Theme.named(.light)
    theme.typeface = Typeface("Gill Sans", fallbacks: ["Carlito"])
    #expect(theme.fontFamily == "'Gill Sans', Carlito, " + Theme.fontFamily)
  }

  /// Neither the title nor anything else lies under the logo.
  @Test(arguments: [12.0, 28, 40], [1, 4, 20])
  func logoHasItsCornerToItself(height: Double, words: Int) throws {
    var theme = Theme.named(.light)
    theme.logo = try Logo(SampleLogo.png(), height: height)
    let title = String(repeating: "Committees ", count: words)
    var diagram = Diagram(kind: .map(.people), title: title, footer: "f", summary: "", theme: theme)
    diagram.legend = (0..<3).map { number in
      LegendSection(
        title: "Legend \(number)",
        entries: (0..<8).map { .init(sample: .none, text: "meaning \($0)") })
    }
    for (width, mapHeight) in [(300.0, 900.0), (2_000, 300), (600, 330)] {
      let page = SheetComposer(diagram: diagram, mapWidth: width, mapHeight: mapHeight).compose()
      let logo = try #require(page.sheet.logo)
      #expect(logo.x >= 0 && logo.x + logo.width <= page.width && logo.y >= 0)
      #expect(abs(logo.width / logo.height - 264.0 / 64) < 1e-6)
      #expect(page.mapOrigin.y >= logo.y + logo.height)
      for ornament in page.sheet.beforeMap + page.sheet.afterMap {
        guard case .text(let line, let point) = ornament else { continue }
        let frame = LaidOutDiagram.Rectangle(
          x: point.x, y: point.y - line.size,
          width: TextMetrics.width(of: line.text, size: line.size, isBold: line.isBold),
          height: line.size)
        #expect(!frame.intersects(logo), "“\(line.text)” lies under the logo.")
      }
    }
  }

  @Test func simulationIsThatOfThePaletteTests() {
    var random = SplitMix64(state: 7)
    for _ in 0..<50 {
      let colour = Colour(UInt32(truncatingIfNeeded: random.next()))
      for (own, other) in zip(ColourVision.allCases, PaletteTests.Vision.allCases) {
        let black = other.seen(.black)
        let seen = other.seen(colour)
        let distance = zip(black, seen).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
          .squareRoot()
        #expect(abs(own.difference(.black, colour) - 100 * distance) < 1e-6)
      }
    }
  }
}
