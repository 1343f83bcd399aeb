package import GraphCore

extension Topology {
  /// Returns the graph with its nodes renumbered; edge indices stay.
  ///
  /// - Parameter newIndex: The new index of each node.
  /// - Returns: An equal graph but for the numbers of its nodes.
  /// - Precondition: `newIndex` holds every node once.
  package func relabelled(by newIndex: NodeColumn<NodeIndex>) -> Topology {
    precondition(Set(newIndex.values) == Set(nodes), "Every node needs a new index of its own.")
    return Topology(
      nodeCount: nodeCount, direction: direction,
      edges: edges.map { edge in
        let (source, target) = endpoints(of: edge)
        return (newIndex[source], newIndex[target])
      })
  }
}

extension Partition {
  /// Puts every node into a group of its own.
  package static func singletons(count: Int) -> Partition { Partition(labels: 0..<count) }
}
