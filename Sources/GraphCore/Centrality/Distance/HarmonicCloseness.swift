extension Topology {
  /// Returns the harmonic closeness centrality of every node.
  ///
  /// The sum of one over the distance to the other nodes: near nodes count much, far ones little, and those
  /// without a path nothing, so that it has a meaning in disconnected graphs too. Not divided by the number
  /// of nodes.
  ///
  /// - Parameters:
  ///   - costs: Length of each edge, above zero; `nil` counts edges.
  ///   - direction: `.into` measures the distances from the others to a node, `.out` from a node to the
  ///     others, `.all` ignores directions.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: One sum for each node.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` or `cancelled`.
  /// - Precondition: There is one cost for each edge.
  /// - Complexity: O(*V*·*E*) time, 512 searches at a time; with costs O(*V*·*E*·log *V*).
  ///
  /// ## References
  /// M. Marchiori, V. Latora, “Harmony in the small-world”, *Physica A* 285, 2000,
  /// [doi:10.1016/S0378-4371(00)00311-3](https://doi.org/10.1016/S0378-4371(00)00311-3).
  /// Same values as networkx `harmonic_centrality`.
  public func harmonicCloseness(
    costs: EdgeCosts? = nil, _ direction: ArcDirection = .into,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double> {
    requireFit(costs)
    try costs?.requirePositive(for: "harmonic closeness")
    let sums = try DistanceSums(
      .reciprocals, of: self, direction, costs: costs, parallelism: parallelism)
    return NodeColumn((0..<nodeCount).map { sums.reciprocals($0) })
  }
}
