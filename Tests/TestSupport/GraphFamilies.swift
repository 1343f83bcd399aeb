package import GraphCore

/// Graphs for laws: seeded random ones of many shapes, and all small ones.
package enum GraphFamilies {
  /// A random graph, sparse or dense, with islands, loops and parallel edges now and then.
  package static func random(
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
  package static func costs(for topology: Topology, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed, stream: 1)
    return topology.edges.map { _ in [0.5, 1, 1, 2, 3.25][generator.below(5)] }
  }

  /// Every simple graph with the given number of nodes.
  package static func all(nodeCount: Int, direction: Topology.Direction) -> [Topology] {
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

  /// Every simple graph with the given number of nodes, one of each shape: all others are renumberings.
  package static func shapes(nodeCount: Int, direction: Topology.Direction) -> [Topology] {
    var orders: [[Int]] = [[]]
    for node in 0..<nodeCount {
      orders = orders.flatMap { order in
        (0...node).map { order[..<$0] + [node] + order[$0...] }.map { Array($0) }
      }
    }
    var places = [Int](repeating: 0, count: nodeCount * nodeCount)
    var pairs: [(Int, Int)] = []
    for left in 0..<nodeCount {
      for right in 0..<nodeCount where direction == .directed ? left != right : left < right {
        places[left * nodeCount + right] = pairs.count
        if direction == .undirected { places[right * nodeCount + left] = pairs.count }
        pairs.append((left, right))
      }
    }
    // Where each renumbering puts each pair.
    let moves = orders.map { order in
      pairs.map { 1 << places[order[$0.0] * nodeCount + order[$0.1]] }
    }
    var isSeen = [Bool](repeating: false, count: 1 << pairs.count)
    var result: [Topology] = []
    for set in isSeen.indices where !isSeen[set] {
      let kept = pairs.indices.filter { set >> $0 & 1 == 1 }
      for move in moves { isSeen[kept.reduce(0) { $0 | move[$1] }] = true }
      result.append(
        Topology(nodeCount: nodeCount, direction: direction, pairs: kept.map { pairs[$0] }))
    }
    return result
  }

  /// A random renumbering.
  package static func renumbering(of topology: Topology, seed: UInt64) -> NodeColumn<NodeIndex> {
    var generator = SeededGenerator(seed: seed, stream: 2)
    return NodeColumn((0..<topology.nodeCount).shuffled(using: &generator).map { NodeIndex($0) })
  }
}
