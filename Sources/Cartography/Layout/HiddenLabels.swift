import EcosystemModel
import GraphvizKit

extension LaidOutDiagram {
  /// The lines whose labels cover a box or another label, that another line runs through, or that leave the sheet.
  ///
  /// Of two labels that cover each other only one has to go, that in the way of more.
  var labelsInTheWay: Set<Int> {
    guard diagram.edges.contains(where: { $0.label != nil }) else { return [] }
    let frames = routes.map(\.labelFrame)
    let lines = polylines
    let labelled = frames.indices.filter { frames[$0] != nil }
    var hidden = Set(
      labelled.filter { label in
        guard let frame = frames[label] else { return false }
        return frame.x < 0 || frame.x + frame.width > width
          || boxes.contains { $0.intersects(frame) }
          || frameTitles.contains { $0.intersects(frame) }
          || lines.indices.contains { $0 != label && lines[$0].enters(frame) }
      })
    while true {
      let shown = labelled.filter { !hidden.contains($0) }
      let clashes = shown.map { label in
        shown.count { other in
          guard other != label, let frame = frames[label] else { return false }
          return frames[other]?.intersects(frame) ?? false
        }
      }
      guard let worst = clashes.indices.max(by: { (clashes[$0], $0) < (clashes[$1], $1) }),
        clashes[worst] > 0
      else { return hidden }
      hidden.insert(shown[worst])
    }
  }

  /// How good the layout of a diagram is, of whose labels some may have been hidden; larger is better.
  func score(asLaidOutFrom original: Diagram) -> Double {
    func labels(_ diagram: Diagram) -> Int { diagram.edges.count { $0.label != nil } }
    return legibility().score(
      edgeCount: original.edges.count, hiddenLabels: labels(original) - labels(diagram))
      + Self.worthOfRoom * usedShare
  }

  /// What a map gains that leaves no corner of its sheet empty.
  private static let worthOfRoom = 8.0

  /// The share of the sheet inside the convex hull of the shapes.
  private var usedShare: Double {
    let corners = boxes.flatMap { box in
      [0, 1].flatMap { x in
        [0, 1].map { Point(x: box.x + x * box.width, y: box.y + $0 * box.height) }
      }
    }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    func half(_ points: some Sequence<Point>) -> [Point] {
      points.reduce(into: []) { chain, point in
        while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
    }
    let hull = half(corners).dropLast() + half(corners.reversed()).dropLast()
    let area = zip(hull, hull.dropFirst() + hull.prefix(1)).reduce(0) { sum, side in
      sum + side.0.x * side.1.y - side.1.x * side.0.y
    }
    return area / 2 / max(width * height, 1)
  }
}

extension Diagram {
  /// The diagram without the labels of some lines, which its footer counts.
  func withoutLabels(ofLines hidden: Set<Int>) -> Diagram {
    var diagram = self
    for line in hidden {
      guard let label = edges[line].label?.text else { continue }
      diagram.edges[line].label = nil
      // What no longer stands on the line must be found on pointing at it, where one can point.
      if !edges[line].tooltip.contains(label) { diagram.edges[line].tooltip += "\n\(label)" }
    }
    let count = hidden.count
    diagram.footer += "; \(Phrase.count(count, "label")) of lines left out"
    return diagram
  }
}
