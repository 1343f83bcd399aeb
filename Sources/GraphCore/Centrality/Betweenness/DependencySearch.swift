/// Brandes' two passes from one source, with or without costs, for nodes or for edges.
struct DependencySearch: BlockSearch, ~Copyable {
  /// What dependencies are added up for.
  enum Subject {
    case nodes
    case edges
  }

  private let subject: Subject
  private let distances: Scratch<Double>
  private let paths: Scratch<Double>
  /// What a node passes back for each path that arrives at it.
  private let returns: Scratch<Double>
  private var order: IndexQueue
  /// The arcs on shortest paths, in the order of the nodes that they leave.
  private let steps: Scratch<Int32>
  private let stepStarts: Scratch<Int>
  private let scores: Scratch<Double>
  private var heap = CostHeap()

  init(subject: Subject, nodeCount: Int, arcCount: Int) {
    self.subject = subject
    distances = Scratch(repeating: .infinity, count: nodeCount)
    paths = Scratch(repeating: 0, count: nodeCount)
    returns = Scratch(repeating: 0, count: nodeCount)
    order = IndexQueue(capacity: nodeCount)
    steps = Scratch(uninitialized: arcCount + 1)
    stepStarts = Scratch(uninitialized: nodeCount + 1)
    scores = Scratch(repeating: 0, count: subject == .nodes ? nodeCount : arcCount)
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
    distances[source] = 0
    if block.arcCosts.isEmpty {
      searchByEdges(from: source, rows)
    } else {
      searchByCosts(from: source, block.arcCosts.span, rows)
    }
    countPaths(from: source, block.arcCosts.span, rows)
    comeBack(in: block, weight: block.sourceWeights[Int(source)], rows)
  }

  private mutating func searchByEdges(from source: Int32, _ rows: Rows) {
    order.push(source)
    while !order.isEmpty {
      let node = order.pop()
      let next = distances[node] + 1
      for arc in rows.arcs(node) where distances[rows.neighbor(arc)] == .infinity {
        distances[rows.neighbor(arc)] = next
        order.push(Int32(truncatingIfNeeded: rows.neighbor(arc)))
      }
    }
  }

  private mutating func searchByCosts(from source: Int32, _ costs: Span<Double>, _ rows: Rows) {
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
  }

  private func countPaths(from source: Int32, _ costs: Span<Double>, _ rows: Rows) {
    paths[source] = 1
    var count = 0
    let isCounted = costs.isEmpty
    for place in 0..<order.tail {
      let node = order.entered(place)
      stepStarts[place] = count
      let (distance, arriving) = (distances[node], paths[node])
      for arc in rows.arcs(node) {
        let neighbor = rows.neighbor(arc)
        guard distance + (isCounted ? 1 : costs[arc]) == distances[neighbor] else { continue }
        steps[count] = Int32(truncatingIfNeeded: arc)
        count += 1
        paths[neighbor] += arriving
      }
    }
    stepStarts[order.tail] = count
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
      distances[order.entered(place)] = .infinity
      paths[order.entered(place)] = 0
    }
  }
}
