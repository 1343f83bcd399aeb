/// Brandes' two passes from one source, with or without costs, for nodes or for edges.
struct DependencySearch: BlockSearch, ~Copyable {
  /// What dependencies are added up for.
  enum Subject {
    case nodes
    case edges
  }

  let subject: Subject
  let sigma: Scratch<Double>
  /// What a node gets back from those that follow it on shortest paths, for each path that arrives at it.
  let delta: Scratch<Double>
  var order: IndexQueue
  /// The last arcs of the shortest paths to each node, in the order in which nodes are reached; where only nodes
  /// count, the nodes that these arcs come from.
  let predecessors: Scratch<Int32>
  let predecessorStarts: Scratch<Int>
  /// The arcs that shorten the way to their node, noted before it is made shorter.
  private let shorter: Scratch<Int32>
  let scores: Scratch<Double>
  // Distances are whole numbers where costs have a common step.
  private let counts: Scratch<Int32>
  private var buckets: BucketQueue
  private let distances: Scratch<Double>
  private var heap = CostHeap()
  var lanes: DistanceLanes

  init(subject: Subject, nodeCount: Int, arcCount: Int, largestStep: Int) {
    self.subject = subject
    sigma = Scratch(repeating: 0, count: nodeCount)
    delta = Scratch(repeating: 0, count: nodeCount)
    order = IndexQueue(capacity: nodeCount)
    // One place more takes what is written ahead.
    predecessors = Scratch(uninitialized: arcCount + 1)
    predecessorStarts = Scratch(uninitialized: nodeCount + 1)
    shorter = Scratch(uninitialized: arcCount + 1)
    scores = Scratch(repeating: 0, count: subject == .nodes ? nodeCount : arcCount)
    counts = Scratch(repeating: .max, count: nodeCount)
    buckets = BucketQueue(step: largestStep, capacity: arcCount + 1)
    distances = Scratch(repeating: .infinity, count: nodeCount)
    lanes = DistanceLanes(
      nodeCount: DistanceLanes.hold(largestStep) ? nodeCount : 0, largestStep: largestStep)
  }

  func prepare(for block: PathBlock) {
    scores.fill(0)
  }

  func addScores(of block: PathBlock, to column: inout [Double]) {
    switch subject {
    case .nodes:
      for (node, original) in block.nodes.enumerated() { column[Int(original)] += scores[node] }
    case .edges:
      for (arc, edge) in block.back.edges.enumerated() { column[Int(edge)] += scores[arc] }
    }
  }

  /// Adds the dependencies of sources to the scores.
  mutating func run(from sources: ArraySlice<Int32>, in block: PathBlock, _ rows: Rows) {
    if runInLanes(from: sources, in: block) { return }
    let back = block.back
    back.withRows { backRows in
      for source in sources {
        order.reset()
        sigma[source] = 1
        if block.arcCosts.isEmpty {
          searchByEdges(from: source, rows, backRows)
        } else if block.arcSteps.isEmpty {
          searchByCosts(
            from: source, block.arcCosts.span, rows, back.arcCosts.span, backRows)
        } else {
          // The step of an arc takes the place of its edge in the rows.
          Rows.with(offsets: block.offsets, neighbors: block.targets, edges: block.arcSteps) {
            searchBySteps(from: source, $0, backRows)
          }
        }
        accumulate(in: block, weight: block.sourceWeights[Int(source)], backRows)
        for place in 0..<order.tail {
          counts[order.entered(place)] = .max
          sigma[order.entered(place)] = 0
        }
      }
    }
  }

  private mutating func searchByEdges(from source: Int32, _ rows: Rows, _ back: Rows) {
    counts[source] = 0
    order.push(source)
    var found = 0
    while !order.isEmpty {
      let place = order.head
      let node = order.pop()
      let before = counts[node] &- 1
      let first = found
      for arc in back.arcs(node) {
        predecessors[found] = predecessor(arc, back)
        found &+= Int(oneIf: counts[back.neighbor(arc)] == before)
      }
      countPaths(node, at: place, first..<found, back)
      for arc in rows.arcs(node) where counts[rows.neighbor(arc)] == .max {
        counts[rows.neighbor(arc)] = before &+ 2
        order.push(Int32(truncatingIfNeeded: rows.neighbor(arc)))
      }
    }
    predecessorStarts[order.tail] = found
  }

  private mutating func searchBySteps(from source: Int32, _ rows: Rows, _ back: Rows) {
    counts[source] = 0
    buckets.reset()
    buckets.push(Int(source), at: 0)
    var found = 0
    while let node = buckets.pop() {
      let distance = Int32(truncatingIfNeeded: buckets.distance)
      // A node is in several buckets if its distance fell, but never twice in one.
      guard counts[node] == distance else { continue }
      let first = found
      for arc in back.arcs(node) {
        predecessors[found] = predecessor(arc, back)
        // Nodes not reached yet wrap around, below every distance.
        let through = counts[back.neighbor(arc)] &+ Int32(truncatingIfNeeded: back.edge(arc))
        found &+= Int(oneIf: through == distance)
      }
      countPaths(Int32(truncatingIfNeeded: node), at: order.tail, first..<found, back)
      order.push(Int32(truncatingIfNeeded: node))
      var count = 0
      for arc in rows.arcs(node) {
        shorter[count] = Int32(truncatingIfNeeded: arc)
        let next = distance &+ Int32(truncatingIfNeeded: rows.edge(arc))
        count &+= Int(oneIf: next < counts[rows.neighbor(arc)])
      }
      shorten(count, from: distance, rows)
    }
    predecessorStarts[order.tail] = found
  }

  /// Notes the way over each of the arcs that shorten it.
  @inline(__always)
  private mutating func shorten(_ count: Int, from distance: Int32, _ rows: Rows) {
    for place in 0..<count {
      let arc = Int(truncatingIfNeeded: shorter[place])
      let neighbor = rows.neighbor(arc)
      let next = distance &+ Int32(truncatingIfNeeded: rows.edge(arc))
      // A parallel edge may have been as short.
      guard next < counts[neighbor] else { continue }
      counts[neighbor] = next
      buckets.push(neighbor, at: Int(truncatingIfNeeded: next))
    }
  }

  /// What is noted of an arc on a shortest path.
  @inline(__always)
  func predecessor(_ arc: Int, _ back: Rows) -> Int32 {
    Int32(truncatingIfNeeded: subject == .nodes ? back.neighbor(arc) : arc)
  }

  /// The node that a noted arc comes from.
  @inline(__always)
  private func origin(_ predecessor: Int, _ back: Rows) -> Int {
    let noted = Int(truncatingIfNeeded: predecessors[predecessor])
    return subject == .nodes ? noted : back.neighbor(noted)
  }

  private mutating func searchByCosts(
    from source: Int32, _ costs: Span<Double>, _ rows: Rows, _ backCosts: Span<Double>,
    _ back: Rows
  ) {
    distances[source] = 0
    heap.push(0, Int(source))
    var found = 0
    while let entry = heap.pop() {
      guard entry.cost == distances[entry.node] else { continue }
      let first = found
      for arc in back.arcs(entry.node) {
        predecessors[found] = predecessor(arc, back)
        found &+= Int(oneIf: distances[back.neighbor(arc)] + backCosts[arc] == entry.cost)
      }
      countPaths(entry.node, at: order.tail, first..<found, back)
      order.push(entry.node)
      for arc in rows.arcs(entry.node) {
        let neighbor = rows.neighbor(arc)
        let distance = entry.cost + costs[arc]
        guard distance < distances[neighbor] else { continue }
        distances[neighbor] = distance
        heap.push(distance, neighbor)
      }
    }
    predecessorStarts[order.tail] = found
    for place in 0..<order.tail { distances[order.entered(place)] = .infinity }
  }

  /// Adds up the paths that arrive at a node; those before it have theirs already.
  @inline(__always)
  func countPaths(_ node: Int32, at place: Int, _ found: Range<Int>, _ back: Rows) {
    predecessorStarts[place] = found.lowerBound
    guard place > 0 else { return }
    var sum = 0.0
    for predecessor in found {
      sum += sigma[origin(predecessor, back)]
    }
    sigma[node] = sum
  }

  func accumulate(in block: PathBlock, weight: Double, _ back: Rows) {
    let targetWeights = block.targetWeights.span
    for place in (1..<max(order.tail, 1)).reversed() {
      let node = Int(truncatingIfNeeded: order.entered(place))
      let dependency = sigma[node] * delta[node]
      if subject == .nodes { scores[node] += weight * dependency }
      let share = (targetWeights[node] + dependency) / sigma[node]
      for predecessor in predecessorStarts[place]..<predecessorStarts[place + 1] {
        let previous = origin(predecessor, back)
        delta[previous] += share
        if subject == .edges {
          scores[predecessors[predecessor]] += weight * sigma[previous] * share
        }
      }
      delta[node] = 0
    }
    delta[order.entered(0)] = 0
  }
}
