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
          graph has no topological order; find the cycle with shortestCycle().
          """)
    }
    return order
  }

  /// Returns the most expensive path of a graph without cycles: the critical path of a process.
  ///
  /// - Parameter costs: Duration of each edge; `nil` counts edges.
  /// - Returns: The path; `nil` if there are no nodes. Without edges it is the first node alone.
  /// - Throws: ``AlgorithmError`` with code `cyclic` or `wrongDirection`.
  /// - Precondition: There is one cost for each edge.
  /// - Complexity: O(*E* + *V*·log *V*).
  ///
  /// Same cost as networkx `dag_longest_path_length`.
  public func longestPath(costs: EdgeCosts? = nil) throws(AlgorithmError) -> Path? {
    requireFit(costs)
    let order = try topologicalOrder()
    var lengths = [Double](repeating: 0, count: nodeCount)
    var arrivals = [Int32](repeating: -1, count: nodeCount)
    for node in order {
      for arc in inRange(of: node) {
        let edge = Int(inEdges[arc])
        let length = lengths[Int(inSources[arc])] + (costs.map { $0.values[edge] } ?? 1)
        if length > lengths[node.position] {
          lengths[node.position] = length
          arrivals[node.position] = inEdges[arc]
        }
      }
    }
    guard var last = lengths.indices.first else { return nil }
    for node in lengths.indices where lengths[node] > lengths[last] { last = node }
    var edges: [EdgeIndex] = []
    while arrivals[last] >= 0 {
      edges.append(EdgeIndex(rawValue: arrivals[last]))
      last = Int(edgeSources[Int(arrivals[last])])
    }
    return path(from: NodeIndex(last), along: edges.reversed(), costs: costs)
  }
}
