/// A path and the strength of its weakest edge.
public struct WidestPath: Sendable, Hashable {
  /// The path; its cost is the number of edges.
  public var path: Path
  /// The strength of the weakest edge on it; infinite for a path without edges.
  public var width: Double
}

extension Topology {
  /// Returns the path between two nodes whose weakest edge is as strong as possible, or `nil` if there
  /// is no path.
  ///
  /// The channel through which most gets across: the bottleneck decides, not the length.
  ///
  /// - Parameters:
  ///   - source: Where the path begins.
  ///   - target: Where it ends.
  ///   - strengths: Width of each edge.
  /// - Returns: The path and its width.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*E*·log *V*) time, O(*V*) space.
  ///
  /// ## References
  /// M. Pollack, “The maximum capacity through a network”, *Operations Research* 8(5), 1960,
  /// [doi:10.1287/opre.8.5.733](https://doi.org/10.1287/opre.8.5.733).
  public func widestPath(
    from source: NodeIndex, to target: NodeIndex, strengths: EdgeStrengths
  ) throws(AlgorithmError) -> WidestPath? {
    precondition(
      source.position < nodeCount && target.position < nodeCount,
      "Source and target must be nodes of this graph.")
    requireFit(strengths)
    try Parallelism.sequential.checkCancellation(of: "The search for the widest path")
    let widths = Scratch(repeating: -Double.infinity, count: nodeCount)
    let arrivals = Scratch<Int32>(repeating: -1, count: nodeCount)
    var heap = CostHeap()
    widths[source.position] = .infinity
    heap.push(-.infinity, source.position)
    withOutRows { rows in
      // Dijkstra's search with the smaller of two widths in place of the sum of two lengths.
      while let entry = heap.pop(), Int(entry.node) != target.position {
        let node = Int(entry.node)
        guard -entry.cost == widths[node] else { continue }
        for arc in rows.arcs(node) {
          let (neighbor, edge) = (rows.neighbor(arc), rows.edge(arc))
          let width = min(widths[node], strengths.values[edge])
          guard width > widths[neighbor] else { continue }
          widths[neighbor] = width
          arrivals[neighbor] = Int32(truncatingIfNeeded: edge)
          heap.push(-width, neighbor)
        }
      }
    }
    guard widths[target.position] >= 0 else { return nil }
    var edges: [EdgeIndex] = []
    var node = target.position
    while node != source.position {
      edges.append(EdgeIndex(rawValue: arrivals[node]))
      node = otherEnd(of: Int(arrivals[node]), from: node)
    }
    return WidestPath(
      path: path(from: source, along: edges.reversed(), costs: nil),
      width: widths[target.position])
  }
}
