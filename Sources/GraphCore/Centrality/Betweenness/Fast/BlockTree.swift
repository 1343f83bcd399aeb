/// How the blocks of an undirected graph hang together, with the number of nodes behind each joint.
struct BlockTree {
  /// The node of each block that is visited first.
  private(set) var tops: [Int32] = []
  /// For ordered pairs of nodes in different blocks of a node, how many there are.
  private(set) var passages: [Double]
  private var blockAbove: [Int32]
  private var visit: [Int32]
  /// The sources and nodes in the subtree that hangs below the top of each block.
  private var below: [(source: Double, target: Double)] = []
  /// The sources and nodes of the connected component of each block.
  private var whole: [(source: Double, target: Double)] = []
  /// A node with all blocks that hang below it.
  private var hanging: [(source: Double, target: Double)]

  init(of topology: Topology, isSource: [Double]) {
    let count = topology.nodeCount
    let points = LowPoints(of: topology)
    visit = points.visit.array()
    blockAbove = [Int32](repeating: -1, count: count)
    passages = [Double](repeating: 0, count: count)
    hanging = isSource.map { ($0, 1) }
    var sizes = isSource.map { (source: $0, target: 1.0) }
    for place in (0..<count).reversed() {
      let node = Int(points.preorder[place])
      let parent = Int(points.parents[node])
      guard parent >= 0 else { continue }
      sizes[parent].source += sizes[node].source
      sizes[parent].target += sizes[node].target
    }
    var roots = [Int32](repeating: 0, count: count)
    var within = [Double](repeating: 0, count: count)
    for place in 0..<count {
      let node = Int(points.preorder[place])
      let parent = Int(points.parents[node])
      roots[node] = parent < 0 ? Int32(node) : roots[parent]
      guard parent >= 0 else { continue }
      guard points.low[node] >= points.visit[parent] else {
        blockAbove[node] = blockAbove[parent]
        continue
      }
      blockAbove[node] = Int32(tops.count)
      tops.append(Int32(parent))
      below.append(sizes[node])
      whole.append(sizes[Int(roots[node])])
      hanging[parent].source += sizes[node].source
      hanging[parent].target += sizes[node].target
      within[parent] += sizes[node].source * sizes[node].target
    }
    for node in 0..<count {
      let all = sizes[Int(roots[node])]
      let up = (
        source: all.source - hanging[node].source, target: all.target - hanging[node].target
      )
      // All pairs of two other nodes but those that stay on one side of the node.
      passages[node] =
        (all.source - isSource[node]) * (all.target - 1) - within[node] - up.source * up.target
    }
  }

  /// How many sources and nodes a node of a block stands for: itself and what hangs behind it.
  func weights(of node: Int32, in block: Int) -> (source: Double, target: Double) {
    guard node == tops[block] else { return hanging[Int(node)] }
    return (
      whole[block].source - below[block].source, whole[block].target - below[block].target
    )
  }

  /// The edges without loops, sorted by block.
  func edgesByBlock(of topology: Topology) -> (starts: [Int], edges: [Int32]) {
    var starts = [Int](repeating: 0, count: tops.count + 1)
    var labels = [Int32](repeating: -1, count: topology.edgeCount)
    for edge in 0..<topology.edgeCount
    where topology.edgeSources[edge] != topology.edgeTargets[edge] {
      let (source, target) = (Int(topology.edgeSources[edge]), Int(topology.edgeTargets[edge]))
      labels[edge] = blockAbove[visit[source] > visit[target] ? source : target]
      starts[Int(labels[edge]) + 1] += 1
    }
    for block in tops.indices { starts[block + 1] += starts[block] }
    var next = starts
    var edges = [Int32](repeating: 0, count: starts[tops.count])
    for edge in 0..<topology.edgeCount where labels[edge] >= 0 {
      edges[next[Int(labels[edge])]] = Int32(edge)
      next[Int(labels[edge])] += 1
    }
    return (starts, edges)
  }

  /// The ends of the edges of one block, ascending.
  func nodes(of edges: ArraySlice<Int32>, in topology: Topology) -> [Int32] {
    var ends: [Int32] = []
    ends.reserveCapacity(edges.count * 2)
    for edge in edges {
      ends.append(topology.edgeSources[Int(edge)])
      ends.append(topology.edgeTargets[Int(edge)])
    }
    ends.sort()
    var nodes: [Int32] = []
    for end in ends where nodes.last != end { nodes.append(end) }
    return nodes
  }
}
