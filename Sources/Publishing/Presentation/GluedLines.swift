import Cartography
import GraphvizKit

/// Lines that connectors can follow, in place of a map's curves: from connection site to connection site, straight, or with bends of
/// right angles as in a chart of an organisation.
///
/// A line that was laid out with right angles stays as it is. Of all pairs of sites another takes the one that is short, leaves and
/// meets its boxes head-on, stays near where the curve left and met them, and crosses no other box; where every straight one
/// does, the line bends through the free room between the boxes. Two lines the same way between the same boxes take different
/// pairs; two that go opposite ways lie on each other and read as one with two heads.
struct GluedLines {
  typealias Point = LaidOutDiagram.Point

  /// A line between two sites.
  struct Line: Hashable, Sendable {
    var from: ConnectionSite
    var to: ConnectionSite
    /// The corners between the two, of right angles; empty for a straight line.
    var bends: [Point] = []

    /// The ends and the corners between them.
    var points: [Point] { [from.place] + bends + [to.place] }
  }

  /// The map with the new lines and with every label at its new place.
  let map: LaidOutDiagram
  /// The lines by their position; `nil` for a line from a box to itself, which stays a curve.
  let lines: [Line?]

  /// - Complexity: O(*e*·*n*) in lines and boxes, and O(*n*³) for each line that has to bend.
  init(_ original: LaidOutDiagram) {
    let diagram = original.diagram
    let positions = diagram.nodePositions
    let sites = zip(diagram.nodes, original.boxes).map { ConnectionSite.all(on: $0.shape, $1) }
    var taken: [[Int]: Set<[Int]>] = [:]
    var redrawn = original
    var lines: [Line?] = []
    var blocked: [Int] = []
    for (number, edge) in diagram.edges.enumerated() {
      guard let from = positions[edge.from], let to = positions[edge.to], from != to else {
        lines.append(nil)
        continue
      }
      if let corners = original.routes[number].corners,
        let line = Self.line(through: corners, sites[from], sites[to])
      {
        lines.append(line)
        continue
      }
      let ranked = Self.ranked(
        sites[from], sites[to], route: original.routes[number], in: original, besides: [from, to])
      let used = taken[[from, to]] ?? []
      let best = ranked.first { !used.contains([$0.from.index, $0.to.index]) } ?? ranked.first
      if let best { taken[[from, to], default: []].insert([best.from.index, best.to.index]) }
      if let best, Self.crossed(best, in: original, besides: [from, to]) > 0 {
        blocked.append(number)
      }
      lines.append(best)
    }
    // Lines that have to bend know where the straight ones are.
    var search = ElbowSearch(boxes: original.boxes)
    for (number, line) in lines.enumerated() where !blocked.contains(number) {
      if let line { search.add(line.points) }
    }
    // With more of them nobody can follow lines however they are led.
    for number in blocked.count > Self.mostBent ? [] : blocked {
      let edge = diagram.edges[number]
      guard let from = positions[edge.from], let to = positions[edge.to] else { continue }
      if let bent = search.line(sites[from], sites[to], besides: (from, to)) {
        lines[number] = bent
      }
      if let line = lines[number] { search.add(line.points) }
    }
    for (number, line) in lines.enumerated() {
      if let line { redrawn.routes[number].curves = [Self.curve(through: line.points)] }
    }
    self.lines = lines
    map = LabelPlacement.placed(on: redrawn)
  }

  private static let mostBent = 100

  /// The line through corners that begin and end on sites, or `nil` where it bends more often than a connector can.
  private static func line(
    through corners: [Point], _ from: [ConnectionSite], _ to: [ConnectionSite]
  ) -> Line? {
    func site(_ sites: [ConnectionSite], _ point: Point?) -> ConnectionSite? {
      guard let point else { return nil }
      return sites.first { distance($0.place, point) < 1 }
    }
    guard corners.count - 2 <= Elbow.mostBends, let start = site(from, corners.first),
      let end = site(to, corners.last)
    else { return nil }
    return Line(from: start, to: end, bends: Array(corners.dropFirst().dropLast()))
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
