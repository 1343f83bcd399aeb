import GraphvizKit

/// Joins lines of one look that leave a box side by side into a trunk that forks, where that draws less.
///
/// A reader follows one line through a fork, not five through each other. Only lines with a box in common are joined, all of
/// them to or all from it, so that none can be mistaken for another: every end of a fork is tied to the box at its stem.
///
/// Bundles grow like those of E. R. Gansner, Y. Hu, S. North, C. Scheidegger, “Multilevel agglomerative edge bundling for
/// visualizing large graphs”, *PacificVis* 2011, [doi:10.1109/PACIFICVIS.2011.5742389](https://doi.org/10.1109/PACIFICVIS.2011.5742389):
/// two at a time, those first that save most ink.
struct LineBundling {
  typealias Point = LaidOutDiagram.Point

  private enum Limit {
    /// A trunk has to save so much of the lines it stands for, and so many points.
    static let share = 0.12
    static let points = 40.0
    /// The cosine of the angle by which a branch may turn away from its trunk.
    static let turn = 0.77
    /// Trunk and branches show at least so much.
    static let shortest = 26.0
    static let reach = 40.0
  }

  private let boxes: [LaidOutDiagram.Rectangle]
  private let shapes: [Diagram.Shape]
  private let lines: [LineRouting.Line]
  /// The corners of each line, from the middle of its first box to that of its last.
  private(set) var paths: [[Point]]
  /// Whether a piece of a line is clear of everything but the line's own boxes.
  private let isFree: (_ piece: [Point], _ line: Int) -> Bool
  /// How far before and behind its fork each joined line bends.
  private(set) var reaches: [Int: Double] = [:]

  init(
    boxes: [LaidOutDiagram.Rectangle], shapes: [Diagram.Shape], lines: [LineRouting.Line],
    paths: [[Point]], isFree: @escaping (_ piece: [Point], _ line: Int) -> Bool
  ) {
    self.boxes = boxes
    self.shapes = shapes
    self.lines = lines
    self.paths = paths
    self.isFree = isFree
  }

  /// Lines of one hub with their fork, alone without one.
  private struct Bundle {
    var members: [Int]
    var fork: Point?
    /// The length of all that is drawn.
    var ink: Double
    var crossings: Int
  }

  /// Joins lines, those of the boxes with most lines first.
  ///
  /// - Complexity: O(*d*³·*e*) for a box of *d* straight lines among *e*, in practice much less.
  mutating func join() {
    var members = [[Int]](repeating: [], count: boxes.count)
    for (number, line) in lines.enumerated()
    where line.look != nil && line.from != line.to && paths[number].count == 2 {
      members[line.from].append(number)
      members[line.to].append(number)
    }
    let hubs = boxes.indices.filter { members[$0].count > 1 }
      .sorted { (-members[$0].count, $0) < (-members[$1].count, $1) }
    for hub in hubs {
      let kinds = Dictionary(
        grouping: members[hub].filter { reaches[$0] == nil }, by: { kind(of: $0, at: hub) })
      for kind in kinds.keys.sorted(by: <) {
        for bundle in bundles(of: kinds[kind] ?? [], at: hub) {
          guard let fork = bundle.fork else { continue }
          let reach = reach(of: bundle.members, from: hub, at: fork)
          for line in bundle.members {
            reaches[line] = reach
            paths[line].insert(fork, at: 1)
          }
        }
      }
    }
  }

  /// Lines that may share a trunk look alike, and their arrows point the same way.
  private func kind(of line: Int, at hub: Int) -> Int {
    let isOutward = !lines[line].hasArrow || lines[line].from == hub
    return 2 * (lines[line].look ?? 0) + (isOutward ? 0 : 1)
  }

  /// Joins neighbours around a hub as long as ink is saved.
  private func bundles(of members: [Int], at hub: Int) -> [Bundle] {
    let middle = boxes[hub].middle
    let around = members.sorted { first, second in
      (direction(of: end(first, hub), from: middle), first)
        < (direction(of: end(second, hub), from: middle), second)
    }
    var bundles = around.map { line in
      Bundle(
        members: [line], ink: visible(from: hub, to: other(line, hub)),
        crossings: crossings([middle, end(line, hub)], of: [line]))
    }
    while bundles.count > 1 {
      var best: (place: Int, bundle: Bundle, saved: Double)?
      for place in bundles.indices {
        let next = (place + 1) % bundles.count
        if bundles.count == 2, place == 1 { break }
        let apart = bundles[place].ink + bundles[next].ink
        guard
          let joined = joined(
            bundles[place].members + bundles[next].members, at: hub,
            crossings: bundles[place].crossings + bundles[next].crossings)
        else { continue }
        let saved = apart - joined.ink
        if saved > max(best?.saved ?? 0, Limit.points, Limit.share * apart) {
          best = (place, joined, saved)
        }
      }
      guard let best else { break }
      bundles[best.place] = best.bundle
      bundles.remove(at: (best.place + 1) % bundles.count)
    }
    return bundles
  }

  /// The best fork for some lines of a hub, or `nil` where there is none.
  private func joined(_ members: [Int], at hub: Int, crossings most: Int) -> Bundle? {
    let middle = boxes[hub].middle
    let ends = members.map { end($0, hub) }
    let centre = Point(
      x: ends.reduce(0) { $0 + $1.x } / Double(ends.count),
      y: ends.reduce(0) { $0 + $1.y } / Double(ends.count))
    // The middle direction, wherever the far ends of the lines lie along it.
    let directions = ends.map { unit(from: middle, to: $0) }
    let mean = Point(
      x: middle.x + directions.reduce(0) { $0 + $1.x } * 1000,
      y: middle.y + directions.reduce(0) { $0 + $1.y } * 1000)
    let nearest = ends.map { Segment(from: middle, to: $0).length }.min() ?? 0
    var best: Bundle?
    for aim in [centre, mean] {
      let way = unit(from: middle, to: aim)
      for step in 1...18 {
        let distance = nearest * 0.05 * Double(step)
        let fork = Point(x: middle.x + way.x * distance, y: middle.y + way.y * distance)
        guard let ink = ink(of: members, from: hub, by: fork), ink < best?.ink ?? .infinity else {
          continue
        }
        let pieces = members.map { [middle, fork, end($0, hub)] }
        guard zip(members, pieces).allSatisfy({ isFree($1, $0) }) else { continue }
        let count =
          crossings([middle, fork], of: members)
          + zip(members, pieces).reduce(0) { $0 + crossings(Array($1.1.dropFirst()), of: members) }
        guard count <= most else { continue }
        best = Bundle(members: members, fork: fork, ink: ink, crossings: count)
      }
    }
    return best
  }

  /// What a bundle draws, or `nil` where its parts are too short or turn too sharply.
  private func ink(of members: [Int], from hub: Int, by fork: Point) -> Double? {
    let trunk = visible(from: hub, to: fork)
    guard trunk >= Limit.shortest else { return nil }
    let way = unit(from: boxes[hub].middle, to: fork)
    var ink = trunk
    for line in members {
      let box = other(line, hub)
      let branch = visible(from: box, to: fork)
      let turn = unit(from: fork, to: boxes[box].middle)
      guard branch >= Limit.shortest, way.x * turn.x + way.y * turn.y >= Limit.turn else {
        return nil
      }
      ink += branch
    }
    return ink
  }

  /// The same for all lines of a bundle, so that their trunks cover each other.
  private func reach(of members: [Int], from hub: Int, at fork: Point) -> Double {
    members.reduce(min(Limit.reach, visible(from: hub, to: fork) * 0.8)) { reach, line in
      min(reach, visible(from: other(line, hub), to: fork) * 0.8)
    }
  }

  /// How many lines a piece crosses; of those that end at a box of the bundle, only the crossings away from it count.
  private func crossings(_ piece: [Point], of members: [Int]) -> Int {
    let segment = Segment(from: piece[0], to: piece[1])
    return paths.indices.count { line in
      guard !members.contains(line) else { return false }
      return zip(paths[line], paths[line].dropFirst()).contains { start, end in
        let isJoined = [start, end].contains { $0 == piece[0] || $0 == piece[1] }
        return !isJoined && segment.crosses(Segment(from: start, to: end))
      }
    }
  }

  private func other(_ line: Int, _ hub: Int) -> Int {
    lines[line].from == hub ? lines[line].to : lines[line].from
  }

  private func end(_ line: Int, _ hub: Int) -> Point { boxes[other(line, hub)].middle }

  /// The length of a straight line from a box to a point, without what the box hides.
  private func visible(from box: Int, to point: Point) -> Double {
    let exit = Outline(boxes[box], shapes[box]).exit(towards: point)
    return Segment(from: exit, to: point).length
  }

  /// The length of a straight line between two boxes, without what they hide.
  private func visible(from first: Int, to second: Int) -> Double {
    let exit = Outline(boxes[second], shapes[second]).exit(towards: boxes[first].middle)
    return visible(from: first, to: exit)
  }

  private func unit(from start: Point, to end: Point) -> Point {
    let length = Segment(from: start, to: end).length
    guard length > 0 else { return Point(x: 0, y: 0) }
    return Point(x: (end.x - start.x) / length, y: (end.y - start.y) / length)
  }

  /// A number that grows with the angle of a direction, 0 to 4.
  private func direction(of point: Point, from middle: Point) -> Double {
    let way = unit(from: middle, to: point)
    return way.y >= 0 ? 1 - way.x : 3 + way.x
  }
}
