/// The colours and fonts of a sheet.
public struct Theme: Hashable, Sendable, Codable {
  /// The themes that come with the program.
  public enum Name: String, CaseIterable, Hashable, Sendable, Codable {
    /// Dark text on white; for slides.
    case light
    /// Light text on dark blue; for screens and dark slides.
    case dark
    /// Black on white with greys; for paper.
    case print
  }

  /// The theme's name.
  public var name: Name
  /// The sheet.
  public var background: Colour
  /// Text.
  public var text: Colour
  /// Text of lesser weight; still at least 4.5:1 on the background.
  public var mutedText: Colour
  /// The inside of a box without a meaning of its own.
  public var fill: Colour
  /// The outline of a box without a meaning of its own.
  public var border: Colour
  /// Lines.
  public var line: Colour
  /// Lines that want attention, such as ties without an owner.
  public var warning: Colour
  /// The inside of a frame.
  public var clusterFill: Colour
  /// The outline of a frame.
  public var clusterBorder: Colour
  /// The colours of categories: Okabe–Ito, told apart by colour-blind readers too, or greys on paper.
  public var categories: [Colour]
  /// The share of a category's colour in the fill of a box.
  public var tint: Double
  /// The letters that readers see; Arial's where missing.
  public var typeface: Typeface?
  /// The picture in the upper right corner; none where missing.
  public var logo: Logo?

  /// The theme of a name.
  public static func named(_ name: Name) -> Theme {
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
        clusterBorder: Colour(0x475B6E), categories: okabeIto, tint: 0.38)
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

  /// Even steps of lightness, neighbours far apart.
  private static let greys = [
    0x2E2E2E, 0xA2A2A2, 0x656565, 0xE3E3E3, 0x161616, 0xC2C2C2, 0x494949, 0x838383,
  ].map { Colour($0) }

  /// The colour of the category at a position; beyond the palette all share a grey, which the legend calls `other`.
  public func category(_ position: Int) -> Colour {
    position < categories.count
      ? categories[position] : mutedText.mixed(with: background, share: 0.4)
  }

  /// The fill of a box in a category's colour, light enough for text.
  public func tinted(_ colour: Colour) -> Colour { background.mixed(with: colour, share: tint) }

  /// The font that is measured, whose metrics equal Arial's.
  public static let font = "Liberation Sans"
  /// The bold letters of ``font``, as the layout engine names them.
  public static let boldFont = "Liberation Sans Bold"
  /// The fonts that are named in the output, the measured one or its equals.
  public static let fontFamily = "Arial, Liberation Sans, Helvetica, sans-serif"
}
