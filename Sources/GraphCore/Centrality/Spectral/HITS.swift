/// How good a node is at pointing and at being pointed at.
public struct HubsAndAuthorities: Sendable, Hashable {
  /// High for nodes that point to many good authorities; together 1.
  public let hubs: NodeColumn<Double>
  /// High for nodes that many good hubs point to; together 1.
  public let authorities: NodeColumn<Double>
}

extension Topology {
  /// Returns hub and authority scores.
  ///
  /// Each node's authority is the sum of the hub scores of the nodes that point to it, and its hub score the sum
  /// of the authorities that it points to. In an undirected graph the two are alike.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` makes all 1.
  ///   - until: The residual is the sum of the changes of the hub scores in the last step.
  ///   - parallelism: How many threads; the result does not depend on it.
  /// - Returns: The scores; all zero in a graph without edges.
  /// - Throws: ``AlgorithmError`` with code `notConverged` or `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*V* + *E*) for each iteration.
  ///
  /// ## References
  /// J. M. Kleinberg, “Authoritative sources in a hyperlinked environment”, *J. ACM* 46(5), 1999,
  /// [doi:10.1145/324133.324140](https://doi.org/10.1145/324133.324140).
  /// Same values as networkx `hits`.
  public func hubsAndAuthorities(
    strengths: EdgeStrengths? = nil, until: StopRule = .default,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Converged<HubsAndAuthorities> {
    requireFit(strengths)
    let into = GatherMatrix(
      of: self, .into, strengths: strengths, parallelism: parallelism, work: "HITS")
    let out = GatherMatrix(
      of: self, .out, strengths: strengths, parallelism: parallelism, work: "HITS")
    // The two matrices number the nodes in their own ways.
    let (toOut, toInto) = (Self.crossing(from: into, to: out), Self.crossing(from: out, to: into))
    let hubs = Scratch(repeating: 1 / Double(max(1, nodeCount)), count: nodeCount)
    let last = Scratch(repeating: 0.0, count: nodeCount)
    let hubsForInto = Scratch(repeating: 0.0, count: nodeCount)
    let authorities = Scratch(repeating: 0.0, count: nodeCount)
    let authoritiesForOut = Scratch(repeating: 0.0, count: nodeCount)
    var residual = Double.infinity
    for iteration in 1...until.maximumIterations {
      for node in 0..<nodeCount {
        last[node] = hubs[node]
        hubsForInto[toInto[node]] = hubs[node]
      }
      try Self.multiply(into, hubsForInto, to: authorities)
      for node in 0..<nodeCount { authoritiesForOut[toOut[node]] = authorities[node] }
      try Self.multiply(out, authoritiesForOut, to: hubs)
      residual = (0..<nodeCount).reduce(0) { $0 + abs(hubs[$1] - last[$1]) }
      if residual < until.tolerance || edgeCount == 0 {
        let scores = HubsAndAuthorities(
          hubs: out.column(hubs), authorities: into.column(authorities))
        return Converged(value: scores, iterations: iteration, residual: residual)
      }
    }
    throw until.failure(of: "HITS", residual: residual)
  }

  /// Gathers, and scales to a sum of one.
  private static func multiply(
    _ matrix: borrowing GatherMatrix, _ values: borrowing Scratch<Double>,
    to result: borrowing Scratch<Double>
  ) throws(AlgorithmError) {
    let total = try matrix.sweep { range in
      var total = 0.0
      for node in range {
        result[node] = matrix.gathered(values, at: node)
        total += result[node]
      }
      return total
    }
    guard total > 0 else { return }
    for node in 0..<matrix.count { result[node] /= total }
  }

  /// The place in one numbering of each node of another.
  private static func crossing(
    from matrix: borrowing GatherMatrix, to other: borrowing GatherMatrix
  ) -> [Int32] {
    var places = [Int32](repeating: 0, count: matrix.count)
    for (place, node) in other.nodes.enumerated() { places[Int(node)] = Int32(place) }
    return matrix.nodes.map { places[Int($0)] }
  }
}
