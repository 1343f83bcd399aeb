import GraphvizKit

/// A line through points, for measuring.
package struct Polyline {
  let points: [LaidOutDiagram.Point]
  private let bounds: LaidOutDiagram.Rectangle

  package init(points: [LaidOutDiagram.Point]) {
    self.points = points
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    bounds = .init(
      x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }

  /// The length along the line.
  var length: Double {
    zip(points, points.dropFirst()).reduce(0) { sum, ends in
      let (dx, dy) = (ends.1.x - ends.0.x, ends.1.y - ends.0.y)
      return sum + (dx * dx + dy * dy).squareRoot()
    }
  }

  /// The length of what lines draw, where pieces that lie on each other count once.
  static func ink(of lines: [Polyline]) -> Double {
    // Hundredths of a point: the same piece led the other way differs in rounding.
    func rounded(_ point: Point) -> [Int] {
      [Int((point.x * 100).rounded()), Int((point.y * 100).rounded())]
    }
    var drawn: Set<[Int]> = []
    return lines.reduce(0) { sum, line in
      zip(line.points, line.points.dropFirst()).reduce(sum) { sum, ends in
        let (start, end) = (rounded(ends.0), rounded(ends.1))
        let piece = start.lexicographicallyPrecedes(end) ? start + end : end + start
        return drawn.insert(piece).inserted
          ? sum + Segment(from: ends.0, to: ends.1).length : sum
      }
    }
  }

  /// Whether the two lines have a point in common.
  package func crosses(_ other: Polyline) -> Bool {
    guard touches(other.bounds), points.count > 1, other.points.count > 1 else { return false }
    var first = 1
    while first < points.count {
      var second = 1
      while second < other.points.count {
        if Self.segmentsCross(
          points[first - 1], points[first], other.points[second - 1], other.points[second])
        {
          return true
        }
        second += 1
      }
      first += 1
    }
    return false
  }

  /// Whether any part of the line lies inside the rectangle.
  ///
  /// Asked for every place of every label, so the loop calls nothing.
  package func enters(_ box: LaidOutDiagram.Rectangle) -> Bool {
    guard touches(box), let start = points.first else { return false }
    let (halfX, halfY) = (box.width / 2, box.height / 2)
    let (x, y) = (box.x + halfX, box.y + halfY)
    var (ax, ay) = (start.x - x, start.y - y)
    var position = points.count > 1 ? 1 : 0
    while position < points.count {
      let (bx, by) = (points[position].x - x, points[position].y - y)
      position += 1
      // A piece misses the box if it lies on one side of it, or the box on one side of the piece.
      let isBeside =
        (ax <= -halfX && bx <= -halfX) || (ax >= halfX && bx >= halfX)
        || (ay <= -halfY && by <= -halfY) || (ay >= halfY && by >= halfY)
      if !isBeside {
        let (dx, dy) = (bx - ax, by - ay)
        let side = dx * ay - dy * ax
        let reach = (dx < 0 ? -dx : dx) * halfY + (dy < 0 ? -dy : dy) * halfX
        if side < reach, side > -reach { return true }
        if dx == 0, dy == 0 { return true }
      }
      (ax, ay) = (bx, by)
    }
    return false
  }

  private func touches(_ box: LaidOutDiagram.Rectangle) -> Bool {
    bounds.x <= box.x + box.width && box.x <= bounds.x + bounds.width
      && bounds.y <= box.y + box.height && box.y <= bounds.y + bounds.height
  }

  typealias Point = LaidOutDiagram.Point

  /// Whether two segments cross in their interiors or touch.
  static func segmentsCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    if max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x) { return false }
    if max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y) { return false }
    let sides = (turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b))
    return (sides.0 > 0) != (sides.1 > 0) && (sides.2 > 0) != (sides.3 > 0)
  }

  /// Positive if `c` lies on one side of the line through `a` and `b`, negative on the other.
  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}

extension LaidOutDiagram.Curve {
  /// Points along the curve, `steps` for each of its pieces, with the arrow tips as ends.
  func flattened(steps: Int) -> [LaidOutDiagram.Point] {
    var flat: [LaidOutDiagram.Point] = startTip.map { [$0] } ?? []
    if let first = points.first { flat.append(first) }
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      let piece = Array(points[start...(start + 3)])
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let u = 1 - t
        let weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
        flat.append(
          .init(
            x: zip(weights, piece).reduce(0) { $0 + $1.0 * $1.1.x },
            y: zip(weights, piece).reduce(0) { $0 + $1.0 * $1.1.y }))
      }
    }
    if let endTip { flat.append(endTip) }
    return flat
  }
}
