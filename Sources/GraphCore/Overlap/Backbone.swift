/// The ties of a projection that chance does not explain.
public struct Backbone: Sendable, Hashable {
  /// The nodes of the side with an edge for each significant pair; edges ascend by both ends.
  public let topology: Topology
  /// The overlap of each edge.
  public let overlaps: EdgeColumn<Overlap>
  /// The corrected probability of each edge's overlap by chance.
  public let probabilities: EdgeColumn<LogProbability>
  /// What chance means.
  public let model: OverlapModel
  /// How probabilities were corrected for the number of tests.
  public let correction: MultipleTesting
  /// Corrected probabilities below this are significant.
  public let level: Double
  /// The number of pairs tested, those without any overlap included.
  public let testCount: Int
  /// The number of pairs that overlap, significant or not.
  public let overlappingPairCount: Int
}

extension AffiliationGraph {
  /// Returns the graph of one side with the pairs whose overlap is larger than chance explains.
  ///
  /// Every pair of nodes counts as a test. Without a correction one pair in twenty of unrelated nodes
  /// would be kept at level 0.05; the R package backbone applies none unless told.
  ///
  /// - Parameters:
  ///   - side: The nodes to keep.
  ///   - model: What is held fixed.
  ///   - level: Pairs with a corrected probability below this are kept.
  ///   - correction: How probabilities are corrected for the number of tests.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: The significant pairs, and how many there were to choose from.
  /// - Throws: As ``overlapSignificance(of:model:until:parallelism:)``.
  /// - Precondition: `level` is in `0...1`.
  public func backbone(
    of side: Side, model: OverlapModel = .degreeSequence, level: Double = 0.05,
    correction: MultipleTesting = .holm, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Backbone {
    precondition(level >= 0 && level <= 1, "A level of significance must be in 0...1.")
    let tested = try overlapSignificance(of: side, model: model, parallelism: parallelism)
    let testCount = tested.overlaps.possiblePairCount
    let corrected = correction.corrected(tested.probabilities, testCount: testCount)
    let limit = LogProbability(level)
    let kept = corrected.indices.filter { corrected[$0] < limit }
    let pairs = kept.map { tested.overlaps[$0] }
    return Backbone(
      topology: Topology(
        nodeCount: nodeCount(side), direction: .undirected,
        edges: pairs.lazy.map { ($0.first, $0.second) }),
      overlaps: EdgeColumn(pairs), probabilities: EdgeColumn(kept.map { corrected[$0] }),
      model: model, correction: correction, level: level, testCount: testCount,
      overlappingPairCount: tested.overlaps.count)
  }
}
