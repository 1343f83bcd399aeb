import GraphvizKit

/// Finds a place for a box among others that stand: in free room, near what it is linked to, with few crossings.
struct NewcomerSearch {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// What is paid for, in points of line length, as ``PlacementState`` does.
  private enum Price {
    static let crossing = 400.0
    static let overrun = 300.0
    static let covered = 250.0
    static let length = 0.35
    static let stress = 0.15
    static let growth = 0.02
  }

  /// Where each box stands; `nil` for those yet to be placed.
  var boxes: [Rectangle?]
  /// The frame that each box stands in, by its position.
  let frameOf: [Int?]
  /// Where the frames are; `nil` for one with nothing in it yet.
  var frames: [Rectangle?]
  /// The lines, by the positions of their boxes.
  let lines: [(Int, Int)]
  /// The runs of the lines that stay.
  private(set) var runs: [(line: Int, run: Polyline)]
  /// The room of the map.
  let area: Rectangle

  /// How much room there is between boxes, and inside frames.
  var room = Room()

  /// Room around boxes, in points.
  struct Room {
    /// Between boxes.
    var gap = 14.0
    /// Between a frame and what stands in it.
    var padding = FramedPlacement.padding
    /// For the frame's title.
    var title = FramedPlacement.titleHeight
  }

  /// Of so many places the crossings are counted.
  private static let mostRated = 1_500

  /// The cheapest free place of a box.
  ///
  /// - Parameters:
  ///   - node: The box.
  ///   - size: Its extent.
  ///   - least: How far from others it has to stand, as a share of the usual room.
  /// - Returns: The place, or `nil` where there is none.
  /// - Complexity: O(*p*·*n* + *d*·(*n* + *e*)) for *p* places, *n* boxes, and *d* of *e* lines.
  func place(of node: Int, size: Point, least: Double = 1) -> Rectangle? {
    let neighbours = self.neighbours(of: node)
    let target = target(of: node, neighbours.map(\.middle))
    func rough(_ place: Point) -> Double {
      neighbours.reduce(0) { $0 + Price.length * Segment(from: $1.middle, to: place).length }
        + (neighbours.isEmpty ? 1 : Price.stress) * Segment(from: target, to: place).length
        + Price.growth
        * growth(of: node, at: Rectangle(middle: place, width: size.x, height: size.y))
    }
    let gap = room.gap * least
    let free = candidates(for: node, size: size, gap: gap).filter {
      isFree(Rectangle(middle: $0, width: size.x, height: size.y), node, gap: gap)
    }
    let ranked = free.map { (cost: rough($0), place: $0) }.sorted {
      ($0.cost, $0.place.y, $0.place.x) < ($1.cost, $1.place.y, $1.place.x)
    }
    let collisions = collisions
    var best: (cost: Double, place: Point)?
    for (cost, place) in ranked.prefix(Self.mostRated) {
      if cost >= best?.cost ?? .infinity { break }
      let whole = cost + dearness(of: place, size, node, neighbours, collisions)
      if whole < best?.cost ?? .infinity { best = (whole, place) }
    }
    return best.map { Rectangle(middle: $0.place, width: size.x, height: size.y) }
  }

  /// The cheapest free places of boxes, each found with those before it at theirs; `nil` where one finds none.
  func places(of nodes: [Int]) -> [Rectangle]? {
    var others = self
    let sizes = nodes.map { boxes[$0].map { Point(x: $0.width, y: $0.height) } }
    for node in nodes { others.boxes[node] = nil }
    var places: [Rectangle] = []
    for (node, size) in zip(nodes, sizes) {
      guard let size, let place = others.place(of: node, size: size) else { return nil }
      others.boxes[node] = place
      places.append(place)
    }
    return places
  }

  /// What the places of some boxes cost together.
  func cost(of nodes: [Int], at places: [Rectangle]) -> Double {
    var others = self
    for node in nodes { others.boxes[node] = nil }
    return zip(nodes, places).reduce(0) { sum, found in
      defer { others.boxes[found.0] = found.1 }
      return sum + others.cost(of: found.0, at: found.1)
    }
  }

  /// Takes the runs of a box's lines for nothing: it stands elsewhere now.
  mutating func forgetRuns(of node: Int) {
    runs.removeAll { lines[$0.line].0 == node || lines[$0.line].1 == node }
  }

  /// What a place costs, the length of lines with it.
  private func cost(of node: Int, at box: Rectangle) -> Double {
    let neighbours = self.neighbours(of: node)
    let length = neighbours.reduce(0) { $0 + Segment(from: $1.middle, to: box.middle).length }
    var others = self
    others.boxes[node] = nil
    return Price.length * length
      + others.dearness(
        of: box.middle, Point(x: box.width, y: box.height), node, neighbours, others.collisions)
  }

  /// The boxes that stand and are linked to one, once for each line.
  private func neighbours(of node: Int) -> [(box: Int, middle: Point)] {
    lines.compactMap { ends in
      guard ends.0 != ends.1, ends.0 == node || ends.1 == node else { return nil }
      let other = ends.0 == node ? ends.1 : ends.0
      return boxes[other].map { (other, $0.middle) }
    }
  }

  /// Places all over the room, and those in line with boxes that stand.
  private func candidates(for node: Int, size: Point, gap: Double) -> [Point] {
    let step = max(8, (area.width * area.height / 6_000).squareRoot())
    var places: [Point] = []
    for y in stride(
      from: area.y + size.y / 2, through: area.y + area.height - size.y / 2, by: step)
    {
      for x in stride(
        from: area.x + size.x / 2, through: area.x + area.width - size.x / 2, by: step)
      { places.append(Point(x: x, y: y)) }
    }
    for (other, box) in boxes.enumerated() where other != node {
      guard let box else { continue }
      let (across, down) = ((box.width + size.x) / 2 + gap, (box.height + size.y) / 2 + gap)
      places += [
        Point(x: box.middle.x - across, y: box.middle.y),
        Point(x: box.middle.x + across, y: box.middle.y),
        Point(x: box.middle.x, y: box.middle.y - down),
        Point(x: box.middle.x, y: box.middle.y + down),
      ]
    }
    return places
  }

  /// Whether a box may stand somewhere: in the room, apart from all boxes and from frames that are not its own, which must
  /// still hold it without reaching over anything else.
  func isFree(_ box: Rectangle, _ node: Int, gap: Double) -> Bool {
    guard box.x >= area.x - 0.01, box.y >= area.y - 0.01,
      box.x + box.width <= area.x + area.width + 0.01,
      box.y + box.height <= area.y + area.height + 0.01
    else { return false }
    let wide = box.grown(by: gap)
    for (other, placed) in boxes.enumerated() where other != node {
      if let placed, placed.intersects(wide) { return false }
    }
    guard let own = frameOf[node] else {
      return !frames.contains { $0?.intersects(wide) ?? false }
    }
    let grown = frame(frames[own], holding: box)
    guard grown != frames[own] else { return true }
    guard grown.x >= area.x, grown.y >= area.y, grown.x + grown.width <= area.x + area.width,
      grown.y + grown.height <= area.y + area.height
    else { return false }
    return !frames.indices.contains { $0 != own && frames[$0]?.intersects(grown) ?? false }
      && !boxes.indices.contains { other in
        other != node && frameOf[other] != own && boxes[other]?.intersects(grown) ?? false
      }
  }

  /// A frame that holds a box too, with its title above.
  func frame(_ frame: Rectangle?, holding box: Rectangle) -> Rectangle {
    var needed = box.grown(by: room.padding)
    needed.y -= room.title
    needed.height += room.title
    guard var grown = frame else { return needed }
    // What stands in it may be nearer to the side than what is added.
    let inner = box.grown(by: room.padding / 3)
    let isInside =
      inner.x >= grown.x && inner.y >= grown.y + room.title * 0.75
      && inner.x + inner.width <= grown.x + grown.width
      && inner.y + inner.height <= grown.y + grown.height
    if !isInside { grown.enclose(needed) }
    return grown
  }

  private func growth(of node: Int, at box: Rectangle) -> Double {
    guard let own = frameOf[node], let frame = frames[own] else { return 0 }
    let grown = self.frame(frame, holding: box)
    return grown.width * grown.height - frame.width * frame.height
  }

  /// The straight lines between boxes that stand.
  private var collisions: Collisions {
    Collisions(
      lines: lines.compactMap { ends in
        guard ends.0 != ends.1, let from = boxes[ends.0], let to = boxes[ends.1] else { return nil }
        return .init(from: from.middle, to: to.middle, boxes: ends)
      },
      boxes: boxes.map { box in
        guard let box else {
          return .init(around: Point(x: -1e6, y: -1e6), half: Point(x: 0, y: 0))
        }
        return .init(around: box.middle, half: box.half(grownBy: 5))
      })
  }

  /// What a place costs beyond the length of its lines.
  private func dearness(
    of place: Point, _ size: Point, _ node: Int, _ neighbours: [(box: Int, middle: Point)],
    _ collisions: Collisions
  ) -> Double {
    var cost = 0.0
    for neighbour in neighbours {
      let line = Collisions.Line(
        from: place, to: neighbour.middle, boxes: (node, neighbour.box))
      cost += Price.crossing * Double(collisions.crossings(of: line))
      cost += Price.overrun * Double(collisions.overruns(of: line))
    }
    let box = Rectangle(middle: place, width: size.x, height: size.y).grown(by: 4)
    cost +=
      Price.covered
      * Double(
        runs.count { line, run in
          let ends = lines[line]
          return ends.0 != node && ends.1 != node && run.enters(box)
        })
    return cost
  }
}
