extension Topology {
  /// Returns a shortest path between two nodes, or `nil` if there is none.
  ///
  /// Searches from both ends until the two searches meet, which visits far fewer nodes than
  /// ``shortestPaths(from:costs:)``. The cost is that of the path, added up from the source; among
  /// equally short paths it may be another one than that search returns.
  ///
  /// - Parameters:
  ///   - source: Where the path begins.
  ///   - target: Where it ends.
  ///   - costs: Length of each edge; `nil` counts edges.
  /// - Returns: The path; one without edges if source and target are the same.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: There is one cost for each edge.
  /// - Complexity: O(*E*·log *V*) time, O(*V*) space.
  ///
  /// ## References
  /// I. Pohl, “Bi-directional search”, *Machine Intelligence* 6, 1971.
  /// Same cost as networkx `bidirectional_dijkstra`.
  public func shortestPath(
    from source: NodeIndex, to target: NodeIndex, costs: EdgeCosts? = nil
  ) throws(AlgorithmError) -> Path? {
    precondition(
      source.position < nodeCount && target.position < nodeCount,
      "Source and target must be nodes of this graph.")
    requireFit(costs)
    try Parallelism.sequential.checkCancellation(of: "The search for a shortest path")
    var forward = HalfSearch(nodeCount: nodeCount, start: source.position)
    var backward = HalfSearch(nodeCount: nodeCount, start: target.position)
    var best = Meeting(cost: .infinity, node: -1)
    withOutRows { out in
      withInRows { into in
        while let ahead = forward.nearest(), let behind = backward.nearest(),
          ahead + behind < best.cost
        {
          if ahead <= behind {
            forward.step(along: out, costs: costs, meeting: backward, best: &best)
          } else {
            backward.step(along: into, costs: costs, meeting: forward, best: &best)
          }
        }
      }
    }
    if source == target { return Path(nodes: [source], edges: [], cost: 0) }
    guard best.node >= 0 else { return nil }
    let edges =
      forward.edges(to: best.node, in: self).reversed() + backward.edges(to: best.node, in: self)
    return path(from: source, along: Array(edges), costs: costs)
  }
}

/// The cheapest way found on which the two searches meet.
private struct Meeting {
  var cost: Double
  var node: Int
}

/// One of the two searches.
private struct HalfSearch: ~Copyable {
  let distances: Scratch<Double>
  let arrivals: Scratch<Int32>
  var heap = CostHeap()

  init(nodeCount: Int, start: Int) {
    distances = Scratch(repeating: .infinity, count: nodeCount)
    arrivals = Scratch(repeating: -1, count: nodeCount)
    distances[start] = 0
    heap.push(0, start)
  }

  /// The distance of the next node to settle.
  mutating func nearest() -> Double? {
    while let entry = heap.first {
      if entry.cost == distances[entry.node] { return entry.cost }
      _ = heap.pop()
    }
    return nil
  }

  mutating func step(
    along rows: Rows, costs: EdgeCosts?, meeting other: borrowing HalfSearch, best: inout Meeting
  ) {
    guard let entry = heap.pop() else { return }
    for arc in rows.arcs(entry.node) {
      let (neighbor, edge) = (rows.neighbor(arc), rows.edge(arc))
      let distance = entry.cost + (costs.map { $0.values[edge] } ?? 1)
      if distance < distances[neighbor] {
        distances[neighbor] = distance
        arrivals[neighbor] = Int32(truncatingIfNeeded: edge)
        heap.push(distance, neighbor)
      }
      let through = distances[neighbor] + other.distances[neighbor]
      if through < best.cost { best = Meeting(cost: through, node: neighbor) }
    }
  }

  /// The edges from a node back to the start of this search.
  func edges(to node: Int, in topology: Topology) -> [EdgeIndex] {
    var edges: [EdgeIndex] = []
    var node = node
    while arrivals[node] >= 0 {
      edges.append(EdgeIndex(rawValue: arrivals[node]))
      node = topology.otherEnd(of: Int(arrivals[node]), from: node)
    }
    return edges
  }
}
