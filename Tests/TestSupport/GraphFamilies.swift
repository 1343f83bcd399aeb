public import GraphCore

/// Graphs for laws: seeded random ones of many shapes, and all small ones.
public enum GraphFamilies {
  /// A random graph, sparse or dense, with islands, loops and parallel edges now and then.
  public static func random(
    seed: UInt64, direction: Topology.Direction, maximumNodes: Int = 40
  ) -> Topology {
    var generator = SeededGenerator(seed: seed)
    let nodeCount = 1 + generator.below(maximumNodes)
    let edgeCount = generator.below(nodeCount * (1 + generator.below(4)) + 1)
    let isSimple = generator.below(2) == 0
    // Some graphs have hubs: the ends of their edges lean to low numbers.
    let leansLow = generator.below(2) == 0
    var pairs: [(Int, Int)] = []
    for _ in 0..<edgeCount {
      var ends = [generator.below(nodeCount), generator.below(nodeCount)]
      if leansLow { ends[0] = generator.below(ends[0] + 1) }
      pairs.append((ends[0], ends[1]))
    }
    let graph = Topology(nodeCount: nodeCount, direction: direction, pairs: pairs)
    return isSimple ? graph.simplified(loops: .drop).topology : graph
  }

  /// Costs that tie often and add up without rounding.
  public static func costs(for topology: Topology, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed, stream: 1)
    return topology.edges.map { _ in [0.5, 1, 1, 2, 3.25][generator.below(5)] }
  }

  /// Every simple graph with the given number of nodes.
  public static func all(nodeCount: Int, direction: Topology.Direction) -> [Topology] {
    var pairs: [(Int, Int)] = []
    for left in 0..<nodeCount {
      for right in 0..<nodeCount where direction == .directed ? left != right : left < right {
        pairs.append((left, right))
      }
    }
    return (0..<(1 << pairs.count)).map { set in
      Topology(
        nodeCount: nodeCount, direction: direction,
        pairs: pairs.indices.filter { set >> $0 & 1 == 1 }.map { pairs[$0] })
    }
  }

  /// A random renumbering.
  public static func renumbering(of topology: Topology, seed: UInt64) -> NodeColumn<NodeIndex> {
    var generator = SeededGenerator(seed: seed, stream: 2)
    return NodeColumn((0..<topology.nodeCount).shuffled(using: &generator).map { NodeIndex($0) })
  }
}
