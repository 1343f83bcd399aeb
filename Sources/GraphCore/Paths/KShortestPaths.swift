extension Topology {
  /// Returns the shortest paths without repeated nodes between two nodes, shortest first.
  ///
  /// The alternatives when the best way is blocked. Of parallel edges only the cheapest counts: two paths
  /// differ in their nodes. Equally short paths are in the order in which they branch off.
  ///
  /// - Parameters:
  ///   - limit: How many paths at most.
  ///   - source: Where the paths begin.
  ///   - target: Where they end.
  ///   - costs: Length of each edge; `nil` counts edges.
  /// - Returns: At most `limit` paths; fewer if there are no more.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: `limit >= 0`, and there is one cost for each edge.
  /// - Complexity: O(*limit*·*V*·*E*·log *V*) at worst. The searches for detours are guided by the exact
  ///   distances to the target and give up once they cannot be among the best.
  ///
  /// ## References
  /// J. Y. Yen, “Finding the k shortest loopless paths in a network”, *Management Science* 17(11), 1971,
  /// [doi:10.1287/mnsc.17.11.712](https://doi.org/10.1287/mnsc.17.11.712); E. L. Lawler, “A procedure for
  /// computing the k best solutions”, *Management Science* 18(7), 1972,
  /// [doi:10.1287/mnsc.18.7.401](https://doi.org/10.1287/mnsc.18.7.401).
  /// Same costs as networkx `shortest_simple_paths`.
  public func shortestPaths(
    _ limit: Int, from source: NodeIndex, to target: NodeIndex, costs: EdgeCosts? = nil
  ) throws(AlgorithmError) -> [Path] {
    precondition(limit >= 0, "A limit of paths cannot be negative.")
    precondition(
      source.position < nodeCount && target.position < nodeCount,
      "Source and target must be nodes of this graph.")
    requireFit(costs)
    guard limit > 0 else { return [] }
    let search = SpurSearch(topology: self, costs: costs, source: source, target: target)
    var found: [Route] = []
    var candidates = [search.firstRoute()].compactMap { $0 }
    while found.count < limit, let next = candidates.first {
      try Parallelism.sequential.checkCancellation(of: "The search for alternative paths")
      candidates.removeFirst()
      found.append(next)
      // Routes that branch off earlier were looked for when the path that this one left was found.
      for place in next.deviation..<max(next.nodes.count - 1, next.deviation) {
        let wanted = limit - found.count
        guard wanted > 0 else { break }
        let bound = candidates.count < wanted ? .infinity : candidates[wanted - 1].cost
        guard let route = search.detour(from: next, at: place, known: found, below: bound) else {
          continue
        }
        let rank = candidates.firstIndex { $0.cost > route.cost } ?? candidates.count
        candidates.insert(route, at: rank)
        if candidates.count > wanted { candidates.removeLast() }
      }
    }
    return found.map { route in
      path(from: source, along: route.edges.map { EdgeIndex(rawValue: $0) }, costs: costs)
    }
  }
}

extension Topology {
  /// Returns the shortest paths without repeated nodes for each of several pairs of nodes.
  ///
  /// - Parameters:
  ///   - limit: How many paths at most for each pair.
  ///   - pairs: Where paths begin and end.
  ///   - costs: Length of each edge; `nil` counts edges.
  ///   - parallelism: How many pairs are looked at at once.
  /// - Returns: For each pair what ``shortestPaths(_:from:to:costs:)`` returns.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: The sum of the searches.
  public func shortestPaths(
    _ limit: Int, between pairs: [(NodeIndex, NodeIndex)], costs: EdgeCosts? = nil,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> [[Path]] {
    try parallelism.map("The search for alternative paths", pairs) {
      pair throws(AlgorithmError) in
      try shortestPaths(limit, from: pair.0, to: pair.1, costs: costs)
    }
  }
}
