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
    let count = matrix.count
    let values = Vector(count: count)
    let rest = Vector(count: count)
    let step = Vector(count: count)
    for node in 0..<count { values.at[node] = 1 / Double(count).squareRoot() }
    try values.multiply(by: matrix)
    var hasStep = false
    var residual = Double.infinity
    for iteration in 1...rule.maximumIterations {
      let eigenvalue = try matrix.sweep { range in
        range.reduce(0) { $0 + values.at[$1] * values.image[$1] }
      }
      let error = try matrix.sweep { range in
        var sum = 0.0
        for node in range {
          let left = values.image[node] - eigenvalue * values.at[node]
          rest.at[node] = left
          sum += left * left
        }
        return sum
      }.squareRoot()
      residual = eigenvalue > 0 ? error / eigenvalue : .infinity
      if residual < rule.tolerance {
        for node in 0..<count { values.at[node] = abs(values.at[node]) }
        return Converged(
          value: matrix.column(values.at), iterations: iteration, residual: residual)
      }
      try rest.scale(by: 1 / error, matrix)
      // What rounding has left of the values in a small residual would soon be all of it.
      try rest.removeShare(of: values, matrix)
      try rest.multiply(by: matrix)
      try combine(values, rest, step, hasStep: hasStep)
      hasStep = true
    }
    throw rule.failure(of: "Eigenvector centrality", residual: residual)
  }

  /// Replaces `values` by the best vector of the space of the three, and `step` by the way there.
  private func combine(
    _ values: borrowing Vector, _ rest: borrowing Vector, _ step: borrowing Vector, hasStep: Bool
  ) throws(AlgorithmError) {
    // The residual is at right angles to the values; the step has to be made so.
    var useStep = hasStep
    if hasStep {
      try step.removeShare(of: values, matrix)
      try step.removeShare(of: rest, matrix)
      let length = try step.dot(step, matrix).squareRoot()
      useStep = length > 1e-8
      if useStep { try step.scale(by: 1 / length, matrix) }
    }
    var form = SymmetricForm()
    form.set(0, 0, try values.form(values, matrix))
    form.set(0, 1, try values.form(rest, matrix))
    form.set(1, 1, try rest.form(rest, matrix))
    if useStep {
      form.set(0, 2, try values.form(step, matrix))
      form.set(1, 2, try rest.form(step, matrix))
      form.set(2, 2, try step.form(step, matrix))
    }
    let share = form.leadingVector(size: useStep ? 3 : 2)
    let (first, second, third) = (share[0], share[1], useStep ? share[2] : 0)
    _ = try matrix.sweep { range in
      for node in range {
        let move = second * rest.at[node] + third * step.at[node]
        let moveImage = second * rest.image[node] + third * step.image[node]
        step.at[node] = move
        step.image[node] = moveImage
        values.at[node] = first * values.at[node] + move
        values.image[node] = first * values.image[node] + moveImage
      }
      return 0
    }
    let length = try values.dot(values, matrix).squareRoot()
    try values.scale(by: 1 / length, matrix)
    // The step was made unit length on every turn above; its length carries no information.
    let stepLength = try step.dot(step, matrix).squareRoot()
    if stepLength > 0 { try step.scale(by: 1 / stepLength, matrix) }
  }
}

/// A vector and its product with the matrix.
private struct Vector: ~Copyable {
  let at: Scratch<Double>
  let image: Scratch<Double>

  init(count: Int) {
    at = Scratch(repeating: 0, count: count)
    image = Scratch(repeating: 0, count: count)
  }

  func multiply(by matrix: borrowing GatherMatrix) throws(AlgorithmError) {
    _ = try matrix.sweep { range in
      for node in range { image[node] = matrix.gathered(at, at: node) }
      return 0
    }
  }

  func scale(by factor: Double, _ matrix: borrowing GatherMatrix) throws(AlgorithmError) {
    _ = try matrix.sweep { range in
      for node in range {
        at[node] *= factor
        image[node] *= factor
      }
      return 0
    }
  }

  func dot(
    _ other: borrowing Vector, _ matrix: borrowing GatherMatrix
  ) throws(AlgorithmError) -> Double {
    try matrix.sweep { range in range.reduce(0) { $0 + at[$1] * other.at[$1] } }
  }

  /// This vector, times the matrix, times the other.
  func form(
    _ other: borrowing Vector, _ matrix: borrowing GatherMatrix
  ) throws(AlgorithmError) -> Double {
    try matrix.sweep { range in range.reduce(0) { $0 + at[$1] * other.image[$1] } }
  }

  func removeShare(
    of other: borrowing Vector, _ matrix: borrowing GatherMatrix
  ) throws(AlgorithmError) {
    let share = try dot(other, matrix)
    _ = try matrix.sweep { range in
      for node in range {
        at[node] -= share * other.at[node]
        image[node] -= share * other.image[node]
      }
      return 0
    }
  }
}
