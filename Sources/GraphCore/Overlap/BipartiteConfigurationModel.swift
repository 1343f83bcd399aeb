/// The chance of every tie in a random two-mode graph that has the observed degrees on average.
///
/// The bipartite configuration model (BiCM): *q* = *xy*/(1 + *xy*) with one parameter for each node, so
/// that the chances of a node add up to its degree. Nodes of equal degree have equal chances, so the
/// model is kept and fitted by classes of degree.
///
/// ## References
/// F. Saracco, R. Di Clemente, A. Gabrielli, T. Squartini, “Randomizing bipartite networks”, *Scientific
/// Reports* 5, 2015, [doi:10.1038/srep10595](https://doi.org/10.1038/srep10595).
public struct BipartiteConfigurationModel: Sendable, Hashable {
  let leftClasses: DegreeClasses
  let rightClasses: DegreeClasses
  /// The chance of a tie between a left and a right class, by left class.
  let probabilities: [Double]

  /// Returns the chance of a tie between two nodes.
  public func probability(left: NodeIndex, right: NodeIndex) -> Double {
    probability(
      leftClass: Int(leftClasses.classOfNode[left.position]),
      rightClass: Int(rightClasses.classOfNode[right.position]))
  }

  func probability(leftClass: Int, rightClass: Int) -> Double {
    probabilities[leftClass * rightClasses.count + rightClass]
  }
}

/// Nodes of one side grouped by degree, lowest first.
struct DegreeClasses: Sendable, Hashable {
  let classOfNode: [Int32]
  let degrees: [Int]
  /// The number of nodes in each class.
  let sizes: [Int]

  var count: Int { degrees.count }

  init(_ nodeDegrees: [Int]) {
    var nodesOfDegree: [Int: Int] = [:]
    for degree in nodeDegrees { nodesOfDegree[degree, default: 0] += 1 }
    let sorted = nodesOfDegree.sorted { $0.key < $1.key }
    degrees = sorted.map(\.key)
    sizes = sorted.map(\.value)
    let number = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1.key, Int32($0)) })
    classOfNode = nodeDegrees.map { number[$0] ?? 0 }
  }
}

extension AffiliationGraph {
  /// Fits the bipartite configuration model to the degrees of both sides.
  ///
  /// Degrees that only one graph can have (a node tied to all others, a nested order) leave no finite
  /// parameters; such ties are found first and get the chance 0 or 1 that the limit would give them.
  ///
  /// - Parameter rule: When the fit stops; its residual is the largest difference between a degree and
  ///   the sum of the node's chances.
  /// - Returns: The model, the steps of the fit and what it leaves.
  /// - Throws: ``AlgorithmError`` with code `notConverged`.
  /// - Complexity: O(*D*·*d*·min(*D*, *d*)) for each of about ten steps with *D* and *d* different
  ///   degrees on the two sides.
  public func configurationModel(
    until rule: StopRule = StopRule(tolerance: 1e-9, maximumIterations: 200)
  ) throws(AlgorithmError) -> Converged<BipartiteConfigurationModel> {
    let left = DegreeClasses((0..<leftRows.count).map { leftRows.degree($0) })
    let right = DegreeClasses((0..<rightRows.count).map { rightRows.degree($0) })
    var decomposition = MarginDecomposition(left: left, right: right)
    let blocks = decomposition.openBlocks()
    var iterations = 0
    var residual = 0.0
    for block in blocks {
      var fit = LogisticMargins(block: block, left: left, right: right)
      let evidence = try fit.solve(until: rule)
      iterations = max(iterations, evidence.iterations)
      residual = max(residual, evidence.residual)
      for (row, leftClass) in block.leftClasses.enumerated() {
        for (column, rightClass) in block.rightClasses.enumerated() {
          decomposition.probabilities[leftClass * right.count + rightClass] =
            fit.probability(row: row, column: column)
        }
      }
    }
    return Converged(
      value: BipartiteConfigurationModel(
        leftClasses: left, rightClasses: right, probabilities: decomposition.probabilities),
      iterations: iterations, residual: residual)
  }
}
