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
    var levels = 0
    for _ in 0..<rounds {
      let finest = MergedGraph(of: self, strengths: strengths, quality: quality, order: order)
      let passed = try LeidenRound(parallelism: parallelism)
        .improve(labels, from: finest, generator: &generator)
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

  func improve(
    _ labels: borrowing Scratch<Int32>, from finest: consuming MergedGraph,
    generator: inout SeededGenerator
  ) throws(AlgorithmError) -> (levels: Int, hasMoved: Bool) {
    let nodeCount = finest.nodeCount
    // The node of the merged graph that each node has gone into.
    let place = Scratch<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { place[node] = Int32(node) }
    var graph = finest
    var communities = Scratch(copying: labels.array())
    var levels = 0
    var hasMoved = false
    while true {
      let moving = LocalMoving(nodeCount: graph.nodeCount)
      let moved = try moving.run(
        on: graph, communities: communities, generator: &generator, parallelism: parallelism)
      hasMoved = hasMoved || moved
      let count = renumber(communities, count: graph.nodeCount)
      if count == graph.nodeCount { break }
      let parts = Scratch<Int32>(repeating: 0, count: graph.nodeCount)
      LeidenRefinement(nodeCount: graph.nodeCount).run(
        on: graph, communities: communities, parts: parts, generator: &generator)
      var partCount = renumber(parts, count: graph.nodeCount)
      if partCount == graph.nodeCount {
        // No part has two nodes: merge whole communities, or the next level would be this one again.
        for node in 0..<graph.nodeCount { parts[node] = communities[node] }
        partCount = count
      }
      let next = Scratch<Int32>(repeating: 0, count: partCount)
      for node in 0..<graph.nodeCount { next[parts[node]] = communities[node] }
      for node in 0..<nodeCount { place[node] = parts[place[node]] }
      graph = graph.merged(by: parts, count: partCount)
      communities = next
      levels += 1
    }
    for node in 0..<nodeCount { labels[node] = communities[place[node]] }
    return (levels, hasMoved)
  }
}
