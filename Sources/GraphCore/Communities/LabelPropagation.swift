extension Topology {
  /// Returns communities by label propagation: every node has the label most common among its ties.
  ///
  /// Starts with a label for each node; in random order each takes the label that its ties hold most
  /// strongly, its own if that is among them and a random one of several otherwise, until none changes.
  /// Very fast and without any parameter, but results differ from seed to seed more than with
  /// ``leiden(quality:strengths:rounds:seed:parallelism:)``. Edge directions are not followed; loops say
  /// nothing.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` gives every edge strength 1.
  ///   - seed: Seed of order and choices; equal seeds give equal results.
  ///   - rule: Its number of iterations limits the sweeps over all nodes; the residual is the share of
  ///     nodes that changed in the last one.
  ///   - parallelism: Where cancellation is noticed; the search runs on the calling thread.
  /// - Returns: The communities and the number of sweeps.
  /// - Throws: ``AlgorithmError`` with code `notConverged` or `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*V* + *E*) for each sweep.
  ///
  /// ## References
  /// U. N. Raghavan, R. Albert, S. Kumara, “Near linear time algorithm to detect community structures in
  /// large-scale networks”, *Phys. Rev. E* 76, 2007, [doi:10.1103/PhysRevE.76.036106](https://doi.org/10.1103/PhysRevE.76.036106).
  public func labelPropagation(
    strengths: EdgeStrengths? = nil, seed: UInt64 = 0,
    until rule: StopRule = StopRule(tolerance: 1e-12, maximumIterations: 1000),
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Converged<Partition> {
    precondition(
      strengths.map { $0.values.count == edgeCount } ?? true, "Every edge needs a strength.")
    let graph = MergedGraph(
      of: undirected(), strengths: strengths, quality: .constantPotts(resolution: 0))
    var generator = SeededGenerator(seed: seed)
    var sums = NeighborSums(count: nodeCount)
    let labels = Scratch<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { labels[node] = Int32(node) }
    var order = Array(0..<nodeCount)
    var changed = nodeCount
    var sweeps = 0
    while changed > 0, sweeps < rule.maximumIterations {
      try parallelism.checkCancellation(of: "Label propagation")
      changed = 0
      sweeps += 1
      for place in order.indices.dropFirst().reversed() {
        order.swapAt(place, generator.below(place + 1))
      }
      for node in order where !graph.arcs(node).isEmpty {
        sums.addTies(of: node, in: graph, to: labels)
        var best = labels[node]
        var highest = sums.value(best)
        var ties = 0
        for place in 0..<sums.count {
          let label = sums.touched(place)
          if sums[label] > highest {
            (best, highest, ties) = (label, sums[label], 1)
          } else if sums[label] == highest, ties > 0 {
            ties += 1
            if generator.below(ties) == 0 { best = label }
          }
        }
        sums.clear()
        if best != labels[node] {
          labels[node] = best
          changed += 1
        }
      }
    }
    let residual = nodeCount == 0 ? 0 : Double(changed) / Double(nodeCount)
    guard changed == 0 else { throw rule.failure(of: "Label propagation", residual: residual) }
    return Converged(
      value: Partition(numbers: labels.array()), iterations: sweeps, residual: residual)
  }
}
