extension Topology {
  /// Returns the edges whose loss splits their connected component, ascending.
  ///
  /// Directions are ignored; one of several parallel edges is no bridge.
  ///
  /// - Returns: The bridges.
  /// - Complexity: O(*V* + *E*).
  ///
  /// ## References
  /// R. E. Tarjan, “A note on finding the bridges of a graph”, *IPL* 2(6), 1974,
  /// [doi:10.1016/0020-0190(74)90003-9](https://doi.org/10.1016/0020-0190(74)90003-9).
  /// Same edges as networkx `bridges`.
  public func bridges() -> [EdgeIndex] {
    let points = LowPoints(of: undirected())
    return (0..<nodeCount).compactMap { node in
      let isBridge = points.parents[node] >= 0 && points.low[node] == points.visit[node]
      return isBridge ? EdgeIndex(rawValue: points.parentEdges[node]) : nil
    }.sorted()
  }
}
