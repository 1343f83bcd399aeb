/// For every node, sums over the nodes that reach it.
struct DistanceSums {
  /// What is added up.
  enum Kind: Int {
    /// One over each distance.
    case reciprocals = 1
    /// The number of nodes and their distances.
    case countsAndDistances = 2
  }

  private let nodeCount: Int
  private let values: [Double]

  /// The sum of one over the distance.
  func reciprocals(_ node: Int) -> Double { values[node] }
  /// How many other nodes reach a node.
  func reachedCount(_ node: Int) -> Double { values[node] }
  /// The sum of their distances.
  func distance(_ node: Int) -> Double { values[nodeCount + node] }

  /// Adds up distances to each node, or from each node if the direction is `.out`.
  init(
    _ kind: Kind, of topology: Topology, _ direction: ArcDirection, costs: EdgeCosts?,
    parallelism: Parallelism
  ) throws(AlgorithmError) {
    nodeCount = topology.nodeCount
    let topology = direction == .all ? topology.undirected() : topology
    let (offsets, neighbors, edges) =
      direction == .out
      ? (topology.outOffsets, topology.outTargets, topology.outEdges)
      : (topology.inOffsets, topology.inSources, topology.inEdges)
    if let costs {
      values = try Rows.with(offsets: offsets, neighbors: neighbors, edges: edges) {
        rows throws(AlgorithmError) in
        try Self.byCosts(kind, rows, costs.values, parallelism)
      }
    } else {
      values = try Self.byEdges(
        kind, RankedRows(offsets: offsets, neighbors: neighbors), parallelism)
    }
  }

  /// Hundreds of breadth-first searches at a time, one bit each.
  private static func byEdges(
    _ kind: Kind, _ ranked: RankedRows, _ parallelism: Parallelism
  ) throws(AlgorithmError) -> [Double] {
    let count = ranked.nodes.count
    let sum = OrderedSum(count: count * kind.rawValue)
    let width = BitSearch.sourceCount
    try ranked.withRows { rows throws(AlgorithmError) in
      try parallelism.run(
        "Adding up distances", parts: (count + width - 1) / width,
        memory: { BitSearch(nodeCount: count) }
      ) { search, part in
        var column = sum.makeColumn()
        search.run(from: (part * width)..<min(count, (part + 1) * width), rows) {
          node, distance, arrivals in
          switch kind {
          case .reciprocals: column[node] += Double(arrivals) / Double(distance)
          case .countsAndDistances:
            column[node] += Double(arrivals)
            column[count + node] += Double(arrivals * distance)
          }
        }
        sum.add(column, part: part)
      }
    }
    let ordered = sum.total
    var values = [Double](repeating: 0, count: ordered.count)
    for (place, node) in ranked.nodes.enumerated() {
      for column in 0..<kind.rawValue {
        values[column * count + Int(node)] = ordered[column * count + place]
      }
    }
    return values
  }

  /// One search for each node against the arcs.
  private static func byCosts(
    _ kind: Kind, _ rows: Rows, _ costs: [Double], _ parallelism: Parallelism
  ) throws(AlgorithmError) -> [Double] {
    let count = rows.nodeCount
    let values = Scratch(repeating: 0.0, count: count * kind.rawValue)
    let chunk = 16
    try parallelism.run(
      "Adding up distances", parts: (count + chunk - 1) / chunk,
      memory: { CostSearch(nodeCount: count) }
    ) { search, part in
      for source in (part * chunk)..<min(count, (part + 1) * chunk) {
        search.run(from: source, rows, costs.span) { distance in
          switch kind {
          case .reciprocals: values[source] += 1 / distance
          case .countsAndDistances:
            values[source] += 1
            values[count + source] += distance
          }
        }
      }
    }
    return values.array()
  }
}
