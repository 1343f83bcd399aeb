extension Topology {
  /// Returns a cheapest cycle, or `nil` if the graph has none.
  ///
  /// In a directed graph a cycle follows the edges; two opposite edges make one. In an undirected graph
  /// no edge is used twice; two parallel edges make a cycle. A loop is a cycle by itself.
  ///
  /// - Parameters:
  ///   - costs: Length of each edge; `nil` counts edges, so that the result is the girth.
  ///   - parallelism: Reports progress; the search itself uses the calling thread.
  /// - Returns: The cycle, its first node named again at the end; the first found of several equal ones.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: There is one cost for each edge.
  /// - Complexity: O(*V*·*E*·log *V*); each search stops at the length of the best cycle so far.
  ///
  /// ## References
  /// A. Itai, M. Rodeh, “Finding a minimum circuit in a graph”, *SIAM J. Comput.* 7(4), 1978,
  /// [doi:10.1137/0207033](https://doi.org/10.1137/0207033).
  public func shortestCycle(
    costs: EdgeCosts? = nil, parallelism: Parallelism = .sequential
  ) throws(AlgorithmError) -> Path? {
    requireFit(costs)
    var search = CycleSearch(topology: self, costs: costs)
    let components = isDirected ? stronglyConnectedComponents() : nil
    try Parallelism(threads: 1, progress: parallelism.progress)
      .run("The search for a cycle", parts: nodeCount) { root in
        search.run(from: root, within: components)
      }
    return search.best
  }
}

/// A Dijkstra search from each root for the cheapest cycle through nodes that have not been roots.
private struct CycleSearch: ~Copyable {
  let topology: Topology
  let costs: EdgeCosts?
  var best: Path?
  private let distances: Scratch<Double>
  private let arrivals: Scratch<Int32>
  private var touched: [Int] = []
  private var heap = CostHeap()

  init(topology: Topology, costs: EdgeCosts?) {
    self.topology = topology
    self.costs = costs
    distances = Scratch(repeating: .infinity, count: topology.nodeCount)
    arrivals = Scratch(repeating: -1, count: topology.nodeCount)
  }

  mutating func run(from root: Int, within components: Components?) {
    reset()
    reach(root, at: 0, by: -1)
    topology.withOutRows { rows in
      while let entry = heap.pop() {
        let node = Int(entry.node)
        guard entry.cost == distances[node] else { continue }
        // A cycle closes with one more edge; half of an undirected one is behind us at its far side.
        if let best, entry.cost * (topology.isDirected ? 1 : 2) > best.cost { break }
        for arc in rows.arcs(node) {
          let (neighbor, edge) = (rows.neighbor(arc), rows.edge(arc))
          // All cycles through earlier roots are known.
          guard neighbor >= root, edge != Int(arrivals[node]) || topology.isDirected else {
            continue
          }
          if let components,
            components.labels.values[neighbor] != components.labels.values[root]
          {
            continue
          }
          let distance = entry.cost + (costs.map { $0.values[edge] } ?? 1)
          if topology.isDirected ? neighbor == root : distances[neighbor].isFinite {
            close(from: node, to: neighbor, by: edge)
          }
          if distance < distances[neighbor] { reach(neighbor, at: distance, by: edge) }
        }
      }
    }
  }

  private mutating func reset() {
    for node in touched {
      distances[node] = .infinity
      arrivals[node] = -1
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
  }

  private mutating func reach(_ node: Int, at distance: Double, by edge: Int) {
    if distances[node] == .infinity { touched.append(node) }
    distances[node] = distance
    arrivals[node] = Int32(edge)
    heap.push(distance, node)
  }

  /// Keeps the cycle of an edge and the tree paths to its ends, cut where these part, if it is the best.
  private mutating func close(from node: Int, to neighbor: Int, by edge: Int) {
    var down = pathToRoot(from: node)
    var up = topology.isDirected ? [] : pathToRoot(from: neighbor)
    while let last = down.last, last == up.last {
      down.removeLast()
      up.removeLast()
    }
    var start = node
    for edge in down { start = topology.otherEnd(of: edge, from: start) }
    let edges = (down.reversed() + [edge] + up).map { EdgeIndex($0) }
    let cycle = topology.path(from: NodeIndex(start), along: edges, costs: costs)
    if best.map({ cycle.cost < $0.cost }) ?? true { best = cycle }
  }

  private func pathToRoot(from node: Int) -> [Int] {
    var edges: [Int] = []
    var node = node
    while arrivals[node] >= 0 {
      edges.append(Int(arrivals[node]))
      node = topology.otherEnd(of: Int(arrivals[node]), from: node)
    }
    return edges
  }
}
