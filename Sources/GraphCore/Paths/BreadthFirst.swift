extension Topology {
  /// The shortest paths by number of edges.
  func breadthFirstPaths(from source: NodeIndex) -> ShortestPaths {
    let distances = Scratch(repeating: Double.infinity, count: nodeCount)
    let arrivals = Scratch<Int32>(repeating: -1, count: nodeCount)
    var queue = IndexQueue(capacity: nodeCount)
    distances[source.position] = 0
    queue.push(source.rawValue)
    withOutRows { rows in
      while !queue.isEmpty {
        let node = queue.pop()
        let next = distances[node] + 1
        for arc in rows.arcs(node) where distances[rows.neighbor(arc)] == .infinity {
          let neighbor = rows.neighbor(arc)
          distances[neighbor] = next
          arrivals[neighbor] = Int32(truncatingIfNeeded: rows.edge(arc))
          queue.push(Int32(truncatingIfNeeded: neighbor))
        }
      }
    }
    return ShortestPaths(
      source: source, distances: NodeColumn(distances.array()), arrivals: arrivals.array(),
      topology: self, costs: nil)
  }

  /// Returns the nodes around some nodes in rings: first these, then all one edge away, and so on.
  ///
  /// - Parameters:
  ///   - sources: The innermost ring; repeated nodes count once.
  ///   - direction: Which edges to follow.
  ///   - depth: The number of rings beyond the first at most; `nil` goes on until nothing is left.
  /// - Returns: The rings, none of them empty, nodes in ascending order.
  /// - Complexity: O(*E* + *V*·log *V*).
  public func rings(
    around sources: [NodeIndex], following direction: ArcDirection = .out, depth: Int? = nil
  ) -> [[NodeIndex]] {
    var isKnown = [Bool](repeating: false, count: nodeCount)
    var ring: [NodeIndex] = []
    for source in sources where !isKnown[source.position] {
      isKnown[source.position] = true
      ring.append(source)
    }
    var rings: [[NodeIndex]] = []
    while !ring.isEmpty {
      rings.append(ring.sorted())
      if let depth, rings.count > depth { break }
      var next: [NodeIndex] = []
      for node in ring {
        let out = direction == .into && isDirected ? [] : outTargets[outRange(of: node)]
        let into = direction == .out || !isDirected ? [] : inSources[inRange(of: node)]
        for neighbor in [out, into].joined()
        where !isKnown[Int(neighbor)] {
          isKnown[Int(neighbor)] = true
          next.append(NodeIndex(rawValue: neighbor))
        }
      }
      ring = next
    }
    return rings
  }
}
