import Containers
import Cartography

/// Writes colours as those of a presentation's theme, so that a corporate theme recolours the slides.
///
/// What a map draws in the colours of its own theme becomes a colour of the presentation's theme, lighter or darker where it is;
/// with the standard theme the result is the same colour. Colours that the data asks for, such as a company's own, and the colour
/// of warnings stay what they are.
struct ThemePalette: Hashable, Sendable {
  /// A colour of the theme by its name in DrawingML, with its value in the standard theme.
  struct Slot: Hashable, Sendable {
    let name: String
    let colour: Colour
  }

  let theme: Theme
  /// Text, background, muted text, quiet fills.
  let text, background, muted, quiet: Slot
  /// The colours of the first six categories.
  let accents: [Slot]

  init(_ theme: Theme) {
    self.theme = theme
    text = Slot(name: "tx1", colour: theme.text)
    background = Slot(name: "bg1", colour: theme.background)
    muted = Slot(name: "tx2", colour: theme.mutedText)
    quiet = Slot(name: "bg2", colour: theme.fill)
    accents = (0..<6).map { Slot(name: "accent\($0 + 1)", colour: theme.category($0)) }
  }

  /// The element that names a colour.
  func markup(_ colour: Colour) -> Markup {
    if let slot = [text, background, muted, quiet].first(where: { $0.colour == colour }) {
      return scheme(slot, as: colour)
    }
    if [theme.border, theme.line, theme.clusterBorder].contains(colour) {
      return scheme(muted, as: colour)
    }
    if colour == theme.clusterFill { return scheme(quiet, as: colour) }
    if let accent = accents.first(where: { isMixed(colour, from: $0.colour) }) {
      return scheme(accent, as: colour)
    }
    // The palette has more categories than a theme has accents: the last ones are kin of those nearest in hue.
    for category in theme.categories.dropFirst(accents.count) where isMixed(colour, from: category)
    {
      let hue = HSL(category).hue
      let nearest = accents.min { HSL($0.colour).turn(to: hue) < HSL($1.colour).turn(to: hue) }
      if let nearest { return scheme(nearest, as: colour) }
    }
    if colour == theme.category(theme.categories.count) { return scheme(muted, as: colour) }
    return Markup("a:srgbClr", ["val": Self.hex(colour)])
  }

  /// A fill of one colour.
  func fill(_ colour: Colour) -> Markup { Markup("a:solidFill", [:], [markup(colour)]) }

  /// Six hexadecimal digits.
  static func hex(_ colour: Colour) -> String {
    String(colour.description.dropFirst()).uppercased()
  }

  /// Whether a colour is a category's, or that on its way to the background, as tints and shades of numbers are.
  private func isMixed(_ colour: Colour, from category: Colour) -> Bool {
    let parts: [KeyPath<Colour, UInt8>] = [\.red, \.green, \.blue]
    let extents = parts.map { part in
      (Double(category[keyPath: part]) - Double(theme.background[keyPath: part]), part)
    }
    guard let widest = extents.max(by: { abs($0.0) < abs($1.0) }), abs(widest.0) > 40 else {
      return colour == category
    }
    let share =
      (Double(colour[keyPath: widest.1]) - Double(theme.background[keyPath: widest.1])) / widest.0
    guard share > 0.05, share <= 1 else { return false }
    let mixed = theme.background.mixed(with: category, share: share)
    return parts.allSatisfy { abs(Int(mixed[keyPath: $0]) - Int(colour[keyPath: $0])) <= 1 }
  }

  /// A colour of the theme, changed in hue, saturation and lightness until it is the wanted one.
  private func scheme(_ slot: Slot, as colour: Colour) -> Markup {
    guard slot.colour != colour else { return Markup("a:schemeClr", ["val": slot.name]) }
    let (base, wanted) = (HSL(slot.colour), HSL(colour))
    var changes: [Markup] = []
    func change(_ name: String, _ share: Double) {
      changes.append(Markup(name, ["val": Int((share * 100_000).rounded())]))
    }
    if base.saturation > 0.02, wanted.saturation > 0.02 {
      let turn = (wanted.hue - base.hue + 540).truncatingRemainder(dividingBy: 360) - 180
      if abs(turn) > 2 {
        changes.append(Markup("a:hueOff", ["val": Int((turn * 60_000).rounded())]))
      }
      let ratio = wanted.saturation / base.saturation
      if abs(ratio - 1) > 0.01 { change("a:satMod", ratio) }
    }
    if wanted.lightness > base.lightness, base.lightness < 1 {
      let share = (1 - wanted.lightness) / (1 - base.lightness)
      change("a:lumMod", share)
      change("a:lumOff", 1 - share)
    } else if base.lightness > 0 {
      change("a:lumMod", wanted.lightness / base.lightness)
    }
    return Markup("a:schemeClr", ["val": slot.name], changes)
  }
}

/// A colour by hue (degrees), saturation and lightness (0 to 1), as DrawingML changes colours.
private struct HSL {
  var hue = 0.0
  var saturation = 0.0
  var lightness: Double

  /// How far the hue is from another, in degrees.
  func turn(to hue: Double) -> Double { 180 - abs(abs(self.hue - hue) - 180) }

  init(_ colour: Colour) {
    let (red, green, blue) = (
      Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255
    )
    let (high, low) = (max(red, green, blue), min(red, green, blue))
    lightness = (high + low) / 2
    let extent = high - low
    guard extent > 0 else { return }
    saturation = extent / (1 - abs(2 * lightness - 1))
    if high == red {
      hue = 60 * (green - blue) / extent
    } else if high == green {
      hue = 60 * (blue - red) / extent + 120
    } else {
      hue = 60 * (red - green) / extent + 240
    }
    if hue < 0 { hue += 360 }
  }
}
