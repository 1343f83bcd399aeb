/// Brandes' two passes from one source, with or without costs, for nodes or for edges.
struct DependencySearch: BlockSearch, ~Copyable {
  /// What dependencies are added up for.
  enum Subject {
    case nodes
    case edges
  }

  private let subject: Subject
  private let paths: Scratch<Double>
  /// What a node passes back for each path that arrives at it.
  private let returns: Scratch<Double>
  private var order: IndexQueue
  /// The arcs on shortest paths, in the order of the nodes that they leave.
  private let steps: Scratch<Int32>
  private let stepStarts: Scratch<Int>
  private let scores: Scratch<Double>
  // Distances are whole numbers where costs have a common step.
  private let counts: Scratch<Int32>
  private var buckets: BucketQueue
  private let distances: Scratch<Double>
  private var heap = CostHeap()

  init(subject: Subject, nodeCount: Int, arcCount: Int, largestStep: Int) {
    self.subject = subject
    paths = Scratch(repeating: 0, count: nodeCount)
    returns = Scratch(repeating: 0, count: nodeCount)
    order = IndexQueue(capacity: nodeCount)
    steps = Scratch(uninitialized: arcCount + 1)
    stepStarts = Scratch(uninitialized: nodeCount + 1)
    scores = Scratch(repeating: 0, count: subject == .nodes ? nodeCount : arcCount)
    counts = Scratch(repeating: .max, count: nodeCount)
    buckets = BucketQueue(step: largestStep, capacity: arcCount + 1)
    distances = Scratch(repeating: .infinity, count: nodeCount)
  }

  func prepare(for block: PathBlock) {
    scores.fill(0)
  }

  func addScores(of block: PathBlock, to column: inout [Double]) {
    switch subject {
    case .nodes:
      for (node, original) in block.nodes.enumerated() { column[Int(original)] += scores[node] }
    case .edges:
      for (arc, edge) in block.edges.enumerated() { column[Int(edge)] += scores[arc] }
    }
  }

  /// Adds the dependencies of sources to the scores.
  mutating func run(from sources: ArraySlice<Int32>, in block: PathBlock, _ rows: Rows) {
    for source in sources { run(from: source, in: block, rows) }
  }

  private mutating func run(from source: Int32, in block: PathBlock, _ rows: Rows) {
    order.reset()
    paths[source] = 1
    if block.arcCosts.isEmpty {
      searchByEdges(from: source, rows)
    } else if block.arcSteps.isEmpty {
      searchByCosts(from: source, block.arcCosts.span, rows)
    } else {
      // The step of an arc takes the place of its edge in the rows.
      Rows.with(offsets: block.offsets, neighbors: block.targets, edges: block.arcSteps) {
        searchBySteps(from: source, $0)
      }
    }
    comeBack(in: block, weight: block.sourceWeights[Int(source)], rows)
  }

  private mutating func searchByEdges(from source: Int32, _ rows: Rows) {
    counts[source] = 0
    order.push(source)
    var found = 0
    while !order.isEmpty {
      let place = order.head
      let node = order.pop()
      let next = counts[node] &+ 1
      let first = found
      for arc in rows.arcs(node) {
        let neighbor = rows.neighbor(arc)
        if counts[neighbor] == .max {
          counts[neighbor] = next
          order.push(Int32(truncatingIfNeeded: neighbor))
        }
        steps[found] = Int32(truncatingIfNeeded: arc)
        found &+= counts[neighbor] == next ? 1 : 0
      }
      spread(from: node, at: place, first..<found, rows)
    }
    stepStarts[order.tail] = found
  }

  private mutating func searchBySteps(from source: Int32, _ rows: Rows) {
    counts[source] = 0
    buckets.reset()
    buckets.push(Int(source), at: 0)
    while let node = buckets.pop() {
      let distance = buckets.distance
      // A node is in several buckets if its distance fell, but never twice in one.
      guard Int(truncatingIfNeeded: counts[node]) == distance else { continue }
      order.push(Int32(truncatingIfNeeded: node))
      for arc in rows.arcs(node) {
        let neighbor = rows.neighbor(arc)
        let next = Int32(truncatingIfNeeded: distance &+ rows.edge(arc))
        guard next < counts[neighbor] else { continue }
        counts[neighbor] = next
        buckets.push(neighbor, at: Int(truncatingIfNeeded: next))
      }
    }
    var found = 0
    for place in 0..<order.tail {
      let node = order.entered(place)
      let distance = Int(truncatingIfNeeded: counts[node])
      let first = found
      for arc in rows.arcs(node) {
        steps[found] = Int32(truncatingIfNeeded: arc)
        let next = Int32(truncatingIfNeeded: distance &+ rows.edge(arc))
        found &+= counts[rows.neighbor(arc)] == next ? 1 : 0
      }
      spread(from: node, at: place, first..<found, rows)
    }
    stepStarts[order.tail] = found
  }

  private mutating func searchByCosts(from source: Int32, _ costs: Span<Double>, _ rows: Rows) {
    distances[source] = 0
    heap.push(0, Int(source))
    while let entry = heap.pop() {
      guard entry.cost == distances[entry.node] else { continue }
      order.push(entry.node)
      for arc in rows.arcs(entry.node) {
        let neighbor = rows.neighbor(arc)
        let distance = entry.cost + costs[arc]
        guard distance < distances[neighbor] else { continue }
        distances[neighbor] = distance
        heap.push(distance, neighbor)
      }
    }
    var found = 0
    for place in 0..<order.tail {
      let node = order.entered(place)
      let first = found
      for arc in rows.arcs(node) {
        steps[found] = Int32(truncatingIfNeeded: arc)
        found &+= distances[node] + costs[arc] == distances[rows.neighbor(arc)] ? 1 : 0
      }
      spread(from: node, at: place, first..<found, rows)
    }
    stepStarts[order.tail] = found
    for place in 0..<order.tail { distances[order.entered(place)] = .infinity }
  }

  /// Hands the paths that arrive at a node on along its steps.
  @inline(__always)
  private func spread(from node: Int32, at place: Int, _ found: Range<Int>, _ rows: Rows) {
    stepStarts[place] = found.lowerBound
    let arriving = paths[node]
    for step in found { paths[rows.neighbor(Int(truncatingIfNeeded: steps[step]))] += arriving }
  }

  private func comeBack(in block: PathBlock, weight: Double, _ rows: Rows) {
    let targetWeights = block.targetWeights.span
    for place in (0..<order.tail).reversed() {
      let node = Int(truncatingIfNeeded: order.entered(place))
      var sum = 0.0
      for step in stepStarts[place]..<stepStarts[place + 1] {
        let arc = Int(truncatingIfNeeded: steps[step])
        let returned = returns[rows.neighbor(arc)]
        sum += returned
        if subject == .edges { scores[arc] += weight * paths[node] * returned }
      }
      let dependency = paths[node] * sum
      if subject == .nodes, place > 0 { scores[node] += weight * dependency }
      returns[node] = (targetWeights[node] + dependency) / paths[node]
    }
    for place in 0..<order.tail {
      counts[order.entered(place)] = .max
      paths[order.entered(place)] = 0
    }
  }
}
