extension Topology {
  /// Returns the core number of every node: the largest *k* for which the node belongs to a part of the
  /// graph where every node has at least *k* edges.
  ///
  /// Directions are ignored, edges there and back are two; parallel edges count separately, loops not at all.
  ///
  /// - Returns: One number for each node; the highest is the degeneracy of the graph.
  /// - Complexity: O(*V* + *E*), since every node is listed again at most as often as its core number says.
  ///
  /// ## References
  /// H. Kabir, K. Madduri, “Parallel *k*-core decomposition on multicore platforms”, *IPDPSW* 2017,
  /// [doi:10.1109/IPDPSW.2017.151](https://doi.org/10.1109/IPDPSW.2017.151), here on one thread.
  /// Same values as networkx `core_number`.
  public func coreNumbers() -> NodeColumn<Int> {
    let graph = undirected()
    return graph.withOutRows { rows in
      var highest = 0
      for node in 0..<nodeCount { highest = max(highest, rows.length(node)) }
      // Peeling reads the degrees in no order, so that it matters how much of them the cache holds.
      let degrees =
        highest < UInt16.max
        ? Peeling<UInt16>(rows, loopCount: loopCount).cores()
        : Peeling<Int32>(rows, loopCount: loopCount).cores()
      return NodeColumn(degrees)
    }
  }
}

/// Takes the nodes of each degree away, then those that fall to it, level by level.
private struct Peeling<Degree: FixedWidthInteger & BitwiseCopyable>: ~Copyable {
  private let rows: Rows
  /// How many edges lead to nodes not yet taken away; of the others the core number.
  private let degrees: Scratch<Degree>
  private let waiting: Scratch<Int32>
  /// The nodes of the level; one place more takes what is written ahead.
  private let taken: Scratch<Int32>

  init(_ rows: Rows, loopCount: Int) {
    self.rows = rows
    degrees = Scratch(uninitialized: rows.nodeCount)
    waiting = Scratch(numbersBelow: rows.nodeCount)
    taken = Scratch(uninitialized: rows.nodeCount + 1)
    for node in 0..<rows.nodeCount {
      var degree = rows.length(node)
      if loopCount > 0 {
        for arc in rows.arcs(node) where rows.neighbor(arc) == node { degree -= 1 }
      }
      degrees[node] = Degree(truncatingIfNeeded: degree)
    }
  }

  func cores() -> [Int] {
    var level: Degree = 0
    var left = rows.nodeCount
    while left > 0 {
      var (kept, count) = (0, 0)
      for place in 0..<left {
        let node = waiting[place]
        let degree = degrees[node]
        taken[count] = node
        count &+= Int(oneIf: degree == level)
        waiting[kept] = node
        kept &+= Int(oneIf: degree > level)
      }
      left = kept
      if count > 0 {
        take(&count, at: level)
        level &+= 1
      } else {
        level = (0..<left).reduce(.max) { min($0, degrees[waiting[$1]]) }
      }
    }
    return (0..<rows.nodeCount).map { Int(degrees[$0]) }
  }

  @inline(__always)
  private func take(_ count: inout Int, at level: Degree) {
    var place = 0
    while place < count {
      for arc in rows.arcs(taken[place]) {
        let neighbor = rows.neighbor(arc)
        let degree = degrees[neighbor]
        taken[count] = Int32(truncatingIfNeeded: neighbor)
        // No branch depends on the degree, which the processor could not foresee.
        count &+= Int(oneIf: degree == level &+ 1)
        degrees[neighbor] = degree &- Degree(truncatingIfNeeded: Int(oneIf: degree > level))
      }
      place &+= 1
    }
  }
}
