package import EcosystemModel

/// What one party hands to another at one lifecycle stage.
package struct HandoffFlow: Hashable, Sendable, Codable {
  /// One end of a flow.
  package struct Party: Hashable, Sendable, Codable {
    /// The function, person, committee or company.
    package let reference: EntityReference
    /// Its name.
    package let name: String
    /// The name of its company; `nil` for a joint body.
    package let company: String?
  }

  /// Who hands over.
  package let from: Party
  /// Who takes over.
  package let to: Party
  /// The stage as the first row writes it; `nil` where rows state none.
  package let stage: String?
  /// What is handed over, thing by thing.
  package let items: [HandoffItem]

  /// What is handed over, each once.
  package var what: [String] { HandoffItem.distinct(items.flatMap(\.what)) }
  /// The names of those accountable, each once.
  package var owners: [String] { HandoffItem.distinct(items.flatMap(\.owners)) }
  /// How many rows name no owner.
  package var ownerlessCount: Int { items.reduce(0) { $0 + $1.ownerlessCount } }
  /// How many rows say so.
  package var rowCount: Int { items.reduce(0) { $0 + $1.rowCount } }
}

extension HandoffDescriber {
  /// The flows by stage, rows without a stage last; within a stage in the order of the table.
  func flows(in lifecycle: Lifecycle) -> [HandoffFlow] {
    let ecosystem = network.ecosystem
    var flows: [(rank: Int, flow: HandoffFlow)] = []
    func party(_ position: Int) -> HandoffFlow.Party {
      let reference = network.parties[position]
      return HandoffFlow.Party(
        reference: reference, name: ecosystem.name(of: reference),
        company: ecosystem.company(of: reference).map { ecosystem.name(of: .company($0)) })
    }
    for link in network.links {
      let rows = Dictionary(grouping: link.rows) { row in
        lifecycle.rank(of: ecosystem.handoffs[row].stage) ?? Int.max
      }
      for (rank, own) in rows {
        flows.append(
          (
            rank,
            HandoffFlow(
              from: party(link.from), to: party(link.to), stage: ecosystem.handoffs[own[0]].stage,
              items: HandoffItem.groups(own) { ecosystem.handoffs[$0].what }.map(item))
          ))
      }
    }
    // Rows of one link differ in rank, so that rank and place of the link settle the order.
    let places = flows.indices.sorted { left, right in
      flows[left].rank == flows[right].rank ? left < right : flows[left].rank < flows[right].rank
    }
    return places.map { flows[$0].flow }
  }
}
