extension Topology {
  /// Returns communities by the Louvain method.
  ///
  /// Nodes move to the neighbouring community that gains most, communities are merged into nodes, and
  /// so on until nothing gains. Fast, but a community can come out disconnected; see
  /// ``leiden(quality:strengths:rounds:seed:parallelism:)``. Parallel edges add up.
  ///
  /// - Parameters:
  ///   - quality: What is to be made large.
  ///   - strengths: The strength of each edge; `nil` gives every edge strength 1.
  ///   - seed: Seed of the order in which nodes are visited; equal seeds give equal results.
  ///   - parallelism: Where cancellation is noticed; the search runs on the calling thread.
  /// - Returns: The communities, numbered by their first node.
  /// - Throws: ``AlgorithmError`` with code `wrongDirection` if the graph is directed (use
  ///   ``undirected()``), `invalidParameter` for a bad resolution, or `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: About O(*V* + *E*) for each level in practice.
  ///
  /// ## References
  /// V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large
  /// networks”, *J. Stat. Mech.* P10008, 2008, [doi:10.1088/1742-5468/2008/10/P10008](https://doi.org/10.1088/1742-5468/2008/10/P10008).
  /// Differs from the paper: only nodes whose neighbourhood changed are visited again.
  public func louvain(
    quality: CommunityQuality = .modularity(), strengths: EdgeStrengths? = nil, seed: UInt64 = 0,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Communities {
    try requireUndirected(for: "Louvain communities", strengths: strengths)
    try quality.requireValid()
    var generator = SeededGenerator(seed: seed)
    var graph = MergedGraph(of: self, strengths: strengths, quality: quality)
    let labels = Scratch<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { labels[node] = Int32(node) }
    var levels = 0
    while true {
      let communities = Scratch<Int32>(repeating: 0, count: graph.nodeCount)
      for node in 0..<graph.nodeCount { communities[node] = Int32(node) }
      let moving = LocalMoving(nodeCount: graph.nodeCount)
      let hasMoved = try moving.run(
        on: graph, communities: communities, generator: &generator, parallelism: parallelism)
      if !hasMoved { break }
      let count = renumber(communities, count: graph.nodeCount)
      for node in 0..<nodeCount { labels[node] = communities[labels[node]] }
      levels += 1
      if count == graph.nodeCount { break }
      graph = graph.merged(by: communities, count: count)
    }
    let partition = Partition(labels: labels.array())
    return Communities(
      partition: partition,
      quality: self.quality(of: partition, as: quality, strengths: strengths), levels: levels)
  }

  func requireUndirected(
    for question: String, strengths: EdgeStrengths?
  ) throws(AlgorithmError) {
    precondition(
      strengths.map { $0.values.count == edgeCount } ?? true, "Every edge needs a strength.")
    guard isDirected else { return }
    throw AlgorithmError(
      code: .wrongDirection,
      message: "\(question) are defined for undirected graphs; ask for undirected() first.")
  }
}
