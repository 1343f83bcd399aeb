extension Topology {
  /// Returns the betweenness centrality of every edge.
  ///
  /// How much of what goes between nodes by shortest paths takes an edge; where several paths are equally
  /// short, each carries an equal share. Ends of a path count: an edge carries the pair of its own ends. Parallel
  /// edges are separate paths and share; a loop carries nothing.
  ///
  /// - Parameters:
  ///   - costs: Length of each edge, above zero; `nil` counts edges.
  ///   - sources: The nodes where paths begin; `nil` stands for all. Paths end anywhere.
  ///   - scale: The unit of the result.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: One value for each edge.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` or `cancelled`.
  /// - Precondition: There is one cost for each edge, and no source is named twice.
  /// - Complexity: O(*V*·*E*) time, with costs O(*V*·*E*·log *V*); O(*V* + *E*) space for each thread.
  ///
  /// ## References
  /// U. Brandes, “On variants of shortest-path betweenness centrality and their generic computation”,
  /// *Social Networks* 30(2), 2008,
  /// [doi:10.1016/j.socnet.2007.11.001](https://doi.org/10.1016/j.socnet.2007.11.001).
  /// Same values as networkx `edge_betweenness_centrality`.
  public func edgeBetweenness(
    costs: EdgeCosts? = nil, sources: [NodeIndex]? = nil, scale: BetweennessScale = .shareOfPairs,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> EdgeColumn<Double> {
    requireFit(costs)
    try costs?.requirePositive(for: "betweenness")
    let factor = scale.factor(isDirected: isDirected, endCount: nodeCount)
    let sums = try FastBrandes(
      of: self, costs: costs, sources: sources, parallelism: parallelism
    ).onEdges()
    return EdgeColumn(sums.map { $0 * factor })
  }
}
