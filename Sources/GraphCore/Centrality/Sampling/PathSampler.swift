/// Draws a random shortest path between two random nodes by searching from both.
///
/// The side whose next step is cheaper goes on, ring by ring, until an edge joins the two. All shortest paths
/// cross between the outermost rings then, so that drawing a crossing edge by the number of paths through
/// it, and from there each step back to either end, draws each path with the same probability.
struct PathSampler: ~Copyable {
  /// Which side has reached a node: 0 none, 1 from the source, 2 from the target.
  private let side: Scratch<UInt8>
  private let level: Scratch<Int32>
  private let paths: Scratch<Double>
  /// The nodes reached, by side, ring after ring.
  private let reached: Scratch<Int32>
  private var crossings: [(near: Int32, far: Int32)] = []
  private var visits: [Int32] = []
  private let nodeCount: Int

  /// The part of one side in ``reached``: the source fills it from the front, the target from the back.
  private struct Front {
    var mark: UInt8
    /// Where the outermost ring begins and ends, counted from the side's end of the list.
    var ring: Range<Int>
    var depth: Int32 = 0
    /// How many arcs the next step looks at.
    var cost: Int
  }

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    side = Scratch(repeating: 0, count: nodeCount)
    level = Scratch(repeating: 0, count: nodeCount)
    paths = Scratch(repeating: 0, count: nodeCount)
    reached = Scratch(repeating: 0, count: nodeCount)
  }

  /// The inner nodes of the paths drawn since the last call.
  mutating func takeVisits() -> [Int32] {
    defer { visits.removeAll(keepingCapacity: true) }
    return visits
  }

  /// Draws one path, or nothing if no path leads from the one node to the other.
  mutating func draw(_ out: Rows, _ into: Rows, using generator: inout SeededGenerator) {
    let source = generator.below(nodeCount)
    var target = generator.below(nodeCount - 1)
    if target >= source { target += 1 }
    var ahead = start(at: source, mark: 1, cost: out.length(source))
    var behind = start(at: target, mark: 2, cost: into.length(target))
    crossings.removeAll(keepingCapacity: true)
    while crossings.isEmpty, !ahead.ring.isEmpty, !behind.ring.isEmpty {
      if ahead.cost <= behind.cost {
        advance(&ahead, along: out)
      } else {
        advance(&behind, along: into)
        for index in crossings.indices {
          crossings[index] = (crossings[index].far, crossings[index].near)
        }
      }
    }
    if let crossing = drawCrossing(using: &generator) {
      walk(from: Int(crossing.near), mark: 1, back: into, using: &generator)
      walk(from: Int(crossing.far), mark: 2, back: out, using: &generator)
    }
    for place in 0..<ahead.ring.upperBound { side[reached[place]] = 0 }
    for place in 0..<behind.ring.upperBound { side[reached[nodeCount - 1 - place]] = 0 }
  }

  private func place(_ index: Int, of mark: UInt8) -> Int {
    mark == 1 ? index : nodeCount - 1 - index
  }

  private func start(at node: Int, mark: UInt8, cost: Int) -> Front {
    side[node] = mark
    level[node] = 0
    paths[node] = 1
    reached[place(0, of: mark)] = Int32(truncatingIfNeeded: node)
    return Front(mark: mark, ring: 0..<1, cost: cost)
  }

  /// Reaches the next ring, or finds the edges into the other side's outermost ring.
  private mutating func advance(_ front: inout Front, along rows: Rows) {
    var end = front.ring.upperBound
    var cost = 0
    let depth = front.depth + 1
    for index in front.ring {
      let node = reached[place(index, of: front.mark)]
      let arriving = paths[node]
      for arc in rows.arcs(node) {
        let neighbor = rows.neighbor(arc)
        let known = side[neighbor]
        if known == 0 {
          side[neighbor] = front.mark
          level[neighbor] = depth
          paths[neighbor] = arriving
          reached[place(end, of: front.mark)] = Int32(truncatingIfNeeded: neighbor)
          end += 1
          cost += rows.length(neighbor)
        } else if known != front.mark {
          crossings.append((node, Int32(truncatingIfNeeded: neighbor)))
        } else if level[neighbor] == depth {
          paths[neighbor] += arriving
        }
      }
    }
    front = Front(
      mark: front.mark, ring: front.ring.upperBound..<end, depth: depth, cost: cost)
  }

  private func drawCrossing(
    using generator: inout SeededGenerator
  ) -> (near: Int32, far: Int32)? {
    var total = 0.0
    for crossing in crossings { total += paths[crossing.near] * paths[crossing.far] }
    var mark = generator.unit() * total
    for crossing in crossings {
      mark -= paths[crossing.near] * paths[crossing.far]
      if mark < 0 { return crossing }
    }
    return crossings.last
  }

  /// Steps back to the end of a side, each step drawn by the number of paths through it.
  private mutating func walk(
    from node: Int, mark: UInt8, back rows: Rows, using generator: inout SeededGenerator
  ) {
    var node = node
    while level[node] > 0 {
      visits.append(Int32(truncatingIfNeeded: node))
      var left = generator.unit() * paths[node]
      var chosen = node
      for arc in rows.arcs(node) {
        let neighbor = rows.neighbor(arc)
        guard side[neighbor] == mark, level[neighbor] == level[node] - 1 else { continue }
        chosen = neighbor
        left -= paths[neighbor]
        if left < 0 { break }
      }
      node = chosen
    }
  }
}
