/// Moves single nodes to the neighbouring community that gains most, until none gains.
///
/// Only nodes whose neighbourhood has changed are looked at again. Where many wait, a batch of them is judged at once, on
/// several threads, by the communities before the batch; then they move one after the other, and one whose neighbourhood the
/// batch itself has changed is judged again. So every move gains, and the result does not depend on the number of threads.
struct LocalMoving: ~Copyable {
  private let masses: Scratch<Double>
  private let sizes: Scratch<Int32>
  private var empty: [Int32] = []
  private let own: SpareSums.Loan
  /// The nodes that wait, round and round; one place more takes what is written ahead.
  private let queue: Scratch<Int32>
  private let mask: Int
  private var head = 0
  private var tail = 0
  private let state: Scratch<UInt8>
  private let judged: Scratch<Choice>
  private let spare: SpareSums
  private var hasMoved = false

  // What is known about a node.
  private static let isQueued: UInt8 = 1
  private static let isInBatch: UInt8 = 2
  private static let hasChanged: UInt8 = 4

  /// The nodes judged at a time, few beside all nodes so that hardly any two are neighbours.
  private static let batchSize = 2048
  private static let partSize = 128

  /// A community to move to, with the strength of the ties there and of those to the old one.
  struct Choice: BitwiseCopyable {
    /// The old community if no other is better; -1 if any new one is.
    var community: Int32
    var ties: Double
    var oldTies: Double
  }

  init(nodeCount: Int, spare: SpareSums) {
    self.spare = spare
    masses = Scratch(repeating: 0, count: nodeCount)
    sizes = Scratch(repeating: 0, count: nodeCount)
    own = spare.take(count: nodeCount)
    var size = 1
    while size < nodeCount + 1 { size *= 2 }
    queue = Scratch(uninitialized: size)
    mask = size - 1
    state = Scratch(repeating: 0, count: nodeCount)
    judged = Scratch(uninitialized: Self.batchSize)
  }

  /// Improves the communities in place; returns whether any node moved.
  ///
  /// Nodes are visited in random order or, unshuffled, in that of their numbers. With `sweeps` it ends after so many
  /// visits for each node, even if some would still gain.
  mutating func run(
    on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>,
    generator: inout SeededGenerator, isShuffled: Bool = true, sweeps: Double = .infinity,
    parallelism: Parallelism
  ) throws(AlgorithmError) -> Bool {
    start(on: graph, communities: communities)
    if isShuffled { shuffleNearby(queue, count: graph.nodeCount, with: &generator) }
    let isBatched = graph.nodeCount >= Self.batchSize * 8
    let most = sweeps * Double(graph.nodeCount)
    var checked = 0
    while head < tail, Double(head) < most {
      if head - checked >= 0xFFFF {
        checked = head
        try parallelism.checkCancellation(of: "The search for communities")
      }
      if isBatched, tail - head >= Self.partSize {
        moveBatch(on: graph, communities: communities, parallelism: parallelism)
      } else {
        let node = Int(truncatingIfNeeded: queue[head & mask])
        head += 1
        state[node] = 0
        visit(node, on: graph, communities: communities)
      }
    }
    return hasMoved
  }

  private mutating func start(
    on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>
  ) {
    let count = graph.nodeCount
    for node in 0..<count {
      masses[communities[node]] += graph.masses[node]
      sizes[communities[node]] += 1
      state[node] = Self.isQueued
      queue[node] = Int32(truncatingIfNeeded: node)
    }
    for community in stride(from: count - 1, through: 0, by: -1) where sizes[community] == 0 {
      empty.append(Int32(community))
    }
    tail = count
  }

  private mutating func moveBatch(
    on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>,
    parallelism: Parallelism
  ) {
    let first = head
    let count = min(Self.batchSize, tail - head)
    head += count
    for place in 0..<count { state[queue[(first + place) & mask]] = Self.isInBatch }
    parallelism.complete(
      parts: (count + Self.partSize - 1) / Self.partSize,
      memory: { spare.take(count: graph.nodeCount) }
    ) { sums, part in
      for place in part * Self.partSize..<min((part + 1) * Self.partSize, count) {
        judged[place] = choice(
          for: Int(truncatingIfNeeded: queue[(first + place) & mask]), on: graph,
          communities: communities, &sums.sums)
      }
    }
    for place in 0..<count {
      let node = Int(truncatingIfNeeded: queue[(first + place) & mask])
      let isOutdated = state[node] & Self.hasChanged != 0
      state[node] = 0
      let choice = judged[place]
      let old = communities[node]
      if !isOutdated, choice.community == old { continue }
      if !isOutdated, choice.community >= 0 {
        // Masses may have changed since.
        let mass = graph.masses[node]
        let weight = graph.penalty * mass
        let gain = choice.ties - weight * masses[choice.community]
        if gain > choice.oldTies - weight * (masses[old] - mass) + 1e-10 {
          move(node, to: choice.community, on: graph, communities: communities)
          continue
        }
      }
      visit(node, on: graph, communities: communities)
    }
  }

  private mutating func visit(
    _ node: Int, on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>
  ) {
    var community = choice(for: node, on: graph, communities: communities, &own.memory.sums)
      .community
    if community < 0 {
      guard let fresh = empty.popLast() else { return }
      community = fresh
    }
    if community == communities[node] { return }
    move(node, to: community, on: graph, communities: communities)
  }

  @inline(__always)
  private func choice(
    for node: Int, on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>,
    _ sums: inout NeighborSums
  ) -> Choice {
    sums.addTies(of: node, in: graph, to: communities)
    let old = communities[node]
    let mass = graph.masses[node]
    let weight = graph.penalty * mass
    let oldTies = sums.value(old)
    var best = old
    var gain = oldTies - weight * (masses[old] - mass)
    for place in 0..<sums.count {
      let community = sums.touched(place)
      let candidate = sums[community] - weight * masses[community]
      // Below rounding errors a move could be undone and made for ever.
      if community != old, candidate > gain + 1e-10 { (best, gain) = (community, candidate) }
    }
    let choice =
      gain < -1e-10 && sizes[old] > 1
      ? Choice(community: -1, ties: 0, oldTies: oldTies)
      : Choice(community: best, ties: sums.value(best), oldTies: oldTies)
    sums.clear()
    return choice
  }

  private mutating func move(
    _ node: Int, to community: Int32, on graph: borrowing MergedGraph,
    communities: borrowing Scratch<Int32>
  ) {
    let old = communities[node]
    hasMoved = true
    masses[old] -= graph.masses[node]
    masses[community] += graph.masses[node]
    sizes[old] -= 1
    sizes[community] += 1
    if sizes[old] == 0 {
      masses[old] = 0
      empty.append(old)
    }
    communities[node] = community
    for arc in graph.arcs(node) {
      let neighbor = graph.neighbors[arc]
      let known = state[neighbor]
      // Those in the batch will be judged again, the others wait unless they are where the node has gone.
      let joins = UInt8(
        truncatingIfNeeded: Int(oneIf: known == 0 && communities[neighbor] != community))
      queue[tail & mask] = neighbor
      tail &+= Int(joins)
      state[neighbor] = known | joins | (known & Self.isInBatch) << 1
    }
  }
}

/// Shuffles numbers within stretches that fit the cache, so that visits stay near one another.
func shuffleNearby(
  _ order: borrowing Scratch<Int32>, count: Int, with generator: inout SeededGenerator
) {
  let stretch = 16_384
  for start in stride(from: 0, to: count, by: stretch) {
    for place in stride(from: min(stretch, count - start) - 1, to: 0, by: -1) {
      let other = start + generator.below(place + 1)
      (order[start + place], order[other]) = (order[other], order[start + place])
    }
  }
}

/// Numbers the groups in use by their first node; returns how many there are.
func renumber(_ groups: borrowing Scratch<Int32>, count: Int) -> Int {
  let numbers = Scratch<Int32>(repeating: -1, count: count)
  var used: Int32 = 0
  for node in 0..<count {
    if numbers[groups[node]] < 0 {
      numbers[groups[node]] = used
      used += 1
    }
    groups[node] = numbers[groups[node]]
  }
  return Int(used)
}
