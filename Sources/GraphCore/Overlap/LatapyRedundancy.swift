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
  /// - Complexity: O(Σ *d*²) for degrees *d* of the side, and O(*d*·*n*) for each node of the other
  ///   side with degree *d* and *n* partners.
  ///
  /// ## References
  /// M. Latapy, C. Magnien, N. Del Vecchio, “Basic notions for the analysis of large two-mode
  /// networks”, *Social Networks* 30(1), 2008, [doi:10.1016/j.socnet.2007.04.006](https://doi.org/10.1016/j.socnet.2007.04.006).
  /// Same values as networkx `node_redundancy`.
  public func redundancy(
    of side: Side, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double?> {
    let repeated = try repeatedPairs(of: side.opposite, parallelism: parallelism)
    let own = rows(side)
    let partnerCount = nodeCount(side.opposite)
    let pairCounts = Scratch(repeating: 0, count: own.count)
    let partSize = 1024
    try parallelism.run(
      "Counting redundant pairs", parts: (own.count + partSize - 1) / partSize,
      memory: { Scratch<Int32>(repeating: -1, count: partnerCount) }
    ) { mark, part in
      for node in part * partSize..<min((part + 1) * partSize, own.count) {
        for tie in own.range(node) { mark[own.neighbors[tie]] = Int32(node) }
        for tie in own.range(node) {
          for pair in repeated.range(Int(own.neighbors[tie]))
          where mark[repeated.neighbors[pair]] == Int32(node) {
            pairCounts[node] += 1
          }
        }
      }
    }
    return NodeColumn(
      (0..<own.count).map { node in
        let degree = own.degree(node)
        guard degree > 1 else { return nil }
        return Double(pairCounts[node]) / (Double(degree) * Double(degree - 1) / 2)
      })
  }

  /// The later partners of each node with which it shares two nodes or more.
  private func repeatedPairs(
    of side: Side, parallelism: Parallelism
  ) throws(AlgorithmError) -> TieRows {
    let overlaps = try overlaps(of: side, parallelism: parallelism)
    var rows = TieRows(
      offsets: [Int32](repeating: 0, count: nodeCount(side) + 1), neighbors: [])
    for pair in overlaps.firsts.indices where overlaps.counts[pair] > 1 {
      rows.offsets[Int(overlaps.firsts[pair]) + 1] += 1
      rows.neighbors.append(overlaps.seconds[pair])
    }
    for node in 0..<nodeCount(side) { rows.offsets[node + 1] += rows.offsets[node] }
    return rows
  }
}
