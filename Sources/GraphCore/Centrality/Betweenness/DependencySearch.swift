/// Brandes' two passes from one source, with or without costs, for nodes or for edges.
struct DependencySearch: BlockSearch, ~Copyable {
  /// What dependencies are added up for.
  enum Subject {
    case nodes
    case edges
  }

  let subject: Subject
  let paths: Scratch<Double>
  /// What a node gets back from those that follow it on shortest paths, for each path that arrives at it.
  let returned: Scratch<Double>
  var order: IndexQueue
  /// The last arcs of the shortest paths to each node, in the order in which nodes are reached; where only nodes
  /// count, the nodes that these arcs come from.
  let arrivals: Scratch<Int32>
  let arrivalStarts: Scratch<Int>
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
    paths = Scratch(repeating: 0, count: nodeCount)
    returned = Scratch(repeating: 0, count: nodeCount)
    order = IndexQueue(capacity: nodeCount)
    // One place more takes what is written ahead.
    arrivals = Scratch(uninitialized: arcCount + 1)
    arrivalStarts = Scratch(uninitialized: nodeCount + 1)
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
        paths[source] = 1
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
        comeBack(in: block, weight: block.sourceWeights[Int(source)], backRows)
        for place in 0..<order.tail {
          counts[order.entered(place)] = .max
          paths[order.entered(place)] = 0
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
        arrivals[found] = arrival(arc, back)
        found &+= Int(oneIf: counts[back.neighbor(arc)] == before)
      }
      gather(node, at: place, first..<found, back)
      for arc in rows.arcs(node) where counts[rows.neighbor(arc)] == .max {
        counts[rows.neighbor(arc)] = before &+ 2
        order.push(Int32(truncatingIfNeeded: rows.neighbor(arc)))
      }
    }
    arrivalStarts[order.tail] = found
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
        arrivals[found] = arrival(arc, back)
        // Nodes not reached yet wrap around, below every distance.
        let through = counts[back.neighbor(arc)] &+ Int32(truncatingIfNeeded: back.edge(arc))
        found &+= Int(oneIf: through == distance)
      }
      gather(Int32(truncatingIfNeeded: node), at: order.tail, first..<found, back)
      order.push(Int32(truncatingIfNeeded: node))
      var count = 0
      for arc in rows.arcs(node) {
        shorter[count] = Int32(truncatingIfNeeded: arc)
        let next = distance &+ Int32(truncatingIfNeeded: rows.edge(arc))
        count &+= Int(oneIf: next < counts[rows.neighbor(arc)])
      }
      shorten(count, from: distance, rows)
    }
    arrivalStarts[order.tail] = found
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
  func arrival(_ arc: Int, _ back: Rows) -> Int32 {
    Int32(truncatingIfNeeded: subject == .nodes ? back.neighbor(arc) : arc)
  }

  /// The node that a noted arc comes from.
  @inline(__always)
  private func origin(_ arrival: Int, _ back: Rows) -> Int {
    let noted = Int(truncatingIfNeeded: arrivals[arrival])
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
        arrivals[found] = arrival(arc, back)
        found &+= Int(oneIf: distances[back.neighbor(arc)] + backCosts[arc] == entry.cost)
      }
      gather(entry.node, at: order.tail, first..<found, back)
      order.push(entry.node)
      for arc in rows.arcs(entry.node) {
        let neighbor = rows.neighbor(arc)
        let distance = entry.cost + costs[arc]
        guard distance < distances[neighbor] else { continue }
        distances[neighbor] = distance
        heap.push(distance, neighbor)
      }
    }
    arrivalStarts[order.tail] = found
    for place in 0..<order.tail { distances[order.entered(place)] = .infinity }
  }

  /// Adds up the paths that arrive at a node; those before it have theirs already.
  @inline(__always)
  func gather(_ node: Int32, at place: Int, _ found: Range<Int>, _ back: Rows) {
    arrivalStarts[place] = found.lowerBound
    guard place > 0 else { return }
    var sum = 0.0
    for arrival in found {
      sum += paths[origin(arrival, back)]
    }
    paths[node] = sum
  }

  func comeBack(in block: PathBlock, weight: Double, _ back: Rows) {
    let targetWeights = block.targetWeights.span
    for place in (1..<max(order.tail, 1)).reversed() {
      let node = Int(truncatingIfNeeded: order.entered(place))
      let dependency = paths[node] * returned[node]
      if subject == .nodes { scores[node] += weight * dependency }
      let share = (targetWeights[node] + dependency) / paths[node]
      for arrival in arrivalStarts[place]..<arrivalStarts[place + 1] {
        let previous = origin(arrival, back)
        returned[previous] += share
        if subject == .edges { scores[arrivals[arrival]] += weight * paths[previous] * share }
      }
      returned[node] = 0
    }
    returned[order.entered(0)] = 0
  }
}
