import GraphvizKit

/// A chain of straight pieces with its corners rounded off, as curves.
struct RoundedPath {
  typealias Point = LaidOutDiagram.Point

  /// The length of an arrow head.
  static let arrow = 7.0
  /// How far from a corner the bend begins, at most.
  private static let reach = 90.0
  /// How far a bend may cut its corner, so that it stays clear of the box behind it.
  private static let cut = 5.5

  private let points: [Point]
  private let wantedReach: Double?

  /// With a reach every bend begins and ends at that distance from its corner.
  init(_ points: [Point], reach: Double? = nil) {
    self.points = points
    wantedReach = reach
  }

  /// The curve; with an arrow head it ends where that begins.
  func curve(hasArrow: Bool) -> LaidOutDiagram.Curve {
    var points = points
    var tip: Point?
    if hasArrow, let last = points.last {
      let before = points[points.count - 2]
      let length = Segment(from: before, to: last).length
      if length > Self.arrow {
        tip = last
        points[points.count - 1] = Self.between(last, before, Self.arrow / length)
      }
    }
    var curve = [points[0]]
    for position in points.indices.dropFirst().dropLast() {
      let (before, corner, after) = (points[position - 1], points[position], points[position + 1])
      let reach = wantedReach ?? Self.reach(at: corner, before, after)
      let start = Self.between(corner, before, share(corner, before, reach, isEnd: position == 1))
      let end = Self.between(
        corner, after, share(corner, after, reach, isEnd: position == points.count - 2))
      line(to: start, &curve)
      curve += [
        Self.between(start, corner, 0.6), Self.between(end, corner, 0.6), end,
      ]
    }
    line(to: points[points.count - 1], &curve)
    return LaidOutDiagram.Curve(points: curve, endTip: tip)
  }

  private func line(to end: Point, _ curve: inout [Point]) {
    guard let start = curve.last else { return }
    curve += [Self.between(start, end, 1 / 3), Self.between(start, end, 2 / 3), end]
  }

  /// The share of a piece that belongs to the bend at one of its ends; a piece between two corners serves both.
  private func share(_ corner: Point, _ other: Point, _ reach: Double, isEnd: Bool) -> Double {
    let length = Segment(from: corner, to: other).length
    guard length > 0 else { return 0 }
    return min(reach, length * (isEnd ? 0.9 : 0.5)) / length
  }

  /// How far from a corner the bend begins: the sharper the corner, the nearer.
  ///
  /// A bend that begins at *r* on both sides of a corner with the angle *θ* passes it at 0.55·*r*·cos(*θ*/2).
  private static func reach(at corner: Point, _ before: Point, _ after: Point) -> Double {
    let (a, b) = (
      Segment(from: corner, to: before).length, Segment(from: corner, to: after).length
    )
    guard a > 0, b > 0 else { return 0 }
    let cosine =
      ((before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y))
      / (a * b)
    let half = max(0, (1 + cosine) / 2).squareRoot()
    return min(reach, cut / max(0.55 * half, 1e-6))
  }

  private static func between(_ a: Point, _ b: Point, _ share: Double) -> Point {
    Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
  }
}

/// The outline of a box.
struct Outline {
  typealias Point = LaidOutDiagram.Point

  private let middle: Point
  private let half: Point
  private let shape: Diagram.Shape

  init(_ box: LaidOutDiagram.Rectangle, _ shape: Diagram.Shape) {
    middle = box.middle
    half = box.half(grownBy: 0)
    self.shape = shape
  }

  /// Where a straight line from the middle to a point outside leaves the box.
  func exit(towards point: Point) -> Point {
    let (dx, dy) = (point.x - middle.x, point.y - middle.y)
    guard half.x > 0, half.y > 0, dx != 0 || dy != 0 else { return middle }
    let reach = reach(of: point)
    guard reach > 1 else { return point }
    return Point(x: middle.x + dx / reach, y: middle.y + dy / reach)
  }

  /// Whether a point lies inside.
  func contains(_ point: Point) -> Bool { half.x > 0 && half.y > 0 && reach(of: point) <= 1 }

  /// How far out a point lies, 1 on the outline.
  private func reach(of point: Point) -> Double {
    let (across, down) = (abs(point.x - middle.x) / half.x, abs(point.y - middle.y) / half.y)
    return switch shape {
    case .rectangle, .roundedRectangle: max(across, down)
    case .ellipse: (across * across + down * down).squareRoot()
    // The slanted sides run from the tip to the middle of each half.
    case .hexagon: max(down, across + down / 2)
    }
  }
}
