import EcosystemModel
import GraphvizKit

// What is drawn at the places that were found, and what is said of them.
extension KeptLayout {
  /// The runs that lines had, where both their boxes stand as they stood.
  func formerRoutes(_ boxes: [Rectangle?], _ shift: Point) -> [LaidOutDiagram.Route?] {
    var runs: [[Int]: [PictureMemory.Line]] = [:]
    let keys = Dictionary(
      request.memory.boxes.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
    for line in request.memory.lines.reversed() {
      guard let from = keys[line.from], let to = keys[line.to] else { continue }
      runs[[from, to], default: []].append(line)
    }
    return ends.map { ends in
      guard let ends, let from = matching.before[ends.0], let to = matching.before[ends.1],
        stands(ends.0, boxes, shift), stands(ends.1, boxes, shift),
        let line = runs[[from, to]]?.popLast(), !line.curves.isEmpty
      else { return nil }
      return LaidOutDiagram.Route(
        curves: line.curves.map { $0.curve(movedBy: shift) },
        corners: line.corners.map { Point.all(in: $0).map { $0.moved(by: shift) } })
    }
  }

  /// Whether a box stands where it stood, but for what everything moved by.
  func stands(_ node: Int, _ boxes: [Rectangle?], _ shift: Point) -> Bool {
    guard let box = boxes[node], let frame = frames[node]?.moved(by: shift) else { return false }
    return abs(box.x - frame.x) < 0.02 && abs(box.y - frame.y) < 0.02
      && abs(box.width - frame.width) < 0.02 && abs(box.height - frame.height) < 0.02
  }

  /// The boxes that were there and gave way to no new relationship; who of them lies over another one was laid there, or grew.
  var standing: Set<Int> {
    Set(boxes.indices.filter { matching.before[$0] != nil && !relieved.contains($0) })
  }

  func runs(of boxes: [Rectangle?], _ shift: Point) -> [(line: Int, run: Polyline)] {
    let moved = boxes.map { $0?.moved(by: shift) }
    var drawn: [(line: Int, run: Polyline)] = []
    var number = 0
    for (route, ends) in zip(formerRoutes(moved, shift), ends) where ends != nil {
      if let route { drawn.append((number, KeptLines.run(of: route))) }
      number += 1
    }
    return drawn
  }

  /// The map with everything at its place.
  func map(of diagram: Diagram) -> LaidOutDiagram {
    var diagram = diagram
    for node in diagram.nodes.indices where diagram.nodes[node].extent != nil {
      diagram.nodes[node].extent = .init(width: boxes[node].width, height: boxes[node].height)
    }
    let page = SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0)
      .composed(isBeside: isBeside, unit: unit * scale)
    let labels = frameLabels
    let fresh = Set(boxes.indices.filter { !stands($0, boxes, shift) })
    let routes = KeptLines(
      diagram: diagram, ends: ends, boxes: boxes, former: formerRoutes(boxes, shift), fresh: fresh,
      titles: zip(diagram.clusters, labels).compactMap { cluster, label in
        label.map { cluster.titleFrame(around: $0) }
      }, forest: forest
    ).routes()
    var map = LaidOutDiagram(
      diagram: diagram, width: page.width, height: page.height, boxes: boxes, routes: routes,
      frames: groups, frameLabels: labels, sheet: page.sheet, layout: candidate)
    map.recipe = page.recipe(candidate)
    return map.onGrid()
  }

  /// Where the titles of the frames stand: where they stood, on a frame that is as it was.
  private var frameLabels: [Point?] {
    let former = Dictionary(
      request.memory.groups.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return zip(diagram.clusters, groups).map { cluster, frame in
      guard let frame else { return nil }
      guard let kept = former[cluster.key],
        let label = kept.label.flatMap({ Point.all(in: $0).first })
      else {
        return Point(x: frame.middle.x, y: frame.y + FramedPlacement.titleHeight / 2 + 4)
      }
      // The title keeps its place in the upper edge.
      let was = kept.frame.rectangle.moved(by: shift)
      let isMiddle = abs(label.x + shift.x - was.middle.x) < 1
      let isSame = abs(was.x - frame.x) + abs(was.width - frame.width) < 0.05
      let x =
        isSame
        ? label.x + shift.x
        : isMiddle ? frame.middle.x : frame.x + label.x + shift.x - was.x
      return Point(x: x, y: frame.y + label.y + shift.y - was.y)
    }
  }

  mutating func tell(_ kept: KeptBoxes, _ loose: Set<Int>) {
    record = KeptRecord()
    let elsewhere = loose.union(relieved).union(kept.freed)
    record.kept = matching.before.count { $0 != nil } - elsewhere.count
    record.growth = scale
    record.gone = matching.gone.map { request.memory.boxes[$0].name }
    for (node, before) in matching.before.enumerated() {
      let name = diagram.nodes[node].title
      guard let before else {
        record.added.append(name)
        continue
      }
      if matching.recognised.contains(node) {
        record.renamed.append((name, request.memory.boxes[before].name))
      }
      if loose.contains(node) {
        record.moved.append((name, "it reports to somebody else now"))
      } else if relieved.contains(node) {
        record.moved.append(
          (name, "where it stood, its new relationships would cross several others"))
      } else if kept.pressed.contains(node), !stands(node, boxes, shift) {
        record.moved.append((name, "what stands beside it says more now"))
      } else if kept.freed.contains(node) {
        record.moved.append((name, "it overlapped another one"))
      }
    }
  }
}
