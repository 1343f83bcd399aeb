/// Moves single nodes to the neighbouring community that gains most, until none gains.
///
/// Only nodes whose neighbourhood has changed are looked at again.
struct LocalMoving: ~Copyable {
  private let sums: NeighborSums
  private let masses: Scratch<Double>
  private let queue: Scratch<Int32>
  private let isQueued: Scratch<Bool>

  init(nodeCount: Int) {
    sums = NeighborSums(count: nodeCount)
    masses = Scratch(repeating: 0, count: nodeCount)
    queue = Scratch(repeating: 0, count: nodeCount)
    isQueued = Scratch(repeating: false, count: nodeCount)
  }

  /// Improves the communities in place; returns whether any node moved.
  ///
  /// Nodes are visited in random order or, unshuffled, in that of their numbers.
  func run(
    on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>,
    generator: inout SeededGenerator, isShuffled: Bool = true, parallelism: Parallelism
  ) throws(AlgorithmError) -> Bool {
    let count = graph.nodeCount
    var empty: [Int32] = []
    masses.fill(0)
    let sizes = Scratch<Int32>(repeating: 0, count: count)
    for node in 0..<count {
      masses[communities[node]] += graph.masses[node]
      sizes[communities[node]] += 1
      isQueued[node] = true
    }
    for community in stride(from: count - 1, through: 0, by: -1) where sizes[community] == 0 {
      empty.append(Int32(community))
    }
    for node in 0..<count { queue[node] = Int32(truncatingIfNeeded: node) }
    if isShuffled { shuffleNearby(queue, with: &generator) }
    var (head, waiting) = (0, count)
    var hasMoved = false
    var visits = 0
    while waiting > 0 {
      visits += 1
      if visits & 0xFFFF == 0 {
        try parallelism.checkCancellation(of: "The search for communities")
      }
      let node = Int(queue[head])
      head = head + 1 == count ? 0 : head + 1
      waiting -= 1
      isQueued[node] = false
      let old = communities[node]
      for arc in graph.arcs(node) {
        sums.add(graph.strengths[arc], to: communities[graph.neighbors[arc]])
      }
      let mass = graph.masses[node]
      masses[old] -= mass
      let weight = graph.penalty * mass
      var best = old
      var gain = sums.value(old) - weight * masses[old]
      for place in 0..<sums.count {
        let community = sums.touched(place)
        let candidate = sums[community] - weight * masses[community]
        // Below rounding errors a move could be undone and made for ever.
        if candidate > gain + 1e-10 { (best, gain) = (community, candidate) }
      }
      if gain < -1e-10, sizes[old] > 1, let fresh = empty.popLast() { best = fresh }
      sums.clear()
      masses[best] += mass
      if best == old { continue }
      hasMoved = true
      sizes[old] -= 1
      sizes[best] += 1
      if sizes[old] == 0 {
        masses[old] = 0
        empty.append(old)
      }
      communities[node] = best
      for arc in graph.arcs(node) {
        let neighbor = graph.neighbors[arc]
        if isQueued[neighbor] || communities[neighbor] == best { continue }
        isQueued[neighbor] = true
        let end = head + waiting
        queue[end >= count ? end - count : end] = neighbor
        waiting += 1
      }
    }
    return hasMoved
  }
}

/// Shuffles numbers within stretches that fit the cache, so that visits stay near one another.
func shuffleNearby(_ order: borrowing Scratch<Int32>, with generator: inout SeededGenerator) {
  let stretch = 16_384
  for start in stride(from: 0, to: order.count, by: stretch) {
    for place in stride(from: min(stretch, order.count - start) - 1, to: 0, by: -1) {
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
