extension Topology {
  /// Returns the core number of every node: the largest *k* for which the node belongs to a part of the
  /// graph where every node has at least *k* edges.
  ///
  /// Directions are ignored, edges there and back are two; parallel edges count separately, loops not at all.
  ///
  /// - Returns: One number for each node; the highest is the degeneracy of the graph.
  /// - Complexity: O(*V* + *E*).
  ///
  /// ## References
  /// V. Batagelj, M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks”, 2003,
  /// [arXiv:cs/0310049](https://arxiv.org/abs/cs/0310049).
  /// Same values as networkx `core_number`.
  public func coreNumbers() -> NodeColumn<Int> {
    let graph = undirected()
    let degrees = Scratch<Int32>(repeating: 0, count: nodeCount)
    var highest: Int32 = 0
    graph.withOutRows { rows in
      for node in 0..<nodeCount {
        var degree = Int32(truncatingIfNeeded: rows.length(node))
        if loopCount > 0 {
          for arc in rows.arcs(node) where rows.neighbor(arc) == node { degree -= 1 }
        }
        degrees[node] = degree
        highest = max(highest, degree)
      }
      // Nodes sorted by degree; each degree knows where its nodes begin.
      let starts = Scratch<Int32>(repeating: 0, count: Int(highest) + 2)
      for node in 0..<nodeCount { starts[degrees[node] + 1] += 1 }
      for degree in 0...highest { starts[degree + 1] += starts[degree] }
      let order = Scratch<Int32>(repeating: 0, count: nodeCount)
      let places = Scratch<Int32>(repeating: 0, count: nodeCount)
      for node in 0..<nodeCount {
        places[node] = starts[degrees[node]]
        starts[degrees[node]] += 1
        order[places[node]] = Int32(truncatingIfNeeded: node)
      }
      for degree in (0...highest).reversed() where degree > 0 {
        starts[degree] = starts[degree - 1]
      }
      starts[0] = 0
      for place in 0..<nodeCount {
        let node = Int(truncatingIfNeeded: order[place])
        let core = degrees[node]
        for arc in rows.arcs(node) {
          let neighbor = rows.neighbor(arc)
          let degree = degrees[neighbor]
          guard degree > core else { continue }
          // Swap the neighbour with the first of its degree, which then begins one place later.
          let first = starts[degree]
          let other = order[first]
          let old = places[neighbor]
          order[old] = other
          places[other] = old
          order[first] = Int32(truncatingIfNeeded: neighbor)
          places[neighbor] = first
          starts[degree] = first + 1
          degrees[neighbor] = degree - 1
        }
      }
    }
    return NodeColumn(degrees.array().map { Int($0) })
  }
}
