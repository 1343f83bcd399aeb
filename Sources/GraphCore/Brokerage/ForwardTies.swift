/// The ties of a simple graph, each listed once: with its end of lower degree.
///
/// Nodes are renumbered by falling degree, and a tie leads from the larger number to the smaller. So rows
/// are short even where degrees are not, every triangle is found once, from its corner of lowest degree,
/// and what is looked up most lies together.
struct ForwardTies: ~Copyable {
  /// The original number of each node.
  let nodes: [Int32]
  private let starts: Scratch<Int32>
  private let targets: Scratch<Int32>
  /// *z* for each tie; of no length if all are 1.
  private let strengths: Scratch<Double>
  private let isWeighted: Bool

  var tieCount: Int { Int(starts[nodes.count]) }

  init(of ties: MutualTies) {
    let graph = ties.topology
    let count = graph.nodeCount
    var degrees = [Int32](repeating: 0, count: count)
    for node in 0..<count { degrees[node] = graph.outOffsets[node + 1] - graph.outOffsets[node] }
    nodes = fallingOrder(of: degrees)
    let rank = Scratch<Int32>(uninitialized: count)
    for (place, node) in nodes.enumerated() { rank[node] = Int32(truncatingIfNeeded: place) }
    isWeighted = ties.strengths != nil
    starts = Scratch(repeating: 0, count: count + 1)
    // One place more takes what is written ahead.
    targets = Scratch(uninitialized: graph.edgeCount + 1)
    strengths = Scratch(uninitialized: isWeighted ? graph.edgeCount + 1 : 0)
    var filled = 0
    graph.withOutRows { rows in
      for place in 0..<count {
        for arc in rows.arcs(nodes[place]) {
          let other = rank[rows.neighbor(arc)]
          targets[filled] = other
          if let all = ties.strengths { strengths[filled] = all[rows.edge(arc)] }
          filled &+= Int(oneIf: Int(truncatingIfNeeded: other) < place)
        }
        starts[place + 1] = Int32(truncatingIfNeeded: filled)
      }
    }
  }

  @inline(__always)
  private func row(_ node: Int) -> Range<Int> {
    unsafe Range(
      uncheckedBounds: (
        Int(truncatingIfNeeded: starts[node]), Int(truncatingIfNeeded: starts[node + 1])
      ))
  }

  @inline(__always)
  func strength(_ tie: Int) -> Double { isWeighted ? strengths[tie] : 1 }

  /// For each node, the sum over its ties of a function of the tie and its other end.
  @inline(__always)
  func sumOverTies(_ term: (_ tie: Int, _ other: Int) -> Double) -> Scratch<Double> {
    let sums = Scratch(repeating: 0.0, count: nodes.count)
    for node in nodes.indices {
      var sum = 0.0
      for tie in row(node) {
        let other = Int(truncatingIfNeeded: targets[tie])
        sum += term(tie, other)
        sums[other] += term(tie, node)
      }
      sums[node] += sum
    }
    return sums
  }

  /// The strength of the strongest tie of each node; 0 if it has none.
  func strongest() -> Scratch<Double> {
    let highest = Scratch(repeating: 0.0, count: nodes.count)
    for node in nodes.indices {
      for tie in row(node) {
        let other = targets[tie]
        highest[node] = max(highest[node], strength(tie))
        highest[other] = max(highest[other], strength(tie))
      }
    }
    return highest
  }
}

extension ForwardTies {
  private struct Memory: ~Copyable {
    /// The tie of the current node to each other; -1 without one.
    let tieTo: Scratch<Int32>
    let found: Scratch<Int32>
  }

  /// Σ *z*ᵤ𝑞·*z*ᵥ𝑞·*f*𝑞 over the common neighbours *q* of the two ends of each tie.
  ///
  /// A triangle adds to all three of its ties, some of which belong to other nodes. So the nodes are cut
  /// into a few parts with sums of their own, which are then added up in order.
  func sharedSums(
    factors: borrowing Scratch<Double>, parallelism: Parallelism
  ) throws(AlgorithmError) -> Scratch<Double> {
    let bounds = bounds()
    let total = Scratch(repeating: 0.0, count: tieCount)
    let offsets = bounds.map { Int(starts[$0]) }
    // A part adds to its own ties and those before them.
    let shelves = offsets.dropLast().reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let before = Scratch(repeating: 0.0, count: shelves.last ?? 0)
    let longest = nodes.indices.reduce(0) { max($0, row($1).count) }
    try parallelism.run(
      "Comparing neighbourhoods", parts: bounds.count - 1,
      memory: {
        Memory(
          tieTo: Scratch(repeating: -1, count: nodes.count),
          found: Scratch(uninitialized: longest + 1))
      }
    ) { memory, part in
      let (own, shelf) = (offsets[part], shelves[part])
      for node in bounds[part]..<bounds[part + 1] where row(node).count > 1 {
        addTriangles(at: node, memory: memory, factors: factors) { tie, value in
          if tie >= own { total[tie] += value } else { before[shelf + tie] += value }
        }
      }
    }
    for part in bounds.indices.dropLast() {
      for tie in 0..<offsets[part] { total[tie] += before[shelves[part] + tie] }
    }
    return total
  }

  @inline(__always)
  private func addTriangles(
    at node: Int, memory: borrowing Memory, factors: borrowing Scratch<Double>,
    add: (_ tie: Int, _ value: Double) -> Void
  ) {
    let own = row(node)
    for tie in own { memory.tieTo[targets[tie]] = Int32(truncatingIfNeeded: tie) }
    for first in own {
      let middle = targets[first]
      var count = 0
      // No branch depends on what is found: the list is written first and grows if it should.
      for second in row(Int(truncatingIfNeeded: middle)) {
        memory.found[count] = Int32(truncatingIfNeeded: second)
        count &+= Int(oneIf: memory.tieTo[targets[second]] >= 0)
      }
      guard count > 0 else { continue }
      var sum = 0.0
      for place in 0..<count {
        let second = Int(truncatingIfNeeded: memory.found[place])
        let far = targets[second]
        let third = Int(truncatingIfNeeded: memory.tieTo[far])
        if isWeighted {
          sum += strengths[second] * strengths[third] * factors[far]
          add(third, strengths[first] * strengths[second] * factors[middle])
          add(second, strengths[first] * strengths[third] * factors[node])
        } else {
          sum += factors[far]
          add(third, factors[middle])
          add(second, factors[node])
        }
      }
      add(first, sum)
    }
    for tie in own { memory.tieTo[targets[tie]] = -1 }
  }

  /// Parts of about equal work; how many depends on the graph alone.
  private func bounds(partCount: Int = 4) -> [Int] {
    let work = Scratch(repeating: 0, count: nodes.count)
    var total = 0
    for node in nodes.indices {
      for tie in row(node) { total &+= row(Int(truncatingIfNeeded: targets[tie])).count }
      work[node] = total
    }
    guard total > 1 << 16 else { return [0, nodes.count] }
    var bounds = [0]
    for node in nodes.indices where work[node] * partCount > total * bounds.count {
      bounds.append(node)
    }
    return bounds + [nodes.count]
  }
}
