/// Sorts edges into rows by counting.
///
/// Two rounds sort by both keys: edges are dropped into the rows of one end, and reading these rows in
/// order while dropping each edge into the row of its other end leaves every row in ascending order.
struct RowBuilder {
  struct SortedRows {
    var offsets: [Int32]
    var neighbors: [Int32]
    var edges: [Int32]
  }

  /// The far end of an arc and its edge, moved together to touch memory once.
  private struct Arc: BitwiseCopyable {
    var neighbor: Int32
    var edge: Int32
  }

  let nodeCount: Int
  let sources: [Int32]
  let targets: [Int32]

  func directed() -> (out: SortedRows, into: SortedRows) {
    let inOffsets = offsets { count in
      for target in targets { count[target] += 1 }
    }
    let outOffsets = offsets { count in
      for source in sources { count[source] += 1 }
    }
    let byTarget = Scratch(repeating: Arc(neighbor: 0, edge: 0), count: sources.count)
    let next = Scratch(copying: inOffsets)
    for edge in sources.indices {
      let place = next[targets[edge]]
      next[targets[edge]] = place &+ 1
      byTarget[place] = Arc(neighbor: sources[edge], edge: Int32(truncatingIfNeeded: edge))
    }
    let out = transposed(byTarget, offsets: inOffsets, into: outOffsets)
    for node in 0..<nodeCount {
      for arc in Int(out.offsets[node])..<Int(out.offsets[node + 1]) {
        byTarget[arc] = Arc(neighbor: out.neighbors[arc], edge: out.edges[arc])
      }
    }
    return (out, transposed(byTarget, offsets: outOffsets, into: inOffsets))
  }

  func undirected() -> (out: SortedRows, into: SortedRows) {
    let offsets = offsets { count in
      for edge in sources.indices {
        count[sources[edge]] += 1
        if sources[edge] != targets[edge] { count[targets[edge]] += 1 }
      }
    }
    let arcs = Scratch(
      repeating: Arc(neighbor: 0, edge: 0), count: Int(offsets[nodeCount]))
    let next = Scratch(copying: offsets)
    for edge in sources.indices {
      let (source, target) = (sources[edge], targets[edge])
      let id = Int32(truncatingIfNeeded: edge)
      arcs[next[source]] = Arc(neighbor: target, edge: id)
      next[source] &+= 1
      if source == target { continue }
      arcs[next[target]] = Arc(neighbor: source, edge: id)
      next[target] &+= 1
    }
    let rows = transposed(arcs, offsets: offsets, into: offsets)
    return (rows, rows)
  }

  /// The running sums of the counts that `counting` leaves for each node.
  private func offsets(_ counting: (borrowing Scratch<Int32>) -> Void) -> [Int32] {
    let counts = Scratch<Int32>(repeating: 0, count: nodeCount + 1)
    counting(counts)
    var total: Int32 = 0
    for node in 0...nodeCount {
      let count = counts[node]
      counts[node] = total
      total &+= count
    }
    return counts.array()
  }

  private func transposed(
    _ arcs: borrowing Scratch<Arc>, offsets: [Int32], into newOffsets: [Int32]
  ) -> SortedRows {
    let count = arcs.count
    let next = Scratch(copying: newOffsets)
    let edges = Scratch<Int32>(repeating: 0, count: count)
    let neighbors = Scratch<Int32>(repeating: 0, count: count)
    for node in 0..<nodeCount {
      for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
        let place = next[arcs[arc].neighbor]
        next[arcs[arc].neighbor] = place &+ 1
        neighbors[place] = Int32(truncatingIfNeeded: node)
        edges[place] = arcs[arc].edge
      }
    }
    return SortedRows(offsets: newOffsets, neighbors: neighbors.array(), edges: edges.array())
  }
}
