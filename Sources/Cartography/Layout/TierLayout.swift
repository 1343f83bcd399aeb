import GraphvizKit

/// Places hierarchies: from the top down, each depth on a level, the trees and frames beside and below each other.
///
/// Of all ways in which the boxes below others may stand, in a row, in stacks or in columns, those are taken with which letters
/// become largest on the sheet; as long as letters are no smaller for it, a row. Boxes of one depth stand alike, unless
/// only some of many boxes below one take less room another way.
struct TierLayout {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  let diagram: Diagram
  let forest: TierForest
  /// What each box needs.
  private let sizes: [Point]
  /// Those that stand in one frame, or a tree without one, or all boxes that are alone.
  private let units: [TierUnit]
  /// The frames around parts of trees, by the box on top.
  private let framed: [Int: Int]
  /// The rooms of which the sheet leaves one to the map.
  private let rooms: [Rectangle]

  /// Takes the extents of the boxes from a layout.
  init(_ diagram: Diagram, sizesOf layout: GraphLayout) {
    self.diagram = diagram
    let forest = TierForest(of: diagram)
    self.forest = forest
    let extents = Dictionary(
      layout.nodes.map { ($0.name, Point(x: $0.width, y: $0.height)) },
      uniquingKeysWith: { first, _ in first })
    sizes = diagram.nodes.map { extents[$0.key] ?? Point(x: 1, y: 1) }
    units = TierUnit.all(of: diagram, forest)
    framed = diagram.framed(in: forest)
    rooms = SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0).rooms()
  }

  /// A way in which everything may stand, and how much it is enlarged on the slide.
  private struct Choice {
    var arrangements: [TierArrangement]
    var spacing = TierTree.Spacing()
    var plan: TierPlan
    var scale: Double
    var room: Rectangle
    /// How good it is; more is better.
    var score = 0.0
  }

  /// The layout of the engine's form, and the corners of the lines in the order of the diagram's.
  ///
  /// - Complexity: some hundred times that of a ``TierTree``; fewer for thousands of boxes.
  func layout() -> (layout: GraphLayout, corners: [Int: [Point]]) {
    stretched(best()).drawn(diagram, forest)
  }

  // The search

  private func best() -> Choice {
    let byDepth = Dictionary(
      grouping: sizes.indices.filter { !forest.children[$0].isEmpty }, by: { forest.depths[$0] })
    let depths = byDepth.keys.sorted(by: >)
    var steps = max(30, 120_000 / max(sizes.count, 1))
    var best = choice([TierArrangement](repeating: .row, count: sizes.count))
    // All in columns of one is where wide hierarchies are soonest narrow enough for the rest to matter.
    for start in [best, choice(starting(byDepth))] {
      var current = start
      for _ in 0..<3 {
        let before = current.score
        for depth in depths {
          let nodes = byDepth[depth] ?? []
          for option in options(for: nodes) where steps > 0 {
            steps -= 1
            improve(&current, nodes, option)
          }
        }
        if current.score <= before { break }
      }
      if current.score > best.score { best = current }
    }
    guard best.scale < 1 else { return best }
    for down in [1, 0.8, 0.65] {
      for across in [1, 0.75, 0.5] where steps > 0 {
        steps -= 1
        let next = choice(best.arrangements, .init(across: across, down: down))
        if next.score > best.score + 1 { best = next }
      }
    }
    for node in depths.flatMap({ byDepth[$0] ?? [] }) where forest.children[node].count > 2 {
      for option in options(for: [node]) where steps > 0 {
        steps -= 1
        improve(&best, [node], option, least: 3)
      }
    }
    return best
  }

  private func starting(_ byDepth: [Int: [Int]]) -> [TierArrangement] {
    var arrangements = [TierArrangement](repeating: .row, count: sizes.count)
    for node in byDepth[byDepth.keys.max() ?? 0] ?? [] { arrangements[node] = .grid(columns: 1) }
    return arrangements
  }

  /// Takes a way for some boxes if it is better by so many points.
  private func improve(
    _ current: inout Choice, _ nodes: [Int], _ option: TierArrangement, least: Double = 0.01
  ) {
    guard nodes.contains(where: { current.arrangements[$0] != option }) else { return }
    var arrangements = current.arrangements
    for node in nodes { arrangements[node] = option }
    let next = choice(arrangements, current.spacing)
    if next.score > current.score + least { current = next }
  }

  private func options(for nodes: [Int]) -> [TierArrangement] {
    let most = nodes.map { forest.children[$0].count }.max() ?? 0
    guard most > 1 else { return [] }
    let widest = most > 40 ? 12 : 5
    let grids = (1...widest).filter { $0 < most }.map { TierArrangement.grid(columns: $0) }
    let isMixed = nodes.contains { node in
      let leaves = forest.children[node].count { forest.children[$0].isEmpty }
      return leaves > 1 && leaves < forest.children[node].count
    }
    return [.row] + grids + (isMixed ? (2...6).map { .stacks(height: $0) } : [])
  }

  /// Letters count most up to what can be read, then up to their own size, and little beyond.
  ///
  /// Rows are preferred, and only to be read do boxes with others below them stand in columns, where lines lead far to the
  /// side.
  private func score(_ choice: Choice) -> Double {
    var hung: Set<Int> = []
    var branching: Set<Int> = []
    for (node, children) in forest.children.enumerated() where children.count > 1 {
      let columns = choice.arrangements[node].columns(of: children) { forest.children[$0].isEmpty }
      guard let tall = columns.first(where: { $0.count > 1 }) else { continue }
      hung.insert(forest.depths[node])
      let isLeafy = tall.allSatisfy { forest.children[$0].isEmpty }
      if !isLeafy
        || children.contains(where: { !forest.children[$0].isEmpty && columns[0].count > 1 }),
        case .grid = choice.arrangements[node]
      {
        branching.insert(forest.depths[node])
      }
    }
    let readable = 0.8
    return 200 * min(choice.scale, readable) + 60
      * min(max(choice.scale - readable, 0), 1 - readable)
      + 10 * max(0, choice.scale - 1) - 2 * Double(hung.count) - 12 * Double(branching.count)
  }

  private func choice(
    _ arrangements: [TierArrangement], _ spacing: TierTree.Spacing = .init()
  ) -> Choice {
    let choices = rooms.map { room in
      let plan = TierPlan(
        units, forest, sizes: sizes, arrangements: arrangements, spacing: spacing,
        titles: diagram.clusters.map {
          TextMetrics.width(of: $0.label.text, size: $0.label.size, isBold: true)
        }, framed: framed, aspect: room.width / max(room.height, 1))
      return Choice(
        arrangements: arrangements, spacing: spacing, plan: plan, scale: plan.scale(in: room),
        room: room)
    }
    var choice = choices.dropFirst().reduce(choices[0]) { $1.scale > $0.scale * 1.05 ? $1 : $0 }
    choice.score = score(choice)
    return choice
  }

  /// By how much boxes may be wider than their text where most of the room's width would be empty.
  private func widening(of choice: Choice) -> Double {
    let used = choice.plan.size.x * choice.scale / max(choice.room.width, 1)
    return used > 0 ? min(max(1, Self.wanted / used), Self.mostWidened) : 1
  }

  /// The share of the room's width that a hierarchy takes where boxes may be wider, as those of a chain, and how much wider these may be.
  private static let (wanted, mostWidened) = (0.5, 2.6)

  /// The same with boxes farther apart and wider where the room is not used.
  private func stretched(_ choice: Choice) -> TierPlan {
    var best = choice
    func plan(_ sizes: [Point], _ spacing: TierTree.Spacing) -> TierPlan {
      TierPlan(
        units, forest, sizes: sizes, arrangements: choice.arrangements, spacing: spacing,
        titles: choice.plan.titles, framed: framed,
        aspect: choice.room.width / max(choice.room.height, 1))
    }
    var sizes = sizes
    let widening = widening(of: choice)
    for share in [1, 0.75, 0.5, 0.25] where widening > 1 {
      let factor = 1 + (widening - 1) * share
      let wider = self.sizes.map { Point(x: $0.x * factor, y: $0.y) }
      let wide = plan(wider, choice.spacing)
      guard wide.scale(in: choice.room) >= choice.scale * 0.995, wide.rows == choice.plan.rows
      else { continue }
      (best.plan, sizes) = (wide, wider)
      break
    }
    for path in [\TierTree.Spacing.down, \TierTree.Spacing.across] {
      // Up to a box wide, what stands side by side is still seen together.
      var high =
        path == \TierTree.Spacing.down
        ? 2.4 : max(3.5, (sizes.map(\.x).max() ?? 0) / TierTree.Spacing.sibling)
      var low = best.spacing[keyPath: path]
      for _ in 0..<6 {
        let middle = (low + high) / 2
        var spacing = best.spacing
        spacing[keyPath: path] = middle
        let stretched = plan(sizes, spacing)
        if stretched.scale(in: choice.room) >= choice.scale * 0.995 {
          low = middle
          best.spacing = spacing
          best.plan = stretched
        } else {
          high = middle
        }
      }
    }
    return best.plan
  }
}
