/// Credits each brokered pair to its brokers in equal parts.
struct SharedBrokerage {
  let graph: Topology
  let groups: [Int32]

  private struct Memory: ~Copyable {
    /// How many two-step paths of the current source end at each node.
    let paths: Scratch<Int32>
    /// The last source with an edge to each node.
    let owner: Scratch<Int32>
  }

  /// Credits by role and node.
  func counts(parallelism: Parallelism) throws(AlgorithmError) -> [Double] {
    let nodeCount = graph.nodeCount
    let groups = Scratch(copying: groups)
    // Credits of a broker come from many sources: parts are few, so that their columns are, too.
    let partSize = max(64, nodeCount / 64)
    let sum = OrderedSum(count: BrokerageRole.allCases.count * nodeCount)
    try graph.withOutRows { out throws(AlgorithmError) in
      try parallelism.run(
        "Sharing brokerage", parts: (nodeCount + partSize - 1) / partSize,
        memory: {
          Memory(
            paths: Scratch(repeating: 0, count: nodeCount),
            owner: Scratch(repeating: -1, count: nodeCount))
        }
      ) { memory, part in
        var column = sum.makeColumn()
        for source in part * partSize..<min((part + 1) * partSize, nodeCount) {
          memory.owner[source] = Int32(truncatingIfNeeded: source)
          for arc in out.arcs(source) {
            memory.owner[out.neighbor(arc)] = Int32(truncatingIfNeeded: source)
          }
          for arc in out.arcs(source) {
            for step in out.arcs(out.neighbor(arc)) { memory.paths[out.neighbor(step)] += 1 }
          }
          for arc in out.arcs(source) {
            let broker = out.neighbor(arc)
            for step in out.arcs(broker) {
              let target = out.neighbor(step)
              if memory.owner[target] == Int32(truncatingIfNeeded: source) { continue }
              let role = BrokerageRole(
                source: groups[source], broker: groups[broker], target: groups[target])
              column[role.rawValue * nodeCount + broker] += 1 / Double(memory.paths[target])
            }
          }
          for arc in out.arcs(source) {
            for step in out.arcs(out.neighbor(arc)) { memory.paths[out.neighbor(step)] = 0 }
          }
        }
        sum.add(column, part: part)
      }
    }
    return sum.total
  }
}
