/// How often each node stands between two others, by the groups of the three.
///
/// Node *v* brokers *a* and *b* if *a* → *v* → *b* and there is no edge *a* → *b*.
public struct BrokerageRoles: Sendable, Hashable {
  /// All three in one group.
  public internal(set) var coordinator: NodeColumn<Double>
  /// Two of one group connected by an outsider; also called itinerant.
  public internal(set) var consultant: NodeColumn<Double>
  /// From outside to the broker's own group.
  public internal(set) var gatekeeper: NodeColumn<Double>
  /// From the broker's own group to outside.
  public internal(set) var representative: NodeColumn<Double>
  /// Three different groups.
  public internal(set) var liaison: NodeColumn<Double>

  /// All roles together.
  public var total: NodeColumn<Double> {
    let roles = [coordinator, consultant, gatekeeper, representative, liaison]
    return NodeColumn(
      (0..<coordinator.count).map { node in roles.reduce(0) { $0 + $1.values[node] } })
  }
}

/// What a broker gets for a pair that others connect as well.
public enum BrokerageCredit: Sendable, Hashable, CaseIterable {
  /// One for each pair, whoever else connects it.
  case whole
  /// One divided by the number of brokers of the pair.
  case shared
}

/// A role, numbered for columns of counters.
enum BrokerageRole: Int, CaseIterable {
  case coordinator, consultant, gatekeeper, representative, liaison

  /// The role of a node of group `broker` between a source and a target.
  @inline(__always)
  init(source: Int32, broker: Int32, target: Int32) {
    if source == target {
      self = source == broker ? .coordinator : .consultant
    } else if target == broker {
      self = .gatekeeper
    } else {
      self = source == broker ? .representative : .liaison
    }
  }
}

extension Topology {
  /// Returns the Gould–Fernandez brokerage roles of every node.
  ///
  /// Counts ordered pairs: an undirected path counts once in each direction. Parallel edges count once,
  /// loops not at all. Expected values under chance are not given: how they are distributed is not
  /// known well enough to test against.
  ///
  /// - Parameters:
  ///   - partition: The group of each node.
  ///   - credit: Whether brokers of the same pair share it.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: One column for each role.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Precondition: The partition has one group for each node.
  /// - Complexity: O(Σ *d*²) for degrees *d* in the worst case; whole credit is counted from group sizes
  ///   less closed triples and needs about the time of counting triangles.
  ///
  /// ## References
  /// R. V. Gould, R. M. Fernandez, “Structures of mediation”, *Sociological Methodology* 19, 1989,
  /// [doi:10.2307/270949](https://doi.org/10.2307/270949).
  public func brokerageRoles(
    by partition: Partition, credit: BrokerageCredit = .whole,
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> BrokerageRoles {
    precondition(partition.nodeCount == nodeCount, "Every node needs a group.")
    let graph = isSimple ? self : simplified(loops: .drop).topology
    let groups = partition.groups.values.map { Int32($0) }
    let counts =
      credit == .whole
      ? try BrokeredPairs(graph: graph, groups: groups, groupCount: partition.groupCount)
        .whole(parallelism: parallelism)
      : try SharedBrokerage(graph: graph, groups: groups).counts(parallelism: parallelism)
    func column(_ role: BrokerageRole) -> NodeColumn<Double> {
      NodeColumn((0..<nodeCount).map { counts[role.rawValue * nodeCount + $0] })
    }
    return BrokerageRoles(
      coordinator: column(.coordinator), consultant: column(.consultant),
      gatekeeper: column(.gatekeeper), representative: column(.representative),
      liaison: column(.liaison))
  }
}
