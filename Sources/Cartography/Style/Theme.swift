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
  /// M. Okabe, K. Ito, “Color Universal Design”, 2008, https://jfly.uni-koeln.de/color/.
  private static let okabeIto = [
    0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xBFA800, 0x7A5195,
  ].map { Colour($0) }

  private static let greys = [
    0x303030, 0xB0B0B0, 0x707070, 0xD8D8D8, 0x505050, 0xC4C4C4, 0x909090, 0xEBEBEB,
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
