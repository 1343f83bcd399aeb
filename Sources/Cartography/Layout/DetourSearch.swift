import GraphvizKit

/// The cheapest ways around rectangles, along their corners.
///
/// The A* search of P. Hart, N. Nilsson, B. Raphael, *IEEE Transactions on Systems Science and Cybernetics* 4(2), 1968,
/// [doi:10.1109/TSSC.1968.300136](https://doi.org/10.1109/TSSC.1968.300136), on the visibility graph, whose edges are looked for
/// only where the search gets to, and remembered for the next way.
struct DetourSearch {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  private var sight: CornerSight
  /// How many ways already bend at a corner.
  private var uses: [Int]
  /// The corners of the ways found so far.
  private var bends: [Int: [Int]] = [:]
  private var isPassable: [Bool]

  private enum Price {
    static let bend = 30.0
    static let crossing = 200.0
    static let sharedCorner = 150.0
    /// For turning by a right angle; twice as much for turning back.
    static let turn = 70.0
    /// For turning by more than a right angle, which makes a spike.
    static let spike = 150.0
    /// For running along another way, so that the two look like one.
    static let together = 420.0
    /// For passing over the box where the way begins or ends.
    static let ownBox = 200.0
  }

  /// What is asked for: the obstacles in whose middles a way begins and ends, and the ways that it should cross little.
  private struct Question {
    var from: Int
    var to: Int
    var corners: Int
    var others: RoutedWays
  }

  init(obstacles: [Rectangle]) {
    sight = CornerSight(obstacles)
    uses = [Int](repeating: 0, count: sight.owners.count)
    isPassable = [Bool](repeating: false, count: obstacles.count)
  }

  /// Finds the cheapest way.
  ///
  /// - Parameters:
  ///   - line: The number of the way.
  ///   - from: The obstacle in whose middle it begins.
  ///   - to: The obstacle in whose middle it ends.
  ///   - passable: Further obstacles that are none for this way.
  ///   - others: Ways that it should cross little.
  ///   - isLed: Whether it is led already; straight, where no corner was found for it.
  ///   - corners: How many corners are looked at, those nearest to the straight way.
  /// - Returns: The corners of the way with its ends, or `nil` where there is none, or none better than it is led.
  mutating func path(
    for line: Int, from: Int, to: Int, passing passable: [Int], crossing others: RoutedWays,
    isLed: Bool, corners: Int = Self.mostCorners
  ) -> [Point]? {
    for obstacle in [from, to] + passable { isPassable[obstacle] = true }
    defer { for obstacle in [from, to] + passable { isPassable[obstacle] = false } }
    let former = bends[line] ?? []
    for corner in former { uses[corner] -= 1 }
    let question = Question(from: from, to: to, corners: corners, others: others)
    let most = isLed ? price(of: former, question) : .infinity
    guard let found = search(question, below: most) else {
      for corner in former { uses[corner] += 1 }
      return nil
    }
    for corner in found { uses[corner] += 1 }
    bends[line] = found
    return ([sight.middle(of: from)] + found + [sight.middle(of: to)]).map { sight.places[$0] }
  }

  /// The corners of the cheapest way that costs less than so much.
  private mutating func search(_ question: Question, below most: Double) -> [Int]? {
    let (start, end) = (sight.middle(of: question.from), sight.middle(of: question.to))
    let near =
      [start] + nearest(to: sight.places[start], sight.places[end], most: question.corners) + [end]
    let places = near.map { sight.places[$0] }
    let goal = places.count - 1
    var distances = [Double](repeating: .infinity, count: places.count)
    var previous = [Int](repeating: -1, count: places.count)
    var isDone = [Bool](repeating: false, count: places.count)
    (distances[0], distances[goal]) = (0, most)
    // What is left of the way is at least the straight line, and a bend where that is blocked.
    var rest = places.map { Segment(from: $0, to: places[goal]).length }
    for place in near.indices.dropFirst().dropLast()
    where sight.view(from: near[place], to: end, passing: isPassable) == .blocked {
      rest[place] += Price.bend
    }
    while let current = Self.nearest(distances, rest, isDone), current != goal {
      isDone[current] = true
      let before = distances[current]
      let last =
        previous[current] < 0
        ? nil : Segment(from: places[previous[current]], to: places[current])
      var next = 0
      while next < goal {
        next += 1
        // A way that costs more already need not be looked at.
        let limit = min(distances[next], distances[goal] - rest[next])
        if isDone[next] || before >= limit { continue }
        let (dx, dy) = (
          places[next].x - places[current].x, places[next].y - places[current].y
        )
        var cost = before + (dx * dx + dy * dy).squareRoot()
        if cost >= limit { continue }
        if next != goal { cost += Price.bend + Price.sharedCorner * Double(uses[near[next]]) }
        if cost >= limit { continue }
        let piece = Segment(from: places[current], to: places[next])
        if let last { cost += Self.price(ofTurn: last.turn(to: piece)) }
        if cost >= limit { continue }
        cost += self.cost(from: near[current], to: near[next], question, below: limit - cost)
        if cost < limit {
          distances[next] = cost
          previous[next] = current
        }
      }
    }
    guard previous[goal] >= 0 else { return nil }
    var corners: [Int] = []
    var position = previous[goal]
    while position > 0 {
      corners.append(near[position])
      position = previous[position]
    }
    return corners.reversed()
  }

  /// What a piece between two places costs beyond its length and its bends, as far as that is below a limit.
  private mutating func cost(
    from: Int, to: Int, _ question: Question, below limit: Double
  ) -> Double {
    var cost = 0.0
    switch sight.view(from: from, to: to, passing: isPassable) {
    case .free: break
    case .blocked: return .infinity
    case .own:
      if from < sight.owners.count, to < sight.owners.count { cost = Price.ownBox }
      if cost >= limit { return cost }
    }
    let (start, end) = (sight.places[from], sight.places[to])
    cost +=
      Price.crossing
      * Double(
        question.others.pieces.crossings(
          of: .init(from: start, to: end, boxes: (question.from, question.to))))
    if cost < limit, question.others.run(along: Segment(from: start, to: end)) {
      cost += Price.together
    }
    return cost
  }

  private static func price(ofTurn turn: Double) -> Double {
    Price.turn * turn + (turn > 1.2 ? Price.spike : 0)
  }

  /// What a way along corners costs.
  private mutating func price(of corners: [Int], _ question: Question) -> Double {
    let ends = (sight.middle(of: question.from), sight.middle(of: question.to))
    let way = [ends.0] + corners + [ends.1]
    var price = 0.0
    var last: Segment?
    for (from, to) in zip(way, way.dropFirst()) {
      let piece = Segment(from: sight.places[from], to: sight.places[to])
      price += piece.length + cost(from: from, to: to, question, below: .infinity)
      if to != ends.1 { price += Price.bend + Price.sharedCorner * Double(uses[to]) }
      if let last { price += Self.price(ofTurn: last.turn(to: piece)) }
      last = piece
    }
    return price
  }

  /// Corners far off the straight way are no use; of full maps the nearest must do.
  static let mostCorners = 160

  /// The corners that a way between two points may use.
  private func nearest(to start: Point, _ end: Point, most: Int) -> [Int] {
    var found: [(detour: Double, corner: Int)] = []
    let longest = Segment(from: start, to: end).length * 1.35 + 160
    var corner = 0
    while corner < sight.owners.count {
      let place = sight.places[corner]
      let detour =
        Segment(from: start, to: place).length + Segment(from: place, to: end).length
      if detour < longest, !isPassable[sight.owners[corner]] { found.append((detour, corner)) }
      corner += 1
    }
    if found.count > most {
      found.sort { $0 < $1 }
      found.removeLast(found.count - most)
    }
    return found.map(\.corner)
  }

  /// The place that the search reaches next, or `nil` where all that can be reached are done.
  private static func nearest(
    _ distances: [Double], _ rest: [Double], _ isDone: [Bool]
  ) -> Int? {
    var (best, place) = (Double.infinity, -1)
    var candidate = 0
    while candidate < distances.count {
      if !isDone[candidate], distances[candidate] + rest[candidate] < best {
        (best, place) = (distances[candidate] + rest[candidate], candidate)
      }
      candidate += 1
    }
    return place < 0 ? nil : place
  }
}
