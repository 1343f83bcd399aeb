/// How a company wants its sheets to look: letters, colours, a logo, all of them optional.
package struct Brand: Hashable, Sendable, Codable {
  /// What a colour is for.
  package enum Role: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The sheet.
    case background
    /// Text.
    case text
    /// Text of lesser weight.
    case mutedText = "muted_text"
    /// The inside of boxes without a meaning of their own.
    case fill
    /// The outline of such boxes.
    case border
    /// Lines.
    case line
    /// Lines and words that want attention.
    case warning
    /// The inside of frames.
    case frameFill = "frame_fill"
    /// The outline of frames.
    case frameBorder = "frame_border"
  }

  /// The colours and the logo of one theme.
  package struct Palette: Hashable, Sendable, Codable {
    /// The colours by what they are for.
    package var colours: [Role: Colour] = [:]
    /// The colours of categories, the most frequent one's first.
    package var categories: [Colour] = []
    /// The logo.
    package var logo: Logo?

    /// Makes a palette that asks for nothing.
    package init() {}
  }

  /// The company.
  package var name: String?
  /// The letters.
  package var typeface: Typeface?
  /// What the light theme takes; the logo is everybody's, the categories are the dark theme's too, unless those have their own.
  package var light = Palette()
  /// What the dark theme takes.
  package var dark = Palette()
  /// What the theme for paper takes.
  package var print = Palette()

  /// Makes a brand that asks for nothing.
  package init() {}

  /// What a theme takes.
  func palette(of theme: Theme.Name) -> Palette {
    var own =
      switch theme {
      case .light: light
      case .dark: dark
      case .print: print
      }
    own.logo = own.logo ?? light.logo
    if theme == .dark, own.categories.isEmpty { own.categories = light.categories }
    return own
  }
}

extension Theme {
  /// The theme in the letters, colours and with the logo of a brand.
  ///
  /// Colours that the brand leaves out are made from its text and background, categories that it leaves out are those of the
  /// theme that can best be told apart from its own. ``Brand/findings(on:)`` says what cannot be read.
  package func branded(with brand: Brand) -> Theme {
    let own = brand.palette(of: name)
    var theme = self
    theme.typeface = brand.typeface
    theme.logo = own.logo
    if own.colours[.background] != nil || own.colours[.text] != nil { theme.derive(from: own) }
    for role in Brand.Role.allCases {
      if let colour = own.colours[role] { theme[keyPath: role.part] = colour }
    }
    guard !own.categories.isEmpty || theme.background != background || theme.text != text else {
      return theme
    }
    let wanted = own.categories.isEmpty ? categories : own.categories
    theme.lowerTint(for: wanted)
    theme.categories =
      own.categories.isEmpty ? categories : theme.completed(own.categories, from: categories)
    return theme
  }

  /// Makes the quiet colours out of a brand's text and background, as pale as they can be and still be read.
  private mutating func derive(from own: Brand.Palette) {
    if let colour = own.colours[.background] { background = colour }
    let isReadable = text.contrast(to: background) >= 7
    text = own.colours[.text] ?? (isReadable ? text : background.readableText)
    if background.luminance < text.luminance, name == .light { tint = Theme.named(.dark).tint }
    let (sheet, letters) = (background, text)
    func ground(_ most: Double) -> Colour {
      let shades = stride(from: most, to: 0, by: -0.01).lazy.map {
        sheet.mixed(with: letters, share: $0)
      }
      return shades.first { letters.contrast(to: $0) >= Self.readable } ?? sheet
    }
    fill = own.colours[.fill] ?? ground(0.06)
    clusterFill = own.colours[.frameFill] ?? ground(0.03)
    let grounds = [background, clusterFill]
    mutedText =
      stride(from: 0.3, to: 0, by: -0.05).lazy.map { letters.mixed(with: sheet, share: $0) }
      .first { muted in grounds.allSatisfy { muted.contrast(to: $0) >= Self.readable } } ?? letters
    border = sheet.mixed(with: letters, share: 0.7)
    line = sheet.mixed(with: letters, share: 0.6)
    clusterBorder = sheet.mixed(with: letters, share: 0.28)
    warning = warning.adjusted { $0.contrast(to: sheet) >= Self.readable } ?? letters
  }

  /// The least contrast of text, by WCAG 2.1, success criterion 1.4.3.
  static let readable = 4.5

  /// Makes the fills of categories so much paler that text can be read on them.
  private mutating func lowerTint(for colours: [Colour]) {
    let most = tint
    for share in stride(from: most, through: 0.12, by: -0.02) {
      tint = share
      if colours.allSatisfy({ text.contrast(to: tinted($0)) >= Self.readable }) { return }
    }
    tint = most
  }

  /// A brand's categories, and after them those of the standard palette and their lighter and darker kin that differ most from
  /// all before, for every kind of colour vision; until there are as many as in the palette, or all that is left looks like one of them.
  private func completed(_ own: [Colour], from palette: [Colour]) -> [Colour] {
    var categories = own
    var pool = palette.flatMap { colour in
      [colour] + [0.25, 0.45].map { colour.mixed(with: .white, share: $0) }
        + [0.25, 0.45].map { colour.mixed(with: .black, share: $0) }
    }.filter { text.contrast(to: tinted($0)) >= Self.readable }
    while categories.count < palette.count {
      let distances = pool.map { colour in
        (categories + [background]).map { ColourVision.leastDifference($0, colour).difference }
          .min() ?? 0
      }
      let farthest = distances.indices.max { (distances[$0], $1) < (distances[$1], $0) }
      guard let farthest, distances[farthest] >= ColourVision.leastDifference else { break }
      categories.append(pool.remove(at: farthest))
    }
    return categories
  }
}

extension Brand.Role {
  /// The part of a theme that has this colour.
  var part: WritableKeyPath<Theme, Colour> {
    switch self {
    case .background: \.background
    case .text: \.text
    case .mutedText: \.mutedText
    case .fill: \.fill
    case .border: \.border
    case .line: \.line
    case .warning: \.warning
    case .frameFill: \.clusterFill
    case .frameBorder: \.clusterBorder
    }
  }
}
