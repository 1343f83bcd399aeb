extension Topology {
  /// Returns the connected components; of a directed graph the weakly connected ones.
  ///
  /// - Returns: The components, in the order of their lowest nodes.
  /// - Complexity: O(*V* + *E*) in practice; of a graph with one large component only a small share of
  ///   the edges is looked at.
  ///
  /// ## References
  /// M. Sutton, T. Ben-Nun, A. Barak, “Optimizing parallel graph connectivity computation via subgraph
  /// sampling”, *IPDPS* 2018, [doi:10.1109/IPDPS.2018.00012](https://doi.org/10.1109/IPDPS.2018.00012).
  /// Same partition as networkx `connected_components` and `weakly_connected_components`.
  public func connectedComponents() -> Components {
    let forest = LinkedForest(nodeCount: nodeCount)
    withOutRows { out in
      withInRows { into in
        // Two edges of each node join most of what belongs together …
        for round in 0..<2 {
          for node in 0..<nodeCount where round < out.length(node) {
            forest.link(node, out.neighbor(out.start(node) + round))
          }
          forest.compress()
        }
        // … so that the nodes of the largest tree need not be looked at again: an edge that leaves it
        // is in the row of its other end.
        let giant = forest.frequentRoot()
        for node in 0..<nodeCount where forest.parents[node] != giant {
          let rest = min(out.start(node) + 2, out.start(node + 1))..<out.start(node + 1)
          for arc in rest { forest.link(node, out.neighbor(arc)) }
          guard isDirected else { continue }
          for arc in into.arcs(node) { forest.link(node, into.neighbor(arc)) }
        }
        forest.compress()
      }
    }
    return Components(names: forest.parents)
  }
}

/// Trees of nodes: each node points to a lower one or, if it is a root, to itself.
private struct LinkedForest: ~Copyable {
  let parents: Scratch<Int32>

  init(nodeCount: Int) {
    parents = Scratch(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { parents[node] = Int32(truncatingIfNeeded: node) }
  }

  /// Joins the trees of two nodes.
  @inline(__always)
  func link(_ left: Int, _ right: Int) {
    var high = parents[left]
    var low = parents[right]
    while high != low {
      if high < low { swap(&high, &low) }
      let above = parents[high]
      if above == high {
        parents[high] = low
        return
      }
      parents[high] = parents[above]
      high = above
    }
  }

  // Parents are lower than their children, so that they are done first.
  func compress() {
    for node in 0..<parents.count { parents[node] = parents[parents[node]] }
  }

  /// A root that many nodes point to, found from evenly spread samples.
  func frequentRoot() -> Int32 {
    guard parents.count > 0 else { return -1 }
    let step = max(1, parents.count / 1024)
    let samples = stride(from: 0, to: parents.count, by: step).map { parents[$0] }.sorted()
    var best = (root: samples[0], count: 0)
    var run = 0
    for (place, root) in samples.enumerated() {
      run = place > 0 && samples[place - 1] == root ? run + 1 : 1
      if run > best.count { best = (root, run) }
    }
    return best.root
  }
}
