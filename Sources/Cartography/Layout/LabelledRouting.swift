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
    for _ in 0..<3 {
      let curves = LineRouting(boxes: boxes, shapes: shapes, lines: lines, plates: plates).curves()
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
      plates += struck.compactMap { label in frames[label].map { ($0, label) } }
    }
    return best?.curves ?? []
  }
}
