/// The chances of ties by logistic regression on degrees, with structural ties set to 0 or 1.
///
/// ## References
/// Z. P. Neal, J. W. Neal, “Stochastic degree sequence model with edge constraints (SDSM-EC)”, 2023;
/// the same three coefficients as `logit` of the R package backbone.
struct ConstrainedTieProbabilities {
  /// A tie of a right node whose chance does not follow from degrees.
  struct Exception {
    var left: Int
    var probability: Double
  }

  let leftClasses: DegreeClasses
  let rightClasses: DegreeClasses
  /// By left class.
  let probabilities: [Double]
  /// The structural ties of each right node, ascending by left node.
  let exceptions: [[Exception]]
  let iterations: Int
  let residual: Double

  init(graph: AffiliationGraph, ties: StructuralTies, rule: StopRule) throws(AlgorithmError) {
    exceptions = try Self.exceptions(of: ties, in: graph)
    var leftDegrees = (0..<graph.leftRows.count).map { graph.leftRows.degree($0) }
    var rightDegrees = (0..<graph.rightRows.count).map { graph.rightRows.degree($0) }
    for (right, list) in exceptions.enumerated() {
      for exception in list where exception.probability == 1 {
        leftDegrees[exception.left] -= 1
        rightDegrees[right] -= 1
      }
    }
    leftClasses = DegreeClasses(leftDegrees)
    rightClasses = DegreeClasses(rightDegrees)
    var cells = DegreeCells(left: leftClasses, right: rightClasses)
    for left in 0..<graph.leftRows.count {
      for tie in graph.leftRows.range(left) {
        cells.addTie(
          leftClass: leftClasses.classOfNode[left],
          rightClass: rightClasses.classOfNode[Int(graph.leftRows.neighbors[tie])])
      }
    }
    for (right, list) in exceptions.enumerated() {
      for exception in list {
        cells.remove(
          leftClass: leftClasses.classOfNode[exception.left],
          rightClass: rightClasses.classOfNode[right], hasTie: exception.probability == 1)
      }
    }
    var regression = DegreeRegression(cells: cells)
    (iterations, residual) = try regression.fit(until: rule)
    probabilities = regression.probabilities
  }

  private static func exceptions(
    of ties: StructuralTies, in graph: AffiliationGraph
  ) throws(AlgorithmError) -> [[Exception]] {
    var lists = [[Exception]](repeating: [], count: graph.rightRows.count)
    let all = ties.prohibited.map { ($0, 0.0) } + ties.required.map { ($0, 1.0) }
    let ordered = all.sorted { ($0.0.right, $0.0.left, $0.1) < ($1.0.right, $1.0.left, $1.1) }
    for (tie, probability) in ordered {
      guard
        tie.left.position < graph.leftRows.count, tie.right.position < graph.rightRows.count
      else {
        throw AlgorithmError(
          code: .invalidParameter,
          message: """
            The structural edge of left node \(tie.left.rawValue) and right node \
            \(tie.right.rawValue) names a node that does not exist.
            """)
      }
      lists[tie.right.position].append(Exception(left: tie.left.position, probability: probability))
    }
    for right in lists.indices {
      let members = Set(graph.neighbors(of: NodeIndex(right), on: .right).map(\.position))
      for (place, exception) in lists[right].enumerated() {
        let isDouble = place > 0 && lists[right][place - 1].left == exception.left
        if !isDouble && members.contains(exception.left) == (exception.probability == 1) {
          continue
        }
        throw AlgorithmError(
          code: .invalidParameter,
          message: """
            The edge of left node \(exception.left) and right node \(right) is \
            \(isDouble ? "both prohibited and required" : exception.probability == 1
              ? "required but absent" : "prohibited but present"); correct the constraint or the data.
            """)
      }
    }
    return lists
  }
}

/// The number of cells and of ties for each pair of degree classes.
struct DegreeCells {
  let left: DegreeClasses
  let right: DegreeClasses
  /// By left class.
  private(set) var cells: [Double]
  private(set) var ties: [Double]

  init(left: DegreeClasses, right: DegreeClasses) {
    self.left = left
    self.right = right
    cells = left.sizes.flatMap { size in right.sizes.map { Double(size * $0) } }
    ties = [Double](repeating: 0, count: cells.count)
  }

  mutating func addTie(leftClass: Int32, rightClass: Int32) {
    ties[Int(leftClass) * right.count + Int(rightClass)] += 1
  }

  mutating func remove(leftClass: Int32, rightClass: Int32, hasTie: Bool) {
    let cell = Int(leftClass) * right.count + Int(rightClass)
    cells[cell] -= 1
    if hasTie { ties[cell] -= 1 }
  }
}
