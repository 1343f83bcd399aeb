import GraphvizKit

/// Trees that are placed together: those in one frame, one without a frame, or all boxes that are alone.
struct TierUnit {
  /// The frame, by its position.
  var frame: Int?
  /// The heads of the trees.
  var roots: [Int]

  /// The units in the order of the data, boxes that are alone last.
  static func all(of diagram: Diagram, _ forest: TierForest) -> [TierUnit] {
    let frames = diagram.framePositions
    var units: [TierUnit] = []
    var unitOfFrame: [Int: Int] = [:]
    var alone: [Int] = []
    for root in forest.roots {
      if let frame = diagram.nodes[root].cluster.flatMap({ frames[$0] }) {
        if let unit = unitOfFrame[frame] {
          units[unit].roots.append(root)
        } else {
          unitOfFrame[frame] = units.count
          units.append(TierUnit(frame: frame, roots: [root]))
        }
      } else if forest.children[root].isEmpty {
        alone.append(root)
      } else {
        units.append(TierUnit(roots: [root]))
      }
    }
    return alone.isEmpty ? units : units + [TierUnit(roots: alone)]
  }
}

extension Diagram {
  /// Whether boxes can stand on levels: a frame holds whole trees, or all below one box of a tree.
  var hasWholeTrees: Bool {
    let forest = TierForest(of: self)
    let isWhole = nodes.indices.allSatisfy { node in
      forest.parents[node].map {
        nodes[$0].cluster == nil || nodes[$0].cluster == nodes[node].cluster
      } ?? true
    }
    let inner = framed(in: forest)
    let hasOne = inner.keys.allSatisfy { node in
      let members = forest.members(below: node)
      return nodes.count { $0.cluster == nodes[node].cluster } == members.count
    }
    return isWhole && hasOne
  }

  /// The frames around a box of a tree and all below it, by the box.
  func framed(in forest: TierForest) -> [Int: Int] {
    let frames = framePositions
    var found: [Int: Int] = [:]
    for (node, parent) in forest.parents.enumerated() {
      guard let parent, let frame = nodes[node].cluster.flatMap({ frames[$0] }),
        nodes[parent].cluster != nodes[node].cluster
      else { continue }
      found[node] = frame
    }
    return found
  }
}

/// Everything at its place, in one of the ways in which it may stand.
struct TierPlan {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  private enum Room {
    static let frame = TierTree.Spacing.frame
    static let title = TierTree.Spacing.title
    static let units = Point(x: 30, y: 26)
    static let alone = Point(x: 14, y: 12)
  }

  private(set) var trees: [(tree: TierTree, origin: Point)] = []
  private(set) var frames: [Int: Rectangle] = [:]
  private(set) var size = Point(x: 0, y: 0)
  let titles: [Double]
  /// Where titles of frames around a part of a tree begin, by the frame.
  private var titleStarts: [Int: Point] = [:]

  /// - Parameters:
  ///   - units: What is placed.
  ///   - forest: Who stands below whom.
  ///   - sizes: What each box needs.
  ///   - arrangements: How those below each box stand.
  ///   - spacing: By how much room is stretched.
  ///   - titles: The widths of the frames' titles.
  ///   - framed: The frames around a box of a tree and all below it, by the box.
  ///   - aspect: Width by height of the room.
  init(
    _ units: [TierUnit], _ forest: TierForest, sizes: [Point], arrangements: [TierArrangement],
    spacing: TierTree.Spacing, titles: [Double], framed: [Int: Int], aspect: Double
  ) {
    self.titles = titles
    let parts = units.map { unit -> (trees: [TierTree], shelves: Shelves) in
      var sizes = sizes
      let alone = unit.roots.filter { forest.children[$0].isEmpty }
      let width = alone.map { sizes[$0].x }.max() ?? 0
      let height = alone.map { sizes[$0].y }.max() ?? 0
      for root in alone { sizes[root] = Point(x: width, y: height) }
      let trees = unit.roots.map {
        TierTree(
          forest, root: $0, sizes: sizes, arrangements: arrangements, spacing: spacing,
          titles: framed.mapValues { titles[$0] })
      }
      let gap = alone.count == unit.roots.count ? Room.alone : Room.units
      return (
        trees,
        Shelves(
          trees.map(\.size), aspect: unit.frame == nil ? aspect : 1.5,
          gap: Point(x: gap.x * spacing.across, y: gap.y * spacing.down))
      )
    }
    let extents = zip(units, parts).map { unit, part -> Point in
      guard let frame = unit.frame else { return part.shelves.size }
      return Point(
        x: max(part.shelves.size.x, titles[frame]) + 2 * Room.frame,
        y: part.shelves.size.y + 2 * Room.frame + Room.title)
    }
    let shelves = Shelves(
      extents, aspect: aspect,
      gap: Point(x: Room.units.x * min(spacing.across, 1.5) * 0.6, y: Room.units.y * 0.7))
    size = shelves.size
    for (number, part) in parts.enumerated() {
      let (corner, cell) = (shelves.corners[number], shelves.cells[number])
      var origin = Point(
        x: corner.x + (cell.x - part.shelves.size.x) / 2, y: corner.y)
      if let frame = units[number].frame {
        frames[frame] = Rectangle(x: corner.x, y: corner.y, width: cell.x, height: cell.y)
        origin.y += Room.title + Room.frame
      }
      for (tree, at) in zip(part.trees, zip(part.shelves.corners, part.shelves.cells)) {
        trees.append(
          (
            tree,
            Point(
              x: origin.x + at.0.x + (at.1.x - tree.size.x) / 2, y: origin.y + at.0.y)
          ))
      }
    }
    frameParts(framed)
  }

  /// Frames around parts of trees.
  private mutating func frameParts(_ framed: [Int: Int]) {
    for (tree, origin) in trees {
      for (node, part) in tree.frames {
        guard let frame = framed[node], let place = tree.places[node] else { continue }
        let top =
          origin.y + tree.tops[part.firstLevel] - TierTree.Spacing.title - TierTree.Spacing.frame
        let bottom =
          origin.y + tree.tops[part.lastLevel] + TierTree.Spacing.frame
          + (tree.levels[part.lastLevel].map { tree.sizes[$0].y }.max() ?? 0)
        frames[frame] = Rectangle(
          x: origin.x + place.x + part.left, y: top, width: part.right - part.left,
          height: bottom - top)
        titleStarts[frame] = Point(
          x: origin.x + place.x + part.left + TierTree.Spacing.frame / 2 + titles[frame] / 2,
          y: top + Room.title / 2 + 4)
      }
    }
  }

  /// How much it is enlarged in a room, as ``SheetComposer`` does.
  func scale(in room: Rectangle) -> Double {
    let shapes = trees.reduce(0) { $0 + $1.tree.places.count }
    return min(
      room.width / max(size.x, 1), room.height / max(size.y, 1), SheetComposer.mostEnlarged(shapes))
  }

  /// The layout in the engine's form, and the corners of the lines in the order of the diagram's.
  func drawn(
    _ diagram: Diagram, _ forest: TierForest
  ) -> (layout: GraphLayout, corners: [Int: [Point]]) {
    var layout = GraphLayout(width: size.x, height: size.y, origin: .init(x: 0, y: 0))
    var boxes = [Rectangle](
      repeating: .init(x: 0, y: 0, width: 0, height: 0), count: diagram.nodes.count)
    var routes: [Int: (curve: LaidOutDiagram.Curve, corners: [Point])] = [:]
    let looks = diagram.looks
    for (tree, origin) in trees {
      for (node, place) in tree.places {
        boxes[node] = Rectangle(
          middle: place.moved(by: origin), width: tree.sizes[node].x, height: tree.sizes[node].y)
      }
      let fans = TierLines(
        tree: tree, origin: origin, look: { forest.lineUp[$0].map { looks[$0] } })
      for line in fans.lines() {
        guard let number = forest.lineUp[line.node] else { continue }
        let isWhole = line.drawn.count == line.corners.count && line.drawn.last == line.corners.last
        let hasArrow = isWhole && diagram.edges[number].arrow == .forward
        routes[number] = (
          RoundedPath(line.drawn, reach: TierLines.bend).curve(hasArrow: hasArrow), line.corners
        )
      }
    }
    let others = forest.otherLines
    let positions = diagram.nodePositions
    let curves = LineRouting(
      boxes: boxes, shapes: diagram.nodes.map(\.shape),
      lines: others.map { number in
        let edge = diagram.edges[number]
        return .init(
          from: positions[edge.from] ?? 0, to: positions[edge.to] ?? 0,
          hasArrow: edge.arrow == .forward)
      }
    ).curves()
    for (number, curve) in zip(others, curves) { routes[number] = (curve, []) }
    layout.nodes = zip(diagram.nodes, boxes).map { node, box in
      .init(name: node.key, center: box.middle, width: box.width, height: box.height)
    }
    layout.edges = diagram.edges.enumerated().compactMap { number, edge in
      guard let curve = routes[number]?.curve else { return nil }
      return .init(
        tail: edge.from, head: edge.to, key: edge.key,
        curves: [edge.pointsUp ? curve.reversed : curve])
    }
    layout.clusters = diagram.clusters.enumerated().compactMap { number, cluster in
      guard let frame = frames[number] else { return nil }
      return .init(
        name: cluster.key, frame: frame,
        label: .init(
          center: titleStarts[number]
            ?? .init(x: frame.middle.x, y: frame.y + Room.title / 2 + 4), width: frame.width,
          height: Room.title))
    }
    return (layout, routes.mapValues(\.corners).filter { !$0.value.isEmpty })
  }
}
