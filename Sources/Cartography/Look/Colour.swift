#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A colour of the sRGB space without transparency.
package struct Colour: Hashable, Sendable {
  /// Red, green and blue, 0 to 255.
  package let red, green, blue: UInt8

  /// Makes a colour from its three parts.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Makes a colour from `0xRRGGBB`.
  init(_ hex: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// The colour on the way from this one to another: 0 is this one, 1 the other.
  package func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * min(max(share, 0), 1)).rounded())
    }
    return Colour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// The relative luminance, 0 for black to 1 for white, as WCAG 2.1 defines it.
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The light of a part of a colour, 0 to 1.
  static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    guard value > 0.04045 else { return value / 12.92 }
    return pow((value + 0.055) / 1.055, 2.4)
  }

  /// The contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it; text needs 4.5.
  package func contrast(to other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// Black or white, whichever reads better on this colour.
  package var readableText: Colour {
    contrast(to: .white) >= contrast(to: .black) ? .white : .black
  }

  /// The colour of the same hue, darkened or lightened no more than it takes to be good enough; `nil` where neither way leads
  /// there.
  func adjusted(until isEnough: (Colour) -> Bool) -> Colour? {
    (0...100).lazy
      .flatMap { step in [Self.black, .white].map { mixed(with: $0, share: Double(step) / 100) } }
      .first(where: isEnough)
  }

  /// White.
  package static let white = Colour(0xFFFFFF)
  /// Black.
  package static let black = Colour(0x000000)
}

extension Colour: LosslessStringConvertible {
  /// Reads `#RRGGBB` or `#RGB`.
  package init?(_ text: String) {
    guard text.hasPrefix("#"), text.dropFirst().allSatisfy(\.isHexDigit) else { return nil }
    let digits = text.dropFirst()
    switch digits.count {
    case 6:
      guard let hex = UInt32(digits, radix: 16) else { return nil }
      self.init(hex)
    case 3:
      guard let hex = UInt32(digits.map { "\($0)\($0)" }.joined(), radix: 16) else { return nil }
      self.init(hex)
    default: return nil
    }
  }

  /// The colour as `#rrggbb`.
  package var description: String {
    let hex = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - hex.count) + hex
  }
}

extension Colour: Codable {
  /// Reads the colour from `#rrggbb`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let colour = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no colour like #0072b2.")
    }
    self = colour
  }

  /// Writes the colour as `#rrggbb`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
