extension Topology {
  /// Returns the modularity of a partition: ties inside groups beyond what degrees explain.
  ///
  /// Σ over groups of *L*/*m* − γ·(*k*/2*m*)² for *L* of *m* ties inside a group of degree sum *k*; with
  /// directed edges *L*/*m* − γ·*k*⁺*k*⁻/*m*². A loop is one tie inside its group and adds 2 to the degree.
  /// Between −½ and 1 at resolution 1, and 0 for a graph without ties.
  ///
  /// - Parameters:
  ///   - partition: The group of each node.
  ///   - strengths: The strength of each edge; `nil` gives every edge strength 1.
  ///   - resolution: The weight γ of what degrees explain.
  /// - Returns: The modularity.
  /// - Precondition: There are one group for each node and one strength for each edge.
  /// - Complexity: O(*V* + *E*).
  ///
  /// ## References
  /// M. E. J. Newman, “Modularity and community structure in networks”, *PNAS* 103(23), 2006,
  /// [doi:10.1073/pnas.0601602103](https://doi.org/10.1073/pnas.0601602103); E. A. Leicht, M. E. J. Newman,
  /// *Phys. Rev. Lett.* 100, 2008, [doi:10.1103/PhysRevLett.100.118703](https://doi.org/10.1103/PhysRevLett.100.118703).
  /// Same values as networkx `modularity`.
  public func modularity(
    of partition: Partition, strengths: EdgeStrengths? = nil, resolution: Double = 1
  ) -> Double {
    let sums = GroupSums(of: self, partition: partition, strengths: strengths)
    guard sums.total > 0 else { return 0 }
    var result = 0.0
    for group in sums.inside.indices {
      let expected =
        isDirected
        ? sums.leaving[group] * sums.entering[group]
        : (sums.leaving[group] + sums.entering[group])
          * (sums.leaving[group] + sums.entering[group]) / 4
      result += sums.inside[group] / sums.total - resolution * expected / sums.total / sums.total
    }
    return result
  }

  /// Returns the quality of a partition.
  ///
  /// The constant Potts quality is Σ over groups of *L* − γ·*n*(*n* − 1)/2 for *L* ties inside a group of *n*
  /// nodes, not divided by anything.
  ///
  /// - Parameters:
  ///   - partition: The group of each node.
  ///   - quality: The measure.
  ///   - strengths: The strength of each edge; `nil` gives every edge strength 1.
  /// - Returns: The quality; larger is better.
  /// - Precondition: There are one group for each node and one strength for each edge.
  /// - Complexity: O(*V* + *E*).
  ///
  /// ## References
  /// V. A. Traag, P. Van Dooren, Y. Nesterov, “Narrow scope for resolution-limit-free community
  /// detection”, *Phys. Rev. E* 84, 2011, [doi:10.1103/PhysRevE.84.016114](https://doi.org/10.1103/PhysRevE.84.016114).
  public func quality(
    of partition: Partition, as quality: CommunityQuality, strengths: EdgeStrengths? = nil
  ) -> Double {
    switch quality {
    case .modularity(let resolution):
      return modularity(of: partition, strengths: strengths, resolution: resolution)
    case .constantPotts(let resolution):
      let sums = GroupSums(of: self, partition: partition, strengths: strengths)
      return zip(sums.inside, partition.sizes).reduce(0) { total, group in
        total + group.0 - resolution * Double(group.1) * Double(group.1 - 1) / 2
      }
    }
  }
}

/// Strengths added up by group.
private struct GroupSums {
  var inside: [Double]
  var leaving: [Double]
  var entering: [Double]
  var total = 0.0

  init(of graph: Topology, partition: Partition, strengths: EdgeStrengths?) {
    precondition(partition.nodeCount == graph.nodeCount, "Every node needs a group.")
    precondition(
      strengths.map { $0.values.count == graph.edgeCount } ?? true, "Every edge needs a strength.")
    inside = [Double](repeating: 0, count: partition.groupCount)
    leaving = inside
    entering = inside
    for edge in 0..<graph.edgeCount {
      let source = partition.groups.values[Int(graph.edgeSources[edge])]
      let target = partition.groups.values[Int(graph.edgeTargets[edge])]
      let strength = strengths.map { $0.values[edge] } ?? 1
      total += strength
      leaving[source] += strength
      entering[target] += strength
      if source == target { inside[source] += strength }
    }
  }
}
