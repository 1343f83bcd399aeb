extension Topology {
  /// Returns Burt's constraint of every node: how far its contacts are tied up among themselves.
  ///
  /// *c*ᵢ = Σⱼ (*p*ᵢⱼ + Σ_q *p*ᵢ_q·*p*_qⱼ)² over the neighbours *j* of *i*, with *p*ᵢⱼ the share of *i*'s ties, in
  /// both directions, that go to *j*. Low values mean access to people who do not know each other; one
  /// single contact gives at least 1; dense small circles can exceed 1. Parallel edges add up, loops are
  /// left out, and the value of an isolated node is not a number (`nan`).
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` gives every edge strength 1.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: One value for each node.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*E*·√*E*) at most: each triangle is found once; O(*V* + *E*) space.
  ///
  /// ## References
  /// R. S. Burt, “Structural holes and good ideas”, *American Journal of Sociology* 110(2), 2004,
  /// [doi:10.1086/421787](https://doi.org/10.1086/421787). Same values as networkx `constraint`.
  public func burtConstraint(
    strengths: EdgeStrengths? = nil, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double> {
    let ties = ForwardTies(of: MutualTies(of: self, strengths: strengths))
    let totals = ties.sumOverTies { tie, _ in ties.strength(tie) }
    let factors = Scratch(repeating: 0.0, count: nodeCount)
    for node in 0..<nodeCount { factors[node] = totals[node] > 0 ? 1 / totals[node] : 0 }
    // p_iq·p_qj summed over q is T_ij/s_i with a T that is the same from both ends of the edge.
    let shared = try ties.sharedSums(factors: factors, parallelism: parallelism)
    let squares = ties.sumOverTies { tie, _ in
      let term = ties.strength(tie) + shared[tie]
      return term * term
    }
    var constraint = [Double](repeating: .nan, count: nodeCount)
    for (rank, node) in ties.nodes.enumerated() where totals[rank] > 0 {
      constraint[Int(node)] = squares[rank] / (totals[rank] * totals[rank])
    }
    return NodeColumn(constraint)
  }
}
