/// Finds the PageRank of a graph, by walking or, if it is undirected, by solving a linear system.
///
/// The solution y of y = d·Mᵀy + p, where M spreads a node's value over its edges, p restarts and nodes without
/// a way out spread nothing, divided by its sum, is exactly the PageRank in which these nodes restart.
struct PageRankSolver: ~Copyable {
  private let matrix: GatherMatrix
  private let leaving: Scratch<Double>
  private let restarts: Scratch<Double>
  private let damping: Double

  init(
    matrix: consuming GatherMatrix, leaving: [Double], restarts: [Double], damping: Double
  ) {
    self.leaving = Scratch(repeating: 0, count: matrix.count)
    self.restarts = Scratch(repeating: 0, count: matrix.count)
    for (place, node) in matrix.nodes.enumerated() {
      self.leaving[place] = leaving[Int(node)]
      self.restarts[place] = restarts[Int(node)]
    }
    self.matrix = matrix
    self.damping = damping
  }

  /// Lets the walker walk until nothing changes; what arrives nowhere restarts.
  func solveByPowers(until rule: StopRule) throws(AlgorithmError) -> Converged<NodeColumn<Double>> {
    let count = matrix.count
    let values = Scratch(repeating: 0.0, count: count)
    var spreads = Scratch(repeating: 0.0, count: count)
    var nextSpreads = Scratch(repeating: 0.0, count: count)
    let inverse = Scratch(repeating: 0.0, count: count)
    var lost = 0.0
    for node in 0..<count {
      inverse[node] = leaving[node] > 0 ? 1 / leaving[node] : 0
      values[node] = restarts[node]
      spreads[node] = restarts[node] * inverse[node]
      lost += leaving[node] > 0 ? 0 : restarts[node]
    }
    var residual = Double.infinity
    for iteration in 1...rule.maximumIterations {
      let restart = 1 - damping + damping * lost
      residual = try matrix.sweep { range in
        var change = 0.0
        for node in range {
          let value = damping * matrix.gathered(spreads, at: node) + restart * restarts[node]
          change += abs(value - values[node])
          values[node] = value
          nextSpreads[node] = value * inverse[node]
        }
        return change
      }
      swap(&spreads, &nextSpreads)
      if residual < rule.tolerance {
        let total = try matrix.sweep { range in range.reduce(0) { $0 + values[$1] } }
        return converged(values, total: total, iterations: iteration, residual: residual)
      }
      lost = try matrix.sweep { range in
        range.reduce(0) { $0 + (inverse[$1] > 0 ? 0 : values[$1]) }
      }
    }
    throw rule.failure(of: "PageRank", residual: residual)
  }

  /// Conjugate gradients: the matrix of an undirected graph becomes symmetric when values are divided by the
  /// square root of what leaves a node.
  func solveSymmetric(
    until rule: StopRule
  ) throws(AlgorithmError) -> Converged<NodeColumn<Double>> {
    let count = matrix.count
    let roots = Scratch(repeating: 0.0, count: count)
    let values = Scratch(repeating: 0.0, count: count)
    let rest = Scratch(repeating: 0.0, count: count)
    let way = Scratch(repeating: 0.0, count: count)
    let spreads = Scratch(repeating: 0.0, count: count)
    let image = Scratch(repeating: 0.0, count: count)
    // In these coordinates a value is y / √leaving. Nodes that nothing leaves have the answer at once.
    var square = 0.0
    var alone = 0.0
    for node in 0..<count {
      let root = leaving[node].squareRoot()
      roots[node] = root
      guard root > 0 else {
        alone += restarts[node]
        continue
      }
      rest[node] = restarts[node] / root
      way[node] = rest[node]
      spreads[node] = rest[node] / root
      square += rest[node] * rest[node]
    }
    var residual = Double.infinity
    for iteration in 1...rule.maximumIterations {
      let slope = try matrix.sweep { range in
        var slope = 0.0
        for node in range where roots[node] > 0 {
          image[node] = way[node] - damping * matrix.gathered(spreads, at: node) / roots[node]
          slope += way[node] * image[node]
        }
        return slope
      }
      let length = slope > 0 ? square / slope : 0
      let newSquare = try matrix.sweep { range in
        var sum = 0.0
        for node in range {
          values[node] += length * way[node]
          rest[node] -= length * image[node]
          sum += rest[node] * rest[node]
        }
        return sum
      }
      let turn = square > 0 ? newSquare / square : 0
      square = newSquare
      let left = try matrix.sweep { range in
        var left = 0.0
        for node in range where roots[node] > 0 {
          way[node] = rest[node] + turn * way[node]
          spreads[node] = way[node] / roots[node]
          left += abs(rest[node]) * roots[node]
        }
        return left
      }
      let total = try matrix.sweep { range in range.reduce(0) { $0 + values[$1] * roots[$1] } }
      residual = left / (total + alone)
      if residual < rule.tolerance {
        for node in 0..<count {
          values[node] = roots[node] > 0 ? values[node] * roots[node] : restarts[node]
        }
        return converged(
          values, total: total + alone, iterations: iteration, residual: residual)
      }
    }
    throw rule.failure(of: "PageRank", residual: residual)
  }

  private func converged(
    _ values: borrowing Scratch<Double>, total: Double, iterations: Int, residual: Double
  ) -> Converged<NodeColumn<Double>> {
    let column = matrix.column(values)
    return Converged(
      value: column.map { $0 / total }, iterations: iterations, residual: residual)
  }
}
