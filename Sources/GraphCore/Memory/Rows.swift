/// A view of one direction of a graph for inner loops: rows of neighbours one after the other.
///
/// Valid inside the closure that it is passed to. Like ``Scratch``, it checks positions in debug builds
/// only; they are right because ``Topology`` has made them.
@safe
struct Rows {
  private let offsets: UnsafePointer<Int32>
  private let neighbors: UnsafePointer<Int32>
  private let edges: UnsafePointer<Int32>
  let nodeCount: Int
  let arcCount: Int

  /// The position of the first arc of a row.
  @inline(__always)
  func start(_ node: Int) -> Int {
    assert(node >= 0 && node <= nodeCount, "Node out of range.")
    return unsafe Int(truncatingIfNeeded: offsets[node])
  }

  /// The positions of the arcs of a row.
  @inline(__always)
  func arcs(_ node: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (start(node), start(node + 1)))
  }

  @inline(__always)
  func arcs(_ node: Int32) -> Range<Int> { arcs(Int(truncatingIfNeeded: node)) }

  /// The node that an arc leads to.
  @inline(__always)
  func neighbor(_ arc: Int) -> Int {
    assert(arc >= 0 && arc < arcCount, "Arc out of range.")
    return unsafe Int(truncatingIfNeeded: neighbors[arc])
  }

  /// The edge that an arc belongs to.
  @inline(__always)
  func edge(_ arc: Int) -> Int {
    assert(arc >= 0 && arc < arcCount, "Arc out of range.")
    return unsafe Int(truncatingIfNeeded: edges[arc])
  }

  @inline(__always)
  func length(_ node: Int) -> Int { start(node + 1) - start(node) }
}

extension Rows {
  static func with<Result, Failure: Error>(
    offsets: [Int32], neighbors: [Int32], edges: [Int32],
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe offsets.withUnsafeBufferPointer { offsets throws(Failure) in
      try unsafe neighbors.withUnsafeBufferPointer { neighbors throws(Failure) in
        try unsafe edges.withUnsafeBufferPointer { edges throws(Failure) in
          // An empty array may have no address; one that is never read stands in for it.
          guard let first = offsets.baseAddress,
            let none = unsafe UnsafePointer<Int32>(bitPattern: MemoryLayout<Int32>.alignment)
          else {
            preconditionFailure("Row offsets have at least one value.")
          }
          return try body(
            unsafe Rows(
              offsets: first, neighbors: neighbors.baseAddress ?? none,
              edges: edges.baseAddress ?? none, nodeCount: offsets.count - 1,
              arcCount: neighbors.count))
        }
      }
    }
  }
}

extension Topology {
  /// Calls `body` with the rows of outgoing arcs; all arcs if the graph is undirected.
  func withOutRows<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Rows.with(offsets: outOffsets, neighbors: outTargets, edges: outEdges, body)
  }

  /// Calls `body` with the rows of incoming arcs; all arcs if the graph is undirected.
  func withInRows<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Rows.with(offsets: inOffsets, neighbors: inSources, edges: inEdges, body)
  }
}
