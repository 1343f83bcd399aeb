/// A weighted graph whose nodes stand for sets of nodes, as communities are merged level by level.
///
/// Ties inside a set are left out: moving the set does not change them.
struct MergedGraph: ~Copyable {
  let nodeCount: Int
  let offsets: Scratch<Int32>
  let neighbors: Scratch<Int32>
  let strengths: Scratch<Double>
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
    self.strengths = Scratch(repeating: 1, count: arcCount)
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
        self.strengths[place] = strength
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

  /// The graph of the groups `0..<count`.
  func merged(by group: borrowing Scratch<Int32>, count: Int) -> MergedGraph {
    let starts = Scratch<Int32>(repeating: 0, count: count + 1)
    for node in 0..<nodeCount { starts[Int(group[node]) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    let next = Scratch(copying: starts.array())
    let members = Scratch<Int32>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      members[next[group[node]]] = Int32(truncatingIfNeeded: node)
      next[group[node]] += 1
    }
    let newOffsets = Scratch<Int32>(repeating: 0, count: count + 1)
    let newMasses = Scratch(repeating: 0.0, count: count)
    let sums = NeighborSums(count: count)
    var newNeighbors: [Int32] = []
    var newStrengths: [Double] = []
    for number in 0..<count {
      for place in Int(starts[number])..<Int(starts[number + 1]) {
        let node = Int(members[place])
        newMasses[number] += masses[node]
        for arc in arcs(node) { sums.add(strengths[arc], to: group[neighbors[arc]]) }
      }
      for place in 0..<sums.count where sums.touched(place) != Int32(number) {
        newNeighbors.append(sums.touched(place))
        newStrengths.append(sums[sums.touched(place)])
      }
      sums.clear()
      newOffsets[number + 1] = Int32(newNeighbors.count)
    }
    return MergedGraph(
      nodeCount: count, offsets: newOffsets, neighbors: Scratch(copying: newNeighbors),
      strengths: Scratch(copying: newStrengths), masses: newMasses, penalty: penalty)
  }
}

extension Topology {
  /// The nodes by falling number of ties.
  var orderByDegree: [Int32] {
    fallingOrder(
      of: nodes.map { Int32(truncatingIfNeeded: outRange(of: $0).count) })
  }
}

/// Sums for a few of many groups, in the order in which these were touched.
struct NeighborSums: ~Copyable {
  private let sums: Scratch<Double>
  private let order: Scratch<Int32>
  private let length: Scratch<Int>

  init(count: Int) {
    sums = Scratch(repeating: -1, count: count)
    order = Scratch(repeating: 0, count: count)
    length = Scratch(repeating: 0, count: 1)
  }

  var count: Int { length[0] }

  @inline(__always)
  func touched(_ place: Int) -> Int32 { order[place] }

  /// The sum of a touched group.
  @inline(__always)
  subscript(group: Int32) -> Double { sums[group] }

  /// The sum of any group.
  @inline(__always)
  func value(_ group: Int32) -> Double { max(0, sums[group]) }

  @inline(__always)
  func add(_ value: Double, to group: Int32) {
    if sums[group] < 0 {
      sums[group] = value
      order[length[0]] = group
      length[0] += 1
    } else {
      sums[group] += value
    }
  }

  @inline(__always)
  func clear() {
    for place in 0..<length[0] { sums[order[place]] = -1 }
    length[0] = 0
  }
}
