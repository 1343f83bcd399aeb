package import GraphCore

/// A random graph with the communities that were built into it.
package struct PlantedGraph: Sendable, Hashable {
  /// The graph.
  package let topology: Topology
  /// The communities built in.
  package let partition: Partition
}

extension Topology {
  /// Returns groups of equal size, denser inside than between them (planted partition).
  ///
  /// - Parameters:
  ///   - groups: The number of groups.
  ///   - groupSize: The number of nodes in each; nodes of a group follow each other.
  ///   - inside: The chance of an edge inside a group, `0...1`.
  ///   - between: The chance of an edge between groups, `0...1`.
  ///   - seed: Equal seeds give equal graphs.
  /// - Returns: The graph and its groups.
  /// - Precondition: Probabilities are in `0...1`, `groupSize > 0`.
  /// - Complexity: O(*V*·`groups` + *E*).
  ///
  /// ## References
  /// A. Condon, R. M. Karp, “Algorithms for graph partitioning on the planted partition model”, *Random
  /// Struct. Alg.* 18(2), 2001, [doi:10.1002/1098-2418(200103)18:2<116::AID-RSA1001>3.0.CO;2-2](https://doi.org/10.1002/1098-2418%28200103%2918%3A2%3C116%3A%3AAID-RSA1001%3E3.0.CO%3B2-2).
  package static func plantedPartition(
    groups: Int, groupSize: Int, inside: Double, between: Double, seed: UInt64
  ) -> PlantedGraph {
    precondition(groupSize > 0, "Groups need nodes.")
    precondition(
      (0...1).contains(inside) && (0...1).contains(between), "A probability must be in 0...1.")
    var generator = SeededGenerator(seed: seed)
    let nodeCount = groups * groupSize
    var pairs: [(Int, Int)] = []
    for row in 0..<nodeCount {
      var start = row + 1
      while start < nodeCount {
        // The columns of one group have one chance.
        let end = (start / groupSize + 1) * groupSize
        var gaps = RandomGaps(probability: start / groupSize == row / groupSize ? inside : between)
        var column = start + gaps.next(with: &generator)
        while column < end {
          pairs.append((row, column))
          column += 1 + gaps.next(with: &generator)
        }
        start = end
      }
    }
    return PlantedGraph(
      topology: Topology(nodeCount: nodeCount, direction: .undirected, pairs: pairs),
      partition: Partition(labels: (0..<nodeCount).map { $0 / groupSize }))
  }
}
