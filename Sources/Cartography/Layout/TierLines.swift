import GraphvizKit

/// The lines of a tree: from the bottom of a box down to a line across, and from there to the top of each box below, or down
/// a trunk to the sides of those in columns.
///
/// What several lines have in common is drawn once, by the line that leads farthest; the others begin where they leave it.
struct TierLines {
  typealias Point = LaidOutDiagram.Point

  /// One line, from the lower box up to the upper.
  struct Line {
    /// The box it begins at.
    var node: Int
    /// Its corners with both ends.
    var corners: [Point]
    /// Those of the part that it draws.
    var drawn: [Point]
  }

  /// The radius of bends.
  static let bend = 8.0

  let tree: TierTree
  /// Where the tree's own origin lies.
  let origin: Point
  /// A number for the look of the line that leads up from a box: only lines of one look are drawn once.
  let look: (Int) -> Int?

  /// The lines, those of one upper box after each other.
  func lines() -> [Line] {
    tree.columns.keys.sorted().flatMap(fan)
  }

  private func frame(_ node: Int) -> LaidOutDiagram.Rectangle {
    let place = tree.places[node] ?? Point(x: 0, y: 0)
    return .init(
      middle: place.moved(by: origin), width: tree.sizes[node].x, height: tree.sizes[node].y)
  }

  /// Where a line leaves the line across: over the middle of a box, or down a trunk.
  private struct Entry {
    var x: Double
    /// The boxes, from below; one where it has no trunk.
    var nodes: [Int]
    var isTrunk: Bool
  }

  private func fan(of parent: Int) -> [Line] {
    let (top, columns) = (frame(parent), tree.columns[parent] ?? [])
    guard let first = columns.first?.first, let level = tree.level[first] else { return [] }
    let start = Point(x: top.middle.x, y: top.y + top.height)
    let across = origin.y + tree.tops[level] - tree.rise(to: level)
    var entries: [Entry] = []
    for (number, column) in columns.enumerated() {
      let trunk =
        (tree.trunks[parent] ?? []).indices.contains(number) ? tree.trunks[parent]?[number] : nil
      guard let trunk else {
        entries.append(Entry(x: frame(column[0]).middle.x, nodes: column, isTrunk: false))
        continue
      }
      let x = start.x + trunk
      if let same = entries.firstIndex(where: { $0.isTrunk && abs($0.x - x) < 0.5 }) {
        entries[same].nodes += column
      } else {
        entries.append(Entry(x: x, nodes: column, isTrunk: true))
      }
    }
    for number in entries.indices {
      entries[number].nodes.sort { (-frame($0).middle.y, $0) < (-frame($1).middle.y, $1) }
    }
    let isShared = Set(entries.flatMap(\.nodes).map(look)).count == 1
    let left = entries.indices.min { entries[$0].x < entries[$1].x }
    let right = entries.indices.max { entries[$0].x < entries[$1].x }
    return entries.indices.flatMap { number -> [Line] in
      let share: Share =
        !isShared || number == left ? .whole : number == right ? .across : .fork
      return lines(to: entries[number], from: start, across: across, share, isShared)
    }
  }

  /// What the line of an entry draws: everything, the line across, or only what leads off it.
  private enum Share { case whole, across, fork }

  private func lines(
    to entry: Entry, from start: Point, across: Double, _ share: Share, _ isShared: Bool
  ) -> [Line] {
    let isStraight = abs(entry.x - start.x) < 0.5
    let rest =
      isStraight
      ? [start] : [Point(x: entry.x, y: across), Point(x: start.x, y: across), start]
    return entry.nodes.enumerated().map { rank, node in
      let box = frame(node)
      let side = box.middle.x > entry.x ? box.x : box.x + box.width
      let end =
        entry.isTrunk
        ? [Point(x: side, y: box.middle.y), Point(x: entry.x, y: box.middle.y)]
        : [Point(x: box.middle.x, y: box.y)]
      var line = Line(node: node, corners: end + rest, drawn: end + rest)
      if rank > 0, isShared {
        // The lowest on a trunk draws it.
        line.drawn = end + [Point(x: entry.x, y: box.middle.y - Self.bend)]
      } else if isStraight, share != .whole {
        line.drawn = end + [Point(x: entry.x, y: across)]
      } else if share == .across {
        line.drawn.removeLast()
        line.drawn.append(Point(x: start.x, y: across - Self.bend))
      } else if share == .fork {
        let towards = start.x > entry.x ? Self.bend : -Self.bend
        line.drawn = end + [rest[0], Point(x: entry.x + towards, y: across)]
      }
      return line
    }
  }
}
