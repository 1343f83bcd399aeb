import GraphvizKit

/// How well a map can be read on a slide of 13.33 × 7.5 in.
package struct Legibility: Hashable, Sendable, Codable {
  /// The smallest letters on the slide, in points.
  package var smallestLabel: Double
  /// Pairs of lines that cross and share no end.
  package var crossings: Int
  /// Pairs of a line and a box that is not one of its ends, but crossed by it.
  package var linesThroughBoxes: Int
  /// Pairs of boxes that overlap.
  package var boxOverlaps: Int
  /// Pairs of labels of lines that overlap.
  package var labelOverlaps: Int
  /// Pairs of a line and a label, of another line or of a frame, that it runs through.
  package var struckLabels: Int
  /// Width by height of the sheet; a slide has 1.78.
  package var aspect: Double
  /// The share of the slide that the sheet covers, 0 to 1.
  package var fill: Double
  /// The length of all lines on the slide, in inches; what lines have in common counts once.
  package var ink: Double
  /// The entities whose names stand in boxes.
  package var named = 0
  /// How many more chips each frame of a landscape has room for, in the order of the frames.
  var freePlaces: [Int] = []

  /// A single figure for choosing among layouts: larger is better.
  ///
  /// Letters count most, up to the 12 points beyond which a reader gains nothing; then lines that run over boxes, then
  /// crossings in proportion to the lines.
  func score(edgeCount: Int, hiddenLabels: Int = 0) -> Double {
    let edges = Double(max(edgeCount, 1))
    // Letters larger than a slide needs are worth less than lines that do not cross.
    let letters = min(smallestLabel, 9.6) + 0.15 * max(0, min(smallestLabel, 12) - 9.6)
    return 10 * letters - 60 * Double(linesThroughBoxes) / edges
      - 40 * Double(crossings) / edges - 40 * Double(boxOverlaps) - 0.02 * ink
      - 60 * Double(struckLabels + labelOverlaps + hiddenLabels) / edges
  }
}

extension LaidOutDiagram {
  /// Measures the map as it would stand on a slide.
  ///
  /// - Complexity: O(*e*² + *e*·*n*) in lines *e* and boxes *n*, with early rejection by bounding boxes.
  package func legibility() -> Legibility {
    let lines = polylines
    var crossings = 0
    var through = 0
    for first in lines.indices {
      let edge = diagram.edges[first]
      let ends: Set = [edge.from, edge.to]
      for second in lines.indices.dropFirst(first + 1) {
        let other = diagram.edges[second]
        guard !ends.contains(other.from), !ends.contains(other.to) else { continue }
        if lines[first].crosses(lines[second]) { crossings += 1 }
      }
      for (position, box) in boxes.enumerated() where !ends.contains(diagram.nodes[position].key) {
        if lines[first].enters(box.shrunk(by: 0.05)) { through += 1 }
      }
    }
    let (labelOverlaps, struckLabels) = conflictsOfLabels(with: lines)
    let ink = Polyline.ink(of: lines) * slideScale / 72
    return Legibility(
      smallestLabel: smallestLabel, crossings: crossings, linesThroughBoxes: through,
      boxOverlaps: overlapCount, labelOverlaps: labelOverlaps, struckLabels: struckLabels,
      aspect: width / max(height, 1),
      fill: width * height * slideScale * slideScale
        / (diagram.slide.width * diagram.slide.height), ink: ink,
      named: diagram.nodes.reduce(0) { $0 + ($1.members ?? []).count(where: \.shown) },
      freePlaces: diagram.kind == .map(.landscape) ? freePlaces : [])
  }

  /// How many places of the lines of chips in each frame nobody stands in.
  private var freePlaces: [Int] {
    let positions = diagram.framePositions
    var lines = [[Double: Int]](repeating: [:], count: diagram.clusters.count)
    for (node, box) in zip(diagram.nodes, boxes) where !node.standsForSeveral {
      guard let frame = node.cluster.flatMap({ positions[$0] }) else { continue }
      lines[frame][box.y, default: 0] += 1
    }
    return lines.map { $0.values.reduce(0, { max($0, $1) }) * $0.count - $0.values.reduce(0, +) }
  }

  /// The smallest letters in boxes and on lines, in points on a slide.
  package var smallestLabel: Double {
    diagram.smallestLetters * slideScale * diagram.theme.letterScale
  }

  /// Pairs of labels that overlap, and pairs of a line and a label of another that it runs through.
  private func conflictsOfLabels(with lines: [Polyline]) -> (overlaps: Int, struck: Int) {
    let frames = routes.map(\.labelFrame)
    var (overlaps, struck) = (0, 0)
    for (position, frame) in frames.enumerated() {
      guard let frame else { continue }
      overlaps += frames.dropFirst(position + 1).count { $0?.intersects(frame) ?? false }
      overlaps += boxes.count { $0.intersects(frame) }
      struck += lines.indices.count { $0 != position && lines[$0].enters(frame) }
    }
    for title in frameTitles { struck += lines.count { $0.enters(title) } }
    return (overlaps, struck)
  }

  private var overlapCount: Int {
    let order = boxes.indices.sorted { (boxes[$0].x, $0) < (boxes[$1].x, $1) }
    var count = 0
    for (rank, first) in order.enumerated() {
      for second in order[(rank + 1)...] {
        guard boxes[second].x < boxes[first].x + boxes[first].width else { break }
        if boxes[first].shrunk(by: 0.02).intersects(boxes[second].shrunk(by: 0.02)) { count += 1 }
      }
    }
    return count
  }
}

extension LaidOutDiagram {
  /// The lines as they are measured.
  var polylines: [Polyline] {
    routes.map { route in Polyline(points: route.curves.flatMap { $0.flattened(steps: 8) }) }
  }

  /// Where the titles of the frames stand.
  var frameTitles: [Rectangle] {
    zip(diagram.clusters, frameLabels).compactMap { cluster, middle in
      middle.map { cluster.titleFrame(around: $0) }
    }
  }
}

extension Diagram.Cluster {
  /// Where the title stands if its middle is at a point.
  func titleFrame(around middle: LaidOutDiagram.Point) -> LaidOutDiagram.Rectangle {
    let width = TextMetrics.width(of: label.text, size: label.size) + 4
    return .init(
      x: middle.x - width / 2, y: middle.y - label.size * 0.6, width: width,
      height: label.size * 1.2)
  }
}

extension Diagram {
  /// The smallest letters in boxes and on lines, before the sheet is made to fit a slide.
  var smallestLetters: Double {
    let sizes =
      nodes.flatMap { $0.lines.map(\.size) } + edges.compactMap { $0.label?.size }
      + nodes.filter { !$0.chips.isEmpty }.map { _ in 11 }
    return sizes.min() ?? 12
  }
}

extension LaidOutDiagram.Route {
  /// Where the letters of the label stand.
  var labelFrame: LaidOutDiagram.Rectangle? {
    guard let label, let labelSize else { return nil }
    return .init(
      x: label.x - labelSize.x / 2, y: label.y - labelSize.y / 2, width: labelSize.x,
      height: labelSize.y)
  }
}

extension LaidOutDiagram.Rectangle {
  /// The rectangle without a share of its extent on each side.
  func shrunk(by share: Double) -> Self {
    Self(
      x: x + width * share, y: y + height * share, width: width * (1 - 2 * share),
      height: height * (1 - 2 * share))
  }

  /// Whether the two have more than a border in common.
  func intersects(_ other: Self) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}
