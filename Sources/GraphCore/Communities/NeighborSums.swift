/// Sums for a few of many groups, in the order in which these were touched.
struct NeighborSums: ~Copyable {
  private let sums: Scratch<Double>
  /// One place more takes what is written ahead.
  private let order: Scratch<Int32>
  private(set) var count = 0

  init(count: Int) {
    sums = Scratch(repeating: -1, count: count)
    order = Scratch(uninitialized: count + 1)
  }

  @inline(__always)
  func touched(_ place: Int) -> Int32 { order[place] }

  /// The sum of a touched group.
  @inline(__always)
  subscript(group: Int32) -> Double { sums[group] }

  /// The sum of any group.
  @inline(__always)
  func value(_ group: Int32) -> Double { max(0, sums[group]) }

  /// Adds the strengths of a node's ties to the groups that they lead to.
  @inline(__always)
  mutating func addTies(
    of node: Int, in graph: borrowing MergedGraph, to groups: borrowing Scratch<Int32>
  ) {
    if graph.isWeighted {
      for arc in graph.arcs(node) { add(graph.strengths[arc], to: groups[graph.neighbors[arc]]) }
    } else {
      for arc in graph.arcs(node) { add(1, to: groups[graph.neighbors[arc]]) }
    }
  }

  @inline(__always)
  mutating func add(_ value: Double, to group: Int32) {
    let sum = sums[group]
    // No branch depends on whether the group is new, which the processor could not foresee.
    order[count] = group
    count &+= Int(oneIf: sum < 0)
    sums[group] = max(sum, 0) + value
  }

  @inline(__always)
  mutating func clear() {
    for place in 0..<count { sums[order[place]] = -1 }
    count = 0
  }
}
