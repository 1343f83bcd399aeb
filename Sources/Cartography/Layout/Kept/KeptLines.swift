import EcosystemModel
import GraphvizKit

/// The runs of lines between boxes at their places: those whose boxes stand as they stood keep theirs, the others are led
/// anew around everything.
struct KeptLines {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle
  typealias Route = LaidOutDiagram.Route

  let diagram: Diagram
  /// The lines by the positions of their boxes.
  let ends: [(Int, Int)?]
  let boxes: [Rectangle]
  /// The runs of before, moved with their boxes; `nil` for lines that were not, or whose boxes have moved.
  let former: [Route?]
  /// Boxes that no line was led around yet: newcomers, and those that stand elsewhere.
  let fresh: Set<Int>
  /// Where frames have their titles.
  let titles: [Rectangle]
  /// Who stands below whom, in a map of levels.
  let forest: TierForest?

  /// The runs of all lines.
  ///
  /// - Complexity: O(*e*·*n*) where all stay; that of ``LineRouting`` for those led anew.
  func routes() -> [Route] {
    var kept = former
    for number in kept.indices {
      guard let route = kept[number], let ends = ends[number] else { continue }
      let run = Self.run(of: route)
      let isCovered = fresh.contains { box in
        box != ends.0 && box != ends.1 && run.enters(boxes[box].grown(by: 1))
      }
      if isCovered { kept[number] = nil }
    }
    if let forest { leadTiers(forest, &kept) }
    let open = kept.indices.filter { kept[$0] == nil && ends[$0] != nil }
    let curves = free(open, beside: kept)
    return kept.indices.map { number in
      if let route = kept[number] { return route }
      guard let curve = curves[number] else { return Route(curves: []) }
      return Route(curves: [curve])
    }
  }

  /// The run of a line, for measuring.
  static func run(of route: Route) -> Polyline {
    Polyline(points: route.curves.flatMap { $0.flattened(steps: 8) })
  }

  /// Lines that are led anew, around boxes and titles, and across as few others as can be.
  private func free(_ open: [Int], beside kept: [Route?]) -> [Int: LaidOutDiagram.Curve] {
    guard !open.isEmpty else { return [:] }
    let known = kept.indices.filter { kept[$0] != nil && ends[$0] != nil }
    let order = known + open
    let routing = LineRouting(
      boxes: boxes, shapes: diagram.nodes.map(\.shape),
      lines: order.compactMap { number in
        ends[number].map {
          .init(
            from: $0.0, to: $0.1, hasArrow: diagram.edges[number].arrow == .forward)
        }
      }, plates: titles.map { ($0, -1) },
      known: order.map { kept[$0].map { Self.run(of: $0).points } },
      looksFar: !known.isEmpty)
    let curves = routing.curves()
    return Dictionary(
      zip(order, curves).dropFirst(known.count).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Leads all lines to one upper box anew where one of them is.
  private func leadTiers(_ forest: TierForest, _ kept: inout [Route?]) {
    for (parent, children) in forest.children.enumerated() where !children.isEmpty {
      let lines = children.compactMap { forest.lineUp[$0] }
      guard lines.contains(where: { kept[$0] == nil }) else { continue }
      let family = Set(lines)
      let others = kept.indices.filter { !family.contains($0) }.compactMap { kept[$0] }
        .map(Self.run)
      let paths = KeptTierLines(boxes: boxes, parent: parent, children: children, others: others)
        .corners()
      for child in children {
        guard let line = forest.lineUp[child] else { continue }
        guard let path = paths[child] ?? nil else {
          kept[line] = nil
          continue
        }
        let hasArrow = diagram.edges[line].arrow == .forward
        let curve = RoundedPath(path, reach: TierLines.bend).curve(hasArrow: hasArrow)
        kept[line] = Route(curves: [curve], corners: path)
      }
    }
  }
}
