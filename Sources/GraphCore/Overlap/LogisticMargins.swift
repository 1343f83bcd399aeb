#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds probabilities *q* = 1/(1 + exp(−*u* − *v*)) of rows and columns that meet given sums.
///
/// Newton's method on the concave likelihood. One side of the Hessian is diagonal, so only a system of
/// the size of the smaller side is factored.
struct LogisticMargins {
  private let rowSums: [Double]
  private let columnSums: [Double]
  private let rowSizes: [Double]
  private let columnSizes: [Double]
  private let isTransposed: Bool
  private var rowTerms: [Double]
  private var columnTerms: [Double]

  init(block: MarginDecomposition.Block, left: DegreeClasses, right: DegreeClasses) {
    let leftSizes = block.leftClasses.map { Double(left.sizes[$0]) }
    let rightSizes = block.rightClasses.map { Double(right.sizes[$0]) }
    let leftSums = block.leftDegrees.map(Double.init)
    let rightSums = block.rightDegrees.map(Double.init)
    isTransposed = leftSums.count < rightSums.count
    (rowSums, columnSums) = isTransposed ? (rightSums, leftSums) : (leftSums, rightSums)
    (rowSizes, columnSizes) = isTransposed ? (rightSizes, leftSizes) : (leftSizes, rightSizes)
    // Start from independent margins, q ≈ r·c/total.
    let total = zip(rowSums, rowSizes).reduce(0) { $0 + $1.0 * $1.1 }
    rowTerms = rowSums.map { log($0 / total.squareRoot()) }
    columnTerms = columnSums.map { log($0 / total.squareRoot()) }
  }

  func probability(row: Int, column: Int) -> Double {
    isTransposed ? probability(column, row) : probability(row, column)
  }

  mutating func solve(
    until rule: StopRule
  ) throws(AlgorithmError) -> (iterations: Int, residual: Double) {
    var gaps = gaps()
    for iteration in 0..<rule.maximumIterations {
      if gaps.largest < rule.tolerance { return (iteration, gaps.largest) }
      advance(along: newtonStep(gaps), from: gaps)
      gaps = self.gaps()
    }
    if gaps.largest < rule.tolerance { return (rule.maximumIterations, gaps.largest) }
    throw rule.failure(of: "The fit of the configuration model", residual: gaps.largest)
  }
}

extension LogisticMargins {
  private struct Gaps {
    var rows: [Double]
    var columns: [Double]

    var largest: Double { (rows + columns).reduce(0) { max($0, abs($1)) } }
  }

  private func probability(_ row: Int, _ column: Int) -> Double {
    1 / (1 + exp(-(rowTerms[row] + columnTerms[column])))
  }

  /// What the probabilities miss of each sum.
  private func gaps() -> Gaps {
    var gaps = Gaps(rows: rowSums, columns: columnSums)
    for row in rowSums.indices {
      for column in columnSums.indices {
        let probability = probability(row, column)
        gaps.rows[row] -= columnSizes[column] * probability
        gaps.columns[column] -= rowSizes[row] * probability
      }
    }
    return gaps
  }

  /// The logarithm of the likelihood, up to a constant.
  private var likelihood: Double {
    var sum = 0.0
    for row in rowSums.indices {
      sum += rowSizes[row] * rowSums[row] * rowTerms[row]
      for column in columnSums.indices {
        let term = rowTerms[row] + columnTerms[column]
        sum -=
          rowSizes[row] * columnSizes[column] * (max(term, 0) + log1p(exp(-abs(term))))
      }
    }
    for column in columnSums.indices {
      sum += columnSizes[column] * columnSums[column] * columnTerms[column]
    }
    return sum
  }

  private func newtonStep(_ gaps: Gaps) -> Gaps {
    let count = columnSums.count
    // Adding to all rows what is taken from all columns changes nothing: the last column stays.
    let free = count - 1
    var couplings = [Double](repeating: 0, count: count)
    var system = SymmetricSystem(size: free)
    var columnDiagonal = [Double](repeating: 0, count: count)
    var rowDiagonal = [Double](repeating: 0, count: rowSums.count)
    for row in rowSums.indices {
      for column in 0..<count {
        let probability = probability(row, column)
        couplings[column] = rowSizes[row] * columnSizes[column] * probability * (1 - probability)
        columnDiagonal[column] += couplings[column]
        rowDiagonal[row] += couplings[column]
      }
      for column in 0..<free {
        let share = couplings[column] / rowDiagonal[row]
        system.rightSide[column] -= share * rowSizes[row] * gaps.rows[row]
        for other in 0...column { system[column, other] -= share * couplings[other] }
      }
    }
    for column in 0..<free {
      system[column, column] += columnDiagonal[column]
      system.rightSide[column] += columnSizes[column] * gaps.columns[column]
    }
    var step = Gaps(rows: gaps.rows, columns: system.solved() + [0])
    for row in rowSums.indices {
      step.rows[row] *= rowSizes[row]
      for column in 0..<free {
        let probability = probability(row, column)
        step.rows[row] -=
          rowSizes[row] * columnSizes[column] * probability * (1 - probability)
          * step.columns[column]
      }
      step.rows[row] /= rowDiagonal[row]
    }
    return step
  }

  /// Takes the step, halved until it climbs or closes the gaps.
  private mutating func advance(along step: Gaps, from gaps: Gaps) {
    let before = (rows: rowTerms, columns: columnTerms, likelihood: likelihood)
    var length = 1.0
    for _ in 0..<60 {
      for row in rowTerms.indices { rowTerms[row] = before.rows[row] + length * step.rows[row] }
      for column in columnTerms.indices {
        columnTerms[column] = before.columns[column] + length * step.columns[column]
      }
      if likelihood > before.likelihood || self.gaps().largest < gaps.largest { return }
      length /= 2
    }
  }
}
