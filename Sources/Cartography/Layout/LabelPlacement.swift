/// Puts each line's label onto its line, where it covers nothing else.
///
/// Tries places along the line, the middle first, and takes the first that is free of boxes, other lines and labels
/// already placed, or else the one with the fewest conflicts.
package struct LabelPlacement {
  private typealias Point = LaidOutDiagram.Point
  private typealias Rectangle = LaidOutDiagram.Rectangle

  private let map: LaidOutDiagram

  package init(_ map: LaidOutDiagram) {
    self.map = map
  }

  /// The map with every label at its place.
  ///
  /// - Complexity: O(*l*·(*e* + *n*)) for *l* labels, *e* lines and *n* boxes.
  package func placed() -> LaidOutDiagram {
    var map = map
    let lines = map.routes.map { route in
      Polyline(points: route.curves.flatMap { $0.flattened(steps: 8) })
    }
    var taken: [Rectangle] = []
    for (position, edge) in map.diagram.edges.enumerated() {
      guard let label = edge.label, !lines[position].points.isEmpty else { continue }
      let size = Point(
        x: TextMetrics.width(of: label.text, size: label.size) + 6, y: label.size * 1.25)
      var best: (frame: Rectangle, conflicts: Int)?
      for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8] {
        let frame = Self.frame(of: size, around: lines[position].point(at: share))
        let conflicts = conflicts(of: frame, onLine: position, lines: lines, taken: taken)
        if conflicts < best?.conflicts ?? .max { best = (frame, conflicts) }
        if conflicts == 0 { break }
      }
      guard let frame = best?.frame else { continue }
      taken.append(frame)
      map.routes[position].label = .init(
        x: frame.x + frame.width / 2, y: frame.y + frame.height / 2)
      map.routes[position].labelSize = size
    }
    return map
  }

  private static func frame(of size: Point, around centre: Point) -> Rectangle {
    Rectangle(
      x: centre.x - size.x / 2, y: centre.y - size.y / 2, width: size.x, height: size.y)
  }

  private func conflicts(
    of frame: Rectangle, onLine line: Int, lines: [Polyline], taken: [Rectangle]
  ) -> Int {
    let boxes = map.boxes.count { $0.intersects(frame) }
    let others = lines.indices.count { $0 != line && lines[$0].enters(frame) }
    let labels = taken.count { $0.intersects(frame) }
    return 3 * boxes + others + 2 * labels
  }
}

extension Polyline {
  /// The point at a share of the line's length, 0 to 1.
  func point(at share: Double) -> LaidOutDiagram.Point {
    var rest = length * share
    for (a, b) in zip(points, points.dropFirst()) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let step = (dx * dx + dy * dy).squareRoot()
      if step > 0, rest <= step {
        return .init(x: a.x + dx * rest / step, y: a.y + dy * rest / step)
      }
      rest -= step
    }
    return points.last ?? .init(x: 0, y: 0)
  }
}
