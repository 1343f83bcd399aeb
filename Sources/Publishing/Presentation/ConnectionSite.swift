import Containers
import Cartography
import GraphvizKit

/// A place on the outline of a shape that a connector can be glued to.
///
/// Presentations name sites by their position in the shape's own list; a number beyond that list makes the file fail to load.
/// The lists are those of the preset shapes of ECMA-376: they run counter-clockwise, from the top for rectangles and
/// ellipses, but clockwise from the right for hexagons.
struct ConnectionSite: Hashable, Sendable {
  typealias Point = LaidOutDiagram.Point

  /// The position in the list.
  let index: Int
  /// Where it is.
  let place: Point
  /// The direction that leads away from the shape, of length 1.
  let outward: Point

  /// The sites of a shape.
  static func all(on shape: Diagram.Shape, _ frame: LaidOutDiagram.Rectangle) -> [ConnectionSite] {
    let half = 0.5.squareRoot()
    // Shares of half the width and half the height from the middle, and the directions.
    let sites: [(x: Double, y: Double, outward: (Double, Double))] =
      switch shape {
      case .rectangle, .roundedRectangle:
        [(0, -1, (0, -1)), (-1, 0, (-1, 0)), (0, 1, (0, 1)), (1, 0, (1, 0))]
      case .ellipse:
        [
          (0, -1, (0, -1)), (-half, -half, (-half, -half)), (-1, 0, (-1, 0)),
          (-half, half, (-half, half)), (0, 1, (0, 1)), (half, half, (half, half)),
          (1, 0, (1, 0)), (half, -half, (half, -half)),
        ]
      case .hexagon:
        hexagon(frame)
      }
    return sites.enumerated().map { index, site in
      ConnectionSite(
        index: index,
        place: .init(
          x: frame.x + frame.width / 2 * (1 + site.x), y: frame.y + frame.height / 2 * (1 + site.y)
        ), outward: .init(x: site.outward.0, y: site.outward.1))
    }
  }

  private static func hexagon(
    _ frame: LaidOutDiagram.Rectangle
  ) -> [(x: Double, y: Double, outward: (Double, Double))] {
    let inset = Diagram.Shape.hexagonInset(frame)
    let x = frame.width > 0 ? 1 - 2 * inset / frame.width : 0
    let (slope, rise) = (0.5, 0.866)
    return [
      (1, 0, (1, 0)), (x, 1, (slope, rise)), (-x, 1, (-slope, rise)), (-1, 0, (-1, 0)),
      (-x, -1, (-slope, -rise)), (x, -1, (slope, -rise)),
    ]
  }
}

extension Diagram.Shape {
  /// How far the upper corners of a hexagon stand inside its width, as Graphviz draws it: a quarter of the width.
  static func hexagonInset(_ frame: LaidOutDiagram.Rectangle) -> Double { frame.width / 4 }

  /// The preset shape with its adjustments, on a map that is drawn `scale` times as large.
  func geometry(_ frame: LaidOutDiagram.Rectangle, scale: Double = 1) -> Markup {
    let shorter = max(min(frame.width, frame.height), 0.01)
    func guide(_ name: String, _ value: Double) -> Markup {
      Markup("a:gd", ["name": name, "fmla": "val \(Int(value.rounded()))"])
    }
    let (preset, guides): (String, [Markup]) =
      switch self {
      case .rectangle: ("rect", [])
      case .ellipse: ("ellipse", [])
      case .roundedRectangle:
        // Graphviz rounds with a radius of 12 pt, or a third of the shorter side.
        ("roundRect", [guide("adj", min(12 * scale / shorter, 1.0 / 3) * 100_000)])
      case .hexagon:
        (
          "hexagon",
          [
            guide("adj", Self.hexagonInset(frame) / shorter * 100_000), guide("vf", 115_470),
          ]
        )
      }
    return Markup("a:prstGeom", ["prst": preset], [Markup("a:avLst", [:], guides)])
  }
}
