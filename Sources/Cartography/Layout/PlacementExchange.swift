/// Exchanges the places of boxes as long as that makes lines shorter, crossings fewer and boxes less run over.
struct PlacementExchange {
  typealias Point = LaidOutDiagram.Point

  private let sizes: [Point]
  private let lines: [(Int, Int)]
  private let linesAt: [[Int]]
  /// Boxes that may exchange places carry the same number.
  private let classes: [Int]
  /// The middles of the boxes.
  private(set) var places: [Point]

  /// What a crossing costs, in points of line length.
  private static let crossingCost = 90.0
  /// What a line over a box costs, in points of line length.
  private static let overrunCost = 160.0

  init(sizes: [Point], lines: [(Int, Int)], places: [Point], classes: [Int]? = nil) {
    self.sizes = sizes
    self.lines = lines.filter { $0.0 != $0.1 }
    self.places = places
    self.classes = classes ?? [Int](repeating: 0, count: sizes.count)
    var linesAt = [[Int]](repeating: [], count: sizes.count)
    for (line, ends) in self.lines.enumerated() {
      linesAt[ends.0].append(line)
      linesAt[ends.1].append(line)
    }
    self.linesAt = linesAt
  }

  /// Tries every pair of boxes, `sweeps` times or until nothing gets better.
  mutating func improve(sweeps: Int) {
    guard sizes.count * lines.count < 40_000 else { return }
    for _ in 0..<sweeps {
      var hasImproved = false
      for a in sizes.indices {
        for b in sizes.indices.dropFirst(a + 1) where classes[a] == classes[b] {
          guard !linesAt[a].isEmpty || !linesAt[b].isEmpty else { continue }
          let touched = Set(linesAt[a] + linesAt[b]).sorted()
          let before = cost(of: touched, moved: (a, b))
          places.swapAt(a, b)
          if cost(of: touched, moved: (a, b)) < before - 1 {
            hasImproved = true
          } else {
            places.swapAt(a, b)
          }
        }
      }
      guard hasImproved else { return }
    }
  }

  /// The cost of some lines, and of all lines that run over the two boxes that move.
  private func cost(of touched: [Int], moved: (Int, Int)) -> Double {
    var cost = 0.0
    for line in touched {
      let (from, to) = lines[line]
      let (a, b) = (places[from], places[to])
      cost += ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
      for (other, ends) in lines.enumerated() where other != line {
        let sharesEnd = ends.0 == from || ends.0 == to || ends.1 == from || ends.1 == to
        guard !sharesEnd else { continue }
        if Self.cross(a, b, places[ends.0], places[ends.1]) { cost += Self.crossingCost }
      }
      for box in sizes.indices where box != from && box != to {
        if runsOver(box, a, b) { cost += Self.overrunCost }
      }
    }
    for box in [moved.0, moved.1] {
      for (line, ends) in lines.enumerated()
      where ends.0 != box && ends.1 != box && !linesAt[moved.0].contains(line)
        && !linesAt[moved.1].contains(line)
      {
        if runsOver(box, places[ends.0], places[ends.1]) { cost += Self.overrunCost }
      }
    }
    return cost
  }

  /// Whether the straight line between two points runs over a box.
  private func runsOver(_ box: Int, _ a: Point, _ b: Point) -> Bool {
    // Liang–Barsky: the part of the segment inside the box, if any.
    let half = Point(x: sizes[box].x / 2, y: sizes[box].y / 2)
    let centre = places[box]
    var (low, high) = (0.0, 1.0)
    for (start, delta, minimum, maximum) in [
      (a.x, b.x - a.x, centre.x - half.x, centre.x + half.x),
      (a.y, b.y - a.y, centre.y - half.y, centre.y + half.y),
    ] {
      if delta == 0 {
        if start < minimum || start > maximum { return false }
      } else {
        let (first, second) = ((minimum - start) / delta, (maximum - start) / delta)
        low = max(low, min(first, second))
        high = min(high, max(first, second))
        if low > high { return false }
      }
    }
    return true
  }

  private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func turn(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0)
  }
}
