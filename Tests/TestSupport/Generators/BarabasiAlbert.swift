package import GraphCore

extension Topology {
  /// Returns a random graph that grows by nodes attaching to well connected ones (Barabási–Albert).
  ///
  /// Starts with a star of `attachments` + 1 nodes; every further node connects to `attachments` different
  /// ones, each chosen in proportion to its degree. Degrees follow a power law with exponent 3.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - attachments: The number of edges of each new node.
  ///   - seed: Equal seeds give equal graphs.
  /// - Returns: A connected graph; a star if there are too few nodes to grow.
  /// - Precondition: `attachments > 0`.
  /// - Complexity: O(*E*) expected.
  ///
  /// ## References
  /// A.-L. Barabási, R. Albert, “Emergence of scaling in random networks”, *Science* 286, 1999,
  /// [doi:10.1126/science.286.5439.509](https://doi.org/10.1126/science.286.5439.509).
  package static func barabasiAlbert(nodeCount: Int, attachments: Int, seed: UInt64) -> Topology {
    precondition(attachments > 0, "New nodes need an edge.")
    var generator = SeededGenerator(seed: seed)
    // Every end of every edge once: drawing from it is drawing in proportion to degree.
    var ends: [Int32] = []
    var sources: [Int32] = []
    var targets: [Int32] = []
    func connect(_ source: Int, _ target: Int32) {
      sources.append(Int32(source))
      targets.append(target)
    }
    for node in 1..<max(1, min(nodeCount, attachments + 1)) {
      connect(node, 0)
      ends += [0, Int32(node)]
    }
    for node in attachments + 1..<max(nodeCount, attachments + 1) {
      var chosen: [Int32] = []
      while chosen.count < attachments {
        let candidate = ends[generator.below(ends.count)]
        if !chosen.contains(candidate) { chosen.append(candidate) }
      }
      for target in chosen {
        connect(node, target)
        ends += [target, Int32(node)]
      }
    }
    return Topology(
      nodeCount: nodeCount, direction: .undirected, sources: sources, targets: targets)
  }
}
