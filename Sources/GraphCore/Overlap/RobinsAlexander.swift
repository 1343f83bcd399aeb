extension AffiliationGraph {
  /// Returns how often a path of three ties closes to a cycle of four (Robins–Alexander clustering).
  ///
  /// The share of pairs with one shared set that share another, over the whole graph: 4·C₄/L₃, in
  /// `0...1`, and 0 if there is no path of three ties. A two-mode graph has no triangles, so the usual
  /// clustering coefficient says nothing about it.
  ///
  /// - Parameter parallelism: The number of threads; the result does not depend on it.
  /// - Returns: The share, in `0...1`.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(Σ *d*²) for the degrees of the side where that is smaller.
  ///
  /// ## References
  /// G. Robins, M. Alexander, “Small worlds among interlocking directors”, *CMOT* 10, 2004,
  /// [doi:10.1023/B:CMOT.0000032580.12184.c0](https://doi.org/10.1023/B:CMOT.0000032580.12184.c0).
  /// Same value as networkx `robins_alexander_clustering`.
  public func robinsAlexanderClustering(
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Double {
    var paths = 0.0
    for left in 0..<leftRows.count {
      for tie in leftRows.range(left) {
        let right = Int(leftRows.neighbors[tie])
        paths += Double(leftRows.degree(left) - 1) * Double(rightRows.degree(right) - 1)
      }
    }
    guard paths > 0 else { return 0 }
    // A cycle of four is a pair that shares two; either side counts them all.
    let side: Side = walkCount(of: .left) < walkCount(of: .right) ? .left : .right
    var cycles = 0.0
    for shared in try overlaps(of: side, parallelism: parallelism).counts {
      cycles += Double(shared) * Double(shared - 1) / 2
    }
    return 4 * cycles / paths
  }

  /// The number of two-step walks between nodes of a side.
  private func walkCount(of side: Side) -> Int {
    let other = rows(side.opposite)
    return (0..<other.count).reduce(0) { $0 + other.degree($1) * other.degree($1) }
  }
}
