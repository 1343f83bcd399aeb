extension Topology {
  /// Returns the graph with every edge turned around; edge indices stay.
  public func reversed() -> Topology {
    Topology(
      nodeCount: nodeCount, direction: direction, sources: edgeTargets, targets: edgeSources)
  }

  /// Returns the same edges without direction; edge indices stay.
  public func undirected() -> Topology {
    isDirected
      ? Topology(
        nodeCount: nodeCount, direction: .undirected, sources: edgeSources, targets: edgeTargets)
      : self
  }

  /// A part of a graph, with the way back to the whole.
  public struct Part: Sendable, Hashable {
    /// The part as a graph of its own.
    public let topology: Topology
    /// The node of the whole graph for each node of the part.
    public let nodes: NodeColumn<NodeIndex>
    /// The edge of the whole graph for each edge of the part.
    public let edges: EdgeColumn<EdgeIndex>
  }

  /// Returns the given nodes and all edges between them.
  ///
  /// - Parameter kept: The nodes to keep, in the order that they have in the part.
  /// - Returns: The part and the way back.
  /// - Precondition: No node occurs twice.
  /// - Complexity: O(*V* + *E*).
  public func subgraph(of kept: some Sequence<NodeIndex>) -> Part {
    var newIndex = [Int32](repeating: -1, count: nodeCount)
    var nodes: [NodeIndex] = []
    for node in kept {
      precondition(newIndex[node.position] < 0, "A node can be kept only once.")
      newIndex[node.position] = Int32(nodes.count)
      nodes.append(node)
    }
    var sources: [Int32] = []
    var targets: [Int32] = []
    var edges: [EdgeIndex] = []
    for edge in 0..<edgeCount {
      let (source, target) = (newIndex[Int(edgeSources[edge])], newIndex[Int(edgeTargets[edge])])
      guard source >= 0, target >= 0 else { continue }
      sources.append(source)
      targets.append(target)
      edges.append(EdgeIndex(edge))
    }
    return Part(
      topology: Topology(
        nodeCount: nodes.count, direction: direction, sources: sources, targets: targets),
      nodes: NodeColumn(nodes), edges: EdgeColumn(edges))
  }
}
