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
  ///   - attempts: How many searches in different orders are made, of which the best result counts.
  ///   - seed: Seed of the orders in which nodes are visited; equal seeds give equal results.
  ///   - parallelism: How many attempts run at once.
  /// - Returns: The communities, numbered by their first node.
  /// - Throws: ``AlgorithmError`` with code `wrongDirection` if the graph is directed (use
  ///   ``undirected()``), `invalidParameter` for a bad resolution, or `cancelled`.
  /// - Precondition: There is one strength for each edge, and `attempts > 0`.
  /// - Complexity: About O(*V* + *E*) for each level and attempt in practice.
  ///
  /// ## References
  /// V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, “Fast unfolding of communities in large
  /// networks”, *J. Stat. Mech.* P10008, 2008, [doi:10.1088/1742-5468/2008/10/P10008](https://doi.org/10.1088/1742-5468/2008/10/P10008).
  /// Differs from the paper: on the way up every node is visited about once on each level, and on the way
  /// back single nodes are moved again until none gains, which is faster and finds more.
  public func louvain(
    quality: CommunityQuality = .modularity(), strengths: EdgeStrengths? = nil,
    attempts: Int = 2, seed: UInt64 = 0, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Communities {
    precondition(attempts > 0, "At least one attempt is needed.")
    try requireUndirected(for: "Louvain communities", strengths: strengths)
    try quality.requireValid()
    let order = orderByDegree
    let finest = MergedGraph(of: self, strengths: strengths, quality: quality, order: order)
    // Attempts share nothing; threads beyond their number help within them.
    let search = LouvainSearch(
      parallelism: Parallelism(threads: max(1, parallelism.threads / attempts)))
    let found = try parallelism.map(
      "The search for communities", Array(0..<attempts)
    ) { attempt throws(AlgorithmError) in
      var generator = SeededGenerator(seed: seed, stream: UInt64(attempt))
      let labels = Scratch<Int32>(numbersBelow: nodeCount)
      let levels = try search.improve(labels, on: finest, generator: &generator)
      let partition = Partition(ranked: labels, order: order)
      return Communities(
        partition: partition,
        quality: self.quality(of: partition, as: quality, strengths: strengths), levels: levels)
    }
    return found.dropFirst().reduce(found[0]) { $1.quality > $0.quality ? $1 : $0 }
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

private struct LouvainSearch {
  let parallelism: Parallelism

  /// Puts nodes that are alone into communities; returns how often the graph was merged.
  func improve(
    _ labels: borrowing Scratch<Int32>, on graph: borrowing MergedGraph,
    generator: inout SeededGenerator
  ) throws(AlgorithmError) -> Int {
    let spare = SpareSums()
    // Its memory is given back before that of the next level is taken.
    do {
      var moving = LocalMoving(nodeCount: graph.nodeCount, spare: spare)
      let hasMoved = try moving.run(
        on: graph, communities: labels, generator: &generator, sweeps: 1,
        parallelism: parallelism)
      if !hasMoved { return 0 }
    }
    let count = renumber(labels, count: graph.nodeCount)
    if count == graph.nodeCount { return 1 }
    let merged = graph.merged(
      by: labels, count: count, spare: spare, parallelism: parallelism)
    let coarse = Scratch<Int32>(numbersBelow: count)
    let levels = try improve(coarse, on: merged, generator: &generator)
    if levels > 0 {
      for node in 0..<graph.nodeCount { labels[node] = coarse[labels[node]] }
      // Now that communities have grown, single nodes may be better off elsewhere.
      var moving = LocalMoving(nodeCount: graph.nodeCount, spare: spare)
      _ = try moving.run(
        on: graph, communities: labels, generator: &generator, isShuffled: false,
        parallelism: parallelism)
    }
    return levels + 1
  }
}
