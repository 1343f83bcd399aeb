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
  ///
  /// - Complexity: O(*n*²·*d*·(*e* + *n*)) for each sweep, with *d* lines at a box.
  mutating func improve(sweeps: Int) {
    guard sizes.count * lines.count < 40_000 else { return }
    for _ in 0..<sweeps {
      var hasImproved = false
      for a in sizes.indices {
        for b in sizes.indices.dropFirst(a + 1) where classes[a] == classes[b] {
          guard !linesAt[a].isEmpty || !linesAt[b].isEmpty else { continue }
          if tryExchange(a, b) { hasImproved = true }
        }
      }
      guard hasImproved else { return }
    }
  }

  /// Exchanges two boxes if that is better, and says so.
  private mutating func tryExchange(_ a: Int, _ b: Int) -> Bool {
    let lengthBefore = length(at: a) + length(at: b)
    places.swapAt(a, b)
    let lengthAfter = length(at: a) + length(at: b)
    // Lines that get much longer are hardly ever worth the crossings they avoid, and those are costly to count.
    guard lengthAfter < lengthBefore + Self.crossingCost else {
      places.swapAt(a, b)
      return false
    }
    let after = lengthAfter + conflicts(at: a, b)
    places.swapAt(a, b)
    guard after < lengthBefore + conflicts(at: a, b) - 1 else { return false }
    places.swapAt(a, b)
    return true
  }

  /// The length of the lines at a box.
  private func length(at box: Int) -> Double {
    var sum = 0.0
    for line in linesAt[box] {
      let (a, b) = (places[lines[line].0], places[lines[line].1])
      sum += ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
    return sum
  }

  /// What crossings and overruns cost that involve one of the two boxes or their lines.
  private func conflicts(at first: Int, _ second: Int) -> Double {
    var cost = 0.0
    for box in [first, second] {
      for line in linesAt[box] {
        let (from, to) = lines[line]
        // A line between the two is counted once.
        if box == second, from == first || to == first { continue }
        let (a, b) = (places[from], places[to])
        for (c, d) in lines where c != from && c != to && d != from && d != to {
          if Polyline.segmentsCross(a, b, places[c], places[d]) { cost += Self.crossingCost }
        }
        for other in sizes.indices where other != from && other != to {
          if runsOver(other, a, b) { cost += Self.overrunCost }
        }
      }
      for (c, d) in lines where c != box && d != box {
        let isCounted = c == first || c == second || d == first || d == second
        if !isCounted, runsOver(box, places[c], places[d]) { cost += Self.overrunCost }
      }
    }
    return cost
  }

  /// Whether the straight line between two points runs over a box (Liang–Barsky: some part of it lies inside).
  private func runsOver(_ box: Int, _ a: Point, _ b: Point) -> Bool {
    let (half, centre) = (sizes[box], places[box])
    let (left, right) = (centre.x - half.x / 2, centre.x + half.x / 2)
    let (top, bottom) = (centre.y - half.y / 2, centre.y + half.y / 2)
    if max(a.x, b.x) < left || min(a.x, b.x) > right || max(a.y, b.y) < top
      || min(a.y, b.y) > bottom
    {
      return false
    }
    var (low, high) = (0.0, 1.0)
    return Self.clip(a.x, b.x - a.x, left, right, &low, &high)
      && Self.clip(a.y, b.y - a.y, top, bottom, &low, &high)
  }

  /// Narrows the part of a segment, `low` to `high`, to what lies between two bounds; says whether anything is left.
  private static func clip(
    _ start: Double, _ delta: Double, _ minimum: Double, _ maximum: Double, _ low: inout Double,
    _ high: inout Double
  ) -> Bool {
    guard delta != 0 else { return start >= minimum && start <= maximum }
    let (first, second) = ((minimum - start) / delta, (maximum - start) / delta)
    low = max(low, min(first, second))
    high = min(high, max(first, second))
    return low <= high
  }
}
