import Foundation
import Testing

@testable import Cartography

/// Palettes hold for every kind of colour vision.
///
/// Colour blindness is simulated as by G. Machado, M. Oliveira, L. Fernandes, “A Physiologically-based Model for Simulation of
/// Color Vision Deficiency”, 2009, https://doi.org/10.1109/TVCG.2009.113, at severity 1 on linear light; differences are
/// distances in OKLab, https://bottosson.github.io/posts/oklab/, times 100, where 2 is just noticeable.
struct PaletteTests {
  enum Vision: CaseIterable {
    case normal, protanopia, deuteranopia, tritanopia

    var matrix: [[Double]] {
      switch self {
      case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    }

    /// Lightness and the two axes of colour, as seen.
    func seen(_ colour: Colour) -> [Double] {
      let light = [colour.red, colour.green, colour.blue].map { part in
        let value = Double(part) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      let rgb = times(matrix, light).map { min(max($0, 0), 1) }
      let cones = times(
        [
          [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
          [0.0883024619, 0.2817188376, 0.6299787005],
        ], rgb
      ).map(cbrt)
      return times(
        [
          [0.2104542553, 0.7936177850, -0.0040720468],
          [1.9779984951, -2.4285922050, 0.4505937099],
          [0.0259040371, 0.7827717662, -0.8086757660],
        ], cones)
    }

    private func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
      matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }

  private func difference(_ a: Colour, _ b: Colour, _ vision: Vision) -> Double {
    100
      * zip(vision.seen(a), vision.seen(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      .squareRoot()
  }

  @Test func differencesAreThoseOfTheReference() {
    #expect(abs(difference(.black, .white, .normal) - 100) < 0.01)
    let red = Vision.normal.seen(Colour(0xFF0000))
    for (found, known) in zip(red, [0.62796, 0.22486, 0.12585]) {
      #expect(abs(found - known) < 0.0005)
    }
    // Red and green of the same lightness are one colour to a deuteranope.
    let pair = (Colour(0xC05A5A), Colour(0x7A7A2C))
    #expect(difference(pair.0, pair.1, .deuteranopia) < difference(pair.0, pair.1, .normal) / 2)
    // Greys look the same to everybody.
    for vision in Vision.allCases {
      #expect(abs(difference(Colour(0x404040), Colour(0xC0C0C0), vision) - 43.5) < 1)
    }
  }

  @Test(arguments: Theme.Name.allCases)
  func anyTwoCategoriesCanBeToldApart(name: Theme.Name) {
    let colours = Theme.named(name).categories
    for vision in Vision.allCases {
      for (position, first) in colours.enumerated() {
        for second in colours[(position + 1)...] {
          #expect(
            difference(first, second, vision) >= 10, "\(first) and \(second), \(vision), \(name)")
        }
      }
    }
  }

  @Test("Outlines in the colours of categories can be seen on a dark sheet")
  func categoriesStandOutFromTheDarkSheet() {
    let theme = Theme.named(.dark)
    for colour in theme.categories {
      #expect(colour.contrast(to: theme.background) >= 3, "\(colour)")
    }
  }

  @Test(arguments: Theme.Name.allCases)
  func shadesOfNumbersRiseEvenlyAndCarryText(name: Theme.Name) {
    let theme = Theme.named(name)
    let scale = ColourScale(title: "n", values: (0...20).map(String.init), theme: theme)
    let shades = (0...20).compactMap { scale.colour(of: String($0)) }
    #expect(shades.count == 21)
    for vision in Vision.allCases {
      let lightness = shades.map { vision.seen($0)[0] }
      let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
      #expect(
        steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }, "\(vision), \(name)")
      let sizes = steps.map(abs)
      #expect((sizes.max() ?? 0) < 4 * (sizes.min() ?? 0), "\(vision), \(name)")
      #expect(difference(shades[0], shades[20], vision) >= 12, "\(vision), \(name)")
    }
    for shade in shades { #expect(theme.text.contrast(to: shade) >= 4.5, "\(shade), \(name)") }
  }

  @Test(arguments: Theme.Name.allCases)
  func fadedTextCanStillBeRead(name: Theme.Name) {
    let theme = Theme.named(name)
    let fills = [theme.background, theme.fill] + (0...8).map { theme.tinted(theme.category($0)) }
    for fill in fills.flatMap({ [$0, theme.faded($0)] }) {
      let text = theme.fadedText(on: fill)
      #expect(text.contrast(to: fill) >= 4.5, "\(text) on \(fill), \(name)")
      #expect(text.contrast(to: fill) <= theme.text.contrast(to: fill))
    }
  }
}
