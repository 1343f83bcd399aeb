internal import Synchronization

/// A weighted graph whose nodes stand for sets of nodes, as communities are merged level by level.
///
/// Ties inside a set are left out: moving the set does not change them.
struct MergedGraph: ~Copyable {
  let nodeCount: Int
  let offsets: Scratch<Int32>
  let neighbors: Scratch<Int32>
  /// The strength of each tie; none where all are 1.
  let strengths: Scratch<Double>
  let isWeighted: Bool
  /// What the penalty of a community multiplies: degrees for modularity, numbers of nodes for CPM.
  let masses: Scratch<Double>
  /// The penalty for each pair of masses in one community.
  let penalty: Double

  /// The finest level: every node by itself, in the given order.
  ///
  /// By falling degree, what the inner loops gather most lies close together.
  init(
    of graph: Topology, strengths: EdgeStrengths?, quality: CommunityQuality, order: [Int32]? = nil
  ) {
    nodeCount = graph.nodeCount
    offsets = Scratch(repeating: 0, count: nodeCount + 1)
    let arcCount = graph.outTargets.count - graph.loopCount
    neighbors = Scratch(repeating: 0, count: arcCount)
    isWeighted = strengths != nil
    self.strengths = Scratch(uninitialized: isWeighted ? arcCount : 0)
    masses = Scratch(repeating: 1, count: nodeCount)
    let order = Scratch(copying: order ?? (0..<nodeCount).map { Int32(truncatingIfNeeded: $0) })
    let ranks = Scratch<Int32>(repeating: 0, count: nodeCount)
    for rank in 0..<nodeCount { ranks[order[rank]] = Int32(truncatingIfNeeded: rank) }
    var place = 0
    var total = 0.0
    for rank in 0..<nodeCount {
      let node = order[rank]
      var mass = 0.0
      for arc in graph.outRange(of: NodeIndex(Int(node))) {
        let strength = strengths.map { $0.values[Int(graph.outEdges[arc])] } ?? 1
        if graph.outTargets[arc] == node {
          mass += 2 * strength
          continue
        }
        mass += strength
        neighbors[place] = ranks[graph.outTargets[arc]]
        if isWeighted { self.strengths[place] = strength }
        place += 1
      }
      offsets[rank + 1] = Int32(place)
      total += mass
      if case .modularity = quality { masses[rank] = mass }
    }
    switch quality {
    case .modularity(let resolution): penalty = total > 0 ? resolution / total : 0
    case .constantPotts(let resolution): penalty = resolution
    }
  }

  private init(
    nodeCount: Int, offsets: consuming Scratch<Int32>, neighbors: consuming Scratch<Int32>,
    strengths: consuming Scratch<Double>, masses: consuming Scratch<Double>, penalty: Double
  ) {
    self.nodeCount = nodeCount
    self.offsets = offsets
    self.neighbors = neighbors
    self.strengths = strengths
    isWeighted = true
    self.masses = masses
    self.penalty = penalty
  }

  @inline(__always)
  func arcs(_ node: Int) -> Range<Int> {
    unsafe Range(
      uncheckedBounds: (
        Int(truncatingIfNeeded: offsets[node]), Int(truncatingIfNeeded: offsets[node + 1])
      ))
  }

  /// The strength of a tie.
  @inline(__always)
  func strength(_ arc: Int) -> Double { isWeighted ? strengths[arc] : 1 }

  /// The graph of the groups `0..<count`.
  func merged(
    by group: borrowing Scratch<Int32>, count: Int, spare: SpareSums, parallelism: Parallelism
  ) -> MergedGraph {
    let groups = GroupMembers(
      of: group, count: count, order: Scratch<Int32>(numbersBelow: nodeCount))
    let newMasses = Scratch<Double>(uninitialized: count)
    let degrees = Scratch<Int32>(uninitialized: count)
    let stretches = groups.stretches
    // The ties of each stretch of groups, before their places are known.
    let found = Mutex([FoundTies?](repeating: nil, count: stretches.count))
    parallelism.complete(
      parts: stretches.count, memory: { spare.take(count: nodeCount) }
    ) { sums, stretch in
      let ties = FoundTies(
        capacity: stretches[stretch].reduce(0) { count, number in
          groups.range(number).reduce(count) {
            $0 + arcs(Int(truncatingIfNeeded: groups.members[$1])).count
          }
        })
      var place = 0
      for number in stretches[stretch] {
        let before = place
        newMasses[number] = addTies(of: groups.range(number), groups.members, to: group, &sums.sums)
        for touched in 0..<sums.sums.count where sums.sums.touched(touched) != Int32(number) {
          let neighbor = sums.sums.touched(touched)
          ties.neighbors[place] = neighbor
          ties.strengths[place] = sums.sums[neighbor]
          place += 1
        }
        sums.sums.clear()
        degrees[number] = Int32(place - before)
      }
      found.withLock { $0[stretch] = ties }
    }
    let newOffsets = Scratch<Int32>(repeating: 0, count: count + 1)
    for number in 0..<count { newOffsets[number + 1] = newOffsets[number] + degrees[number] }
    let newNeighbors = Scratch<Int32>(uninitialized: Int(newOffsets[count]))
    let newStrengths = Scratch<Double>(uninitialized: Int(newOffsets[count]))
    for (stretch, numbers) in stretches.enumerated() {
      // What is copied is given back at once, so that the ties never stand in memory twice.
      guard let ties = found.withLock({ exchange(&$0[stretch], with: nil) }) else { continue }
      let first = Int(newOffsets[numbers.lowerBound])
      for place in 0..<(Int(newOffsets[numbers.upperBound]) - first) {
        newNeighbors[first + place] = ties.neighbors[place]
        newStrengths[first + place] = ties.strengths[place]
      }
    }
    return MergedGraph(
      nodeCount: count, offsets: newOffsets, neighbors: newNeighbors, strengths: newStrengths,
      masses: newMasses, penalty: penalty)
  }

  /// Adds up the ties of some nodes; returns the sum of their masses.
  private func addTies(
    of range: Range<Int>, _ members: borrowing Scratch<Int32>,
    to group: borrowing Scratch<Int32>, _ sums: inout NeighborSums
  ) -> Double {
    var mass = 0.0
    for place in range {
      let node = Int(truncatingIfNeeded: members[place])
      mass += masses[node]
      sums.addTies(of: node, in: self, to: group)
    }
    return mass
  }
}

/// Room for ties to neighbouring groups; what is not written to costs nothing.
private final class FoundTies: Sendable {
  let neighbors: Pages<Int32>
  let strengths: Pages<Double>

  init(capacity: Int) {
    neighbors = Pages(uninitialized: capacity)
    strengths = Pages(uninitialized: capacity)
  }
}

extension Topology {
  /// The nodes by falling number of ties.
  var orderByDegree: [Int32] {
    fallingOrder(
      of: nodes.map { Int32(truncatingIfNeeded: outRange(of: $0).count) })
  }
}
