extension Topology {
  /// Returns the nodes whose loss splits their connected component, ascending.
  ///
  /// The people without whom two groups would have no contact. Directions are ignored.
  ///
  /// - Returns: The articulation points.
  /// - Complexity: O(*V* + *E*).
  ///
  /// ## References
  /// J. Hopcroft, R. Tarjan, “Efficient algorithms for graph manipulation”, *CACM* 16(6), 1973,
  /// [doi:10.1145/362248.362272](https://doi.org/10.1145/362248.362272).
  /// Same nodes as networkx `articulation_points`.
  public func articulationPoints() -> [NodeIndex] {
    let points = LowPoints(of: undirected())
    var isCut = [Bool](repeating: false, count: nodeCount)
    var childCount = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let parent = Int(points.parents[node])
      guard parent >= 0 else { continue }
      if points.parents[parent] < 0 {
        // A root joins what hangs below it if there are two subtrees.
        childCount[parent] += 1
        isCut[parent] = childCount[parent] > 1
      } else if points.low[node] >= points.visit[parent] {
        isCut[parent] = true
      }
    }
    return nodes.filter { isCut[$0.position] }
  }
}
