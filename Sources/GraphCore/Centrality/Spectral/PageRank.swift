extension Topology {
  /// Returns the PageRank of every node.
  ///
  /// The share of time that a walker spends at a node who follows a random edge with probability `damping` and
  /// starts afresh otherwise, and where no edge leads on. Edge directions are followed if the graph is
  /// directed. Stronger edges are followed more often.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` makes all equal.
  ///   - damping: The probability of going on, in `0..<1`.
  ///   - restarts: How often the walker starts at each node, in any unit; `nil` makes all nodes equal.
  ///     PageRank is then the importance as seen from these nodes.
  ///   - until: The residual is the sum of the changes that one more step would make.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: One share for each node, together 1; empty for a graph without nodes.
  /// - Throws: ``AlgorithmError`` with code `notConverged`, `invalidParameter` or `cancelled`.
  /// - Precondition: There is one strength for each edge and one restart weight for each node.
  /// - Complexity: O(*V* + *E*) for each iteration.
  ///
  /// ## References
  /// S. Brin, L. Page, “The anatomy of a large-scale hypertextual web search engine”, *Computer Networks* 30,
  /// 1998, [doi:10.1016/S0169-7552(98)00110-X](https://doi.org/10.1016/S0169-7552(98)00110-X). Nodes without
  /// way out need no place in the linear system: G. M. Del Corso, A. Gullí, F. Romani, “Fast PageRank
  /// computation via a sparse linear system”, *Internet Mathematics* 2(3), 2005,
  /// [doi:10.1080/15427951.2005.10129108](https://doi.org/10.1080/15427951.2005.10129108).
  /// Same values as networkx `pagerank`.
  public func pageRank(
    strengths: EdgeStrengths? = nil, damping: Double = 0.85,
    restarts: NodeColumn<Double>? = nil, until: StopRule = .default,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Converged<NodeColumn<Double>> {
    requireFit(strengths)
    guard damping >= 0 && damping < 1 else {
      throw AlgorithmError(
        code: .invalidParameter,
        message: "The damping is \(damping); it must be at least 0 and less than 1.")
    }
    let restarts = try shares(restarts)
    let matrix = GatherMatrix(
      of: self, .into, strengths: strengths, parallelism: parallelism, work: "PageRank")
    guard nodeCount > 0 else {
      return Converged(value: NodeColumn([]), iterations: 0, residual: 0)
    }
    let leaving = strengths.map { leavingStrength($0) } ?? leavingCounts()
    let solver = PageRankSolver(
      matrix: matrix, leaving: leaving, restarts: restarts, damping: damping)
    return try isDirected ? solver.solveByPowers(until: until) : solver.solveSymmetric(until: until)
  }

  /// Restart weights that add up to one.
  private func shares(
    _ restarts: NodeColumn<Double>?
  ) throws(AlgorithmError) -> [Double] {
    guard let restarts else {
      return [Double](repeating: 1 / Double(max(1, nodeCount)), count: nodeCount)
    }
    precondition(restarts.count == nodeCount, "Every node needs a restart weight.")
    let total = restarts.values.reduce(0, +)
    guard nodeCount == 0 || total > 0 && total.isFinite, restarts.values.allSatisfy({ $0 >= 0 })
    else {
      throw AlgorithmError(
        code: .invalidParameter,
        message: "Restart weights must be finite, not negative, and one of them above zero.")
    }
    return restarts.values.map { $0 / total }
  }

  /// The number of arcs that leave each node; a loop of an undirected graph is one.
  private func leavingCounts() -> [Double] {
    (0..<nodeCount).map { Double(outOffsets[$0 + 1] - outOffsets[$0]) }
  }

  private func leavingStrength(_ strengths: EdgeStrengths) -> [Double] {
    nodes.map { node in
      outEdges[outRange(of: node)].reduce(0) { $0 + strengths.values[Int($1)] }
    }
  }
}
