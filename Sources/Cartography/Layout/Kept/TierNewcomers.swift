import GraphvizKit

/// Finds places for newcomers in a hierarchy: on the level of those beside them, or below these, under the one above.
struct TierNewcomers {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// The search that knows what is free.
  var search: NewcomerSearch
  let forest: TierForest

  private enum Price {
    static let crossing = 400.0
    static let overrun = 900.0
    static let stack = 60.0
    static let otherLevel = 25.0
  }

  /// The extent of a newcomer: as large as those beside it where that is enough.
  func size(of node: Int, needing size: Point) -> Point {
    let peers = siblings(of: node).compactMap { search.boxes[$0] }
    var size = size
    if let width = peers.map(\.width).max(), width >= size.x, width <= size.x * 1.6 {
      size.x = width
    }
    if let height = peers.map(\.height).max(), height >= size.y { size.y = height }
    return size
  }

  private func siblings(of node: Int) -> [Int] {
    let all = forest.parents[node].map { forest.children[$0] } ?? forest.roots
    return all.filter { $0 != node && search.boxes[$0] != nil }
  }

  /// The cheapest free place; `nil` if there is none on a level.
  func place(of node: Int, size: Point) -> Rectangle? {
    let parent = forest.parents[node].flatMap { search.boxes[$0] }
    let peers = siblings(of: node).compactMap { search.boxes[$0] }
    var rows: [(y: Double, price: Double)] = []
    func add(_ y: Double, _ price: Double) {
      if !rows.contains(where: { abs($0.y - y) < 1 }) { rows.append((y, price)) }
    }
    for peer in peers { add(peer.middle.y, 0) }
    if peers.isEmpty {
      for other in forest.depths.indices where forest.depths[other] == forest.depths[node] {
        if let box = search.boxes[other] { add(box.middle.y, Price.otherLevel) }
      }
    }
    let lowest = peers.map { $0.y + $0.height }.max()
    if let lowest { add(lowest + TierTree.Spacing.stack + size.y / 2, Price.stack) }
    if let parent {
      let below = parent.y + parent.height + TierTree.Spacing.level
      add(below + size.y / 2, peers.isEmpty ? Price.otherLevel : Price.stack)
      // Nobody stands beside or above those they report to.
      rows.removeAll { $0.y - size.y / 2 < parent.y + parent.height + 12 }
    }
    let near = peers.isEmpty ? parent.map { [$0.middle.x] } ?? [] : peers.map(\.middle.x)
    let home = near.isEmpty ? search.area.middle.x : near.reduce(0, +) / Double(near.count)
    var best: (cost: Double, box: Rectangle)?
    for row in rows {
      for x in columns(width: size.x, beside: peers) {
        let box = Rectangle(middle: Point(x: x, y: row.y), width: size.x, height: size.y)
        guard search.isFree(box, node, gap: search.room.gap) else { continue }
        let cost = row.price + abs(x - home) * 0.5 + connection(of: box, to: parent, node)
        if cost < best?.cost ?? .infinity { best = (cost, box) }
      }
    }
    return best?.box
  }

  private func columns(width: Double, beside peers: [Rectangle]) -> [Double] {
    let area = search.area
    let grid = Array(
      stride(from: area.x + width / 2, through: area.x + area.width - width / 2, by: 4))
    return peers.flatMap { peer -> [Double] in
      let apart = (peer.width + width) / 2 + TierTree.Spacing.sibling
      return [peer.middle.x, peer.middle.x - apart, peer.middle.x + apart]
    } + grid
  }

  /// What the line up to the one above costs: what it crosses and runs over.
  private func connection(of box: Rectangle, to parent: Rectangle?, _ node: Int) -> Double {
    guard let parent else { return 0 }
    let across = box.y - TierTree.Spacing.level / 2
    let path = Polyline(points: [
      Point(x: box.middle.x, y: box.y), Point(x: box.middle.x, y: across),
      Point(x: parent.middle.x, y: across), Point(x: parent.middle.x, y: parent.y + parent.height),
    ])
    let above = forest.parents[node]
    let over = search.boxes.indices.count { other in
      guard other != node, other != above, let foreign = search.boxes[other] else { return false }
      return path.enters(foreign)
    }
    let crossed = search.runs.count { line, run in
      let ends = search.lines[line]
      return ends.0 != above && ends.1 != above && run.crosses(path)
    }
    // Lines to the same one above are led anew with this one.
    let covered = search.runs.count { line, run in
      search.lines[line].1 != above && run.enters(box.grown(by: 3))
    }
    return Price.overrun * Double(over) + Price.crossing * Double(crossed + covered)
  }
}
