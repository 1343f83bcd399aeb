/// A graph without parallel edges, made from one that may have them.
public struct SimpleTopology: Sendable, Hashable {
  /// What becomes of edges from a node to itself.
  public enum Loops: Sendable, Hashable {
    /// They are merged like other edges.
    case keep
    /// They are left out.
    case drop
  }

  /// The graph; edges are in the order of their first occurrence.
  public let topology: Topology
  /// The sum of the strengths merged into each edge; without strengths the number of edges.
  public let strengths: EdgeStrengths
  /// The edge that each original edge went into; `nil` for a loop left out.
  public let mergedEdge: EdgeColumn<EdgeIndex?>
}

extension Topology {
  /// Returns the graph with parallel edges merged into one each, strengths added up.
  ///
  /// Directed edges there and back stay two; undirected ones between the same nodes are one, whichever
  /// end was given first.
  ///
  /// - Parameters:
  ///   - strengths: The strength of each edge; `nil` counts edges.
  ///   - loops: Whether loops are kept.
  /// - Returns: The graph, the summed strengths and where each edge went.
  /// - Precondition: There is one strength for each edge.
  /// - Complexity: O(*V* + *E*).
  public func simplified(
    strengths: EdgeStrengths? = nil, loops: SimpleTopology.Loops = .keep
  ) -> SimpleTopology {
    precondition(
      strengths.map { $0.values.count == edgeCount } ?? true, "Every edge needs a strength.")
    // The first edge of each run of parallel arcs speaks for the run.
    var leader = [Int32](repeating: -1, count: edgeCount)
    for node in 0..<nodeCount {
      let row = outRange(of: NodeIndex(node))
      for arc in row {
        let isRepeated = arc > row.lowerBound && outTargets[arc] == outTargets[arc - 1]
        leader[Int(outEdges[arc])] =
          isRepeated ? leader[Int(outEdges[arc - 1])] : outEdges[arc]
      }
    }
    var sources: [Int32] = []
    var targets: [Int32] = []
    var sums: [Double] = []
    var merged = [EdgeIndex?](repeating: nil, count: edgeCount)
    for edge in 0..<edgeCount {
      if loops == .drop && edgeSources[edge] == edgeTargets[edge] { continue }
      let strength = strengths.map { $0.values[edge] } ?? 1
      if let known = merged[Int(leader[edge])] {
        merged[edge] = known
        sums[known.position] += strength
      } else {
        merged[edge] = EdgeIndex(sums.count)
        sources.append(edgeSources[edge])
        targets.append(edgeTargets[edge])
        sums.append(strength)
      }
    }
    return SimpleTopology(
      topology: Topology(
        nodeCount: nodeCount, direction: direction, sources: sources, targets: targets),
      strengths: EdgeStrengths(checked: sums), mergedEdge: EdgeColumn(merged))
  }

  /// Whether the graph has neither loops nor parallel edges.
  public var isSimple: Bool {
    guard loopCount == 0 else { return false }
    return withOutRows { rows in
      for node in 0..<nodeCount {
        var previous = -1
        for arc in rows.arcs(node) {
          if rows.neighbor(arc) == previous { return false }
          previous = rows.neighbor(arc)
        }
      }
      return true
    }
  }
}
