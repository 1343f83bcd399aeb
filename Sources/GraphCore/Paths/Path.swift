/// A way through a graph: nodes, and the edges between them.
public struct Path: Sendable, Hashable {
  /// The nodes on the way, both ends included; a cycle names its first node again at the end.
  public var nodes: [NodeIndex]
  /// The edges taken, one fewer than nodes.
  public var edges: [EdgeIndex]
  /// The sum of the costs of the edges; without costs their number.
  public var cost: Double

  /// Makes a path.
  ///
  /// - Precondition: There is one node more than edges.
  public init(nodes: [NodeIndex], edges: [EdgeIndex], cost: Double) {
    precondition(nodes.count == edges.count + 1, "A path has one node more than edges.")
    self.nodes = nodes
    self.edges = edges
    self.cost = cost
  }
}

extension Topology {
  /// The other end of an edge.
  func otherEnd(of edge: Int, from node: Int) -> Int {
    let source = Int(edgeSources[edge])
    return source == node ? Int(edgeTargets[edge]) : source
  }

  /// The path that takes the given edges in turn, its cost added up from the start.
  func path(from start: NodeIndex, along edges: [EdgeIndex], costs: EdgeCosts?) -> Path {
    var nodes = [start]
    var cost = 0.0
    for edge in edges {
      nodes.append(
        NodeIndex(otherEnd(of: edge.position, from: nodes[nodes.count - 1].position)))
      cost += costs.map { $0[edge] } ?? 1
    }
    return Path(nodes: nodes, edges: edges, cost: cost)
  }

  func requireFit(_ costs: EdgeCosts?) {
    precondition(
      costs.map { $0.values.count == edgeCount } ?? true, "Every edge needs a cost.")
  }

  func requireFit(_ strengths: EdgeStrengths?) {
    precondition(
      strengths.map { $0.values.count == edgeCount } ?? true, "Every edge needs a strength.")
  }
}
