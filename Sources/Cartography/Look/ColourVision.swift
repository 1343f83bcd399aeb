#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How people with and without colour blindness see colours.
///
/// Colour blindness is simulated after G. Machado, M. Oliveira, L. Fernandes, “A Physiologically-based Model for Simulation of
/// Color Vision Deficiency”, 2009, https://doi.org/10.1109/TVCG.2009.113, at severity 1 on linear light.
enum ColourVision: String, CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// What two categories must differ by, so that a legend of them can be used; 2 is just noticeable.
  static let clearDifference = 10.0
  /// What two categories must differ by to be told apart side by side.
  static let leastDifference = 5.0

  /// How far apart two colours are seen: the distance in OKLab times 100, https://bottosson.github.io/posts/oklab/.
  func difference(_ first: Colour, _ second: Colour) -> Double {
    let (a, b) = (seen(first), seen(second))
    let (lightness, green, blue) = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
    return 100 * (lightness * lightness + green * green + blue * blue).squareRoot()
  }

  /// How far apart two colours are for those who tell them apart worst, and who that is.
  static func leastDifference(
    _ first: Colour, _ second: Colour
  ) -> (difference: Double, vision: ColourVision) {
    let all = allCases.map { (difference: $0.difference(first, second), vision: $0) }
    return all.min { $0.difference < $1.difference } ?? (0, .normal)
  }

  private typealias Triple = (Double, Double, Double)

  private var matrix: (Triple, Triple, Triple) {
    switch self {
    case .normal: ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    case .protanopia:
      (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998)
      )
    case .deuteranopia:
      (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881)
      )
    case .tritanopia:
      (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900)
      )
    }
  }

  /// Lightness and the two axes of colour.
  private func seen(_ colour: Colour) -> Triple {
    let light = (
      Colour.linear(colour.red), Colour.linear(colour.green), Colour.linear(colour.blue)
    )
    let matrix = matrix
    let seen = (
      Self.product(matrix.0, light), Self.product(matrix.1, light), Self.product(matrix.2, light)
    )
    let rgb = (min(max(seen.0, 0), 1), min(max(seen.1, 0), 1), min(max(seen.2, 0), 1))
    let cones = (
      cbrt(Self.product((0.4122214708, 0.5363325363, 0.0514459929), rgb)),
      cbrt(Self.product((0.2119034982, 0.6806995451, 0.1073969566), rgb)),
      cbrt(Self.product((0.0883024619, 0.2817188376, 0.6299787005), rgb))
    )
    return (
      Self.product((0.2104542553, 0.7936177850, -0.0040720468), cones),
      Self.product((1.9779984951, -2.4285922050, 0.4505937099), cones),
      Self.product((0.0259040371, 0.7827717662, -0.8086757660), cones)
    )
  }

  private static func product(_ row: Triple, _ vector: Triple) -> Double {
    row.0 * vector.0 + row.1 * vector.1 + row.2 * vector.2
  }
}
