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
  ///
  /// - Parameters:
  ///   - lifecycle: The order of the stages.
  ///   - steps: The links as described, in their order.
  /// - Returns: The flows of all links.
  func flows(in lifecycle: Lifecycle, _ steps: [HandoffStep]) -> [HandoffFlow] {
    let handoffs = network.ecosystem.handoffs.columns
    let parties = network.parties.indices.map(party)
    var flows: [HandoffFlow] = []
    var ranks: [Int] = []
    flows.reserveCapacity(network.links.count)
    ranks.reserveCapacity(network.links.count)
    func add(_ link: HandoffNetwork.Link, _ rank: Int, _ first: Int, _ items: [HandoffItem]) {
      ranks.append(rank)
      flows.append(
        HandoffFlow(
          from: parties[link.from], to: parties[link.to], stage: handoffs.stage[first],
          items: items))
    }
    for (link, step) in zip(network.links, steps) {
      if handoffs.stage.isBlank || link.rows.count == 1 {
        let rank = lifecycle.rank(of: handoffs.stage[link.rows[0]]) ?? Int.max
        add(link, rank, link.rows[0], step.items)
        continue
      }
      let rows = Dictionary(grouping: link.rows) { row in
        lifecycle.rank(of: handoffs.stage[row]) ?? Int.max
      }
      for (rank, own) in rows {
        add(link, rank, own[0], HandoffItem.groups(own) { handoffs.what[$0] }.map(item))
      }
    }
    guard ranks.contains(where: { $0 != ranks[0] }) else { return flows }
    // Rows of one link differ in rank, so that rank and place of the link settle the order.
    let places = flows.indices.sorted { left, right in
      ranks[left] == ranks[right] ? left < right : ranks[left] < ranks[right]
    }
    return places.map { flows[$0] }
  }
}
