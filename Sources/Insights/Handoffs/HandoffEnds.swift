package import EcosystemModel
import GraphCore

/// A party at which handoffs begin or end.
package struct HandoffEnd: Hashable, Sendable, Codable {
  /// The party.
  package let party: EntityReference
  /// How many rows say that it gets or passes on something.
  package let handoffCount: Int
  /// How often.
  package let frequency: HandoffFrequency
  /// What it gets or passes on, each once.
  package let what: [String]
  /// The stages of these handoffs, each once.
  package let stages: [String]
}

/// A party without which others are cut off.
package struct CutPoint: Hashable, Sendable, Codable {
  /// The party.
  package let party: EntityReference
  /// Into how many pieces the handoffs that hang together fall without it.
  package let pieces: Int
  /// The parties outside the largest piece, in the order of the table.
  package let cutOff: [EntityReference]
}

extension HandoffNetwork {
  /// The parties that only get work (`into`) or only pass it on (`out`), busiest first.
  func ends(_ direction: ArcDirection) -> [HandoffEnd] {
    let opposite: ArcDirection = direction == .into ? .out : .into
    let found = topology.nodes.filter {
      topology.degree(of: $0, opposite) == 0 && topology.degree(of: $0, direction) > 0
    }
    let handoffs = ecosystem.handoffs.columns
    let ends = found.map { node in
      let edges =
        direction == .into
        ? topology.incomingEdges(of: node).map(\.position)
        : topology.outgoingEdges(of: node).map(\.position)
      let rows = edges.sorted().flatMap { links[$0].rows }
      let frequency =
        rows.count == 1
        ? HandoffFrequency(ofRow: rows[0], in: ecosystem)
        : HandoffFrequency(rows.lazy.map { ecosystem.handoffs[$0] })
      return HandoffEnd(
        party: parties[node.position], handoffCount: rows.count, frequency: frequency,
        what: HandoffItem.distinct(rows.map { handoffs.what[$0] }),
        stages: handoffs.stage.isBlank
          ? [] : HandoffItem.distinct(rows.map { handoffs.stage[$0] }))
    }
    let weights = ends.map(\.frequency.weight)
    guard weights.contains(where: { $0 != weights[0] }) else { return ends }
    return ends.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }.map { ends[$0] }
  }

  /// The parties without which others are cut off, those that cut off most first.
  ///
  /// Directions are ignored: the question is who still has contact with whom.
  ///
  /// - Complexity: O(parties + links · log parties), and what it lists.
  func cutPoints() -> [CutPoint] {
    let found = topology.separations()
    let order = found.indices.sorted { left, right in
      let (one, other) = (found[left].cutOff.count, found[right].cutOff.count)
      return one == other ? left < right : one > other
    }
    return order.map { found[$0] }.map { separation in
      CutPoint(
        party: parties[separation.node.position], pieces: separation.pieceCount,
        cutOff: separation.cutOff.map { parties[$0.position] })
    }
  }
}
