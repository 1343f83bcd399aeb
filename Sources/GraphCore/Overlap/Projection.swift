/// A one-mode graph made from a two-mode one, with the strength of each tie.
public struct Projection: Sendable, Hashable {
  /// What the strength of a projected tie counts.
  public enum Weighting: Sendable, Hashable, CaseIterable {
    /// The number of shared nodes.
    case count
    /// Shared nodes as a share of those of either (Jaccard).
    case jaccard
    /// Shared nodes as a share of the smaller set (Szymkiewicz–Simpson).
    case overlapCoefficient
    /// Σ 1/(d − 1) over shared nodes of degree *d*: sharing a small group counts more.
    case newman
  }

  /// The side whose nodes are kept.
  public let side: AffiliationGraph.Side
  /// What the strengths count.
  public let weighting: Weighting
  /// The kept nodes with an edge between those that share a node; edges ascend by both ends.
  public let topology: Topology
  /// The strength of each edge.
  public let strengths: EdgeStrengths
}

extension AffiliationGraph {
  /// Returns the graph of one side in which nodes that share a node of the other are connected.
  ///
  /// A projection turns every group into a clique, which inflates degrees and hides who brought two
  /// nodes together; prefer ``backbone(of:model:level:correction:parallelism:)`` for pictures, and
  /// the two-mode graph itself for centrality.
  ///
  /// - Parameters:
  ///   - side: The nodes to keep.
  ///   - weighting: What the strengths count.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: The graph, with strengths in the order of its edges.
  /// - Throws: ``AlgorithmError`` with code `cancelled`, or `tooLarge` beyond 2³⁰ edges.
  /// - Complexity: O(Σ *d*²) for degrees *d* of the other side.
  ///
  /// ## References
  /// M. E. J. Newman, “Scientific collaboration networks II”, *Phys. Rev. E* 64, 2001,
  /// [doi:10.1103/PhysRevE.64.016132](https://doi.org/10.1103/PhysRevE.64.016132).
  /// Same values as networkx `weighted_projected_graph`, `overlap_weighted_projected_graph` and
  /// `collaboration_weighted_projected_graph`.
  public func projection(
    onto side: Side, weighting: Projection.Weighting = .count,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Projection {
    let sources: [Int32]
    let targets: [Int32]
    let values: [Double]
    if weighting == .newman {
      let other = rows(side.opposite)
      let table = try sharedSums(of: side, parallelism: parallelism) { node in
        other.degree(node) > 1 ? 1 / Double(other.degree(node) - 1) : 0
      }
      (sources, targets, values) = (table.firsts, table.seconds, table.sums)
    } else {
      let overlaps = try overlaps(of: side, parallelism: parallelism)
      (sources, targets) = (overlaps.firsts, overlaps.seconds)
      values = overlaps.map { overlap in
        switch weighting {
        case .jaccard: overlap.jaccard
        case .overlapCoefficient: overlap.overlapCoefficient
        case .count, .newman: Double(overlap.shared)
        }
      }
    }
    guard sources.count < 1 << 30 else {
      throw AlgorithmError(
        code: .tooLarge,
        message: "The projection has \(sources.count) edges; filter large groups first.")
    }
    return Projection(
      side: side, weighting: weighting,
      topology: Topology(
        nodeCount: nodeCount(side), direction: .undirected, sources: sources, targets: targets),
      strengths: EdgeStrengths(checked: values))
  }
}
