/// The colours and fonts of a sheet.
package struct Theme: Hashable, Sendable, Codable {
  /// The themes that come with the program.
  package typealias Name = ThemeName

  /// The theme's name.
  package var name: Name
  /// The sheet.
  package var background: Colour
  /// Text.
  package var text: Colour
  /// Text of lesser weight; still at least 4.5:1 on the background.
  package var mutedText: Colour
  /// The inside of a box without a meaning of its own.
  package var fill: Colour
  /// The outline of a box without a meaning of its own.
  package var border: Colour
  /// Lines.
  package var line: Colour
  /// Lines that want attention, such as ties without an owner.
  package var warning: Colour
  /// The inside of a frame.
  package var clusterFill: Colour
  /// The outline of a frame.
  package var clusterBorder: Colour
  /// The colours of categories: Okabe–Ito, told apart by colour-blind readers too, or greys on paper.
  package var categories: [Colour]
  /// The share of a category's colour in the fill of a box.
  package var tint: Double
  /// The letters that readers see; Arial's where missing.
  package var typeface: Typeface?
  /// The picture in the upper right corner; none where missing.
  package var logo: Logo?

  /// The theme of a name.
  package static func named(_ name: Name) -> Theme {
    switch name {
    case .light:
      Theme(
        name: .light, background: .white, text: Colour(0x1B2733), mutedText: Colour(0x4A5B6C),
        fill: Colour(0xF1F5F9), border: Colour(0x52677D), line: Colour(0x6B7C8F),
        warning: Colour(0xC2410C), clusterFill: Colour(0xF8FAFC), clusterBorder: Colour(0xB8C4D0),
        categories: okabeIto, tint: 0.22)
    case .dark:
      Theme(
        name: .dark, background: Colour(0x14202B), text: Colour(0xF0F4F8),
        mutedText: Colour(0xAEBECD), fill: Colour(0x22313F), border: Colour(0x8CA0B3),
        line: Colour(0x8497A9), warning: Colour(0xFF9A62), clusterFill: Colour(0x1A2834),
        clusterBorder: Colour(0x475B6E), categories: okabeItoOnDark, tint: 0.38)
    case .print:
      Theme(
        name: .print, background: .white, text: .black, mutedText: Colour(0x404040),
        fill: .white, border: .black, line: Colour(0x404040), warning: .black,
        clusterFill: .white, clusterBorder: Colour(0x808080), categories: greys, tint: 0.5)
    }
  }

  /// Colours that people of any colour vision can tell apart.
  ///
  /// After M. Okabe, K. Ito, “Color Universal Design”, 2008, https://jfly.uni-koeln.de/color/, moved apart until any two
  /// differ by 0.11 of OKLab for normal vision, deuteranopia, protanopia and tritanopia; in the original pink and green are
  /// 0.08 apart.
  private static let okabeIto = [
    0x0662AE, 0xE9A300, 0x009A65, 0xBD78B9, 0x56C4F5, 0xE75511, 0xE9DD37, 0x4E2E6E,
  ].map { Colour($0) }

  /// The same with a lighter blue and violet, so that each has a contrast of 3 to the dark sheet.
  private static let okabeItoOnDark =
    [Colour(0x5A60C6)] + okabeIto[1..<7] + [Colour(0x9672FC)]

  /// Even steps of lightness; the fills of the first four can be told apart from each other and from the paper.
  private static let greys = [
    0x0B0B0B, 0xC1C1C1, 0x7D7D7D, 0x404040, 0x242424, 0x9E9E9E, 0x5D5D5D, 0xE4E4E4,
  ].map { Colour($0) }

  /// The colour of the category at a position; beyond the palette all share a grey, which the legend calls `other`.
  package func category(_ position: Int) -> Colour {
    position < categories.count ? categories[position] : otherCategory
  }

  /// The colour that all share that have none of their own.
  var otherCategory: Colour { mutedText.mixed(with: background, share: 0.4) }

  /// What marks that stand for no word of the data are drawn in: the first colour, in print the ink of texts.
  var ink: Colour { name == .print ? text : category(0) }

  /// A mark that means neither a company nor a category: a shade between the sheet and the outlines.
  func shade(_ strength: Double) -> Colour { background.mixed(with: border, share: strength) }

  /// A mark that stands out among shades, and means neither a company nor a category.
  var strongShade: Colour { background.mixed(with: text, share: 0.75) }

  /// The fill of what wants attention.
  var warningFill: Colour { background.mixed(with: warning, share: tint) }

  /// The categories by which boxes are filled: on paper, where all are greys, as many as differ in their paler fills.
  var distinctCategories: [Colour] {
    guard name == .print else { return categories }
    var distinct: [Colour] = []
    for colour in categories {
      let fill = tinted(colour)
      let isClear = ([background] + distinct.map(tinted)).allSatisfy {
        ColourVision.leastDifference($0, fill).difference >= Self.clearFill
      }
      if isClear { distinct.append(colour) }
    }
    return distinct
  }

  /// What two grey fills must differ by; a little less than categories, since black outlines part them.
  private static let clearFill = 8.5

  /// The fill of a box in a category's colour, light enough for text.
  package func tinted(_ colour: Colour) -> Colour {
    // Greys of categories leave white alone for those without one.
    name == .print && colour == otherCategory
      ? background : background.mixed(with: colour, share: tint)
  }

  /// The font that is measured, whose metrics equal Arial's.
  package static let font = "Liberation Sans"
  /// The bold letters of ``font``, as the layout engine names them.
  package static let boldFont = "Liberation Sans Bold"
  /// The fonts that are named in the output, the measured one or its equals.
  package static let fontFamily = "Arial, Liberation Sans, Helvetica, sans-serif"
}

/// The themes that come with the program.
public enum ThemeName: String, CaseIterable, Hashable, Sendable, Codable {
  /// Dark text on white; for slides.
  case light
  /// Light text on dark blue; for screens and dark slides.
  case dark
  /// Black on white with greys; for paper.
  case print
}
