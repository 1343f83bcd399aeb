/// Counts brokered pairs as all pairs of a predecessor and a successor less those that are closed.
struct BrokeredPairs {
  let graph: Topology
  let groups: [Int32]
  let groupCount: Int

  private struct Memory: ~Copyable {
    /// The last node that has each node as successor.
    let owner: Scratch<Int32>
    let entering: Scratch<Int>
    let leaving: Scratch<Int>
    let mutual: Scratch<Int>
  }

  /// Counts by role and node.
  func whole(parallelism: Parallelism) throws(AlgorithmError) -> [Double] {
    let counts = Scratch(repeating: 0, count: BrokerageRole.allCases.count * graph.nodeCount)
    let groups = Scratch(copying: groups)
    let partSize = 256
    let parts = (graph.nodeCount + partSize - 1) / partSize
    try graph.withOutRows { out throws(AlgorithmError) in
      try graph.withInRows { into throws(AlgorithmError) in
        try parallelism.run(
          "Counting brokers", parts: parts,
          memory: {
            Memory(
              owner: Scratch(repeating: -1, count: graph.nodeCount),
              entering: Scratch(repeating: 0, count: groupCount),
              leaving: Scratch(repeating: 0, count: groupCount),
              mutual: Scratch(repeating: 0, count: groupCount))
          }
        ) { memory, part in
          for node in part * partSize..<min((part + 1) * partSize, graph.nodeCount) {
            addPairs(of: node, out: out, into: into, groups: groups, memory: memory, to: counts)
            removeClosed(
              at: node, out: out, into: into, groups: groups, memory: memory, from: counts)
          }
        }
      }
    }
    return counts.array().map(Double.init)
  }

  private func addPairs(
    of node: Int, out: Rows, into: Rows, groups: borrowing Scratch<Int32>,
    memory: borrowing Memory, to counts: borrowing Scratch<Int>
  ) {
    for arc in out.arcs(node) {
      memory.owner[out.neighbor(arc)] = Int32(truncatingIfNeeded: node)
      memory.leaving[groups[out.neighbor(arc)]] += 1
    }
    for arc in into.arcs(node) {
      let group = groups[into.neighbor(arc)]
      memory.entering[group] += 1
      if memory.owner[into.neighbor(arc)] == Int32(truncatingIfNeeded: node) {
        memory.mutual[group] += 1
      }
    }
    let own = groups[node]
    let (arrivals, departures) = (into.length(node), out.length(node))
    let (ownArrivals, ownDepartures) = (memory.entering[own], memory.leaving[own])
    func add(_ pairs: Int, as role: BrokerageRole) {
      counts[role.rawValue * graph.nodeCount + node] += pairs
    }
    add(ownArrivals * ownDepartures - memory.mutual[own], as: .coordinator)
    add((arrivals - ownArrivals) * ownDepartures, as: .gatekeeper)
    add(ownArrivals * (departures - ownDepartures), as: .representative)
    var sameGroup = 0
    var returns = 0
    for arc in into.arcs(node) {
      let group = groups[into.neighbor(arc)]
      if group == own || memory.entering[group] == 0 { continue }
      sameGroup += memory.entering[group] * memory.leaving[group]
      returns += memory.mutual[group]
      memory.entering[group] = 0
    }
    add(sameGroup - returns, as: .consultant)
    add((arrivals - ownArrivals) * (departures - ownDepartures) - sameGroup, as: .liaison)
    for arc in into.arcs(node) {
      memory.entering[groups[into.neighbor(arc)]] = 0
      memory.mutual[groups[into.neighbor(arc)]] = 0
    }
    for arc in out.arcs(node) { memory.leaving[groups[out.neighbor(arc)]] = 0 }
  }

  /// Takes back the pairs that are connected without the node, whose successors are marked.
  private func removeClosed(
    at node: Int, out: Rows, into: Rows, groups: borrowing Scratch<Int32>,
    memory: borrowing Memory, from counts: borrowing Scratch<Int>
  ) {
    let own = groups[node]
    func remove(_ source: Int, _ target: Int) {
      let role = BrokerageRole(source: groups[source], broker: own, target: groups[target])
      counts[role.rawValue * graph.nodeCount + node] -= 1
    }
    for arc in into.arcs(node) {
      let source = into.neighbor(arc)
      if out.length(source) > 16 * out.length(node) {
        // A hub's row is long: look the node's few successors up in it.
        for step in out.arcs(node) {
          let target = out.neighbor(step)
          if target != source, graph.hasEdge(from: NodeIndex(source), to: NodeIndex(target)) {
            remove(source, target)
          }
        }
      } else {
        for step in out.arcs(source) {
          let target = out.neighbor(step)
          if memory.owner[target] == Int32(truncatingIfNeeded: node) { remove(source, target) }
        }
      }
    }
  }
}
