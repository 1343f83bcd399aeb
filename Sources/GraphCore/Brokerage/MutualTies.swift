/// The ties of each node, directions and parallel edges added up, without loops.
///
/// What Burt's measures are defined on: *z*ᵢⱼ = *a*ᵢⱼ + *a*ⱼᵢ. A simple undirected graph without strengths is
/// used as it is.
struct MutualTies {
  let topology: Topology
  /// *z* for each edge; `nil` if all are 1.
  let strengths: [Double]?

  init(of topology: Topology, strengths: EdgeStrengths?) {
    precondition(
      strengths.map { $0.values.count == topology.edgeCount } ?? true,
      "Every edge needs a strength.")
    if strengths == nil, !topology.isDirected, topology.isSimple {
      self.topology = topology
      self.strengths = nil
    } else {
      let merged = topology.undirected().simplified(strengths: strengths, loops: .drop)
      self.topology = merged.topology
      self.strengths = merged.strengths.values
    }
  }

  /// *z* for each arc of the rows, in their order.
  func arcStrengths() -> Scratch<Double> {
    let values = Scratch(repeating: 1.0, count: topology.outEdges.count)
    guard let strengths else { return values }
    for (arc, edge) in topology.outEdges.enumerated() { values[arc] = strengths[Int(edge)] }
    return values
  }

  /// Node ranges of about equal numbers of arcs.
  func bounds() -> [Int] {
    var bounds = [0]
    var last = 0
    for node in 0..<topology.nodeCount where Int(topology.outOffsets[node + 1]) - last >= 1 << 13 {
      bounds.append(node + 1)
      last = Int(topology.outOffsets[node + 1])
    }
    if bounds.last != topology.nodeCount { bounds.append(topology.nodeCount) }
    return bounds
  }
}

extension MutualTies {
  /// Σ *z*ᵤ𝑞·*z*ᵥ𝑞·*f*𝑞 over the common neighbours *q* of the two ends of each edge.
  ///
  /// The end with more ties marks them, the row of the other end is looked up among the marks: the cost
  /// of an edge is the smaller degree of its ends, which bounds the whole by O(*E*·√*E*).
  func sharedSums(
    factors: borrowing Scratch<Double>, parallelism: Parallelism
  ) throws(AlgorithmError) -> Scratch<Double> {
    let sums = Scratch(repeating: 0.0, count: topology.edgeCount)
    let weights = arcStrengths()
    let isWeighted = strengths != nil
    let bounds = bounds()
    try topology.withOutRows { rows throws(AlgorithmError) in
      try parallelism.run(
        "Comparing neighbourhoods", parts: bounds.count - 1,
        memory: { Marks(count: topology.nodeCount) }
      ) { marks, part in
        for node in bounds[part]..<bounds[part + 1] {
          let degree = rows.length(node)
          for arc in rows.arcs(node) {
            marks.owner[rows.neighbor(arc)] = Int32(truncatingIfNeeded: node)
            if isWeighted { marks.weight[rows.neighbor(arc)] = weights[arc] }
          }
          for arc in rows.arcs(node) {
            let other = rows.neighbor(arc)
            let otherDegree = rows.length(other)
            if otherDegree > degree || otherDegree == degree && other > node { continue }
            var sum = 0.0
            for step in rows.arcs(other) {
              let shared = rows.neighbor(step)
              guard marks.owner[shared] == Int32(truncatingIfNeeded: node) else { continue }
              sum +=
                isWeighted
                ? marks.weight[shared] * weights[step] * factors[shared] : factors[shared]
            }
            sums[rows.edge(arc)] = sum
          }
        }
      }
    }
    return sums
  }

  private struct Marks: ~Copyable {
    let owner: Scratch<Int32>
    let weight: Scratch<Double>

    init(count: Int) {
      owner = Scratch(repeating: -1, count: count)
      weight = Scratch(repeating: 0, count: count)
    }
  }

  /// The strength of all ties of each node.
  func totals(parallelism: Parallelism) throws(AlgorithmError) -> Scratch<Double> {
    guard let strengths else {
      let degrees = Scratch(repeating: 0.0, count: topology.nodeCount)
      for node in 0..<topology.nodeCount {
        degrees[node] = Double(topology.outOffsets[node + 1] - topology.outOffsets[node])
      }
      return degrees
    }
    let weights = Scratch(copying: strengths)
    return try sumOverTies(parallelism: parallelism) { _, _, edge in weights[edge] }
  }

  /// The strongest tie of each node; 0 if it has none.
  func strongest() -> [Double] {
    (0..<topology.nodeCount).map { node in
      topology.outRange(of: NodeIndex(node)).reduce(0) { highest, arc in
        max(highest, strengths.map { $0[Int(topology.outEdges[arc])] } ?? 1)
      }
    }
  }

  /// Σ (*z* + shared)² over the ties of each node.
  func squares(
    of shared: borrowing Scratch<Double>, parallelism: Parallelism
  ) throws(AlgorithmError) -> Scratch<Double> {
    let terms = Scratch(repeating: 0.0, count: shared.count)
    for edge in 0..<shared.count {
      let term = (strengths.map { $0[edge] } ?? 1) + shared[edge]
      terms[edge] = term * term
    }
    return try sumOverTies(parallelism: parallelism) { _, _, edge in terms[edge] }
  }

  /// The sum over the ties of each node of a function of the tie, in parallel.
  func sumOverTies(
    parallelism: Parallelism, _ term: (_ node: Int, _ other: Int, _ edge: Int) -> Double
  ) throws(AlgorithmError) -> Scratch<Double> {
    let totals = Scratch(repeating: 0.0, count: topology.nodeCount)
    let bounds = bounds()
    try topology.withOutRows { rows throws(AlgorithmError) in
      try parallelism.run("Adding up ties", parts: bounds.count - 1) { part in
        for node in bounds[part]..<bounds[part + 1] {
          var total = 0.0
          for arc in rows.arcs(node) { total += term(node, rows.neighbor(arc), rows.edge(arc)) }
          totals[node] = total
        }
      }
    }
    return totals
  }
}
