package import GraphCore

/// Slow and obvious answers about small graphs, straight from the definitions.
package struct GraphOracle {
  /// The graph.
  package let topology: Topology
  /// The length of each edge.
  package let costs: [Double]
  /// The length of the shortest path from each node to each other.
  package let distances: [[Double]]
  /// How many shortest paths there are; parallel edges make several.
  package let pathCounts: [[Double]]

  /// Answers for a graph; without costs every edge has length 1.
  package init(_ topology: Topology, costs: [Double]? = nil) {
    self.topology = topology
    let costs = costs ?? [Double](repeating: 1, count: topology.edgeCount)
    self.costs = costs
    let count = topology.nodeCount
    var distances = (0..<count).map { source in
      (0..<count).map { $0 == source ? 0 : Double.infinity }
    }
    let arcs = Self.arcs(of: topology)
    for arc in arcs where arc.from != arc.to {
      distances[arc.from][arc.to] = min(distances[arc.from][arc.to], costs[arc.edge])
    }
    for middle in 0..<count {
      for from in 0..<count {
        for to in 0..<count {
          distances[from][to] = min(
            distances[from][to], distances[from][middle] + distances[middle][to])
        }
      }
    }
    self.distances = distances
    var counts = (0..<count).map { source in (0..<count).map { $0 == source ? 1.0 : 0 } }
    for source in 0..<count {
      let order = (0..<count).filter { distances[source][$0].isFinite }
        .sorted { distances[source][$0] < distances[source][$1] }
      for node in order where node != source {
        for arc in arcs
        where arc.to == node && arc.from != node
          && distances[source][arc.from] + costs[arc.edge] == distances[source][node]
        {
          counts[source][node] += counts[source][arc.from]
        }
      }
    }
    pathCounts = counts
  }

  /// Every way along an edge.
  static func arcs(of topology: Topology) -> [(from: Int, to: Int, edge: Int)] {
    topology.edges.flatMap { edge in
      let (source, target) = topology.endpoints(of: edge)
      let there = (from: source.position, to: target.position, edge: edge.position)
      let back = (from: target.position, to: source.position, edge: edge.position)
      return topology.isDirected || source == target ? [there] : [there, back]
    }
  }

  /// The sum over ordered pairs of the share of shortest paths through each node.
  package func betweenness(from sources: [Int]? = nil) -> [Double] {
    let count = topology.nodeCount
    return (0..<count).map { node in
      var sum = 0.0
      for source in sources ?? Array(0..<count) where source != node {
        for target in 0..<count
        where target != node && target != source && distances[source][target].isFinite
          && distances[source][node] + distances[node][target] == distances[source][target]
        {
          sum +=
            pathCounts[source][node] * pathCounts[node][target] / pathCounts[source][target]
        }
      }
      return sum
    }
  }

  /// The sum over ordered pairs of the share of shortest paths along each edge.
  package func edgeBetweenness() -> [Double] {
    let count = topology.nodeCount
    var sums = [Double](repeating: 0, count: topology.edgeCount)
    for arc in Self.arcs(of: topology) where arc.from != arc.to {
      for source in 0..<count {
        for target in 0..<count
        where source != target && distances[source][target].isFinite
          && distances[source][arc.from] + costs[arc.edge] + distances[arc.to][target]
            == distances[source][target]
        {
          sums[arc.edge] +=
            pathCounts[source][arc.from] * pathCounts[arc.to][target]
            / pathCounts[source][target]
        }
      }
    }
    return sums
  }

  /// The number of connected components without some nodes and edges, directions ignored.
  package func componentCount(withoutNode: Int? = nil, withoutEdge: Int? = nil) -> Int {
    var names = Array(0..<topology.nodeCount)
    for _ in names {
      for arc in Self.arcs(of: topology)
      where arc.from != withoutNode && arc.to != withoutNode && arc.edge != withoutEdge {
        let low = min(names[arc.from], names[arc.to])
        names[arc.from] = low
        names[arc.to] = low
      }
    }
    return names.indices.filter { names[$0] == $0 && $0 != withoutNode }.count
  }

  /// The costs of all paths without repeated nodes, ascending; of parallel edges the cheapest is taken.
  package func simplePathCosts(from source: Int, to target: Int) -> [Double] {
    var costs: [Double] = []
    func extend(_ nodes: [Int], _ cost: Double) {
      guard let last = nodes.last else { return }
      if last == target { return costs.append(cost) }
      for next in 0..<topology.nodeCount where !nodes.contains(next) {
        let step = Self.arcs(of: topology).filter { $0.from == last && $0.to == next }
          .map { self.costs[$0.edge] }.min()
        if let step { extend(nodes + [next], cost + step) }
      }
    }
    extend([source], 0)
    return costs.sorted()
  }
}
