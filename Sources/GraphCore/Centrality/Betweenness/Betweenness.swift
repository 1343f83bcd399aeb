extension Topology {
  /// Returns the betweenness centrality of every node.
  ///
  /// How much of what goes between others by shortest paths passes through a node; where several paths
  /// are equally short, each carries an equal share. Edge directions are followed if the graph is directed.
  /// Ends of a path do not count. Parallel edges are separate paths. The sum of costs along a path is
  /// compared exactly, so that costs such as 0.1 tie only if added up to the same number.
  ///
  /// - Parameters:
  ///   - costs: Length of each edge, above zero; `nil` counts edges.
  ///   - sources: The nodes where paths begin; `nil` stands for all. Paths end anywhere. With
  ///     ``BetweennessScale/pairs`` the sum over the sources is halved in undirected graphs.
  ///   - scale: The unit of the result.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: One value for each node; all zero when there are fewer than three.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` or `cancelled`.
  /// - Precondition: There is one cost for each edge, and no source is named twice.
  /// - Complexity: O(*V*·*E*) time, with costs O(*V*·*E*·log *V*), in the largest biconnected component of
  ///   an undirected graph; O(*V* + *E*) space for each thread.
  ///
  /// ## References
  /// U. Brandes, “A faster algorithm for betweenness centrality”, *J. Math. Sociology* 25(2), 2001,
  /// [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249).
  /// Same values as networkx `betweenness_centrality` and `betweenness_centrality_subset`.
  public func betweenness(
    costs: EdgeCosts? = nil, sources: [NodeIndex]? = nil, scale: BetweennessScale = .shareOfPairs,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double> {
    requireFit(costs)
    try costs?.requirePositive(for: "betweenness")
    let factor = scale.factor(isDirected: isDirected, endCount: nodeCount - 1)
    let sums = try FastBrandes(
      of: self, costs: costs, sources: sources, parallelism: parallelism
    ).onNodes()
    return NodeColumn(sums.map { $0 * factor })
  }
}
