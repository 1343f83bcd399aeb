import GraphvizKit

/// The cheapest ways around rectangles, along their corners.
///
/// Dijkstra's algorithm on the visibility graph, whose edges are looked for only where the search gets to.
struct DetourSearch {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  private let obstacles: [Rectangle]
  private let corners: [Corner]
  /// How many ways already bend at a corner.
  private var uses: [Int]
  /// The corners of the ways found so far.
  private var bends: [Int: [Int]] = [:]

  private struct Corner {
    let place: Point
    let obstacle: Int
  }

  private enum Price {
    static let bend = 30.0
    static let crossing = 100.0
    static let sharedCorner = 150.0
    /// For turning by a right angle; twice as much for turning back.
    static let turn = 40.0
    /// For running along another way, so that the two look like one.
    static let together = 220.0
    /// For passing over the box where the way begins or ends.
    static let ownBox = 200.0
  }

  init(obstacles: [Rectangle]) {
    self.obstacles = obstacles
    // Some corners behind each other, so that several lines may pass without touching.
    var corners: [Corner] = []
    for (number, obstacle) in obstacles.enumerated() {
      for margin in [2.0, 9.0, 16.0] {
        let box = obstacle.grown(by: margin)
        for y in [box.y, box.y + box.height] {
          for x in [box.x, box.x + box.width] {
            corners.append(Corner(place: Point(x: x, y: y), obstacle: number))
          }
        }
      }
    }
    self.corners = corners.filter { corner in
      !obstacles.contains { box in
        let place = corner.place
        let isWithinWidth = place.x > box.x && place.x < box.x + box.width
        let isWithinHeight = place.y > box.y && place.y < box.y + box.height
        return isWithinWidth && isWithinHeight
      }
    }
    uses = [Int](repeating: 0, count: self.corners.count)
  }

  /// Finds the cheapest way.
  ///
  /// - Parameters:
  ///   - line: The number of the way; one found before under the same number is given up.
  ///   - start: Where it begins.
  ///   - end: Where it ends.
  ///   - passable: Obstacles that are none for this way, since it begins or ends there.
  ///   - others: Ways that it should cross little.
  ///   - most: How many corners are looked at, those nearest to the straight way.
  /// - Returns: The corners of the way with its ends, or `nil` where there is none.
  mutating func path(
    for line: Int, from start: Point, to end: Point, passing passable: Set<Int>,
    crossing others: [[Point]], most: Int = Self.mostCorners
  ) -> [Point]? {
    for corner in bends[line] ?? [] { uses[corner] -= 1 }
    bends[line] = nil
    let near = nearest(to: start, end, passing: passable, most: most)
    let places = [start] + near.map { corners[$0].place } + [end]
    let walls = Collisions(
      lines: [],
      boxes: obstacles.indices.filter { !passable.contains($0) }.map {
        .init(around: obstacles[$0].middle, half: obstacles[$0].half(grownBy: 0))
      })
    let own = Collisions(
      lines: [],
      boxes: passable.map {
        .init(around: obstacles[$0].middle, half: obstacles[$0].half(grownBy: -2))
      })
    let crossed = Collisions(
      lines: others.flatMap { path in
        zip(path, path.dropFirst()).filter { $0 != start && $0 != end && $1 != start && $1 != end }
          .map { .init(from: $0, to: $1) }
      }, boxes: [])
    let beside = others.flatMap { path in
      zip(path, path.dropFirst()).map { Segment(from: $0, to: $1) }
    }
    var distances = [Double](repeating: .infinity, count: places.count)
    var previous = [Int](repeating: -1, count: places.count)
    var isDone = [Bool](repeating: false, count: places.count)
    distances[0] = 0
    let goal = places.count - 1
    // What is left of the way is at least the straight line, so that a way that costs more already need not be looked at.
    let rest = places.map { Segment(from: $0, to: end).length }
    while let current = Self.nearest(distances, isDone), current != goal {
      isDone[current] = true
      var next = 0
      while next < goal {
        next += 1
        if isDone[next] || distances[current] >= distances[next] { continue }
        let segment = Segment(from: places[current], to: places[next])
        var cost = distances[current] + segment.length
        if next != goal {
          cost += Price.bend + Price.sharedCorner * Double(uses[near[next - 1]])
        }
        if cost >= distances[next] || cost + rest[next] >= distances[goal] { continue }
        if previous[current] >= 0 {
          cost +=
            Price.turn
            * Segment(from: places[previous[current]], to: places[current])
            .turn(to: segment)
        }
        let line = Collisions.Line(from: places[current], to: places[next], boxes: (-3, -4))
        if cost >= distances[next] || cost + rest[next] >= distances[goal] { continue }
        if walls.overruns(of: line, limit: 1) > 0 { continue }
        if current != 0, next != goal, own.overruns(of: line, limit: 1) > 0 {
          cost += Price.ownBox
          if cost >= distances[next] || cost + rest[next] >= distances[goal] { continue }
        }
        cost += Price.crossing * crossed.crossings(of: line)
        if cost < distances[next], beside.contains(where: { segment.runs(along: $0) }) {
          cost += Price.together
        }
        if cost < distances[next] {
          distances[next] = cost
          previous[next] = current
        }
      }
    }
    guard distances[goal].isFinite else { return nil }
    var path = [end]
    var position = previous[goal]
    while position >= 0 {
      path.append(places[position])
      if position > 0 {
        uses[near[position - 1]] += 1
        bends[line, default: []].append(near[position - 1])
      }
      position = previous[position]
    }
    return path.reversed()
  }

  /// Corners far off the straight way are no use; of full maps the nearest must do.
  static let mostCorners = 160

  /// The corners that a way between two points may use.
  private func nearest(
    to start: Point, _ end: Point, passing passable: Set<Int>, most: Int
  ) -> [Int] {
    var found: [(detour: Double, corner: Int)] = []
    let longest = Segment(from: start, to: end).length * 1.35 + 160
    var corner = 0
    while corner < corners.count {
      let place = corners[corner].place
      let detour =
        Segment(from: start, to: place).length + Segment(from: place, to: end).length
      if detour < longest, !passable.contains(corners[corner].obstacle) {
        found.append((detour, corner))
      }
      corner += 1
    }
    if found.count > most {
      found.sort { $0 < $1 }
      found.removeLast(found.count - most)
    }
    return found.map(\.corner)
  }

  /// The place that the search reaches next, or `nil` where all that can be reached are done.
  private static func nearest(_ distances: [Double], _ isDone: [Bool]) -> Int? {
    var (best, place) = (Double.infinity, -1)
    var candidate = 0
    while candidate < distances.count {
      if !isDone[candidate], distances[candidate] < best {
        (best, place) = (distances[candidate], candidate)
      }
      candidate += 1
    }
    return place < 0 ? nil : place
  }
}
