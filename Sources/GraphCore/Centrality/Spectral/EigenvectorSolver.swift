/// Finds the eigenvector of the largest eigenvalue of a matrix without negative values.
struct EigenvectorSolver: ~Copyable {
  private let matrix: GatherMatrix

  init(matrix: consuming GatherMatrix) {
    self.matrix = matrix
  }

  /// Multiplies until the direction stays; half a step each, as some graphs swing between two sides.
  func solveByPowers(until rule: StopRule) throws(AlgorithmError) -> Converged<NodeColumn<Double>> {
    let count = matrix.count
    let start = 1 / Double(count).squareRoot()
    let values = Scratch(repeating: start, count: count)
    let image = Scratch(repeating: 0.0, count: count)
    var residual = Double.infinity
    for iteration in 1...rule.maximumIterations {
      let eigenvalue = try matrix.sweep { range in
        var sum = 0.0
        for node in range {
          image[node] = matrix.gathered(values, at: node)
          sum += values[node] * image[node]
        }
        return sum
      }
      let error = try matrix.sweep { range in
        range.reduce(0) { sum, node in
          let left = image[node] - eigenvalue * values[node]
          return sum + left * left
        }
      }.squareRoot()
      residual = eigenvalue > 0 ? error / eigenvalue : .infinity
      if residual < rule.tolerance {
        return Converged(value: matrix.column(values), iterations: iteration, residual: residual)
      }
      let length = try matrix.sweep { range in
        var sum = 0.0
        for node in range {
          let value = image[node] + eigenvalue * values[node]
          image[node] = value
          sum += value * value
        }
        return sum
      }.squareRoot()
      guard length > 0 else { break }
      for node in 0..<count { values[node] = image[node] / length }
    }
    throw rule.failure(of: "Eigenvector centrality", residual: residual)
  }

  /// Climbs the Rayleigh quotient of a symmetric matrix along the best combination of the residual and the last
  /// step (LOBPCG with one vector and no preconditioner).
  func solveSymmetric(
    until rule: StopRule
  ) throws(AlgorithmError) -> Converged<NodeColumn<Double>> {
    let space = RayleighSpace(count: matrix.count)
    var lengths = try space.start(matrix)
    var residual = Double.infinity
    for iteration in 1...rule.maximumIterations {
      let found = try space.findRest(lengths, matrix)
      residual = lengths.eigenvalue > 0 ? found.length / lengths.eigenvalue : .infinity
      if residual < rule.tolerance {
        for node in 0..<matrix.count { space.values.at[node] = abs(space.values.at[node]) }
        return Converged(
          value: matrix.column(space.values.at), iterations: iteration, residual: residual)
      }
      lengths = try space.climb(rest: found, hasStep: lengths.step > 0, matrix)
    }
    throw rule.failure(of: "Eigenvector centrality", residual: residual)
  }
}
