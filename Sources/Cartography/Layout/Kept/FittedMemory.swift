import EcosystemModel
import GraphvizKit

/// The places of a picture of before on a sheet of ours.
///
/// Pictures of ours have them already. Those of other programs, and slides that lost what they carried along, are enlarged until
/// boxes are as far apart as their texts need.
struct FittedMemory {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// Where each box stood; `nil` for a newcomer.
  private(set) var frames: [Rectangle?]
  /// Where each frame stood.
  private(set) var groups: [Rectangle?]
  /// How many points of the sheet are one of the slide.
  private(set) var unit: Double
  private(set) var isBeside = false

  init(_ memory: PictureMemory, _ matching: KeptMatching, sizes: [Point], diagram: Diagram) {
    let former = Dictionary(
      memory.groups.map { ($0.key, $0.frame.rectangle) }, uniquingKeysWith: { first, _ in first })
    groups = diagram.clusters.map { former[$0.key] }
    frames = matching.before.map { $0.map { memory.boxes[$0].frame.rectangle } }
    if let recipe = memory.recipe, let unit = recipe.unit {
      self.unit = unit
      isBeside = recipe.isLegendBeside
      return
    }
    unit = 1
    fit(sizes, diagram)
  }

  /// Enlarges places until nothing overlaps, and moves them into the room of a sheet.
  private mutating func fit(_ sizes: [Point], _ diagram: Diagram) {
    let known = frames.indices.filter { frames[$0] != nil }
    func middle(_ node: Int) -> Point { frames[node]?.middle ?? Point(x: 0, y: 0) }
    var scale = 1e-3
    for (rank, one) in known.enumerated() {
      for other in known.dropFirst(rank + 1) {
        let (dx, dy) = (
          abs(middle(one).x - middle(other).x), abs(middle(one).y - middle(other).y)
        )
        let across = ((sizes[one].x + sizes[other].x) / 2 + 12) / max(dx, 1e-6)
        let down = ((sizes[one].y + sizes[other].y) / 2 + 12) / max(dy, 1e-6)
        // Two on top of each other are pushed apart later.
        if min(across, down) < 20 { scale = max(scale, min(across, down)) }
      }
    }
    var reach: Rectangle?
    let placed = known.map { node in
      Rectangle(
        middle: Point(x: middle(node).x * scale, y: middle(node).y * scale), width: sizes[node].x,
        height: sizes[node].y)
    }
    for box in placed {
      if reach == nil { reach = box } else { reach?.enclose(box) }
    }
    let extent = reach ?? Rectangle(x: 0, y: 0, width: 1, height: 1)
    let composer = SheetComposer(diagram: diagram, mapWidth: extent.width, mapHeight: extent.height)
    let page = composer.compose()
    (unit, isBeside) = (page.unit, page.isBeside)
    let shift = Point(x: page.mapOrigin.x - extent.x, y: page.mapOrigin.y - extent.y)
    for (node, box) in zip(known, placed) { frames[node] = box.moved(by: shift) }
    groups = groups.map { _ in nil }
  }
}
