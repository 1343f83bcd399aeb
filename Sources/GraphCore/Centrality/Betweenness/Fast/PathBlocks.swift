/// A graph cut at its articulation points, for algorithms that add up over shortest paths.
///
/// A shortest path between nodes of different blocks passes through the articulation points between
/// them. So each block can be searched by itself, its articulation points standing for everything that hangs
/// behind them; and what an articulation point gets for paths from one of its blocks to another is a
/// product of two counts. All of this is exact. A directed graph is kept in one piece.
struct PathBlocks {
  let nodeCount: Int
  /// The blocks of more than two nodes, largest first.
  private(set) var blocks: [PathBlock] = []
  /// The edges that are a block by themselves, most blocks of sparse graphs, with nothing to search in.
  private var bridges: [(edge: Int32, block: Int)] = []
  private var tree: BlockTree?
  /// What articulation points get for paths from block to block, over ordered pairs.
  private(set) var passages: [Double]

  init(of topology: Topology, costs: EdgeCosts?, sources: [NodeIndex]?, mergesTwins: Bool) {
    nodeCount = topology.nodeCount
    passages = [Double](repeating: 0, count: topology.nodeCount)
    var isSource = [Double](repeating: sources == nil ? 1 : 0, count: topology.nodeCount)
    for source in sources ?? [] {
      precondition(isSource[source.position] == 0, "A source can be named only once.")
      isSource[source.position] = 1
    }
    let steps = costs.flatMap { CostSteps($0, nodeCount: topology.nodeCount) }
    if topology.isDirected {
      var block = PathBlock(
        nodes: (0..<Int32(topology.nodeCount)).map { $0 }, direction: .directed,
        edges: (0..<Int32(topology.edgeCount)).map { $0 }, of: topology, costs: costs,
        steps: steps)
      block.sourceWeights = block.nodes.map { isSource[Int($0)] }
      block.targetWeights = [Double](repeating: 1, count: block.nodes.count)
      block.planBatches()
      blocks = [block]
    } else {
      split(topology, costs: costs, steps, isSource: isSource, mergesTwins: mergesTwins)
    }
  }

  private mutating func split(
    _ topology: Topology, costs: EdgeCosts?, _ steps: CostSteps?, isSource: [Double],
    mergesTwins: Bool
  ) {
    let tree = BlockTree(of: topology, isSource: isSource)
    passages = tree.passages
    let grouped = tree.edgesByBlock(of: topology)
    for number in tree.tops.indices {
      let range = grouped.starts[number]..<grouped.starts[number + 1]
      if range.count == 1 {
        bridges.append((grouped.edges[range.lowerBound], number))
        continue
      }
      let edges = grouped.edges[range]
      let nodes = tree.nodes(of: edges, in: topology)
      var block = PathBlock(
        nodes: nodes, direction: .undirected, edges: Array(edges), of: topology, costs: costs,
        steps: steps)
      let weights = block.nodes.map { tree.weights(of: $0, in: number) }
      block.sourceWeights = weights.map(\.source)
      block.targetWeights = weights.map(\.target)
      if mergesTwins { block.mergeTwins() }
      block.planBatches()
      blocks.append(block)
    }
    blocks.sort { $0.nodes.count > $1.nodes.count }
    self.tree = tree
  }

  /// The edges that are a block by themselves, and the ordered pairs that use them.
  func bridgePairs(in topology: Topology) -> [(edge: Int32, pairs: Double)] {
    guard let tree else { return [] }
    return bridges.map { edge, block in
      let left = tree.weights(of: topology.edgeSources[Int(edge)], in: block)
      let right = tree.weights(of: topology.edgeTargets[Int(edge)], in: block)
      return (edge, left.source * right.target + right.source * left.target)
    }
  }
}
