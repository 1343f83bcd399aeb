extension Topology {
  /// Returns the shortest paths from a node to all others.
  ///
  /// Edge directions are followed if the graph is directed. A path's cost is the sum of its edges' costs,
  /// added up from the source.
  ///
  /// - Parameters:
  ///   - source: Where the paths begin.
  ///   - costs: Length of each edge; `nil` counts edges.
  /// - Returns: The distances, and the paths on request.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: There is one cost for each edge.
  /// - Complexity: O(*E* + *V*), with costs O(*E*·log *V*), time; O(*V*) space.
  ///
  /// ## References
  /// E. W. Dijkstra, “A note on two problems in connexion with graphs”, *Numer. Math.* 1, 1959,
  /// [doi:10.1007/BF01386390](https://doi.org/10.1007/BF01386390).
  /// Same distances as networkx `single_source_dijkstra`.
  public func shortestPaths(
    from source: NodeIndex, costs: EdgeCosts? = nil
  ) throws(AlgorithmError) -> ShortestPaths {
    precondition(source.position < nodeCount, "The source is not a node of this graph.")
    requireFit(costs)
    try Parallelism.sequential.checkCancellation(of: "The search for shortest paths")
    guard let costs else { return breadthFirstPaths(from: source) }
    guard let steps = CostSteps(costs, nodeCount: nodeCount) else {
      return dijkstra(from: source, costs: costs)
    }
    return stepwise(from: source, costs: costs, steps, inArcOrder(steps))
  }

  /// The steps in the order of the outgoing arcs.
  private func inArcOrder(_ steps: CostSteps) -> [Int32] {
    outEdges.map { steps.steps[Int($0)] }
  }

  /// Dijkstra's search with whole numbers.
  private func stepwise(
    from source: NodeIndex, costs: EdgeCosts, _ steps: CostSteps, _ arcSteps: [Int32]
  ) -> ShortestPaths {
    let distances = Scratch<Int32>(repeating: .max, count: nodeCount)
    let arrivals = Scratch<Int32>(repeating: -1, count: nodeCount)
    var queue = BucketQueue(step: steps.largest, capacity: outTargets.count + 1)
    distances[source.position] = 0
    queue.push(source.position, at: 0)
    Rows.with(offsets: outOffsets, neighbors: outTargets, edges: arcSteps) { rows in
      while let node = queue.pop() {
        let distance = queue.distance
        guard Int(distances[node]) == distance else { continue }
        for arc in rows.arcs(node) {
          let neighbor = rows.neighbor(arc)
          let next = Int32(truncatingIfNeeded: distance &+ rows.edge(arc))
          guard next < distances[neighbor] else { continue }
          distances[neighbor] = next
          arrivals[neighbor] = Int32(truncatingIfNeeded: arc)
          queue.push(neighbor, at: Int(truncatingIfNeeded: next))
        }
      }
    }
    let values = unsafe [Double](unsafeUninitializedCapacity: nodeCount) { buffer, count in
      for node in 0..<nodeCount {
        let distance = distances[node]
        unsafe buffer[node] = distance == .max ? .infinity : Double(distance) * steps.unit
        if arrivals[node] >= 0 { arrivals[node] = outEdges[Int(arrivals[node])] }
      }
      count = nodeCount
    }
    return ShortestPaths(
      source: source, distances: NodeColumn(values), arrivals: arrivals.array(), topology: self,
      costs: costs)
  }

  private func dijkstra(from source: NodeIndex, costs: EdgeCosts) -> ShortestPaths {
    let distances = Scratch(repeating: Double.infinity, count: nodeCount)
    let arrivals = Scratch<Int32>(repeating: -1, count: nodeCount)
    var heap = CostHeap()
    distances[source.position] = 0
    heap.push(0, source.position)
    let edgeCosts = costs.values.span
    withOutRows { rows in
      while let entry = heap.pop() {
        let node = Int(truncatingIfNeeded: entry.node)
        guard entry.cost == distances[node] else { continue }
        for arc in rows.arcs(node) {
          let neighbor = rows.neighbor(arc)
          let distance = entry.cost + edgeCosts[rows.edge(arc)]
          guard distance < distances[neighbor] else { continue }
          distances[neighbor] = distance
          arrivals[neighbor] = Int32(truncatingIfNeeded: rows.edge(arc))
          heap.push(distance, neighbor)
        }
      }
    }
    return ShortestPaths(
      source: source, distances: NodeColumn(distances.array()), arrivals: arrivals.array(),
      topology: self, costs: costs)
  }

  /// Returns the shortest paths from each of several nodes.
  ///
  /// - Parameters:
  ///   - sources: Where paths begin.
  ///   - costs: Length of each edge; `nil` counts edges.
  ///   - parallelism: How many searches run at once.
  /// - Returns: One set of paths for each source, in their order.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: The sum of the searches; O(*V*) space for each source.
  public func shortestPaths(
    from sources: [NodeIndex], costs: EdgeCosts? = nil, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> [ShortestPaths] {
    requireFit(costs)
    let steps = costs.flatMap { CostSteps($0, nodeCount: nodeCount) }
    let arcSteps = steps.map { inArcOrder($0) }
    return try parallelism.map("The search for shortest paths", sources) {
      source throws(AlgorithmError) in
      guard let costs, let steps, let arcSteps else {
        return try shortestPaths(from: source, costs: costs)
      }
      precondition(source.position < nodeCount, "The source is not a node of this graph.")
      return stepwise(from: source, costs: costs, steps, arcSteps)
    }
  }
}
