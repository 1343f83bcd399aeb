/// Rows renumbered by falling length, so that what is touched most lies together.
struct RankedRows {
  /// The original number of each node.
  let nodes: [Int32]
  let offsets: [Int32]
  let neighbors: [Int32]

  init(offsets: [Int32], neighbors: [Int32]) {
    let count = offsets.count - 1
    // A counting sort by falling length of the rows the nodes occur in: neighbours that are read often.
    let uses = Scratch<Int32>(repeating: 0, count: count)
    for neighbor in neighbors { uses[neighbor] += 1 }
    var most: Int32 = 0
    for node in 0..<count { most = max(most, uses[node]) }
    let starts = Scratch<Int32>(repeating: 0, count: Int(most) + 2)
    for node in 0..<count { starts[most - uses[node] + 1] += 1 }
    for use in 0...most { starts[use + 1] += starts[use] }
    let order = Scratch<Int32>(repeating: 0, count: count)
    let rank = Scratch<Int32>(repeating: 0, count: count)
    for node in 0..<count {
      let place = starts[most - uses[node]]
      starts[most - uses[node]] += 1
      order[place] = Int32(truncatingIfNeeded: node)
      rank[node] = place
    }
    let newOffsets = Scratch<Int32>(repeating: 0, count: count + 1)
    let targets = Scratch<Int32>(uninitialized: neighbors.count)
    var filled: Int32 = 0
    for place in 0..<count {
      let node = Int(order[place])
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        targets[filled] = rank[neighbors[arc]]
        filled += 1
      }
      newOffsets[place + 1] = filled
    }
    nodes = order.array()
    self.offsets = newOffsets.array()
    self.neighbors = targets.array()
  }

  func withRows<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Rows.with(offsets: offsets, neighbors: neighbors, edges: [], body)
  }
}
