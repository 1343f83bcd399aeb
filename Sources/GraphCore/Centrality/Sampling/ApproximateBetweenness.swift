/// Betweenness estimated from a sample of shortest paths, with the error that it keeps.
public struct ApproximateBetweenness: Sendable, Hashable {
  /// The estimate for each node.
  public let values: NodeColumn<Double>
  /// How far any value is off at most, in the unit of the values.
  public let error: Double
  /// The probability that a value is off by more than that.
  public let failureProbability: Double
  /// How many pairs of nodes were looked at.
  public let sampleCount: Int
}

extension Topology {
  /// Returns an estimate of the betweenness centrality of every node that is as good as asked for.
  ///
  /// Random shortest paths between random pairs of nodes are drawn until every node's share is known well
  /// enough: few if no node stands out, more if some do. The conventions are those of
  /// ``betweenness(costs:sources:scale:parallelism:)``.
  ///
  /// - Parameters:
  ///   - error: How far a value may be off, as a share of all ordered pairs of nodes, in `0..<1`.
  ///   - failureProbability: How likely any of the values may be off by more, in `0..<1`.
  ///   - seed: Equal seeds draw equal paths.
  ///   - scale: The unit of the result.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: The estimate, its error and the number of samples.
  /// - Throws: ``AlgorithmError`` with code `invalidParameter` or `cancelled`.
  /// - Complexity: O(log(diameter) / error²) searches at most, each from both ends and in most graphs far
  ///   smaller than the graph; O(*V*) space for each thread.
  ///
  /// ## References
  /// M. Borassi, E. Natale, “KADABRA is an adaptive algorithm for betweenness via random approximation”, *ACM
  /// JEA* 24, 2019, [doi:10.1145/3284359](https://doi.org/10.1145/3284359).
  public func approximateBetweenness(
    error: Double = 0.01, failureProbability: Double = 0.1, seed: UInt64,
    scale: BetweennessScale = .shareOfPairs, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> ApproximateBetweenness {
    for (name, value) in [("error", error), ("failure probability", failureProbability)]
    where !(value > 0 && value < 1) {
      throw AlgorithmError(
        code: .invalidParameter, message: "The \(name) is \(value); it must be between 0 and 1.")
    }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    let unit = pairs * scale.factor(isDirected: isDirected, endCount: nodeCount - 1)
    guard nodeCount > 2, edgeCount > 0 else {
      return ApproximateBetweenness(
        values: NodeColumn(repeating: 0, count: nodeCount), error: 0,
        failureProbability: 0, sampleCount: 0)
    }
    var tally = PathTally(
      rule: SamplingRule(
        error: error, failureProbability: failureProbability,
        vertexDiameter: vertexDiameterBound(), nodeCount: nodeCount),
      nodeCount: nodeCount)
    var values = [Double](repeating: 0, count: nodeCount)
    if isDirected {
      try withOutRows { out throws(AlgorithmError) in
        try withInRows { into throws(AlgorithmError) in
          try tally.draw(out, into, seed: seed, parallelism: parallelism)
        }
      }
      values = tally.counts.map { Double($0) }
    } else {
      let ranked = RankedRows(offsets: outOffsets, neighbors: outTargets)
      try ranked.withRows { rows throws(AlgorithmError) in
        try tally.draw(rows, rows, seed: seed, parallelism: parallelism)
      }
      for (rank, node) in ranked.nodes.enumerated() {
        values[Int(node)] = Double(tally.counts[rank])
      }
    }
    let samples = Double(tally.sampleCount)
    return ApproximateBetweenness(
      values: NodeColumn(values.map { $0 / samples * unit }), error: error * unit,
      failureProbability: failureProbability, sampleCount: tally.sampleCount)
  }

  /// No shortest path has more nodes than this.
  private func vertexDiameterBound() -> Int {
    let components = connectedComponents()
    let largest = components.sizes.max() ?? 0
    guard !isDirected else { return largest }
    // From any node, no two nodes of its component are farther apart than twice its farthest.
    var seen = [Bool](repeating: false, count: components.count)
    var bound = 1
    for node in nodes where !seen[components.component(of: node)] {
      seen[components.component(of: node)] = true
      guard !neighbors(of: node).isEmpty else { continue }
      bound = max(bound, 2 * (rings(around: [node]).count - 1) + 1)
    }
    return min(bound, largest)
  }
}
