extension Topology {
  /// Returns how well a set of nodes does as key players.
  ///
  /// Edge directions are followed if the graph is directed. With fewer than two nodes left, no pair
  /// remains connected and both fragmentations are 1; a reach of an empty graph is 0.
  ///
  /// - Parameters:
  ///   - nodes: The set.
  ///   - goal: What it is chosen for.
  /// - Returns: A score in `0...1`; larger is better.
  /// - Precondition: The nodes exist; a number of steps is not negative.
  /// - Complexity: O(*V* + *E*) for ``KeyPlayerGoal/distanceReach`` and ``KeyPlayerGoal/reach(steps:)``,
  ///   O(*V*·(*V* + *E*)/64) times the diameter otherwise.
  ///
  /// ## References
  /// S. P. Borgatti, “Identifying sets of key players in a social network”, *CMOT* 12, 2006,
  /// [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x).
  public func keyPlayerScore(of nodes: some Sequence<NodeIndex>, goal: KeyPlayerGoal) -> Double {
    let members = Set(nodes.map(\.position)).sorted()
    precondition(members.allSatisfy { $0 < nodeCount }, "A key player is not in the graph.")
    return withOutRows { rows in
      KeyPlayerSearch(nodeCount: nodeCount, direction: direction).score(
        of: members, goal: goal, in: rows)
    }
  }
}

/// Scratch memory to score one set after another.
///
/// Distances are counted as whole numbers of pairs, so that a score does not depend on any order.
struct KeyPlayerSearch: ~Copyable {
  private let nodeCount: Int
  private let direction: Topology.Direction
  private let isMember: Scratch<Bool>
  private let seen: Scratch<UInt64>
  private let current: Scratch<UInt64>
  private let next: Scratch<UInt64>
  private let queue: Scratch<Int32>
  private let distance: Scratch<Int32>

  init(nodeCount: Int, direction: Topology.Direction) {
    self.nodeCount = nodeCount
    self.direction = direction
    isMember = Scratch(repeating: false, count: nodeCount)
    seen = Scratch(repeating: 0, count: nodeCount)
    current = Scratch(repeating: 0, count: nodeCount)
    next = Scratch(repeating: 0, count: nodeCount)
    queue = Scratch(repeating: 0, count: nodeCount)
    distance = Scratch(repeating: -1, count: nodeCount)
  }

  func score(of members: [Int], goal: KeyPlayerGoal, in rows: Rows) -> Double {
    goal.isRemoval
      ? fragmentation(removing: members, goal: goal, in: rows)
      : reach(of: members, goal: goal, in: rows)
  }

  private func reach(of members: [Int], goal: KeyPlayerGoal, in rows: Rows) -> Double {
    guard nodeCount > 0 else { return 0 }
    var limit = Int32.max
    if case .reach(let steps) = goal {
      precondition(steps >= 0, "A number of steps cannot be negative.")
      limit = Int32(clamping: steps)
    }
    for (place, node) in members.enumerated() {
      queue[place] = Int32(truncatingIfNeeded: node)
      distance[node] = 0
    }
    var tail = members.count
    var head = 0
    while head < tail {
      let node = queue[head]
      head += 1
      let step = distance[node] + 1
      if step > limit { break }
      for arc in rows.arcs(node) where distance[rows.neighbor(arc)] < 0 {
        distance[rows.neighbor(arc)] = step
        queue[tail] = Int32(truncatingIfNeeded: rows.neighbor(arc))
        tail += 1
      }
    }
    var sum = 0.0
    for place in 0..<tail {
      let steps = distance[queue[place]]
      distance[queue[place]] = -1
      sum += goal == .distanceReach ? 1 / Double(max(steps, 1)) : 1
    }
    return sum / Double(nodeCount)
  }
  private func fragmentation(
    removing members: [Int], goal: KeyPlayerGoal, in rows: Rows
  ) -> Double {
    let remaining = nodeCount - members.count
    guard remaining > 1 else { return 1 }
    for node in members { isMember[node] = true }
    var connected = 0.0
    if goal == .fragmentation {
      connected = Double(reachablePairs(in: rows))
    } else {
      for (steps, pairs) in pairsByDistance(in: rows).enumerated().dropFirst() {
        connected += Double(pairs) / Double(steps)
      }
    }
    for node in members { isMember[node] = false }
    return 1 - connected / (Double(remaining) * Double(remaining - 1))
  }

  private func reachablePairs(in rows: Rows) -> Int {
    if direction == .directed { return pairsByDistance(in: rows).dropFirst().reduce(0, +) }
    // Both ways or not at all: the sizes of the components tell.
    var pairs = 0
    distance.fill(-1)
    for start in 0..<nodeCount where distance[start] < 0 && !isMember[start] {
      var (head, tail) = (0, 1)
      queue[0] = Int32(truncatingIfNeeded: start)
      distance[start] = 0
      while head < tail {
        for arc in rows.arcs(queue[head]) {
          let node = rows.neighbor(arc)
          if distance[node] >= 0 || isMember[node] { continue }
          distance[node] = 0
          queue[tail] = Int32(truncatingIfNeeded: node)
          tail += 1
        }
        head += 1
      }
      pairs += tail * (tail - 1)
    }
    distance.fill(-1)
    return pairs
  }

  /// The number of ordered pairs of remaining nodes at each distance, 64 sources at a time.
  private func pairsByDistance(in rows: Rows) -> [Int] {
    var pairs = [0]
    var source = 0
    while source < nodeCount {
      let first = source
      seen.fill(0)
      current.fill(0)
      while source < nodeCount, source - first < 64 {
        if !isMember[source] {
          seen[source] = 1 << UInt64(source - first)
          current[source] = seen[source]
        }
        source += 1
      }
      spread(in: rows, countingInto: &pairs)
    }
    return pairs
  }

  private func spread(in rows: Rows, countingInto pairs: inout [Int]) {
    var steps = 1
    while true {
      next.fill(0)
      for node in 0..<nodeCount where current[node] != 0 {
        for arc in rows.arcs(node) { next[rows.neighbor(arc)] |= current[node] }
      }
      var found = 0
      for node in 0..<nodeCount {
        let fresh = isMember[node] ? 0 : next[node] & ~seen[node]
        current[node] = fresh
        seen[node] |= fresh
        found += fresh.nonzeroBitCount
      }
      if found == 0 { return }
      if pairs.count <= steps { pairs.append(0) }
      pairs[steps] += found
      steps += 1
    }
  }
}
