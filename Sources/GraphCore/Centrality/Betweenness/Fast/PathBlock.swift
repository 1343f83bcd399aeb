/// One block of a graph, renumbered by falling degree so that what is touched most lies together.
struct PathBlock {
  /// The node of the whole graph for each own node; of merged twins the first.
  private(set) var nodes: [Int32]
  private(set) var offsets: [Int32]
  private(set) var targets: [Int32]
  /// The edge of the whole graph for each arc.
  private(set) var edges: [Int32]
  /// The length of each arc; empty if edges are counted.
  private(set) var arcCosts: [Double] = []
  /// The same in whole steps; empty if there is no common step.
  private(set) var arcSteps: [Int32] = []
  private(set) var largestStep = 0
  /// The rows of incoming arcs if the graph is directed; otherwise the rows above serve both ways.
  private var incoming: BackRows?
  /// How many sources and nodes a node stands for.
  var sourceWeights: [Double] = []
  var targetWeights: [Double] = []
  /// How many nodes with the same neighbours were merged into each; empty if none were.
  private(set) var multiplicities: [Double] = []
  /// The nodes merged into others: which, and into which own node.
  private(set) var twins: [(node: Int32, into: Int32)] = []
  /// What each own node gets for paths between merged twins.
  private(set) var twinPassages: [Double] = []
  /// The sources, those next to each other near to each other in the graph too.
  private(set) var sourceOrder: [Int32] = []

  init(
    nodes: [Int32], direction: Topology.Direction, edges: [Int32], of topology: Topology,
    costs: EdgeCosts?, steps: CostSteps?
  ) {
    // Numbers within the block; nodes ascend, so that an unsorted one is found by bisection.
    let isWhole = nodes.count == topology.nodeCount
    func place(_ node: Int32) -> Int {
      if isWhole { return Int(node) }
      var range = 0..<nodes.count
      while range.count > 1 {
        let middle = (range.lowerBound + range.upperBound) / 2
        range = nodes[middle] <= node ? middle..<range.upperBound : range.lowerBound..<middle
      }
      return range.lowerBound
    }
    var sources = edges.map { Int32(place(topology.edgeSources[Int($0)])) }
    var ends = edges.map { Int32(place(topology.edgeTargets[Int($0)])) }
    var degrees = [Int32](repeating: 0, count: nodes.count)
    for index in edges.indices {
      degrees[Int(sources[index])] += 1
      degrees[Int(ends[index])] += 1
    }
    let order = fallingOrder(of: degrees)
    var rank = [Int32](repeating: 0, count: nodes.count)
    for (new, old) in order.enumerated() { rank[Int(old)] = Int32(truncatingIfNeeded: new) }
    for index in edges.indices {
      sources[index] = rank[Int(sources[index])]
      ends[index] = rank[Int(ends[index])]
    }
    let builder = RowBuilder(nodeCount: nodes.count, sources: sources, targets: ends)
    let built =
      direction == .directed
      ? builder.directed()
      : builder.undirected(loopCount: sources.indices.count { sources[$0] == ends[$0] })
    let rows = built.out
    self.nodes = order.map { nodes[Int($0)] }
    offsets = rows.offsets
    targets = rows.neighbors
    self.edges = rows.edges.map { edges[Int($0)] }
    if let costs { arcCosts = self.edges.map { costs.values[Int($0)] } }
    if let steps {
      arcSteps = self.edges.map { steps.steps[Int($0)] }
      largestStep = steps.largest
    }
    if direction == .directed {
      incoming = BackRows(
        offsets: built.into.offsets, sources: built.into.neighbors,
        edges: built.into.edges.map { edges[Int($0)] }, costs: costs, steps: steps)
    }
  }

  /// The arcs that lead to each node.
  var back: BackRows {
    incoming
      ?? BackRows(
        offsets: offsets, sources: targets, edges: edges, arcCosts: arcCosts, arcSteps: arcSteps)
  }

  /// A measure of the work of one search.
  var size: Int { nodes.count + targets.count }

  func withRows<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Rows.with(offsets: offsets, neighbors: targets, edges: edges, body)
  }

  /// Puts the sources into the order of a breadth-first search.
  mutating func planBatches() {
    var order: [Int32] = []
    var isSeen = [Bool](repeating: false, count: nodes.count)
    for start in nodes.indices where !isSeen[start] {
      isSeen[start] = true
      var head = order.count
      order.append(Int32(start))
      while head < order.count {
        let node = Int(order[head])
        head += 1
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) where !isSeen[Int(targets[arc])] {
          isSeen[Int(targets[arc])] = true
          order.append(targets[arc])
        }
      }
    }
    sourceOrder = order.filter { sourceWeights[Int($0)] > 0 }
  }

  /// Merges nodes that have the same neighbours, themselves aside: all shortest paths treat them alike.
  mutating func mergeTwins() {
    let classes = TwinClasses(offsets: offsets, targets: targets)
    guard classes.twinCount > 0 else { return }
    let count = nodes.count
    var passages = [Double](repeating: 0, count: count)
    var multiplicities = [Double](repeating: 1, count: count)
    // Ordered pairs of two twins that stand apart go through their common neighbours.
    var pairs = [Double](repeating: 0, count: count)
    for node in nodes.indices {
      pairs[node] = -sourceWeights[node] * targetWeights[node]
    }
    for node in nodes.indices where classes.first[node] != node {
      let first = Int(classes.first[node])
      multiplicities[first] += 1
      pairs[first] += pairs[node]
      sourceWeights[first] += sourceWeights[node]
      targetWeights[first] += targetWeights[node]
    }
    for node in nodes.indices
    where multiplicities[node] > 1 && !classes.isAdjacent(Int32(node)) {
      let all = pairs[node] + sourceWeights[node] * targetWeights[node]
      let neighbors = targets[Int(offsets[node])..<Int(offsets[node + 1])]
      var ways: [(node: Int32, count: Double)] = []
      for neighbor in neighbors {
        if ways.last?.node == neighbor {
          ways[ways.count - 1].count += 1
        } else {
          ways.append((neighbor, 1))
        }
      }
      let sum = ways.reduce(0) { $0 + $1.count * $1.count }
      for way in ways { passages[Int(way.node)] += all * way.count * way.count / sum }
    }
    shrink(to: classes, passages: passages, multiplicities: multiplicities)
  }

  private mutating func shrink(
    to classes: TwinClasses, passages: [Double], multiplicities: [Double]
  ) {
    let kept = nodes.indices.filter { classes.first[$0] == $0 }
    var number = [Int32](repeating: -1, count: nodes.count)
    for (new, old) in kept.enumerated() { number[old] = Int32(new) }
    for node in nodes.indices where classes.first[node] != node {
      twins.append((nodes[node], number[Int(classes.first[node])]))
    }
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    var edges: [Int32] = []
    for node in kept {
      for arc in Int(self.offsets[node])..<Int(self.offsets[node + 1])
      where number[Int(self.targets[arc])] >= 0 {
        targets.append(number[Int(self.targets[arc])])
        edges.append(self.edges[arc])
      }
      offsets.append(Int32(targets.count))
    }
    (self.offsets, self.targets, self.edges) = (offsets, targets, edges)
    self.multiplicities = kept.map { multiplicities[$0] }
    twinPassages = kept.map { passages[$0] }
    sourceWeights = kept.map { sourceWeights[$0] }
    targetWeights = kept.map { targetWeights[$0] }
    nodes = kept.map { nodes[$0] }
  }
}
