package import GraphCore

extension Topology {
  /// Returns a ring of near neighbours with some edges led elsewhere (Watts–Strogatz).
  ///
  /// Each node is connected to the `neighbors / 2` next ones on either side; then the far end of every
  /// edge is moved to a random node with the given probability, without making loops or parallel edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - neighbors: The even number of edges of each node in the ring.
  ///   - rewiring: The chance of an edge to be moved, `0...1`.
  ///   - seed: Equal seeds give equal graphs.
  /// - Returns: A graph with `nodeCount * neighbors / 2` edges.
  /// - Precondition: `neighbors` is even and below `nodeCount`; `rewiring` is in `0...1`.
  /// - Complexity: O(*E*) expected.
  ///
  /// ## References
  /// D. J. Watts, S. H. Strogatz, “Collective dynamics of ‘small-world’ networks”, *Nature* 393, 1998,
  /// [doi:10.1038/30918](https://doi.org/10.1038/30918).
  package static func wattsStrogatz(
    nodeCount: Int, neighbors: Int, rewiring: Double, seed: UInt64
  ) -> Topology {
    precondition(
      neighbors >= 0 && neighbors % 2 == 0 && neighbors < max(nodeCount, 1),
      "A ring needs an even number of neighbours below the number of nodes.")
    precondition(rewiring >= 0 && rewiring <= 1, "A probability must be in 0...1.")
    var generator = SeededGenerator(seed: seed)
    var adjacent = [Set<Int>](repeating: [], count: nodeCount)
    var edges: [(Int, Int)] = []
    for offset in 1..<neighbors / 2 + 1 {
      for node in 0..<nodeCount {
        edges.append((node, (node + offset) % nodeCount))
        adjacent[node].insert((node + offset) % nodeCount)
        adjacent[(node + offset) % nodeCount].insert(node)
      }
    }
    for edge in edges.indices where generator.unit() < rewiring {
      let (node, old) = edges[edge]
      if adjacent[node].count >= nodeCount - 1 { continue }
      var new = generator.below(nodeCount)
      while new == node || adjacent[node].contains(new) { new = generator.below(nodeCount) }
      adjacent[node].remove(old)
      adjacent[old].remove(node)
      adjacent[node].insert(new)
      adjacent[new].insert(node)
      edges[edge].1 = new
    }
    return Topology(nodeCount: nodeCount, direction: .undirected, pairs: edges)
  }
}
