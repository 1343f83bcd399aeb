/// How likely the overlap of each pair would be by chance.
public struct OverlapSignificance: Sendable, Hashable {
  /// The pairs that overlap.
  public let overlaps: Overlaps
  /// What chance means.
  public let model: OverlapModel
  /// For each pair the probability of at least its overlap; pairs without overlap have probability 1.
  public let probabilities: [LogProbability]
  /// Steps of the fit of the model; 0 if it has none.
  public let iterations: Int
  /// What the fit leaves; see ``AffiliationGraph/configurationModel(until:)``.
  public let residual: Double
}

extension AffiliationGraph {
  /// Returns for every overlapping pair the probability of an overlap at least as large by chance.
  ///
  /// A raw count ranks large groups first and an overlap coefficient ranks small ones first; the
  /// probability says which overlaps need an explanation.
  ///
  /// - Parameters:
  ///   - side: The side whose nodes are compared as sets of the other side's.
  ///   - model: What is held fixed.
  ///   - rule: When the fit of a degree sequence stops.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: The overlaps and one probability for each.
  /// - Throws: ``AlgorithmError`` with code `invalidParameter` (the population is too small, a
  ///   constraint contradicts the data), `notConverged` or `cancelled`.
  /// - Complexity: O(Σ *d*²) for the overlaps, then one tail for each combination of degrees and
  ///   overlap that occurs.
  ///
  /// ## References
  /// Z. P. Neal, “The backbone of bipartite projections”, *Social Networks* 39, 2014,
  /// [doi:10.1016/j.socnet.2014.06.001](https://doi.org/10.1016/j.socnet.2014.06.001). Where the R
  /// package backbone approximates the Poisson-binomial tail, this one is exact.
  public func overlapSignificance(
    of side: Side, model: OverlapModel,
    until rule: StopRule = StopRule(tolerance: 1e-9, maximumIterations: 200),
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> OverlapSignificance {
    // All models are stated for sets on the right; comparing left nodes turns the graph around.
    let graph = side == .right ? self : transposed()
    let overlaps = try graph.overlaps(of: .right, parallelism: parallelism)
    var evidence = (iterations: 0, residual: 0.0)
    let probabilities: [LogProbability]
    switch model {
    case .fixedSizes(let population):
      let everyone = population ?? graph.leftRows.count
      let largest = overlaps.sizes.max() ?? 0
      _ = try Hypergeometric(population: everyone, marked: Int(largest), drawn: 0)
      if let pair = overlaps.first(where: { $0.firstSize + $0.secondSize - $0.shared > everyone }) {
        throw AlgorithmError(
          code: .invalidParameter,
          message: """
            Sets \(pair.first.rawValue) and \(pair.second.rawValue) have more members together than \
            the population of \(everyone); choose a universe that holds all members.
            """)
      }
      probabilities = try graph.tails(of: overlaps, parallelism: parallelism) { pair in
        (try? Hypergeometric(
          population: everyone, marked: pair.firstSize, drawn: pair.secondSize))?
          .upperTail(from: pair.shared) ?? .certain
      }
    case .fixedMemberships:
      let distribution = graph.fixedMembershipDistribution()
      probabilities = try graph.tails(of: overlaps, parallelism: parallelism) { pair in
        distribution.upperTail(from: pair.shared)
      }
    case .degreeSequence:
      let fit = try graph.configurationModel(until: rule)
      evidence = (fit.iterations, fit.residual)
      probabilities = try graph.tails(of: overlaps, parallelism: parallelism) { pair in
        fit.value.overlapDistribution(pair.first, pair.second).upperTail(from: pair.shared)
      }
    case .constrainedDegreeSequence(let ties):
      let oriented = side == .right ? ties : ties.transposed()
      let fitted = try ConstrainedTieProbabilities(graph: graph, ties: oriented, rule: rule)
      evidence = (fitted.iterations, fitted.residual)
      probabilities = try graph.singleTails(of: overlaps, parallelism: parallelism) { pair in
        fitted.overlapDistribution(pair.first, pair.second).upperTail(from: pair.shared)
      }
    }
    return OverlapSignificance(
      overlaps: overlaps, model: model, probabilities: probabilities,
      iterations: evidence.iterations, residual: evidence.residual)
  }

  /// Returns the graph with its sides exchanged.
  public func transposed() -> AffiliationGraph {
    AffiliationGraph(left: rightRows, right: leftRows, duplicateCount: duplicateCount)
  }

  /// Each member's chance to be in both of two sets drawn for it: *k*(*k* − 1)/(*m*(*m* − 1)).
  private func fixedMembershipDistribution() -> PoissonBinomial {
    let members = DegreeClasses((0..<leftRows.count).map { leftRows.degree($0) })
    let pairs = Double(rightRows.count) * Double(rightRows.count - 1)
    return PoissonBinomial(
      zip(members.degrees, members.sizes).map { degree, size in
        PoissonBinomial.Group(
          probability: pairs > 0 ? Double(degree) * Double(degree - 1) / pairs : 0, count: size)
      })
  }
}

extension StructuralTies {
  /// The same constraints with left and right exchanged.
  func transposed() -> StructuralTies {
    StructuralTies(
      prohibited: Set(prohibited.map { Tie(left: $0.right, right: $0.left) }),
      required: Set(required.map { Tie(left: $0.right, right: $0.left) }))
  }
}

extension BipartiteConfigurationModel {
  /// The number of left nodes tied to both of two right nodes.
  func overlapDistribution(_ first: NodeIndex, _ second: NodeIndex) -> PoissonBinomial {
    overlapDistribution(
      classes: Int(rightClasses.classOfNode[first.position]),
      Int(rightClasses.classOfNode[second.position]))
  }

  /// The same for any two right nodes of two classes.
  func overlapDistribution(classes one: Int, _ other: Int) -> PoissonBinomial {
    PoissonBinomial(
      leftClasses.sizes.enumerated().map { leftClass, size in
        PoissonBinomial.Group(
          probability: probability(leftClass: leftClass, rightClass: one)
            * probability(leftClass: leftClass, rightClass: other), count: size)
      })
  }
}

extension ConstrainedTieProbabilities {
  /// The number of left nodes tied to both of two right nodes.
  func overlapDistribution(_ first: NodeIndex, _ second: NodeIndex) -> PoissonBinomial {
    func probability(_ leftClass: Int, _ right: NodeIndex) -> Double {
      probabilities[leftClass * rightClasses.count + Int(rightClasses.classOfNode[right.position])]
    }
    var sizes = leftClasses.sizes
    var single: [PoissonBinomial.Group] = []
    var one = exceptions[first.position][...]
    var other = exceptions[second.position][...]
    while let left = [one.first?.left, other.first?.left].compactMap({ $0 }).min() {
      let leftClass = Int(leftClasses.classOfNode[left])
      sizes[leftClass] -= 1
      let probabilityOfOne =
        one.first?.left == left ? one.removeFirst().probability : probability(leftClass, first)
      let probabilityOfOther =
        other.first?.left == left ? other.removeFirst().probability : probability(leftClass, second)
      single.append(
        PoissonBinomial.Group(probability: probabilityOfOne * probabilityOfOther, count: 1))
    }
    return PoissonBinomial(
      sizes.enumerated().map { leftClass, size in
        PoissonBinomial.Group(
          probability: probability(leftClass, first) * probability(leftClass, second), count: size)
      } + single)
  }
}
