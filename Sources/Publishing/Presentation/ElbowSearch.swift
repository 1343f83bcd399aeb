import Cartography
import GraphvizKit

/// Leads connectors through the free room between boxes, with as few bends as it takes.
///
/// Lines are widened rather than cells visited, after K. Mikami, K. Tabuchi, “A computer program for optimal routing of printed
/// circuit conductors”, *IFIP Congress* 1968: from both ends run the free upright and level pieces, from these the ones
/// across, until one of the first end meets one of the second.
struct ElbowSearch {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  private enum Price {
    static let bend = 45.0
    static let crossing = 60.0
    static let together = 400.0
  }

  /// How near a line may come to a box that it does not join.
  private static let clearance = 5.0

  private let boxes: [Rectangle]
  /// Where pieces may run, level and upright.
  private let rows: [Double]
  private let columns: [Double]
  /// A piece of a line that is there already.
  private struct Piece {
    let from: Point
    let to: Point
    let path: Polyline

    /// Whether it lies wholly beside the stretch between two points.
    func isFar(from a: Point, _ b: Point) -> Bool {
      let margin = ElbowSearch.nearness
      return max(from.x, to.x) < min(a.x, b.x) - margin
        || min(from.x, to.x) > max(a.x, b.x) + margin
        || max(from.y, to.y) < min(a.y, b.y) - margin || min(from.y, to.y) > max(a.y, b.y) + margin
    }
  }

  /// How near to each other two pieces run that seem one.
  private static let nearness = 4.0

  private var pieces: [Piece] = []

  init(boxes: [Rectangle]) {
    self.boxes = boxes
    rows = Self.channels(boxes.map { ($0.y, $0.y + $0.height) })
    columns = Self.channels(boxes.map { ($0.x, $0.x + $0.width) })
  }

  /// The sides of all boxes with room before them, and the middles of what is free between two of these.
  private static func channels(_ spans: [(Double, Double)]) -> [Double] {
    let sides = spans.flatMap { [$0.0 - 9, $0.1 + 9] }
    let edges = spans.flatMap { [$0.0, $0.1] }.sorted()
    let middles = zip(edges, edges.dropFirst()).filter { $1 - $0 > 12 }.map { ($0 + $1) / 2 }
    var found: [Double] = []
    for place in (sides + middles).sorted() where place - (found.last ?? -.infinity) > 3 {
      found.append(place)
    }
    return found
  }

  /// Tells the search of a line that others should keep away from.
  mutating func add(_ points: [Point]) {
    pieces += zip(points, points.dropFirst()).map {
      Piece(from: $0, to: $1, path: Polyline(points: [$0, $1]))
    }
  }

  /// The cheapest line that crosses no box, or `nil` where there is none.
  ///
  /// - Complexity: O(*k*²·*n*) for *n* boxes and the *k* channels nearest to each end.
  func line(
    _ from: [ConnectionSite], _ to: [ConnectionSite], besides ends: (Int, Int)
  ) -> GluedLines.Line? {
    var best: (cost: Double, line: GluedLines.Line)?
    let starts = from.compactMap { exit($0, of: ends.0) }
    let goals = to.compactMap { exit($0, of: ends.1) }
    for start in starts {
      for end in goals {
        consider(start, end) { bends in
          let points = [start.place] + bends + [end.place]
          let length = Self.length(points) + Price.bend * Double(bends.count)
          let most = best?.cost ?? .infinity
          guard length < most, isFree(points, ends) else { return }
          let cost = length + disturbance(points, upTo: most - length)
          if cost < most { best = (cost, .init(from: start.site, to: end.site, bends: bends)) }
        }
      }
    }
    return best?.line
  }

  /// A site with the channels that a line may turn into without meeting a box before.
  private struct Exit {
    var site: ConnectionSite
    /// Whether it leads up or down rather than to a side.
    var isUpright: Bool
    var channels: [Double]

    var place: Point { site.place }

    func isOutside(_ value: Double) -> Bool {
      isUpright
        ? (value - place.y) * site.outward.y > 4 : (value - place.x) * site.outward.x > 4
    }
  }

  private static let mostChannels = 14

  /// The way out of a box at a site; `nil` for a site on a slant.
  private func exit(_ site: ConnectionSite, of own: Int) -> Exit? {
    let isUpright = abs(site.outward.x) < 0.01
    guard isUpright || abs(site.outward.y) < 0.01 else { return nil }
    var exit = Exit(site: site, isUpright: isUpright, channels: [])
    // How far it gets before it meets a box.
    var reach = Double.infinity
    for (number, box) in boxes.enumerated() where number != own {
      let (low, high) = isUpright ? (box.x, box.x + box.width) : (box.y, box.y + box.height)
      let across = isUpright ? site.place.x : site.place.y
      guard across > low - Self.clearance, across < high + Self.clearance else { continue }
      let near =
        isUpright
        ? (site.outward.y > 0 ? box.y - site.place.y : site.place.y - box.y - box.height)
        : (site.outward.x > 0 ? box.x - site.place.x : site.place.x - box.x - box.width)
      if near > -1 { reach = min(reach, near) }
    }
    let place = isUpright ? site.place.y : site.place.x
    exit.channels = Array(
      (isUpright ? rows : columns).filter { exit.isOutside($0) && abs($0 - place) < reach }
        .sorted { abs($0 - place) < abs($1 - place) }.prefix(Self.mostChannels))
    return exit
  }

  /// The corners of all lines of one to four bends that leave and meet their boxes head-on.
  private func consider(_ start: Exit, _ end: Exit, _ take: ([Point]) -> Void) {
    let (a, b) = (start.place, end.place)
    func corner(_ along: Double, _ across: Double, upright: Bool) -> Point {
      upright ? Point(x: across, y: along) : Point(x: along, y: across)
    }
    let isUpright = start.isUpright
    func along(_ point: Point) -> Double { isUpright ? point.y : point.x }
    func across(_ point: Point) -> Double { isUpright ? point.x : point.y }
    guard isUpright == end.isUpright else {
      if start.isOutside(along(b)), end.isOutside(across(a)) {
        take([corner(along(b), across(a), upright: isUpright)])
      }
      for first in start.channels {
        for last in end.channels {
          take([
            corner(first, across(a), upright: isUpright), corner(first, last, upright: isUpright),
            corner(along(b), last, upright: isUpright),
          ])
        }
      }
      return
    }
    for first in start.channels where end.isOutside(first) {
      take([
        corner(first, across(a), upright: isUpright), corner(first, across(b), upright: isUpright),
      ])
    }
    let between = isUpright ? columns : rows
    for first in start.channels.prefix(5) {
      for last in end.channels.prefix(5) {
        for middle in between {
          take([
            corner(first, across(a), upright: isUpright), corner(first, middle, upright: isUpright),
            corner(last, middle, upright: isUpright), corner(last, across(b), upright: isUpright),
          ])
        }
      }
    }
  }

  private static func length(_ points: [Point]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y) }
  }

  /// Whether a line keeps clear of all boxes but its own, and of these with all but its ends.
  private func isFree(_ points: [Point], _ ends: (Int, Int)) -> Bool {
    for (number, (a, b)) in zip(points, points.dropFirst()).enumerated() {
      let (left, right) = (min(a.x, b.x), max(a.x, b.x))
      let (top, bottom) = (min(a.y, b.y), max(a.y, b.y))
      for (position, box) in boxes.enumerated() {
        let isOwn =
          (position == ends.0 && number == 0)
          || (position == ends.1 && number == points.count - 2)
        let clearance = isOwn ? -1 : position == ends.0 || position == ends.1 ? 2 : Self.clearance
        if right > box.x - clearance, left < box.x + box.width + clearance,
          bottom > box.y - clearance, top < box.y + box.height + clearance
        {
          return false
        }
      }
    }
    return true
  }

  /// What crossing other lines, and running on them, costs; more than `limit` needs no exact answer.
  private func disturbance(_ points: [Point], upTo limit: Double) -> Double {
    var cost = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      let path = Polyline(points: [a, b])
      for piece in pieces where !piece.isFar(from: a, b) {
        if path.crosses(piece.path) { cost += Price.crossing }
        if Self.runTogether(a, b, piece.from, piece.to) { cost += Price.together }
        if cost > limit { return cost }
      }
    }
    return cost
  }

  /// Whether two pieces of one direction lie on each other for a while.
  private static func runTogether(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func shared(_ first: (Double, Double), _ second: (Double, Double)) -> Double {
      min(max(first.0, first.1), max(second.0, second.1))
        - max(min(first.0, first.1), min(second.0, second.1))
    }
    if abs(a.x - b.x) < 0.5, abs(c.x - d.x) < 0.5, abs(a.x - c.x) < nearness {
      return shared((a.y, b.y), (c.y, d.y)) > 10
    }
    if abs(a.y - b.y) < 0.5, abs(c.y - d.y) < 0.5, abs(a.y - c.y) < nearness {
      return shared((a.x, b.x), (c.x, d.x)) > 10
    }
    return false
  }
}
