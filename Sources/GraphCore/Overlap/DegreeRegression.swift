#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Logistic regression of ties on the degrees of their ends.
struct DegreeRegression {
  private let cells: DegreeCells
  private let leftScores: [Double]
  private let rightScores: [Double]
  private var coefficients = [0.0, 0, 0]

  init(cells: DegreeCells) {
    self.cells = cells
    leftScores = Self.standardised(cells.left)
    rightScores = Self.standardised(cells.right)
  }

  /// The chance of a tie for each pair of classes, by left class.
  var probabilities: [Double] {
    leftScores.flatMap { left in rightScores.map { probability(left: left, right: $0) } }
  }

  /// Newton's method (iteratively reweighted least squares).
  ///
  /// The residual is the largest component of the gradient in standardised degrees, as a share of all
  /// ties: the difference between observed and expected ties.
  mutating func fit(
    until rule: StopRule
  ) throws(AlgorithmError) -> (iterations: Int, residual: Double) {
    let total = max(cells.ties.reduce(0, +), 1)
    var residual = Double.infinity
    for iteration in 0..<rule.maximumIterations {
      var system = SymmetricSystem(size: 3)
      for (row, left) in leftScores.enumerated() {
        for (column, right) in rightScores.enumerated() {
          let cell = row * rightScores.count + column
          let probability = probability(left: left, right: right)
          let terms = [1, left, right]
          let gap = cells.ties[cell] - cells.cells[cell] * probability
          let weight = cells.cells[cell] * probability * (1 - probability)
          for term in terms.indices {
            system.rightSide[term] += gap * terms[term]
            for other in 0...term { system[term, other] += weight * terms[term] * terms[other] }
          }
        }
      }
      residual = system.rightSide.reduce(0) { max($0, abs($1)) } / total
      if residual < rule.tolerance { return (iteration, residual) }
      for (term, change) in system.solved().enumerated() { coefficients[term] += change }
      guard coefficients.allSatisfy({ abs($0) < 1e6 }) else { break }
    }
    throw rule.failure(of: "The regression of edges on degrees", residual: residual)
  }

  private func probability(left: Double, right: Double) -> Double {
    1 / (1 + exp(-(coefficients[0] + coefficients[1] * left + coefficients[2] * right)))
  }

  /// Degrees with mean 0 and deviation 1, which keeps the system well conditioned; 0 if all are equal.
  private static func standardised(_ classes: DegreeClasses) -> [Double] {
    let count = Double(classes.sizes.reduce(0, +))
    let degrees = classes.degrees.map(Double.init)
    let mean = zip(degrees, classes.sizes).reduce(0) { $0 + $1.0 * Double($1.1) } / count
    let spread = zip(degrees, classes.sizes).reduce(0) {
      $0 + ($1.0 - mean) * ($1.0 - mean) * Double($1.1)
    }
    let deviation = (spread / count).squareRoot()
    return degrees.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
  }
}
