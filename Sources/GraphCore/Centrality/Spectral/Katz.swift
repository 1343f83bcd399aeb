extension Topology {
  /// Returns the Katz centrality of every node.
  ///
  /// One plus the number of walks that arrive at a node, each counted `attenuation` to the power of its
  /// length. Edge directions are followed if the graph is directed. Not normalised.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` makes all 1.
  ///   - attenuation: What each step of a walk is worth, above zero and below one over the largest eigenvalue
  ///     of the graph; one over its highest degree is always low enough.
  ///   - until: The residual is the largest change of the last step, relative to the largest value.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: One value for each node.
  /// - Throws: ``AlgorithmError`` with code `notConverged`, also if the attenuation is too high,
  ///   `invalidParameter` or `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*V* + *E*) for each iteration.
  ///
  /// ## References
  /// L. Katz, “A new status index derived from sociometric analysis”, *Psychometrika* 18(1), 1953,
  /// [doi:10.1007/BF02289026](https://doi.org/10.1007/BF02289026).
  /// Same values as networkx `katz_centrality(normalized=False)`.
  public func katz(
    strengths: EdgeStrengths? = nil, attenuation: Double, until: StopRule = .default,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Converged<NodeColumn<Double>> {
    requireFit(strengths)
    guard attenuation > 0 && attenuation.isFinite else {
      throw AlgorithmError(
        code: .invalidParameter,
        message: "The attenuation is \(attenuation); it must be above zero.")
    }
    let matrix = GatherMatrix(
      of: self, .into, strengths: strengths, parallelism: parallelism, work: "Katz centrality")
    var values = Scratch(repeating: 1.0, count: nodeCount)
    var next = Scratch(repeating: 1.0, count: nodeCount)
    var residual = 0.0
    for iteration in 1...until.maximumIterations {
      _ = try matrix.sweep { range in
        for node in range { next[node] = 1 + attenuation * matrix.gathered(values, at: node) }
        return 0
      }
      swap(&values, &next)
      var (change, largest) = (0.0, 0.0)
      for node in 0..<nodeCount {
        change = max(change, abs(values[node] - next[node]))
        largest = max(largest, values[node])
      }
      residual = largest > 0 ? change / largest : 0
      if residual < until.tolerance {
        return Converged(value: matrix.column(values), iterations: iteration, residual: residual)
      }
      guard largest < 1e200 else {
        throw AlgorithmError(
          code: .notConverged,
          message: "Katz centrality grows without end; choose an attenuation below \(attenuation).")
      }
    }
    throw until.failure(of: "Katz centrality", residual: residual)
  }
}
