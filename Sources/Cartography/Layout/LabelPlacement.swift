import GraphvizKit

/// Puts each line's label onto its line, or beside it, where it covers nothing and nothing runs over it.
///
/// Labels with the fewest free places go first; a place in the middle of the line is better than one near its ends, and
/// one on the line better than one beside it. Where every place of a label is taken, the labels in its way look for
/// others.
package struct LabelPlacement {
  private typealias Point = LaidOutDiagram.Point
  private typealias Rectangle = LaidOutDiagram.Rectangle

  private let boxes: [Rectangle]
  private let lines: [Polyline]
  private let labels: [Diagram.TextLine?]
  /// What boxes and lines take up; beyond it is the margin of the sheet.
  private let bounds: Rectangle

  /// Where a label may stand, and how much speaks against it.
  private struct Choice {
    var frame: Rectangle
    /// Boxes, frames' titles and foreign lines that the label would meet.
    var conflicts: Int
    var cost: Double
  }

  /// - Parameters:
  ///   - boxes: What labels must not cover.
  ///   - lines: The lines.
  ///   - labels: The label of each line, or `nil`.
  init(
    boxes: [LaidOutDiagram.Rectangle], lines: [Polyline], labels: [Diagram.TextLine?]
  ) {
    self.boxes = boxes
    self.lines = lines
    self.labels = labels
    let corners =
      boxes.flatMap {
        [Point(x: $0.x, y: $0.y), Point(x: $0.x + $0.width, y: $0.y + $0.height)]
      } + lines.flatMap(\.points)
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    bounds = Rectangle(
      x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }

  /// The map with every label at its place.
  package static func placed(on map: LaidOutDiagram) -> LaidOutDiagram {
    var map = map
    let frames = LabelPlacement(
      boxes: map.boxes + map.frameTitles,
      lines: map.polylines, labels: map.diagram.edges.map(\.label)
    ).frames()
    for (line, frame) in frames.enumerated() {
      guard let frame else { continue }
      map.routes[line].label = frame.middle
      map.routes[line].labelSize = Point(x: frame.width, y: frame.height)
    }
    return map
  }

  /// The place of each line's label.
  ///
  /// - Complexity: O(*l*·(*e* + *n*) + *l*²) for *l* labels, *e* lines and *n* boxes.
  func frames() -> [LaidOutDiagram.Rectangle?] {
    var ranked: [(line: Int, choices: [Choice])] = []
    for (line, label) in labels.enumerated() {
      guard let label, !lines[line].points.isEmpty else { continue }
      ranked.append((line, choices(for: Self.size(of: label), onLine: line)))
    }
    ranked.sort { first, second in
      (first.choices.count { $0.conflicts == 0 }, first.line)
        < (second.choices.count { $0.conflicts == 0 }, second.line)
    }
    var taken = [Rectangle?](repeating: nil, count: labels.count)
    // In the first round only earlier labels are in the way, then all.
    for _ in 0..<4 {
      var hasMoved = false
      for (line, choices) in ranked {
        let others = taken.indices.filter { $0 != line }.compactMap { taken[$0] }
        let best = choices.min { first, second in
          cost(of: first, among: others) < cost(of: second, among: others)
        }
        if let best, best.frame != taken[line] {
          taken[line] = best.frame
          hasMoved = true
        }
      }
      guard hasMoved else { break }
    }
    return taken
  }

  /// The extent of a label with its plate.
  static func size(of label: Diagram.TextLine) -> LaidOutDiagram.Point {
    .init(x: TextMetrics.width(of: label.text, size: label.size) + 6, y: label.size * 1.25)
  }

  private func cost(of choice: Choice, among others: [Rectangle]) -> Double {
    choice.cost + 100 * Double(others.count { $0.intersects(choice.frame) })
  }

  /// The shares of a line's length at which a label may stand, the middle first.
  private static let shares: [Double] = (0...26).map { rank in
    let distance = 0.03 * Double((rank + 1) / 2)
    return rank % 2 == 0 ? 0.5 + distance : 0.5 - distance
  }

  /// The share of a line that its label may cover.
  private static let mostCovered = 0.55
  /// What is seen of a line beside its label, in points of the map.
  private static let leastSeen = 18.0

  /// How far from its line a label may stand.
  private static let reaches = [1.5, 3, 5, 8]

  private func choices(for size: Point, onLine line: Int) -> [Choice] {
    let path = lines[line]
    let length = path.length
    var choices: [Choice] = []
    for share in Self.shares where length * min(share, 1 - share) > 9 || share == 0.5 {
      let centre = path.point(at: share)
      let (before, after) = (path.point(at: share - 0.02), path.point(at: share + 0.02))
      let step = Segment(from: before, to: after).length
      let (dx, dy) =
        step > 0 ? ((after.x - before.x) / step, (after.y - before.y) / step) : (1, 0)
      // A label that covers most of its line leaves nothing to see how wide the line is.
      let covered = min(size.x / max(abs(dx), 1e-9), size.y / max(abs(dy), 1e-9))
      let isSwallowed = covered > Self.mostCovered * length || length - covered < Self.leastSeen
      let onLine = choice(
        at: centre, size, line, cost: abs(share - 0.5) * 20 + (isSwallowed ? 15 : 0))
      choices.append(onLine)
      // So many free places leave a choice among all other labels.
      if choices.count(where: { $0.conflicts == 0 }) > 8 { break }
      guard onLine.conflicts > 0 || isSwallowed, step > 0 else { continue }
      // As near as the label can stand beside the line without touching it.
      let distance = abs(dy) * size.x / 2 + abs(dx) * size.y / 2 + 1
      for side in [-1.0, 1.0] {
        choices.append(
          choice(
            at: Point(x: centre.x - dy * distance * side, y: centre.y + dx * distance * side),
            size, line, cost: 12 + abs(share - 0.5) * 20, isBeside: true))
      }
    }
    return choices
  }

  private func choice(
    at centre: Point, _ size: Point, _ line: Int, cost: Double, isBeside: Bool = false
  ) -> Choice {
    let frame = Rectangle(
      x: centre.x - size.x / 2, y: centre.y - size.y / 2, width: size.x, height: size.y)
    let boxes = self.boxes.count { $0.intersects(frame) }
    // What stands beside its line must not be nearer to another.
    let reach = isBeside ? Self.reaches.first { lines[line].enters(frame.grown(by: $0)) } : 0
    let near = frame.grown(by: reach.map { $0 > 0 ? $0 + 2 : 0 } ?? 0)
    let others =
      lines.indices.count { $0 != line && lines[$0].enters(near) } + (reach == nil ? 1 : 0)
    let isOutside =
      frame.x < bounds.x || frame.y < bounds.y
      || frame.x + frame.width > bounds.x + bounds.width
      || frame.y + frame.height > bounds.y + bounds.height
    let conflicts = 3 * boxes + others + (isOutside ? 1 : 0)
    return Choice(frame: frame, conflicts: conflicts, cost: cost + 100 * Double(conflicts))
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
