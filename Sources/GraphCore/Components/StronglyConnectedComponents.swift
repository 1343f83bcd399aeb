extension Topology {
  /// Returns the strongly connected components: within one, every node reaches every other.
  ///
  /// Of an undirected graph they are the connected components.
  ///
  /// - Returns: The components, in the order of their lowest nodes.
  /// - Complexity: O(*V* + *E*) time, O(*V*) space; without recursion.
  ///
  /// ## References
  /// R. E. Tarjan, “Depth-first search and linear graph algorithms”, *SIAM J. Comput.* 1(2), 1972,
  /// [doi:10.1137/0201010](https://doi.org/10.1137/0201010), in the form of D. J. Pearce, “A
  /// space-efficient algorithm for finding strongly connected components”, *IPL* 116(1), 2016,
  /// [doi:10.1016/j.ipl.2015.08.010](https://doi.org/10.1016/j.ipl.2015.08.010).
  /// Same partition as networkx `strongly_connected_components`.
  public func stronglyConnectedComponents() -> Components {
    guard isDirected else { return connectedComponents() }
    // index: 0 while unseen; on the way the lowest visit number reachable; in the end the number of
    // the component, counted down from the top so that finished nodes never look lower.
    let index = Scratch<Int32>(repeating: 0, count: nodeCount)
    let nextArc = Scratch<Int32>(repeating: 0, count: nodeCount)
    let isRoot = Scratch<Bool>(repeating: true, count: nodeCount)
    let path = Scratch<Int32>(repeating: 0, count: nodeCount + 1)
    let pending = Scratch<Int32>(repeating: 0, count: nodeCount + 1)
    var (depth, pendingCount) = (0, 0)
    var (visit, component): (Int32, Int32) = (1, Int32(truncatingIfNeeded: nodeCount) + 1)
    withOutRows { rows in
      for start in 0..<nodeCount where index[start] == 0 {
        var node = start
        index[node] = visit
        visit += 1
        nextArc[node] = Int32(truncatingIfNeeded: rows.start(node))
        while true {
          // Follow arcs until one leads to a node not seen yet.
          var low = index[node]
          var arc = Int(truncatingIfNeeded: nextArc[node])
          let end = rows.start(node + 1)
          var child = -1
          while arc < end {
            let neighbor = rows.neighbor(arc)
            let seen = index[neighbor]
            if seen == 0 {
              child = neighbor
              break
            }
            if seen < low {
              low = seen
              isRoot[node] = false
            }
            arc += 1
          }
          index[node] = low
          nextArc[node] = Int32(truncatingIfNeeded: arc)
          if child >= 0 {
            path[depth] = Int32(truncatingIfNeeded: node)
            depth += 1
            node = child
            index[node] = visit
            visit += 1
            nextArc[node] = Int32(truncatingIfNeeded: rows.start(node))
            continue
          }
          if isRoot[node] {
            visit -= 1
            while pendingCount > 0, index[pending[pendingCount - 1]] >= low {
              pendingCount -= 1
              index[pending[pendingCount]] = component
              visit -= 1
            }
            index[node] = component
            component += 1
          } else {
            pending[pendingCount] = Int32(truncatingIfNeeded: node)
            pendingCount += 1
          }
          guard depth > 0 else { break }
          depth -= 1
          node = Int(truncatingIfNeeded: path[depth])
        }
      }
    }
    let first = Int32(truncatingIfNeeded: nodeCount) + 1
    for node in 0..<nodeCount { index[node] -= first }
    return Components(names: index)
  }
}
