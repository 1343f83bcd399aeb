/// An edge whose loss splits its connected component, and how much it splits off.
package struct Bridge: Sendable, Hashable {
  /// The edge.
  package let edge: EdgeIndex
  /// The number of nodes on its smaller side.
  package let smallerSide: Int
}

extension Topology {
  /// Returns the edges whose loss splits their connected component, ascending.
  ///
  /// Directions are ignored; one of several parallel edges is no bridge.
  ///
  /// - Returns: The bridges.
  /// - Complexity: O(*V* + *E*).
  ///
  /// ## References
  /// R. E. Tarjan, “A note on finding the bridges of a graph”, *IPL* 2(6), 1974,
  /// [doi:10.1016/0020-0190(74)90003-9](https://doi.org/10.1016/0020-0190(74)90003-9).
  /// Same edges as networkx `bridges`.
  public func bridges() -> [EdgeIndex] { bridgesWithSides().map(\.edge) }

  /// Returns the bridges as ``bridges()`` does, each with the number of nodes that it holds to the larger rest.
  ///
  /// - Complexity: O(*V* + *E*).
  package func bridgesWithSides() -> [Bridge] {
    let points = LowPoints(of: undirected())
    var below = [Int](repeating: 1, count: nodeCount)
    for place in (0..<nodeCount).reversed() {
      let node = Int(points.preorder[place])
      if points.parents[node] >= 0 { below[Int(points.parents[node])] += below[node] }
    }
    // The number of nodes in the tree of each node: that below its root.
    var whole = below
    var found: [Bridge] = []
    for place in 0..<nodeCount {
      let node = Int(points.preorder[place])
      guard points.parents[node] >= 0 else { continue }
      whole[node] = whole[Int(points.parents[node])]
      guard points.low[node] == points.visit[node] else { continue }
      found.append(
        Bridge(
          edge: EdgeIndex(rawValue: points.parentEdges[node]),
          smallerSide: min(below[node], whole[node] - below[node])))
    }
    return found.sorted { $0.edge < $1.edge }
  }
}
