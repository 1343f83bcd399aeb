import Containers
import Cartography
import GraphvizKit

/// The preset shape of a connector through corners of right angles, straight where there are none.
///
/// The presets leave to the right, from the upper left to the lower right corner of their rectangle; they are mirrored first
/// and then turned around its middle. Their adjustments say how far along the rectangle's sides they bend, ECMA-376 part 1, §20.1.10.56.
struct Elbow {
  typealias Point = LaidOutDiagram.Point

  /// As many bends as a preset has.
  static let mostBends = 4
  /// A rectangle without an extent has no sides to bend along.
  private static let least = 0.05

  private let points: [Point]

  /// - Parameter points: The ends and the corners between them, each piece upright or level where there are corners.
  init(_ points: [Point]) { self.points = points }

  private var start: Point { points[0] }
  private var end: Point { points[points.count - 1] }

  /// Whether it leaves upwards or downwards.
  private var isTurned: Bool {
    points.count > 2 && abs(points[1].y - start.y) > abs(points[1].x - start.x)
  }

  /// From start to end, never nothing.
  private var step: Point {
    func known(_ value: Double) -> Double {
      points.count > 2 && abs(value) < Self.least ? Self.least : value
    }
    return Point(x: known(end.x - start.x), y: known(end.y - start.y))
  }

  /// The name of the preset and its adjustments.
  var geometry: Markup {
    guard points.count > 2 else {
      return Markup("a:prstGeom", ["prst": "straightConnector1"], [Markup("a:avLst")])
    }
    let bends = points.count - 2
    // Every other corner bends along the other side; the last one follows from the end.
    let guides = points.dropFirst().dropLast(2).enumerated().map { number, corner in
      let share =
        (number % 2 == 0) != isTurned
        ? (corner.x - start.x) / step.x : (corner.y - start.y) / step.y
      return Markup(
        "a:gd",
        ["name": "adj\(number + 1)", "fmla": "val \(Int((share * 100_000).rounded()))"])
    }
    return Markup(
      "a:prstGeom", ["prst": "bentConnector\(bends + 1)"], [Markup("a:avLst", [:], guides)])
  }

  /// Where the rectangle stands.
  var transform: Markup {
    let step = step
    guard isTurned else {
      return SlideDrawing.transform(
        .init(
          x: min(start.x, start.x + step.x), y: min(start.y, start.y + step.y),
          width: abs(step.x), height: abs(step.y)), isMirroredX: step.x < 0, isMirroredY: step.y < 0
      )
    }
    let (width, height) = (abs(step.y), abs(step.x))
    let isUpwards = step.y < 0
    var transform = SlideDrawing.transform(
      .init(
        x: start.x + step.x / 2 - width / 2, y: start.y + step.y / 2 - height / 2, width: width,
        height: height), isMirroredY: isUpwards ? step.x < 0 : step.x > 0)
    transform["rot"] = isUpwards ? "16200000" : "5400000"
    return transform
  }
}
