/// The blocks of a graph: within one, no single node can cut two others apart.
public struct BiconnectedComponents: Sendable, Hashable {
  /// The number of the block of each edge, in the order of the lowest edges; -1 for loops.
  public let labels: EdgeColumn<Int32>
  /// The number of blocks.
  public let count: Int
  /// The nodes of each block, ascending; articulation points are in several.
  public let members: [[NodeIndex]]
}

extension Topology {
  /// Returns the biconnected components: the largest sets of edges any two of which lie on a common cycle,
  /// and bridges, each a block of its own.
  ///
  /// Directions are ignored. Nodes without edges, loops aside, are in no block.
  ///
  /// - Returns: The block of each edge and the nodes of each block.
  /// - Complexity: O(*E*·log *E*); the search itself is O(*V* + *E*).
  ///
  /// ## References
  /// J. Hopcroft, R. Tarjan, “Efficient algorithms for graph manipulation”, *CACM* 16(6), 1973,
  /// [doi:10.1145/362248.362272](https://doi.org/10.1145/362248.362272).
  /// Same blocks as networkx `biconnected_component_edges`.
  public func biconnectedComponents() -> BiconnectedComponents {
    let points = LowPoints(of: undirected())
    // The block of the tree edge above each node: a new one where the parent cuts it off. The other
    // edges of a node lead up to ancestors and share the block of the lower end.
    var blockAbove = [Int32](repeating: -1, count: nodeCount)
    var blocks: Int32 = 0
    for place in 0..<nodeCount {
      let node = Int(points.preorder[place])
      let parent = Int(points.parents[node])
      guard parent >= 0 else { continue }
      if points.low[node] >= points.visit[parent] {
        blockAbove[node] = blocks
        blocks += 1
      } else {
        blockAbove[node] = blockAbove[parent]
      }
    }
    var numbers = [Int32](repeating: -1, count: Int(blocks))
    var labels = [Int32](repeating: -1, count: edgeCount)
    var members: [[NodeIndex]] = []
    for edge in 0..<edgeCount where edgeSources[edge] != edgeTargets[edge] {
      let (source, target) = (Int(edgeSources[edge]), Int(edgeTargets[edge]))
      let lower = points.visit[source] > points.visit[target] ? source : target
      let block = Int(blockAbove[lower])
      if numbers[block] < 0 {
        numbers[block] = Int32(members.count)
        members.append([])
      }
      labels[edge] = numbers[block]
    }
    for node in 0..<nodeCount {
      var own = Set<Int32>()
      for arc in outRange(of: NodeIndex(node)) { own.insert(labels[Int(outEdges[arc])]) }
      for arc in inRange(of: NodeIndex(node)) { own.insert(labels[Int(inEdges[arc])]) }
      for label in own where label >= 0 { members[Int(label)].append(NodeIndex(node)) }
    }
    return BiconnectedComponents(
      labels: EdgeColumn(labels), count: Int(blocks), members: members)
  }
}
