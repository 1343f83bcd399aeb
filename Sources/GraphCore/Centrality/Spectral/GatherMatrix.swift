/// The adjacency matrix of a graph, ready to be multiplied with vectors again and again.
///
/// Every node gathers the values of its neighbours. Nodes are renumbered by how often they are read, and cut
/// into chunks that depend on the graph alone: each value is one sum in a fixed order, and sums over
/// all nodes are added chunk by chunk, so that threads leave no trace.
struct GatherMatrix: ~Copyable {
  /// The number of each node in the graph.
  let nodes: [Int32]
  private let offsets: Scratch<Int32>
  private let neighbors: Scratch<Int32>
  /// The strength of each arc; empty if arcs are counted.
  private let strengths: Scratch<Double>
  private let chunks: [Range<Int>]
  private let partials: Scratch<SIMD8<Double>>
  private let parallelism: Parallelism
  private let work: String

  // `.into` gathers from the sources of a node's incoming edges, `.out` from the targets of its outgoing
  // ones. `work` is what the caller does, for the error when it is cancelled.
  init(
    of topology: Topology, _ direction: ArcDirection, strengths values: EdgeStrengths?,
    parallelism: Parallelism, work: String
  ) {
    let isOut = direction == .out
    let ranked = RankedRows(
      offsets: isOut ? topology.outOffsets : topology.inOffsets,
      neighbors: isOut ? topology.outTargets : topology.inSources)
    nodes = ranked.nodes
    offsets = Scratch(copying: ranked.offsets)
    neighbors = Scratch(copying: ranked.neighbors)
    if let values {
      let edges = isOut ? topology.outEdges : topology.inEdges
      let original = isOut ? topology.outOffsets : topology.inOffsets
      strengths = Scratch(uninitialized: edges.count)
      var filled = 0
      for node in ranked.nodes {
        for arc in Int(original[Int(node)])..<Int(original[Int(node) + 1]) {
          strengths[filled] = values.values[Int(edges[arc])]
          filled += 1
        }
      }
    } else {
      strengths = Scratch(uninitialized: 0)
    }
    chunks = Self.chunks(of: ranked.offsets)
    partials = Scratch(repeating: .zero, count: chunks.count)
    // Handing work to another thread takes longer than a sweep over a small graph.
    let isSmall = ranked.neighbors.count < 60_000
    self.parallelism = isSmall ? .sequential : Parallelism(threads: parallelism.threads)
    self.work = work
  }

  var count: Int { nodes.count }

  /// Ranges of nodes of about equal work.
  private static func chunks(of offsets: [Int32]) -> [Range<Int>] {
    let count = offsets.count - 1
    let work = count + Int(offsets[count])
    let size = max(16_384, work / 48)
    var chunks: [Range<Int>] = []
    var first = 0
    for node in 0..<count {
      let done = node + 1 - first + Int(offsets[node + 1] - offsets[first])
      if done >= size || node == count - 1 {
        chunks.append(first..<(node + 1))
        first = node + 1
      }
    }
    return chunks
  }

  /// Calls `body` with all nodes, a range at a time, and returns the sum of what it returns.
  func sweep(_ body: (Range<Int>) -> Double) throws(AlgorithmError) -> Double {
    try sums { range in SIMD8(body(range), 0, 0, 0, 0, 0, 0, 0) }[0]
  }

  /// Like `sweep`, with up to eight sums at once.
  func sums(_ body: (Range<Int>) -> SIMD8<Double>) throws(AlgorithmError) -> SIMD8<Double> {
    try parallelism.run(work, parts: chunks.count) { part in partials[part] = body(chunks[part]) }
    var total = SIMD8<Double>.zero
    for part in chunks.indices { total += partials[part] }
    return total
  }

  /// The sum of the values of a node's neighbours, times the strengths if there are any.
  @inline(__always)
  func gathered(_ values: borrowing Scratch<Double>, at node: Int) -> Double {
    var arc = Int(truncatingIfNeeded: offsets[node])
    let end = Int(truncatingIfNeeded: offsets[node + 1])
    // Four sums, so that an addition need not wait for the one before.
    var sums = (0.0, 0.0, 0.0, 0.0)
    if strengths.count == 0 {
      while arc &+ 4 <= end {
        sums.0 += values[neighbors[arc]]
        sums.1 += values[neighbors[arc &+ 1]]
        sums.2 += values[neighbors[arc &+ 2]]
        sums.3 += values[neighbors[arc &+ 3]]
        arc &+= 4
      }
      while arc < end {
        sums.0 += values[neighbors[arc]]
        arc &+= 1
      }
    } else {
      while arc &+ 2 <= end {
        sums.0 += values[neighbors[arc]] * strengths[arc]
        sums.1 += values[neighbors[arc &+ 1]] * strengths[arc &+ 1]
        arc &+= 2
      }
      if arc < end { sums.0 += values[neighbors[arc]] * strengths[arc] }
    }
    return (sums.0 + sums.1) + (sums.2 + sums.3)
  }

  /// Values in the order of the graph's nodes.
  func column(_ values: borrowing Scratch<Double>) -> NodeColumn<Double> {
    var column = NodeColumn(repeating: 0.0, count: count)
    for (place, node) in nodes.enumerated() { column.values[Int(node)] = values[place] }
    return column
  }
}
