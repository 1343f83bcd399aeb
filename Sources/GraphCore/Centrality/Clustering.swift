/// How many triangles a graph has, and how many there could be.
public struct TriangleCounts: Sendable, Hashable {
  /// The number of triangles at each node.
  public let triangles: NodeColumn<Int>
  /// The number of pairs of different neighbours of each node.
  public let pairs: NodeColumn<Int>

  /// The share of each node's pairs of neighbours that are connected; 0 with fewer than two neighbours.
  public var clustering: NodeColumn<Double> {
    NodeColumn(
      zip(triangles.values, pairs.values).map { $1 == 0 ? 0 : Double($0) / Double($1) })
  }

  /// The share of all pairs of neighbours that are connected; 0 without pairs.
  public var transitivity: Double {
    let all = pairs.values.reduce(0, +)
    return all == 0 ? 0 : Double(triangles.values.reduce(0, +)) / Double(all)
  }
}

extension Topology {
  /// Returns the number of triangles at every node.
  ///
  /// Directions, loops and parallel edges are ignored: two nodes are neighbours or they are not.
  ///
  /// - Parameter parallelism: How many threads; the result does not depend on it.
  /// - Returns: The triangles and the pairs of neighbours that could make one.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(*E*^1.5) time: each triangle is found once, from its corner of lowest degree.
  ///
  /// ## References
  /// N. Chiba, T. Nishizeki, “Arboricity and subgraph listing algorithms”, *SIAM J. Comput.* 14(1), 1985,
  /// [doi:10.1137/0214017](https://doi.org/10.1137/0214017).
  public func triangleCounts(
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> TriangleCounts {
    let graph = undirected()
    let simple = graph.isSimple ? graph : graph.simplified(loops: .drop).topology
    let forward = ForwardRows(of: simple)
    // Whole numbers add up to the same in any order.
    let sum = OrderedSum(count: nodeCount)
    let chunk = max(256, (nodeCount + 127) / 128)
    try parallelism.run(
      "Counting triangles", parts: (nodeCount + chunk - 1) / chunk,
      memory: { Scratch(repeating: false, count: nodeCount) }
    ) { isMarked, part in
      var column = sum.makeColumn()
      for node in (part * chunk)..<min(nodeCount, (part + 1) * chunk) {
        forward.count(at: node, isMarked: isMarked, into: &column)
      }
      sum.add(column, part: part)
    }
    return TriangleCounts(
      triangles: NodeColumn(sum.total.map { Int($0) }),
      pairs: NodeColumn(
        simple.nodes.map { node in
          let degree = simple.degree(of: node)
          return degree * (degree - 1) / 2
        }))
  }

  /// Returns the local clustering coefficient of every node: the share of pairs of its neighbours that are
  /// neighbours of each other.
  ///
  /// Directions, loops and parallel edges are ignored.
  ///
  /// - Parameter parallelism: How many threads; the result does not depend on it.
  /// - Returns: One share for each node; 0 with fewer than two neighbours.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(*E*^1.5).
  ///
  /// ## References
  /// D. J. Watts, S. H. Strogatz, “Collective dynamics of ‘small-world’ networks”, *Nature* 393, 1998,
  /// [doi:10.1038/30918](https://doi.org/10.1038/30918).
  /// Same values as networkx `clustering`.
  public func clustering(
    parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> NodeColumn<Double> {
    try triangleCounts(parallelism: parallelism).clustering
  }

  /// Returns the transitivity: the share of all pairs of neighbours that are neighbours of each other.
  ///
  /// - Parameter parallelism: How many threads; the result does not depend on it.
  /// - Returns: A share in `0...1`; 0 if no node has two neighbours.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(*E*^1.5).
  ///
  /// Same value as networkx `transitivity`.
  public func transitivity(parallelism: Parallelism = .automatic) throws(AlgorithmError) -> Double {
    try triangleCounts(parallelism: parallelism).transitivity
  }
}

/// The arcs of a simple graph that lead to a node of higher degree, equal degrees in node order.
private struct ForwardRows {
  private let starts: [Int]
  private let targets: [Int32]

  init(of graph: Topology) {
    let length = { (node: Int) in graph.outOffsets[node + 1] - graph.outOffsets[node] }
    var starts = [0]
    var targets: [Int32] = []
    targets.reserveCapacity(graph.edgeCount)
    for node in 0..<graph.nodeCount {
      for neighbor in graph.outTargets[graph.outRange(of: NodeIndex(node))]
      where (length(node), node) < (length(Int(neighbor)), Int(neighbor)) {
        targets.append(neighbor)
      }
      starts.append(targets.count)
    }
    (self.starts, self.targets) = (starts, targets)
  }

  /// Counts the triangles whose lowest corner is a node, for all three corners.
  func count(at node: Int, isMarked: borrowing Scratch<Bool>, into column: inout [Double]) {
    let row = targets[starts[node]..<starts[node + 1]]
    for neighbor in row { isMarked[neighbor] = true }
    for middle in row {
      for far in targets[starts[Int(middle)]..<starts[Int(middle) + 1]] where isMarked[far] {
        column[node] += 1
        column[Int(middle)] += 1
        column[Int(far)] += 1
      }
    }
    for neighbor in row { isMarked[neighbor] = false }
  }
}
