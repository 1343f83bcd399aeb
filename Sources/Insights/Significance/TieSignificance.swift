internal import GraphCore

/// How probable ties as strong as those found are by chance alone.
///
/// What a backbone of a crowded network is cut out by: ties below a level of significance stay.
package enum TieSignificance {
  /// Two bodies that share members.
  package struct SharedMembers: Hashable, Sendable {
    /// The positions of the two bodies, the lower one first.
    package let first, second: Int
    /// The number of members on both.
    package let shared: Int
    /// The natural logarithm of the chance of at least so many.
    package let logPValue: Double
  }

  /// Returns the pairs of bodies that share a member, in ascending order, with the chance of sharing as many.
  ///
  /// The stochastic degree sequence model (SDSM): the sizes of bodies and the numbers of seats of members are held fixed
  /// on average. Where its fit does not settle, sizes alone are held fixed (hypergeometric). Not corrected for the
  /// number of pairs, like the backbones of the literature.
  ///
  /// - Parameters:
  ///   - seats: The positions of a body and of a member on it; repeated pairs count once.
  ///   - bodyCount: The number of bodies.
  ///   - memberCount: The number of members.
  /// - Returns: The pairs; empty where nobody is shared.
  /// - Complexity: O(Σ *d*²) for members with *d* seats, and one tail for each combination of sizes.
  ///
  /// ## References
  /// Z. P. Neal, “The backbone of bipartite projections”, *Social Networks* 39, 2014,
  /// [doi:10.1016/j.socnet.2014.06.001](https://doi.org/10.1016/j.socnet.2014.06.001).
  package static func ofSharing(
    _ seats: [(body: Int, member: Int)], bodyCount: Int, memberCount: Int
  ) -> [SharedMembers] {
    let graph = AffiliationGraph(
      leftCount: bodyCount, rightCount: memberCount, pairs: seats.map { ($0.body, $0.member) })
    let tested =
      (try? graph.overlapSignificance(of: .left, model: .degreeSequence))
      ?? (try? graph.overlapSignificance(of: .left, model: .fixedSizes(population: nil)))
    guard let tested else { return [] }
    return zip(tested.overlaps, tested.probabilities).map { overlap, chance in
      SharedMembers(
        first: overlap.first.position, second: overlap.second.position, shared: overlap.shared,
        logPValue: chance.naturalLogarithm)
    }
  }

  /// Returns for each tie the natural logarithm of the chance that it takes so large a share of an end's weight.
  ///
  /// The disparity filter; either end may find the tie significant. Directions are ignored.
  ///
  /// - Parameters:
  ///   - ties: The positions of the two ends, and a weight above 0; no pair twice.
  ///   - nodeCount: The number of ends to choose from.
  /// - Returns: One value for each tie, at most 0; all 0 where a weight is not above 0.
  /// - Complexity: O(*n* + *t*).
  ///
  /// ## References
  /// M. Á. Serrano, M. Boguñá, A. Vespignani, *PNAS* 106(16), 2009,
  /// [doi:10.1073/pnas.0808904106](https://doi.org/10.1073/pnas.0808904106).
  package static func ofDisparity(
    _ ties: [(from: Int, to: Int, weight: Double)], nodeCount: Int
  ) -> [Double] {
    guard let strengths = try? EdgeStrengths(ties.map(\.weight)) else {
      return ties.map { _ in 0 }
    }
    let topology = Topology(
      nodeCount: nodeCount, direction: .undirected, pairs: ties.map { ($0.from, $0.to) })
    return topology.disparity(strengths: strengths).values.map(\.naturalLogarithm)
  }

  /// The natural logarithm of a level of significance; minus infinity for 0.
  package static func logLevel(_ level: Double) -> Double {
    LogProbability(level).naturalLogarithm
  }
}
