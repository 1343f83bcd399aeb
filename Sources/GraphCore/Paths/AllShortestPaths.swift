extension ShortestPaths {
  /// Returns every shortest path to a node, up to a limit.
  ///
  /// Paths that differ in one of several parallel edges are different. Two paths are equally short if
  /// their costs, added up from the source, are the same number. The order follows the nodes read
  /// backwards from the target.
  ///
  /// - Parameters:
  ///   - target: Where the paths end.
  ///   - limit: How many paths at most; their number can grow exponentially with their length.
  /// - Returns: No path if the target cannot be reached, one without edges if it is the source.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` if an edge costs nothing.
  /// - Precondition: `limit >= 0`.
  /// - Complexity: O(*E* + total length of the paths times the degrees on them).
  public func allPaths(to target: NodeIndex, limit: Int) throws(AlgorithmError) -> [Path] {
    precondition(limit >= 0, "A limit of paths cannot be negative.")
    try costs?.requirePositive(for: "listing all shortest paths")
    guard distances[target].isFinite else { return [] }
    var paths: [Path] = []
    // The way back from the target: for each node on it, the incoming arcs that are still to be tried.
    var steps: [(node: Int, arcs: Range<Int>)] = [step(at: target.position)]
    var edges: [EdgeIndex] = []
    while paths.count < limit, let last = steps.last {
      if last.node == source.position {
        paths.append(topology.path(from: source, along: edges.reversed(), costs: costs))
      }
      guard
        last.node != source.position,
        let arc = last.arcs.first(where: { isTight($0, into: last.node) })
      else {
        steps.removeLast()
        _ = edges.popLast()
        continue
      }
      steps[steps.count - 1].arcs = (arc + 1)..<last.arcs.upperBound
      edges.append(EdgeIndex(rawValue: topology.inEdges[arc]))
      steps.append(step(at: Int(topology.inSources[arc])))
    }
    return paths
  }

  /// Returns the number of shortest paths to each node; 1 for the source, 0 where there is no path.
  ///
  /// Exact up to 2⁵³, rounded beyond.
  ///
  /// - Returns: One number for each node.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` if an edge costs nothing.
  /// - Complexity: O(*E* + *V*·log *V*).
  public func pathCounts() throws(AlgorithmError) -> NodeColumn<Double> {
    try costs?.requirePositive(for: "counting shortest paths")
    var counts = NodeColumn(repeating: 0.0, count: topology.nodeCount)
    counts[source] = 1
    for node in reachedNodes() where node != source {
      for arc in topology.inRange(of: node) where isTight(arc, into: node.position) {
        counts[node] += counts.values[Int(topology.inSources[arc])]
      }
    }
    return counts
  }

  private func step(at node: Int) -> (node: Int, arcs: Range<Int>) {
    (node, topology.inRange(of: NodeIndex(node)))
  }

  /// Whether a shortest path arrives by this incoming arc.
  private func isTight(_ arc: Int, into node: Int) -> Bool {
    let before = distances.values[Int(topology.inSources[arc])]
    guard before.isFinite else { return false }
    let cost = costs.map { $0.values[Int(topology.inEdges[arc])] } ?? 1
    // A step that rounding swallows would lead round in a circle.
    return before + cost == distances.values[node] && before < distances.values[node]
  }
}
