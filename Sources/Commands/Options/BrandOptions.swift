public import ArgumentParser
public import Cartography
import Ecomap
import EcosystemModel
import GraphvizKit
import Interchange
import Publishing

/// Which brand sheets have, and for readers of which language figures and dates are written.
struct BrandOptions: ParsableArguments {
  @Option(help: "The colours of sheets: light, dark or print. (default: light)")
  var theme: ThemeName?

  @Option(
    help: ArgumentHelp(
      "Draw in the font, the colours and with the logo that this YAML or JSON file names.",
      valueName: "brand.yaml"), completion: .file(extensions: ["yaml", "yml", "json"]))
  var brand: String?

  @Option(
    help: ArgumentHelp(
      "Write figures and dates as readers of this language do, 1.250,5 and 29.03.2019 for de; sentences stay English, CSV and JSON as they are. (default: 1250.5 and 2019-03-29)",
      valueName: "code"))
  var language: Language?

  /// Does what writes figures and dates for the readers of the language.
  func speaking<Value>(_ work: () throws -> Value) rethrows -> Value {
    try Language.speaking(language, work)
  }

  /// The brand's looks, or the end of the command after every fault of the brand file was named.
  ///
  /// On slides of a template the font and the logo are the template's, which is said.
  func book(for themes: Set<ThemeName>, _ slides: SlideOptions? = nil) throws -> BrandBook? {
    guard let brand else { return nil }
    let book: BrandBook
    do {
      book = try BrandBook(at: brand)
    } catch {
      Terminal.note("error: \(error)")
      throw error.code == .badRequest ? ExitCode(64) : ExitCode.findings
    }
    for theme in themes.sorted(by: { $0.rawValue < $1.rawValue }) {
      try check(book.reading(on: theme), of: brand, slides)
    }
    // Whatever the theme, a reading has the logos of all.
    try checkLogos(of: book.reading(on: .light).brand, named: brand)
    return book
  }

  private func checkLogos(of looks: Brand, named brand: String) throws {
    let logos = Set([looks.light, looks.dark, looks.print].compactMap(\.logo))
    guard !logos.allSatisfy({ LayoutWorker.shared.shows($0) }) else { return }
    Terminal.note(
      "error: the logo that \"\(brand)\" names is damaged inside, and cannot be shown; export it again as PNG or JPEG"
    )
    throw ExitCode.findings
  }

  private func check(_ reading: BrandReading, of brand: String, _ slides: SlideOptions?) throws {
    for diagnostic in reading.diagnostics { Terminal.note("\(diagnostic)") }
    guard !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      Terminal.note("error: nothing was drawn, since \"\(brand)\" has errors")
      throw ExitCode.findings
    }
    if slides?.template != nil, reading.brand.typeface != nil || reading.brand.light.logo != nil {
      Terminal.note(
        "note: slides take font and logo from the template, and from \"\(brand)\" the colours only")
    }
  }

  /// Says so where pictures in dots or PDF are drawn in another font than the brand's, or cannot show letters of the data.
  func noteFont(
    of book: BrandBook?, for ecosystem: Ecosystem, drawing formats: [OutputFormat],
    with worker: LayoutWorker = .shared
  ) {
    guard formats.contains(where: { [.png, .pdf].contains($0) }) else { return }
    if MachineFinding.needsMoreThanLatin(ecosystem) {
      let letters = MachineFinding.letters(of: ecosystem)
      if letters.state == .missing {
        Terminal.note(
          "note: PNG and PDF show signs in place of letters, since \(letters.detail)")
      }
    }
    guard let typeface = book?.reading(on: theme ?? .light).brand.typeface,
      !worker.draws(in: typeface)
    else { return }
    let others = (typeface.fallbacks + [Theme.font]).joined(separator: " or ")
    Terminal.note(
      "note: the font “\(typeface.family)” is not on this machine; PNG and PDF are drawn in \(others), "
        + "other formats name it")
  }
}

extension ThemeName: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {
  /// Reads the code of a language.
  public init?(argument: String) { self.init(code: argument) }
}
