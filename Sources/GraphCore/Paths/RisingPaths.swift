extension Topology {
  /// Returns the shortest paths without repeated nodes on which the levels of the edges never fall, shortest first.
  ///
  /// Ways through the stages of a process that never go back to an earlier stage. Of parallel edges those count that
  /// make the path cheapest: two paths differ in their nodes. Equally short paths are in the order in which they branch
  /// off.
  ///
  /// - Parameters:
  ///   - limit: How many paths at most.
  ///   - source: Where the paths begin.
  ///   - target: Where they end.
  ///   - costs: Length of each edge; those above zero keep the paths apart best.
  ///   - levels: The level of each edge, from 0 on; `nil` for an edge that fits any.
  /// - Returns: At most `limit` paths; fewer if there are no more.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: `limit >= 0`, and there is one cost and one level for each edge.
  /// - Complexity: O(*limit*·*V*·*L*·*E*·log(*V*·*L*)) at worst for *L* levels. The searches are guided by the distances
  ///   to the target without levels, and give up once they cannot be among the best.
  ///
  /// ## References
  /// J. Y. Yen, “Finding the k shortest loopless paths in a network”, *Management Science* 17(11), 1971,
  /// [doi:10.1287/mnsc.17.11.712](https://doi.org/10.1287/mnsc.17.11.712), over pairs of a node and a level.
  package func risingPaths(
    _ limit: Int, from source: NodeIndex, to target: NodeIndex, costs: EdgeCosts, levels: [Int?]
  ) throws(AlgorithmError) -> [Path] {
    precondition(limit >= 0, "A limit of paths cannot be negative.")
    precondition(
      source.position < nodeCount && target.position < nodeCount,
      "Source and target must be nodes of this graph.")
    precondition(levels.count == edgeCount, "Every edge needs a level, or none.")
    requireFit(costs)
    guard limit > 0 else { return [] }
    let search = try RisingSearch(self, costs: costs, levels: levels, target: target)
    var found: [RisingSearch.Route] = []
    var candidates = [
      search.route(along: [source.position], avoiding: [], below: .infinity)
    ].compactMap { $0 }
    while found.count < limit, let next = candidates.first {
      try Parallelism.sequential.checkCancellation(of: "The search for rising paths")
      candidates.removeFirst()
      found.append(next)
      for place in next.deviation..<max(next.nodes.count - 1, next.deviation) {
        let wanted = limit - found.count
        guard wanted > 0 else { break }
        let root = Array(next.nodes[...place])
        let taken = found.filter { $0.nodes.starts(with: root) && $0.nodes.count > place + 1 }
          .map { $0.nodes[place + 1] }
        let bound = candidates.count < wanted ? .infinity : candidates[wanted - 1].cost
        guard let route = search.route(along: root, avoiding: Set(taken), below: bound) else {
          continue
        }
        let rank = candidates.firstIndex { $0.cost > route.cost } ?? candidates.count
        candidates.insert(route, at: rank)
        if candidates.count > wanted { candidates.removeLast() }
      }
    }
    return found.map { route in
      path(from: source, along: route.edges.map { EdgeIndex($0) }, costs: costs)
    }
  }
}

/// Searches for rising paths that begin with given nodes.
private struct RisingSearch {
  /// A path that was found.
  struct Route {
    var nodes: [Int]
    var edges: [Int]
    var cost: Double
    /// The place of the node at which it left the path that it is a detour of.
    var deviation: Int
  }

  private let topology: Topology
  private let costs: EdgeCosts
  private let levels: [Int?]
  private let levelCount: Int
  private let target: Int
  /// The distance from each node to the target where levels do not count.
  private let remaining: NodeColumn<Double>

  init(
    _ topology: Topology, costs: EdgeCosts, levels: [Int?], target: NodeIndex
  ) throws(AlgorithmError) {
    self.topology = topology
    self.costs = costs
    self.levels = levels
    levelCount = (levels.compactMap { $0 }.max() ?? 0) + 1
    self.target = target.position
    remaining = try topology.reversed().shortestPaths(from: target, costs: costs).distances
  }

  /// How a node was reached at a level: by which edge, and from which level.
  private struct Arrival {
    var cost: Double
    var edge = -1
    var level = 0
    var isDone = false
  }

  /// The level that an edge leads to from one, or `nil` if it lies below.
  private func level(after level: Int, _ edge: EdgeIndex) -> Int? {
    guard let own = levels[edge.position] else { return level }
    return own >= level ? own : nil
  }

  /// The cheapest path to the target that begins with some nodes and goes on to none of those to avoid.
  func route(along root: [Int], avoiding taken: Set<Int>, below bound: Double) -> Route? {
    let rows = arrivals(along: root)
    let spur = root[root.count - 1]
    let blocked = Set(root)
    var known: [Int: Arrival] = [:]
    var heap = CostHeap()
    for (level, arrival) in rows[root.count - 1].enumerated() where arrival.cost.isFinite {
      known[spur * levelCount + level] = Arrival(cost: arrival.cost)
      heap.push(arrival.cost + remaining[NodeIndex(spur)], spur * levelCount + level)
    }
    while let entry = heap.pop() {
      guard entry.cost < bound else { return nil }
      let state = Int(entry.node)
      guard let here = known[state], !here.isDone else { continue }
      known[state]?.isDone = true
      let (node, level) = (state / levelCount, state % levelCount)
      if node == target { return route(to: state, known, along: root, rows) }
      for edge in topology.outgoingEdges(of: NodeIndex(node)) {
        let next = topology.otherEnd(of: edge.position, from: node)
        guard !blocked.contains(next), node != spur || !taken.contains(next),
          remaining[NodeIndex(next)].isFinite, let higher = self.level(after: level, edge)
        else { continue }
        let cost = here.cost + costs[edge]
        let place = next * levelCount + higher
        guard cost < known[place]?.cost ?? .infinity else { continue }
        known[place] = Arrival(cost: cost, edge: edge.position, level: level)
        heap.push(cost + remaining[NodeIndex(next)], place)
      }
    }
    return nil
  }

  /// The cheapest arrival at each of some nodes in turn, by level.
  private func arrivals(along root: [Int]) -> [[Arrival]] {
    let none = [Arrival](repeating: Arrival(cost: .infinity), count: levelCount)
    var rows = [none]
    rows[0][0].cost = 0
    for (node, next) in zip(root, root.dropFirst()) {
      var row = none
      for edge in topology.outgoingEdges(of: NodeIndex(node))
      where topology.otherEnd(of: edge.position, from: node) == next {
        for (level, arrival) in rows[rows.count - 1].enumerated() where arrival.cost.isFinite {
          guard let higher = self.level(after: level, edge) else { continue }
          let cost = arrival.cost + costs[edge]
          if cost < row[higher].cost {
            row[higher] = Arrival(cost: cost, edge: edge.position, level: level)
          }
        }
      }
      rows.append(row)
    }
    return rows
  }

  private func route(
    to state: Int, _ known: [Int: Arrival], along root: [Int], _ rows: [[Arrival]]
  ) -> Route {
    var edges: [Int] = []
    var nodes = [state / levelCount]
    var (node, level) = (state / levelCount, state % levelCount)
    while let arrival = known[node * levelCount + level], arrival.edge >= 0 {
      edges.append(arrival.edge)
      node = topology.otherEnd(of: arrival.edge, from: node)
      level = arrival.level
      nodes.append(node)
    }
    for row in rows.dropFirst().reversed() {
      edges.append(row[level].edge)
      level = row[level].level
    }
    (nodes, edges) = withoutLoops(root.dropLast() + nodes.reversed(), edges.reversed())
    return Route(
      nodes: nodes, edges: edges, cost: known[state]?.cost ?? .infinity,
      deviation: root.count - 1)
  }

  /// The path without the rounds by which it comes back to a node at a higher level, which cost nothing.
  private func withoutLoops(_ nodes: [Int], _ edges: [Int]) -> ([Int], [Int]) {
    guard Set(nodes).count < nodes.count else { return (nodes, edges) }
    var (kept, taken): ([Int], [Int]) = ([nodes[0]], [])
    for (node, edge) in zip(nodes.dropFirst(), edges) {
      if let place = kept.firstIndex(of: node) {
        kept.removeSubrange((place + 1)...)
        taken.removeSubrange(place...)
      } else {
        kept.append(node)
        taken.append(edge)
      }
    }
    return (kept, taken)
  }
}
