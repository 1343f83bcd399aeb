extension Topology {
  /// Returns which nodes can be reached from some nodes, these included.
  ///
  /// - Parameters:
  ///   - sources: Where to begin.
  ///   - direction: Which edges to follow; `.into` finds all nodes from which a source can be reached.
  /// - Returns: `true` for each node reached.
  /// - Complexity: O(*V* + *E*).
  public func reachable(
    from sources: [NodeIndex], following direction: ArcDirection = .out
  ) -> NodeColumn<Bool> {
    var isReached = NodeColumn(repeating: false, count: nodeCount)
    for node in rings(around: sources, following: direction).joined() { isReached[node] = true }
    return isReached
  }

  /// Returns the number of nodes that can be reached from each node, the node itself included.
  ///
  /// - Parameter parallelism: How many threads count.
  /// - Returns: One number for each node.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(*V*·*E* / 64) time, O(*V*) space for each thread.
  public func reachableCounts(
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Int> {
    let condensed = condensation()
    let (components, graph) = (condensed.components, condensed.topology)
    let order = isDirected ? try graph.topologicalOrder() : Array(graph.nodes)
    // Reachable components are collected 64 targets at a time, one bit each, from the sinks upwards.
    let sizes = components.sizes
    let batches = (components.count + 63) / 64
    let totals = OrderedSum(count: components.count)
    try parallelism.run("Counting reachable nodes", parts: batches) { batch in
      let first = batch * 64
      var bits = [UInt64](repeating: 0, count: components.count)
      var column = totals.makeColumn()
      for node in order.reversed() {
        let component = node.position
        var reached: UInt64 =
          (first..<(first + 64)).contains(component) ? 1 << UInt64(component - first) : 0
        for target in graph.outTargets[graph.outRange(of: node)] {
          reached |= bits[Int(target)]
        }
        bits[component] = reached
        var total = 0
        while reached != 0 {
          total += sizes[first + reached.trailingZeroBitCount]
          reached &= reached - 1
        }
        column[component] = Double(total)
      }
      totals.add(column, part: batch)
    }
    let counts = totals.total
    return NodeColumn(components.labels.values.map { Int(counts[Int($0)]) })
  }
}
