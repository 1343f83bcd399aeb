extension Topology {
  /// Returns the eigenvector centrality of every node.
  ///
  /// A node is central if its neighbours are: each value is proportional to the sum of the values of the
  /// nodes that point to it, scaled to Euclidean length 1. In a disconnected graph the component with the
  /// largest eigenvalue takes it all. A graph without edges has equal values.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` makes all 1.
  ///   - until: The residual is the length of *A·x − λ·x* relative to *λ*.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: One value in `0...1` for each node.
  /// - Throws: ``AlgorithmError`` with code `notConverged`, as in directed graphs without cycles, or
  ///   `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*V* + *E*) for each iteration.
  ///
  /// ## References
  /// P. Bonacich, “Factoring and weighting approaches to status scores and clique identification”, *J. Math.
  /// Sociology* 2(1), 1972, [doi:10.1080/0022250X.1972.9989806](https://doi.org/10.1080/0022250X.1972.9989806).
  /// For undirected graphs: A. V. Knyazev, “Toward the optimal preconditioned eigensolver”, *SIAM J. Sci.
  /// Comput.* 23(2), 2001, [doi:10.1137/S1064827500366124](https://doi.org/10.1137/S1064827500366124).
  /// Same values as networkx `eigenvector_centrality_numpy` in connected graphs.
  public func eigenvectorCentrality(
    strengths: EdgeStrengths? = nil, until: StopRule = .default,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Converged<NodeColumn<Double>> {
    requireFit(strengths)
    guard edgeCount > 0, strengths.map({ $0.values.contains { $0 > 0 } }) ?? true else {
      let value = nodeCount == 0 ? 0 : 1 / Double(nodeCount).squareRoot()
      return Converged(
        value: NodeColumn(repeating: value, count: nodeCount), iterations: 0, residual: 0)
    }
    if isDirected, !hasCycle {
      throw AlgorithmError(
        code: .notConverged,
        message: """
          Eigenvector centrality is zero everywhere in a directed graph without cycles; use PageRank or \
          Katz centrality.
          """)
    }
    let solver = EigenvectorSolver(
      matrix: GatherMatrix(
        of: self, .into, strengths: strengths, parallelism: parallelism,
        work: "Eigenvector centrality"))
    return try isDirected ? solver.solveByPowers(until: until) : solver.solveSymmetric(until: until)
  }

  /// Whether some directed edges lead back to where they start.
  private var hasCycle: Bool {
    loopCount > 0 || stronglyConnectedComponents().count < nodeCount
  }
}
