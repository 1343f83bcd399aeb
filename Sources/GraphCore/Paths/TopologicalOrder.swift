extension Topology {
  /// Returns the nodes in an order in which every edge leads forward.
  ///
  /// - Returns: All nodes; of those that could come next, the lowest comes first.
  /// - Throws: ``AlgorithmError`` with code `cyclic` if there is a cycle, or `wrongDirection` if the graph
  ///   is undirected.
  /// - Complexity: O(*E* + *V*·log *V*).
  ///
  /// ## References
  /// A. B. Kahn, “Topological sorting of large networks”, *CACM* 5(11), 1962,
  /// [doi:10.1145/368996.369025](https://doi.org/10.1145/368996.369025).
  /// Same order as networkx `lexicographical_topological_sort`.
  public func topologicalOrder() throws(AlgorithmError) -> [NodeIndex] {
    guard isDirected else {
      throw AlgorithmError(
        code: .wrongDirection,
        message: "Only a directed graph has a topological order; this one is undirected.")
    }
    var waiting = nodes.map { inRange(of: $0).count }
    var ready = CostHeap()
    for node in 0..<nodeCount where waiting[node] == 0 { ready.push(0, node) }
    var order: [NodeIndex] = []
    while let entry = ready.pop() {
      let node = NodeIndex(rawValue: entry.node)
      order.append(node)
      for target in outTargets[outRange(of: node)] {
        waiting[Int(target)] -= 1
        if waiting[Int(target)] == 0 { ready.push(0, Int(target)) }
      }
    }
    guard order.count == nodeCount else {
      throw AlgorithmError(
        code: .cyclic,
        message: """
          \(nodeCount - order.count) of \(nodeCount) nodes lie on or behind a cycle, so that the \
          graph has no topological order.
          """)
    }
    return order
  }
}
