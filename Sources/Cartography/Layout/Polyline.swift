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

  /// Whether the two lines have a point in common.
  func crosses(_ other: Polyline) -> Bool {
    guard touches(other.bounds) else { return false }
    return zip(points, points.dropFirst()).contains { a, b in
      zip(other.points, other.points.dropFirst()).contains { c, d in
        Self.segmentsCross(a, b, c, d)
      }
    }
  }

  /// Whether any part of the line lies inside the rectangle.
  package func enters(_ box: LaidOutDiagram.Rectangle) -> Bool {
    guard touches(box) else { return false }
    let corners: [LaidOutDiagram.Point] = [
      .init(x: box.x, y: box.y), .init(x: box.x + box.width, y: box.y),
      .init(x: box.x + box.width, y: box.y + box.height), .init(x: box.x, y: box.y + box.height),
    ]
    return points.contains { point in
      point.x > box.x && point.x < box.x + box.width && point.y > box.y
        && point.y < box.y + box.height
    }
      || zip(points, points.dropFirst()).contains { a, b in
        corners.indices.contains { Self.segmentsCross(a, b, corners[$0], corners[($0 + 1) % 4]) }
      }
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
