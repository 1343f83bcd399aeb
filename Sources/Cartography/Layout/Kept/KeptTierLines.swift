import GraphvizKit

/// Leads the lines from one box of a hierarchy to those below it, wherever these stand: across above a level and down to the
/// top of each, or down beside a stack to its sides.
struct KeptTierLines {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// All boxes at their places.
  let boxes: [Rectangle]
  /// The box that the lines lead up to.
  let parent: Int
  /// Those below it.
  let children: [Int]
  /// Lines that are not to be crossed.
  let others: [Polyline]

  private enum Price {
    static let overrun = 2_000.0
    static let crossing = 150.0
    static let bend = 12.0
    /// For a line across that the others do not use.
    static let alone = 60.0
    static let trunk = 40.0
  }

  /// The corners of each child's line, from the child up; `nil` for one that no right angles lead anywhere.
  ///
  /// - Complexity: O(*c*·*k*·(*n* + *e*)) for *c* children with *k* ways each, among *n* boxes and *e* lines.
  func corners() -> [Int: [Point]?] {
    let top = boxes[parent]
    let start = Point(x: top.middle.x, y: top.y + top.height)
    let levels = Self.levels(children.map { boxes[$0] })
    // The line across above the highest serves as many as it can.
    var across = levels.map { $0 - TierTree.Spacing.level / 2 }.filter { $0 > start.y + 3 }
    if across.isEmpty, let first = levels.first {
      across = [(start.y + max(first, start.y + 8)) / 2]
    }
    var found: [Int: [Point]?] = [:]
    var used: [Double: Int] = [:]
    // From above, so that stacks find the line across that leads to their heads.
    for child in children.sorted(by: { (boxes[$0].y, boxes[$0].x) < (boxes[$1].y, boxes[$1].x) }) {
      var best: (cost: Double, path: [Point], across: Double, isFree: Bool)?
      for y in across {
        for path in ways(from: child, to: start, across: y) {
          let (cost, isFree) = price(of: path, child)
          let whole = cost + (used[y] == nil && !used.isEmpty ? Price.alone : 0)
          if whole < best?.cost ?? .infinity { best = (whole, path, y, isFree) }
        }
      }
      guard let best, best.isFree else {
        found[child] = .some(nil)
        continue
      }
      used[best.across, default: 0] += 1
      found[child] = best.path
    }
    return found
  }

  /// The upper edges of boxes, those of one level once.
  private static func levels(_ boxes: [Rectangle]) -> [Double] {
    boxes.map(\.y).sorted().reduce(into: []) { levels, y in
      if levels.last.map({ y - $0 > 4 }) ?? true { levels.append(y) }
    }
  }

  /// Ways to a child over one line across: from above, or down a trunk on either side.
  private func ways(from child: Int, to start: Point, across y: Double) -> [[Point]] {
    let box = boxes[child]
    func up(_ x: Double) -> [Point] {
      abs(x - start.x) < 0.5
        ? [start] : [Point(x: x, y: y), Point(x: start.x, y: y), start]
    }
    var ways: [[Point]] = []
    if y < box.y - 2 { ways.append([Point(x: box.middle.x, y: box.y)] + up(box.middle.x)) }
    guard y < box.middle.y else { return ways }
    // Down the middle, where several have one trunk.
    let side = start.x < box.x ? box.x : box.x + box.width
    if abs(start.x - side) > 4, abs(start.x - side) < 70,
      abs(start.x - box.middle.x) > box.width / 2
    {
      ways.append(
        [Point(x: side, y: box.middle.y), Point(x: start.x, y: box.middle.y), start])
    }
    for reach in [TierTree.Spacing.elbow, 7] {
      for (side, x) in [(box.x, box.x - reach), (box.x + box.width, box.x + box.width + reach)] {
        ways.append(
          [Point(x: side, y: box.middle.y), Point(x: x, y: box.middle.y)] + up(x))
      }
    }
    return ways
  }

  private func price(of path: [Point], _ child: Int) -> (cost: Double, isFree: Bool) {
    let line = Polyline(points: path)
    let over = boxes.indices.count { other in
      other != parent && other != child && line.enters(boxes[other].grown(by: 2))
    }
    let crossed = others.count { $0.crosses(line) }
    let isTrunk = path.count > 1 && path[0].y == path[1].y
    return (
      Price.overrun * Double(over) + Price.crossing * Double(crossed) + 0.2 * line.length
        + Price.bend * Double(path.count) + (isTrunk ? Price.trunk : 0),
      over == 0
    )
  }
}
