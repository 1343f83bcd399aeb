#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Topology {
  /// Which ends of an edge must find it significant.
  public enum DisparityRule: Sendable, Hashable, CaseIterable {
    /// One is enough, as published: a tie that matters to a small node stays.
    case either
    /// Both.
    case both
  }

  /// Returns for every edge the chance that a share of a node's strength as large arises at random.
  ///
  /// If a node with *k* edges split its strength uniformly at random, an edge would get at least the
  /// share *p* with probability (1 − *p*)^(*k* − 1). Edges below a level form the backbone of a weighted
  /// graph that is not a projection. An end with one edge has nothing to compare it with and gives 1,
  /// as do loops. A directed edge is compared with what leaves its source and what enters its target.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge.
  ///   - rule: `either` takes the smaller probability of the two ends, `both` the larger.
  /// - Returns: One probability for each edge.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*V* + *E*).
  ///
  /// ## References
  /// M. Á. Serrano, M. Boguñá, A. Vespignani, “Extracting the multiscale backbone of complex weighted
  /// networks”, *PNAS* 106(16), 2009, [doi:10.1073/pnas.0808904106](https://doi.org/10.1073/pnas.0808904106).
  public func disparity(
    strengths: EdgeStrengths, rule: DisparityRule = .either
  ) -> EdgeColumn<LogProbability> {
    precondition(strengths.values.count == edgeCount, "Every edge needs a strength.")
    var leaving = [(count: Int, total: Double)](repeating: (0, 0), count: nodeCount)
    var entering = leaving
    for edge in 0..<edgeCount where edgeSources[edge] != edgeTargets[edge] {
      leaving[Int(edgeSources[edge])].count += 1
      leaving[Int(edgeSources[edge])].total += strengths.values[edge]
      entering[Int(edgeTargets[edge])].count += 1
      entering[Int(edgeTargets[edge])].total += strengths.values[edge]
    }
    if !isDirected {
      for node in 0..<nodeCount {
        leaving[node].count += entering[node].count
        leaving[node].total += entering[node].total
      }
      entering = leaving
    }
    return EdgeColumn(
      (0..<edgeCount).map { edge in
        if edgeSources[edge] == edgeTargets[edge] { return .certain }
        let ends = [leaving[Int(edgeSources[edge])], entering[Int(edgeTargets[edge])]]
        let pValues = ends.map { end in
          guard end.count > 1, end.total > 0 else { return LogProbability.certain }
          let share = min(1, strengths.values[edge] / end.total)
          return LogProbability(naturalLogarithm: Double(end.count - 1) * log1p(-share))
        }
        return rule == .either ? min(pValues[0], pValues[1]) : max(pValues[0], pValues[1])
      })
  }
}
