/// A graph without the edges that are longer than another way between their ends.
///
/// No shortest path uses them. Where lengths vary, they are many: a quarter to a third of all edges.
struct ShortEdges {
  let topology: Topology
  let costs: EdgeCosts
  /// The edge of the whole graph for each edge.
  let edges: [Int32]

  /// `nil` where looking for such edges does not pay, or sums of costs are not exact.
  init?(
    of graph: Topology, costs: EdgeCosts?, sources: [NodeIndex]?, parallelism: Parallelism
  ) throws(AlgorithmError) {
    // All the searches together cost less than a quarter of the searches from all nodes.
    guard let costs, (sources?.count ?? graph.nodeCount) >= graph.nodeCount / 2,
      let steps = CostSteps(costs, nodeCount: graph.nodeCount)
    else { return nil }
    let isLong = try Self.longEdges(of: graph, steps, parallelism: parallelism)
    edges = (0..<Int32(graph.edgeCount)).filter { !isLong[$0] }
    guard edges.count < graph.edgeCount else { return nil }
    topology = Topology(
      nodeCount: graph.nodeCount, direction: graph.direction,
      sources: edges.map { graph.edgeSources[Int($0)] },
      targets: edges.map { graph.edgeTargets[Int($0)] })
    self.costs = try EdgeCosts(edges.map { costs.values[Int($0)] })
  }

  private struct Memory: ~Copyable {
    let distances: Scratch<Int32>
    /// The lengths of the edges in question by their far end; 0 where there is none or it is known to be long.
    let asked: Scratch<Int32>
    var buckets: BucketQueue
    var reached: IndexQueue
  }

  /// Searches from each node as far as its longest edge reaches.
  private static func longEdges(
    of graph: Topology, _ steps: CostSteps, parallelism: Parallelism
  ) throws(AlgorithmError) -> Scratch<Bool> {
    let isLong = Scratch(repeating: false, count: graph.edgeCount)
    let lengths = Scratch(copying: steps.steps)
    let least = Int(steps.steps.min() ?? 1)
    let chunk = max(16, graph.nodeCount / 128)
    try graph.withOutRows { rows throws(AlgorithmError) in
      try parallelism.run(
        "Betweenness", parts: (graph.nodeCount + chunk - 1) / chunk,
        memory: {
          Memory(
            distances: Scratch(repeating: .max, count: graph.nodeCount),
            asked: Scratch(repeating: 0, count: graph.nodeCount),
            buckets: BucketQueue(step: steps.largest, capacity: rows.arcCount + 1),
            reached: IndexQueue(capacity: graph.nodeCount))
        }
      ) { memory, part in
        for node in part * chunk..<min((part + 1) * chunk, graph.nodeCount) {
          // An undirected edge is looked at from its end of lower degree, where less lies within reach.
          let isOwn = { (arc: Int) in
            let other = rows.neighbor(arc)
            return graph.isDirected
              || (rows.length(node), node) <= (rows.length(other), other)
          }
          var limit = 0
          for arc in rows.arcs(node) where isOwn(arc) {
            let length = lengths[rows.edge(arc)]
            // Another way has two edges at least.
            guard Int(truncatingIfNeeded: length) > 2 * least else { continue }
            let other = rows.neighbor(arc)
            memory.asked[other] = max(memory.asked[other], length)
            limit = max(limit, Int(truncatingIfNeeded: length))
          }
          if limit == 0 { continue }
          search(from: node, limit: limit, least: least, rows, lengths, &memory)
          for arc in rows.arcs(node) where isOwn(arc) {
            let edge = rows.edge(arc)
            isLong[edge] = memory.distances[rows.neighbor(arc)] < lengths[edge]
            memory.asked[rows.neighbor(arc)] = 0
          }
          for place in 0..<memory.reached.tail {
            memory.distances[memory.reached.entered(place)] = .max
          }
          memory.reached.reset()
        }
      }
    }
    return isLong
  }

  /// Finds the distances of the nodes nearer than the limit that are asked for, if they are less than the edge there.
  private static func search(
    from source: Int, limit: Int, least: Int, _ rows: Rows, _ lengths: borrowing Scratch<Int32>,
    _ memory: inout Memory
  ) {
    var limit = limit
    memory.distances[source] = 0
    memory.reached.push(Int32(truncatingIfNeeded: source))
    memory.buckets.reset()
    memory.buckets.push(source, at: 0)
    while let node = memory.buckets.pop() {
      let distance = memory.buckets.distance
      guard distance &+ least < limit,
        Int(truncatingIfNeeded: memory.distances[node]) == distance
      else { continue }
      for arc in rows.arcs(node) {
        let neighbor = rows.neighbor(arc)
        let next = distance &+ Int(truncatingIfNeeded: lengths[rows.edge(arc)])
        let known = memory.distances[neighbor]
        guard next < limit, next < Int(truncatingIfNeeded: known) else { continue }
        if known == .max { memory.reached.push(Int32(truncatingIfNeeded: neighbor)) }
        memory.distances[neighbor] = Int32(truncatingIfNeeded: next)
        // From the last ring no step leads anywhere.
        if next &+ least < limit { memory.buckets.push(neighbor, at: next) }
        if next < Int(truncatingIfNeeded: memory.asked[neighbor]) {
          memory.asked[neighbor] = 0
          limit = longestAsked(of: source, rows, memory.asked)
        }
      }
    }
  }

  /// The length of the longest edge of a node that may still be short.
  private static func longestAsked(
    of node: Int, _ rows: Rows, _ asked: borrowing Scratch<Int32>
  ) -> Int {
    var longest: Int32 = 0
    for arc in rows.arcs(node) { longest = max(longest, asked[rows.neighbor(arc)]) }
    return Int(truncatingIfNeeded: longest)
  }
}
