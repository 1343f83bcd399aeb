import GraphvizKit

/// Leads lines so that none runs through the label of another.
///
/// Labels are placed on the lines; lines that still run through one are led around it like around a box.
struct LabelledRouting {
  let boxes: [LaidOutDiagram.Rectangle]
  let shapes: [Diagram.Shape]
  let lines: [LineRouting.Line]
  let labels: [Diagram.TextLine?]
  /// Where frames have their titles, which lines and labels leave free.
  let titles: [LaidOutDiagram.Rectangle]

  func curves() -> [LaidOutDiagram.Curve] {
    var best: (curves: [LaidOutDiagram.Curve], conflicts: Int)?
    var plates = titles.map { (frame: $0, owner: -1) }
    var known: [[LaidOutDiagram.Point]?] = []
    for _ in 0..<3 {
      let routing = LineRouting(
        boxes: boxes, shapes: shapes, lines: lines, plates: plates, known: known)
      let ways = routing.paths()
      let curves = routing.curves(along: ways)
      guard labels.contains(where: { $0 != nil }) else { return curves }
      let paths = curves.map { Polyline(points: $0.flattened(steps: 8)) }
      let frames = LabelPlacement(boxes: boxes + titles, lines: paths, labels: labels).frames()
      let struck = frames.indices.filter { label in
        guard let frame = frames[label] else { return false }
        return paths.indices.contains { $0 != label && paths[$0].enters(frame) }
      }
      let clashes = frames.indices.count { label in
        guard let frame = frames[label] else { return false }
        return boxes.contains { $0.intersects(frame) }
          || frames.dropFirst(label + 1).contains { $0?.intersects(frame) ?? false }
      }
      let conflicts = struck.count + clashes
      if conflicts < best?.conflicts ?? .max { best = (curves, conflicts) }
      guard !struck.isEmpty else { break }
      let added = struck.compactMap { label in frames[label].map { (frame: $0, owner: label) } }
      plates += added
      // Only those that run through a label are led anew.
      known = zip(ways, paths).enumerated().map { number, pair in
        added.contains { $0.owner != number && pair.1.enters($0.frame) } ? nil : pair.0
      }
    }
    return best?.curves ?? []
  }
}
