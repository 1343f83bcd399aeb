extension Topology {
  /// Returns the effective size of every node's network: its contacts less those that are redundant.
  ///
  /// *e*ᵢ = Σⱼ (1 − Σ_q *p*ᵢ_q·*m*ⱼ_q), with *p* as in ``burtConstraint(strengths:parallelism:)`` and *m*ⱼ_q the
  /// tie of *j* and *q* relative to *j*'s strongest. Without strengths this is *n* − 2*t*/*n* for *n* contacts
  /// with *t* ties among them. Parallel edges add up, loops are left out, and the value of an isolated
  /// node is not a number (`nan`).
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` gives every edge strength 1.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: One value for each node, at most its number of contacts.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: As ``burtConstraint(strengths:parallelism:)``.
  ///
  /// ## References
  /// R. S. Burt, *Structural Holes*, Harvard University Press, 1992; S. P. Borgatti, “Structural holes:
  /// unpacking Burt's redundancy measures”, *Connections* 20(1), 1997. Same values as networkx
  /// `effective_size`.
  public func effectiveSize(
    strengths: EdgeStrengths? = nil, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double> {
    let ties = ForwardTies(of: MutualTies(of: self, strengths: strengths))
    let totals = ties.sumOverTies { tie, _ in ties.strength(tie) }
    let contacts = ties.sumOverTies { _, _ in 1 }
    let strongest = ties.strongest()
    let ones = Scratch(repeating: 1.0, count: nodeCount)
    let shared = try ties.sharedSums(factors: ones, parallelism: parallelism)
    let redundant = ties.sumOverTies { tie, other in
      strongest[other] > 0 ? shared[tie] / strongest[other] : 0
    }
    var sizes = [Double](repeating: .nan, count: nodeCount)
    for (rank, node) in ties.nodes.enumerated() where totals[rank] > 0 {
      sizes[Int(node)] = contacts[rank] - redundant[rank] / totals[rank]
    }
    return NodeColumn(sizes)
  }
}
