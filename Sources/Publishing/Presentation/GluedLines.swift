import Cartography
import GraphvizKit

/// Lines that connectors can follow, in place of a map's curves: from connection site to connection site, straight, or with two
/// bends as in a chart of an organisation.
///
/// Of all pairs of sites a straight line takes the one that is short, leaves and meets its boxes head-on, stays near where the
/// curve left and met them, and crosses few other boxes. Two lines the same way between the same boxes take different
/// pairs; two that go opposite ways lie on each other and read as one with two heads.
struct GluedLines {
  typealias Point = LaidOutDiagram.Point

  /// A line between two sites.
  struct Line: Hashable, Sendable {
    var from: ConnectionSite
    var to: ConnectionSite
    /// How far along its height a line with two bends turns, 0 to 1; `nil` for a straight line.
    var turn: Double?

    /// The corners of the line.
    var points: [Point] {
      guard let turn else { return [from.place, to.place] }
      let y = from.place.y + (to.place.y - from.place.y) * turn
      return [from.place, Point(x: from.place.x, y: y), Point(x: to.place.x, y: y), to.place]
    }
  }

  /// The map with the new lines and with every label at its new place.
  let map: LaidOutDiagram
  /// The lines by their position; `nil` for a line from a box to itself, which stays a curve.
  let lines: [Line?]

  /// - Complexity: O(*e*·*n*) in lines and boxes.
  init(_ original: LaidOutDiagram) {
    let diagram = original.diagram
    let positions = Dictionary(
      diagram.nodes.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let sites = zip(diagram.nodes, original.boxes).map { ConnectionSite.all(on: $0.shape, $1) }
    let gaps = Self.gaps(below: original, positions)
    var taken: [[Int]: Set<[Int]>] = [:]
    var redrawn = original
    var lines: [Line?] = []
    for (number, edge) in diagram.edges.enumerated() {
      guard let from = positions[edge.from], let to = positions[edge.to], from != to else {
        lines.append(nil)
        continue
      }
      let ranked = Self.ranked(
        sites[from], sites[to], route: original.routes[number], in: original, besides: [from, to])
      let used = taken[[from, to]] ?? []
      var best = ranked.first { !used.contains([$0.from.index, $0.to.index]) } ?? ranked.first
      if edge.pointsUp, diagram.kind == .map(.governance), let gap = gaps[to],
        let bent = Self.bent(sites[from], sites[to], gap: gap),
        best.map({
          Self.crossed(bent, in: original, besides: [from, to])
            <= Self.crossed($0, in: original, besides: [from, to])
        }) ?? true
      {
        best = bent
      }
      if let best {
        taken[[from, to], default: []].insert([best.from.index, best.to.index])
        redrawn.routes[number].curves = [Self.curve(through: best.points)]
      }
      lines.append(best)
    }
    self.lines = lines
    map = LabelPlacement.placed(on: redrawn)
  }

  /// The distance from each box to the nearest below it that reports to it.
  private static func gaps(
    below map: LaidOutDiagram, _ positions: [String: Int]
  ) -> [Int: Double] {
    var gaps: [Int: Double] = [:]
    for edge in map.diagram.edges where edge.pointsUp {
      guard let from = positions[edge.from], let to = positions[edge.to] else { continue }
      let gap = map.boxes[from].y - map.boxes[to].y - map.boxes[to].height
      if gap > 0 { gaps[to] = min(gap, gaps[to] ?? gap) }
    }
    return gaps
  }

  /// From the top of a box up to the bottom of its parent, turning half-way to the parent's nearest child.
  private static func bent(
    _ child: [ConnectionSite], _ parent: [ConnectionSite], gap: Double
  ) -> Line? {
    guard let top = child.first(where: { $0.outward == Point(x: 0, y: -1) }),
      let bottom = parent.first(where: { $0.outward == Point(x: 0, y: 1) }),
      top.place.y - bottom.place.y > 4
    else { return nil }
    if abs(top.place.x - bottom.place.x) < 1 { return Line(from: top, to: bottom) }
    // Some programs turn half-way whatever the file says, so a line that has to turn elsewhere stays straight.
    let turn = 1 - gap / 2 / (top.place.y - bottom.place.y)
    return abs(turn - 0.5) < 0.15 ? Line(from: top, to: bottom, turn: turn) : nil
  }

  /// A chain of straight pieces as a chain of curves.
  private static func curve(through points: [Point]) -> LaidOutDiagram.Curve {
    var curve = points.first.map { [$0] } ?? []
    for (a, b) in zip(points, points.dropFirst()) { curve += [a, b, b] }
    return .init(points: curve)
  }

  private static func ranked(
    _ from: [ConnectionSite], _ to: [ConnectionSite], route: LaidOutDiagram.Route,
    in map: LaidOutDiagram, besides ends: Set<Int>
  ) -> [Line] {
    let first = route.curves.first.flatMap { $0.startTip ?? $0.points.first }
    let last = route.curves.last.flatMap { $0.endTip ?? $0.points.last }
    let all = from.flatMap { a in to.map { b in Line(from: a, to: b) } }
    let costs = all.map { cost(of: $0, first: first, last: last) }
    // Looking for crossed boxes takes long; it is done for those that may win.
    let order = all.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(16)
    let totals = order.map { choice in
      (costs[choice] + 150 * Double(crossed(all[choice], in: map, besides: ends)), choice)
    }
    return totals.sorted { $0 < $1 }.map { all[$0.1] }
  }

  private static func cost(of line: Line, first: Point?, last: Point?) -> Double {
    let (a, b) = (line.from, line.to)
    let (dx, dy) = (b.place.x - a.place.x, b.place.y - a.place.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return .greatestFiniteMagnitude }
    let leaving = (dx * a.outward.x + dy * a.outward.y) / length
    let meeting = -(dx * b.outward.x + dy * b.outward.y) / length
    var cost = length
    for facing in [leaving, meeting] {
      // Less than zero: the line would start by crossing its own box.
      cost += facing < -0.05 ? 400 : (facing < 0.2 ? 30 : 0) + 30 * (1 - facing)
    }
    if let first { cost += distance(first, a.place) }
    if let last { cost += distance(last, b.place) }
    return cost
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// How many boxes the line runs over, besides its ends.
  private static func crossed(
    _ line: Line, in map: LaidOutDiagram, besides ends: Set<Int>
  ) -> Int {
    let line = Polyline(points: line.points)
    return map.boxes.indices.count { !ends.contains($0) && line.enters(map.boxes[$0]) }
  }
}
