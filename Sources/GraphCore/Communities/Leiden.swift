extension Topology {
  /// Returns communities by the Leiden method: like Louvain's, and every one connected.
  ///
  /// Between moving nodes and merging communities, each community is split into well connected parts,
  /// which are what is merged. Parallel edges add up.
  ///
  /// - Parameters:
  ///   - quality: What is to be made large.
  ///   - strengths: The strength of each edge; `nil` gives every edge strength 1.
  ///   - rounds: How often the method is started again from its result; ends early if nothing moves.
  ///   - seed: Seed of the order and of the random merges; equal seeds give equal results.
  ///   - parallelism: Where cancellation is noticed; the search runs on the calling thread.
  /// - Returns: The communities, numbered by their first node.
  /// - Throws: ``AlgorithmError`` with code `wrongDirection` if the graph is directed (use
  ///   ``undirected()``), `invalidParameter` for a bad resolution, or `cancelled`.
  /// - Precondition: There is one strength for each edge, and `rounds > 0`.
  /// - Complexity: About O(*V* + *E*) for each level in practice.
  ///
  /// ## References
  /// V. A. Traag, L. Waltman, N. J. van Eck, “From Louvain to Leiden: guaranteeing well-connected
  /// communities”, *Scientific Reports* 9, 2019, [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z).
  public func leiden(
    quality: CommunityQuality = .modularity(), strengths: EdgeStrengths? = nil, rounds: Int = 2,
    seed: UInt64 = 0, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Communities {
    precondition(rounds > 0, "At least one round is needed.")
    try requireUndirected(for: "Leiden communities", strengths: strengths)
    try quality.requireValid()
    var generator = SeededGenerator(seed: seed)
    let labels = Scratch<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { labels[node] = Int32(node) }
    let order = orderByDegree
    let finest = MergedGraph(of: self, strengths: strengths, quality: quality, order: order)
    let round = LeidenRound(parallelism: parallelism)
    var levels = 0
    for _ in 0..<rounds {
      let passed = try round.improve(labels, on: finest, generator: &generator)
      levels += passed.levels
      if !passed.hasMoved { break }
    }
    let partition = Partition(ranked: labels, order: order)
    return Communities(
      partition: partition,
      quality: self.quality(of: partition, as: quality, strengths: strengths), levels: levels)
  }
}

private struct LeidenRound {
  let parallelism: Parallelism

  /// Improves the communities of a graph's nodes; returns how often the graph was merged.
  func improve(
    _ communities: borrowing Scratch<Int32>, on graph: borrowing MergedGraph,
    generator: inout SeededGenerator
  ) throws(AlgorithmError) -> (levels: Int, hasMoved: Bool) {
    let spare = SpareSums()
    var moving = LocalMoving(nodeCount: graph.nodeCount, spare: spare)
    let hasMoved = try moving.run(
      on: graph, communities: communities, generator: &generator, parallelism: parallelism)
    let count = renumber(communities, count: graph.nodeCount)
    if count == graph.nodeCount { return (0, hasMoved) }
    let parts = Scratch<Int32>(uninitialized: graph.nodeCount)
    LeidenRefinement(nodeCount: graph.nodeCount).run(
      on: graph, communities: communities, count: count, parts: parts, generator: &generator,
      spare: spare, parallelism: parallelism)
    var partCount = renumber(parts, count: graph.nodeCount)
    if partCount == graph.nodeCount {
      // No part has two nodes: merge whole communities, or the next level would be this one again.
      for node in 0..<graph.nodeCount { parts[node] = communities[node] }
      partCount = count
    }
    let coarse = Scratch<Int32>(uninitialized: partCount)
    for node in 0..<graph.nodeCount { coarse[parts[node]] = communities[node] }
    let merged = graph.merged(by: parts, count: partCount, spare: spare, parallelism: parallelism)
    let deeper = try improve(coarse, on: merged, generator: &generator)
    for node in 0..<graph.nodeCount { communities[node] = coarse[parts[node]] }
    return (deeper.levels + 1, hasMoved || deeper.hasMoved)
  }
}
