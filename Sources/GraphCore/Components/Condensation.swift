/// A graph whose nodes are the parts of another: what leads from part to part.
public struct Condensation: Sendable, Hashable {
  /// One node for each part, without loops and parallel edges.
  public let topology: Topology
  /// How many edges of the original graph each edge stands for.
  public let edgeCounts: EdgeColumn<Int>
  /// The parts.
  public let components: Components
}

extension Topology {
  /// Returns the graph of the strongly connected components; it has no cycle.
  ///
  /// - Returns: The graph; of an undirected graph it has no edges.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Same graph as networkx `condensation`.
  public func condensation() -> Condensation {
    Condensation(stronglyConnectedComponents(), of: self)
  }
}

extension Condensation {
  /// Shrinks each part of a graph to a node.
  public init(_ components: Components, of topology: Topology) {
    let labels = components.labels.values
    let simple = Topology(
      nodeCount: components.count, direction: topology.direction,
      sources: topology.edgeSources.map { labels[Int($0)] },
      targets: topology.edgeTargets.map { labels[Int($0)] }
    ).simplified(loops: .drop)
    self.topology = simple.topology
    self.components = components
    edgeCounts = EdgeColumn(simple.strengths.values.map { Int($0) })
  }
}
