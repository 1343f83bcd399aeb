internal import Synchronization

extension AffiliationGraph {
  /// Returns how much of what a node connects would stay connected without it (Latapy redundancy).
  ///
  /// The share of pairs of its neighbours that share another node too, in `0...1`: a group with 1
  /// brings nobody together who does not meet elsewhere. `nil` for nodes with fewer than two
  /// neighbours, which have no pair.
  ///
  /// - Parameters:
  ///   - side: The side whose nodes are asked about.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: One share for each node of the side.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(Σ *d*²) for degrees *d* of the side; memory O(*V*) for each thread.
  ///
  /// ## References
  /// M. Latapy, C. Magnien, N. Del Vecchio, “Basic notions for the analysis of large two-mode
  /// networks”, *Social Networks* 30(1), 2008, [doi:10.1016/j.socnet.2007.04.006](https://doi.org/10.1016/j.socnet.2007.04.006).
  /// Same values as networkx `node_redundancy`.
  public func redundancy(
    of side: Side, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double?> {
    let own = rows(side)
    let other = rows(side.opposite)
    let totals = Mutex([Int](repeating: 0, count: own.count))
    let bounds = walkBounds(of: side.opposite)
    try parallelism.run(
      "Counting redundant pairs", parts: bounds.count - 1,
      memory: { RepeatedPairs(count: other.count, ownCount: own.count) }
    ) { memory, part in
      for node in bounds[part]..<bounds[part + 1] { memory.count(node, own: own, other: other) }
      totals.withLock { memory.add(to: &$0) }
    }
    let pairCounts = totals.withLock { $0 }
    return NodeColumn(
      (0..<own.count).map { node in
        let degree = own.degree(node)
        guard degree > 1 else { return nil }
        return Double(pairCounts[node]) / (Double(degree) * Double(degree - 1) / 2)
      })
  }
}

/// Counts the pairs of neighbours that share another node too, from one neighbour at a time.
private struct RepeatedPairs: ~Copyable {
  private let shared: Scratch<Int32>
  private let pairCounts: Scratch<Int>

  init(count: Int, ownCount: Int) {
    shared = Scratch(repeating: 0, count: count)
    pairCounts = Scratch(repeating: 0, count: ownCount)
  }

  /// Walks from a node over each of its groups to the members after it: once to count how many groups each shares with it, once to
  /// tell the groups, and once to forget.
  func count(
    _ node: Int, own: AffiliationGraph.TieRows, other: AffiliationGraph.TieRows
  ) {
    func forEachLater(_ body: (Int32, Int32) -> Void) {
      for tie in other.range(node) {
        let group = other.neighbors[tie]
        let range = own.range(Int(group))
        var back = range.upperBound - 1
        while back >= range.lowerBound, own.neighbors[back] > Int32(node) {
          body(group, own.neighbors[back])
          back -= 1
        }
      }
    }
    guard other.degree(node) > 1 else { return }
    forEachLater { _, partner in shared[partner] += 1 }
    forEachLater { group, partner in if shared[partner] > 1 { pairCounts[group] += 1 } }
    forEachLater { _, partner in shared[partner] = 0 }
  }

  /// Adds what was counted since the last time.
  func add(to totals: inout [Int]) {
    for node in totals.indices {
      totals[node] += pairCounts[node]
      pairCounts[node] = 0
    }
  }
}
