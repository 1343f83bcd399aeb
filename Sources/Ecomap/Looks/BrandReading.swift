package import Cartography
package import EcosystemModel
import Interchange

/// What the words of a brand file mean, and which of them mean nothing.
package struct BrandReading {
  /// The looks.
  package private(set) var brand = Brand()
  /// What is wrong with the words, in the order of their places.
  package private(set) var diagnostics: [Diagnostic]
  private let file: BrandFile
  private var logoHeight: Double?

  /// Reads the words; the colours of one theme are looked at closely.
  init(_ file: BrandFile, for theme: ThemeName) {
    self.file = file
    diagnostics = file.diagnostics
    brand.name = file.name?.text
    brand.typeface = typeface()
    logoHeight = number(file.logoHeight, in: Logo.heights, such: "28, in points of a slide")
    brand.light = palette(file.light)
    brand.dark = palette(file.dark)
    brand.print = palette(file.print)
    if !diagnostics.contains(where: { $0.severity == .error }) { judge(theme) }
    diagnostics.sort()
  }

  private mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, at entry: BrandFile.Entry?
  ) {
    diagnostics.append(
      Diagnostic(severity: severity, rule: rule, message: message, location: entry?.location))
  }

  private mutating func typeface() -> Typeface? {
    let width = number(file.fontWidth, in: 0.5...2, such: "1.15 for letters 15 % wider than Arial")
    for font in file.fonts where !Self.isFontName(font.text) {
      report(
        .error, "brand.font",
        "“\(font.text)” is no name of a font; write it as in PowerPoint's list, such as Calibri",
        at: font)
      return nil
    }
    guard let first = file.fonts.first else {
      if let width = file.fontWidth {
        report(.warning, "brand.font", "font_width says nothing without a font", at: width)
      }
      return nil
    }
    if width == nil, Typeface.knownWidth(of: first.text) == nil {
      report(
        .note, "brand.font",
        "how wide “\(first.text)” is, is not known; it is taken for as wide as Arial. If texts do "
          + "not fit their shapes, say font_width: 1.1 or more", at: first)
    }
    return Typeface(first.text, fallbacks: file.fonts.dropFirst().map(\.text), width: width)
  }

  /// Whether the text can stand for a font in every format.
  private static func isFontName(_ text: String) -> Bool {
    text.count <= 60 && Typeface.cleaned(text) == text
  }

  private mutating func number(
    _ entry: BrandFile.Entry?, in range: ClosedRange<Double>, such example: String
  ) -> Double? {
    guard let entry else { return nil }
    if let number = Double(entry.text), range.contains(number) { return number }
    report(
      .error, "brand.number",
      "“\(entry.text)” is no \(entry.key); write a number from \(range.lowerBound) to "
        + "\(range.upperBound), such as \(example)", at: entry)
    return nil
  }

  private mutating func palette(_ section: BrandFile.Section) -> Brand.Palette {
    var palette = Brand.Palette()
    for entry in section.colours {
      if let role = Brand.Role(rawValue: entry.key), let colour = colour(entry) {
        palette.colours[role] = colour
      }
    }
    palette.categories = section.categories.compactMap { colour($0) }
    palette.logo = section.logo.flatMap { logo($0) }
    return palette
  }

  private mutating func colour(_ entry: BrandFile.Entry) -> Colour? {
    // Without quotes a # would start a comment, so that many leave it out.
    if let colour = Colour(entry.text) ?? Colour("#" + entry.text) { return colour }
    report(
      .error, "brand.colour",
      "“\(entry.text)” is no colour; write it like '#0b5fa5', quotes included",
      at: entry)
    return nil
  }

  private mutating func logo(_ picture: BrandFile.Picture) -> Logo? {
    do {
      return try Logo(
        picture.bytes, label: brand.name.map { "Logo of \($0)" } ?? "Logo",
        height: logoHeight ?? Logo.standardHeight)
    } catch {
      report(
        .error, "brand.logo", "“\(picture.entry.text)” cannot be the logo: \(error.message)",
        at: picture.entry)
      return nil
    }
  }

  /// Says what cannot be read or told apart.
  private mutating func judge(_ theme: ThemeName) {
    let section =
      switch theme {
      case .light: file.light
      case .dark: file.dark
      case .print: file.print
      }
    let categories =
      theme == .dark && section.categories.isEmpty ? file.light.categories : section.categories
    for finding in brand.findings(on: theme) {
      let entry =
        switch finding.place {
        case .role(let role): section.colours.first { $0.key == role.rawValue }
        case .category(let position):
          categories.indices.contains(position) ? categories[position] : nil
        }
      report(
        finding.isError ? .error : .warning,
        finding.isError ? "brand.contrast" : "brand.lookalike", finding.message,
        at: entry ?? section.colours.first)
    }
  }
}
