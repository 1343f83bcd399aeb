extension Topology {
  /// Returns the number of edge ends at every node; a loop has two.
  ///
  /// - Parameter direction: Which ends count; all ends of an undirected graph count for each.
  /// - Returns: One number for each node.
  /// - Complexity: O(*V*); O(*V* + *E*) if the graph is undirected and has loops.
  ///
  /// Same values as networkx `degree`, `in_degree` and `out_degree`.
  public func degrees(_ direction: ArcDirection = .all) -> NodeColumn<Int> {
    NodeColumn(nodes.map { degree(of: $0, direction) })
  }

  /// Returns the sum of the strengths of every node's edges; a loop counts twice.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge.
  ///   - direction: Which edges count; all edges of an undirected graph count for each.
  /// - Returns: One sum for each node.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Same values as networkx `degree(weight=…)`.
  public func strength(
    _ strengths: EdgeStrengths, _ direction: ArcDirection = .all
  ) -> NodeColumn<Double> {
    requireFit(strengths)
    let sums = Scratch(repeating: 0.0, count: nodeCount)
    let values = strengths.values.span
    for edge in 0..<edgeCount {
      if direction != .into || !isDirected { sums[edgeSources[edge]] += values[edge] }
      if direction != .out || !isDirected { sums[edgeTargets[edge]] += values[edge] }
    }
    return NodeColumn(sums.array())
  }
}
