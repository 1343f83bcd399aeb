import EcosystemModel
import GraphCore

/// A handoff at an earlier stage than anything its sender gets: work that goes backwards.
package struct StageBreach: Hashable, Sendable, Codable {
  /// Who hands over.
  package let from: String
  /// Who takes over.
  package let to: String
  /// What is handed over.
  package let what: String?
  /// The stage at which it is handed over.
  package let stage: String
  /// The earliest stage at which the sender gets anything.
  package let earliestIncoming: String
}

extension HandoffNetwork {
  /// The rows that violate the order of stages, in the order of the table.
  ///
  /// A row violates the order if its sender gets work, and all of it at later stages. Rows without a stage, and senders
  /// that get work at a stage whose order nobody stated, are left out.
  func stageBreaches(in lifecycle: Lifecycle, names: PartyNames) -> [StageBreach] {
    func rank(_ stage: String?) -> Int? {
      lifecycle.isOrdered(stage) ? lifecycle.rank(of: stage) : nil
    }
    let handoffs = ecosystem.handoffs.columns
    guard !handoffs.stage.isBlank else { return [] }
    let breaches = topology.nodes.flatMap { node -> [(row: Int, breach: StageBreach)] in
      let incoming = topology.incomingEdges(of: node).flatMap { links[$0.position].rows }
        .map { handoffs.stage[$0] }
      let ranks = incoming.map(rank)
      guard !ranks.isEmpty, !ranks.contains(nil),
        let earliest = ranks.compactMap({ $0 }).min()
      else { return [] }
      return topology.outgoingEdges(of: node).flatMap { links[$0.position].rows }.compactMap {
        row in
        let handoff = ecosystem.handoffs[row]
        guard let stage = handoff.stage, let own = rank(stage), own < earliest
        else { return nil }
        return (
          row,
          StageBreach(
            from: names[handoff.from], to: names[handoff.to], what: handoff.what, stage: stage,
            earliestIncoming: lifecycle.stages[earliest])
        )
      }
    }
    return breaches.sorted { $0.row < $1.row }.map(\.breach)
  }
}
