extension Topology {
  /// Returns the closeness centrality of every node.
  ///
  /// One over the mean distance to the nodes that have a path, times the share of nodes that have one
  /// (Wasserman and Faust), so that a node of a small island does not look central. Zero without paths.
  ///
  /// - Parameters:
  ///   - costs: Length of each edge, above zero; `nil` counts edges.
  ///   - direction: `.into` measures the distances from the others to a node, `.out` from a node to the
  ///     others, `.all` ignores directions.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: One value in `0...1` for each node, without costs.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` or `cancelled`.
  /// - Precondition: There is one cost for each edge.
  /// - Complexity: O(*V*·*E*) time, 512 searches at a time; with costs O(*V*·*E*·log *V*).
  ///
  /// ## References
  /// S. Wasserman, K. Faust, *Social Network Analysis*, Cambridge 1994, p. 201,
  /// [doi:10.1017/CBO9780511815478](https://doi.org/10.1017/CBO9780511815478).
  /// Same values as networkx `closeness_centrality(wf_improved=True)`.
  public func closeness(
    costs: EdgeCosts? = nil, _ direction: ArcDirection = .into,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double> {
    requireFit(costs)
    try costs?.requirePositive(for: "closeness")
    let sums = try DistanceSums(
      .countsAndDistances, of: self, direction, costs: costs, parallelism: parallelism)
    let others = Double(max(1, nodeCount - 1))
    return NodeColumn(
      (0..<nodeCount).map { node in
        let (reached, distance) = (sums.reachedCount(node), sums.distance(node))
        return distance > 0 ? reached / distance * (reached / others) : 0
      })
  }
}
