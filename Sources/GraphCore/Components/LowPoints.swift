/// A depth-first forest of a graph seen without directions, with the low point of every node.
///
/// The low point is the earliest visited node that a node's subtree is joined to by an edge other than the
/// tree edge above. Articulation points, bridges and biconnected components follow from it.
struct LowPoints: ~Copyable {
  /// The nodes in the order of their visit.
  let preorder: Scratch<Int32>
  /// The place of each node in that order.
  let visit: Scratch<Int32>
  /// The low point of each node, as a place in that order.
  let low: Scratch<Int32>
  /// The node above each node, -1 for roots.
  let parents: Scratch<Int32>
  /// The edge to the node above, -1 for roots.
  let parentEdges: Scratch<Int32>

  /// - Parameter topology: An undirected graph.
  init(of topology: Topology) {
    let count = topology.nodeCount
    preorder = Scratch(repeating: 0, count: count)
    visit = Scratch(repeating: -1, count: count)
    low = Scratch(repeating: 0, count: count)
    parents = Scratch(repeating: -1, count: count)
    parentEdges = Scratch(repeating: -1, count: count)
    let nextArc = Scratch<Int32>(repeating: 0, count: count)
    topology.withOutRows { rows in
      var visited: Int32 = 0
      for root in 0..<count where visit[root] < 0 {
        var node = root
        enter(node, as: &visited, nextArc: nextArc, rows)
        while true {
          if let arc = nextTreeArc(of: node, nextArc: nextArc, rows) {
            let child = rows.neighbor(arc)
            parents[child] = Int32(truncatingIfNeeded: node)
            parentEdges[child] = Int32(truncatingIfNeeded: rows.edge(arc))
            node = child
            enter(node, as: &visited, nextArc: nextArc, rows)
          } else {
            let parent = parents[node]
            guard parent >= 0 else { break }
            low[parent] = min(low[parent], low[node])
            node = Int(truncatingIfNeeded: parent)
          }
        }
      }
    }
  }

  @inline(__always)
  private func enter(
    _ node: Int, as visited: inout Int32, nextArc: borrowing Scratch<Int32>, _ rows: Rows
  ) {
    preorder[visited] = Int32(truncatingIfNeeded: node)
    visit[node] = visited
    low[node] = visited
    visited += 1
    nextArc[node] = Int32(truncatingIfNeeded: rows.start(node))
  }

  /// The next arc to a node not visited yet; arcs to visited nodes on the way there lower the low point.
  @inline(__always)
  private func nextTreeArc(
    of node: Int, nextArc: borrowing Scratch<Int32>, _ rows: Rows
  ) -> Int? {
    let parentEdge = Int(truncatingIfNeeded: parentEdges[node])
    let end = rows.start(node + 1)
    var arc = Int(truncatingIfNeeded: nextArc[node])
    var lowest = low[node]
    defer {
      low[node] = lowest
      nextArc[node] = Int32(truncatingIfNeeded: arc)
    }
    while arc < end {
      defer { arc += 1 }
      let seen = visit[rows.neighbor(arc)]
      if seen < 0 { return arc }
      // The tree edge itself is no way back; a parallel one is.
      if seen < lowest, rows.edge(arc) != parentEdge { lowest = seen }
    }
    return nil
  }
}
