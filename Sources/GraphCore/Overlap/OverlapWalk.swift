/// Which nodes of a side share neighbours with one of them, node by node, without a table of all pairs.
///
/// For questions over all pairs that keep little of each: memory is one number for each node.
package final class OverlapWalk {
  /// A node that shares neighbours with the one walked from.
  package struct Partner {
    /// The other node.
    package let node: Int
    /// The number of neighbours that the two share.
    package let shared: Int
    /// The last of the shared neighbours: the only one, if they share one.
    package let last: Int
  }

  private let ownOffsets: Scratch<Int32>
  private let own: Scratch<Int32>
  private let otherOffsets: Scratch<Int32>
  private let other: Scratch<Int32>
  private let counts: Scratch<Int32>
  private let lasts: Scratch<Int32>
  private let touched: OrderedBitSet

  /// Prepares walks between the nodes of a side.
  package init(_ graph: AffiliationGraph, of side: AffiliationGraph.Side) {
    let (ownRows, otherRows) = (graph.rows(side), graph.rows(side.opposite))
    ownOffsets = Scratch(copying: ownRows.offsets)
    own = Scratch(copying: ownRows.neighbors)
    otherOffsets = Scratch(copying: otherRows.offsets)
    other = Scratch(copying: otherRows.neighbors)
    counts = Scratch(repeating: 0, count: ownRows.count)
    lasts = Scratch(repeating: 0, count: ownRows.count)
    touched = OrderedBitSet(count: ownRows.count)
  }

  /// Shows the nodes that share a neighbour with a node, ascending: all of them, or only those after it.
  ///
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(number of two-step walks from the node).
  package func visitPartners(
    of node: Int, after isLaterOnly: Bool, _ visit: (Partner) -> Void
  ) throws(AlgorithmError) {
    guard !Task.isCancelled else { throw .cancelled("Counting overlaps") }
    let first = isLaterOnly ? Int32(truncatingIfNeeded: node) : -1
    for tie in Int(ownOffsets[node])..<Int(ownOffsets[node + 1]) {
      let shared = own[tie]
      let start = Int(otherOffsets[shared])
      var back = Int(otherOffsets[Int(shared) + 1]) - 1
      while back >= start, other[back] > first {
        let partner = Int(truncatingIfNeeded: other[back])
        counts[partner] += 1
        lasts[partner] = shared
        touched.insert(partner)
        back -= 1
      }
    }
    touched.drain { partner in
      let shared = Int(counts[partner])
      counts[partner] = 0
      if partner != node {
        visit(Partner(node: partner, shared: shared, last: Int(lasts[partner])))
      }
    }
  }
}
