import EcosystemModel
import GraphCore

/// A handoff at an earlier stage than anything its sender gets: work that goes backwards.
public struct StageBreach: Hashable, Sendable, Codable {
  /// Who hands over.
  public let from: String
  /// Who takes over.
  public let to: String
  /// What is handed over.
  public let what: String?
  /// The stage at which it is handed over.
  public let stage: String
  /// The earliest stage at which the sender gets anything.
  public let earliestIncoming: String
}

extension HandoffNetwork {
  /// The rows that violate the order of stages, in the order of the table, and the stages that have no place in it.
  ///
  /// A row violates the order if its sender gets work, and all of it at later stages. Rows without a stage, and senders
  /// that get work at a stage that has no place in the order, are left out.
  func stageBreaches(
    in lifecycle: Lifecycle, names: PartyNames
  ) -> (breaches: [StageBreach], unordered: [String]) {
    let breaches = topology.nodes.flatMap { node -> [(row: Int, breach: StageBreach)] in
      let incoming = topology.incomingEdges(of: node).flatMap { links[$0.position].rows }
        .map { ecosystem.handoffs[$0].stage }
      let ranks = incoming.map { lifecycle.rank(of: $0) }
      guard !ranks.isEmpty, !ranks.contains(nil),
        let earliest = ranks.compactMap({ $0 }).min()
      else { return [] }
      return topology.outgoingEdges(of: node).flatMap { links[$0.position].rows }.compactMap {
        row in
        let handoff = ecosystem.handoffs[row]
        guard let stage = handoff.stage, let rank = lifecycle.rank(of: stage), rank < earliest
        else { return nil }
        return (
          row,
          StageBreach(
            from: names[handoff.from], to: names[handoff.to], what: handoff.what, stage: stage,
            earliestIncoming: lifecycle.stages[earliest])
        )
      }
    }
    var seen: Set<String> = []
    let unordered = ecosystem.handoffs.compactMap(\.stage).filter {
      lifecycle.rank(of: $0) == nil && seen.insert($0).inserted
    }
    return (breaches.sorted { $0.row < $1.row }.map(\.breach), unordered)
  }
}
