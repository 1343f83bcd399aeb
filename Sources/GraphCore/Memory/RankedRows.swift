/// Rows renumbered by how often their nodes are read, so that what is touched most lies together.
struct RankedRows {
  /// The original number of each node.
  let nodes: [Int32]
  let offsets: [Int32]
  let neighbors: [Int32]

  init(offsets: [Int32], neighbors: [Int32]) {
    let count = offsets.count - 1
    var uses = [Int32](repeating: 0, count: count)
    for neighbor in neighbors { uses[Int(neighbor)] += 1 }
    let order = fallingOrder(of: uses)
    let rank = Scratch<Int32>(repeating: 0, count: count)
    for (place, node) in order.enumerated() { rank[node] = Int32(truncatingIfNeeded: place) }
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
    nodes = order
    self.offsets = newOffsets.array()
    self.neighbors = targets.array()
  }

  func withRows<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Rows.with(offsets: offsets, neighbors: neighbors, edges: [], body)
  }
}
