public import EcosystemModel

/// What one party hands to another at one lifecycle stage.
public struct HandoffFlow: Hashable, Sendable, Codable {
  /// One end of a flow.
  public struct Party: Hashable, Sendable, Codable {
    /// The function, person, committee or company.
    public let reference: EntityReference
    /// Its name.
    public let name: String
    /// The name of its company; nothing for a joint body.
    public let company: String?
  }

  /// Who hands over.
  public let from: Party
  /// Who takes over.
  public let to: Party
  /// The stage as the first row writes it; nothing where rows state none.
  public let stage: String?
  /// What is handed over, each once.
  public let what: [String]
  /// The names of those accountable, each once.
  public let owners: [String]
  /// How many rows name no owner.
  public let ownerlessCount: Int
  /// How many rows say so.
  public let rowCount: Int
  /// The elapsed hours that the rows state.
  public let hours: Spread?
}

extension HandoffDescriber {
  /// The flows by stage, stages without a place in the order after the others and rows without a stage last; within a stage
  /// in the order of the table.
  func flows(in lifecycle: Lifecycle) -> [HandoffFlow] {
    let ecosystem = network.ecosystem
    // Stages as they are written, and those without a place in the order by their normal form.
    var ranks: [String: Int] = [:]
    var unordered: [String: Int] = [:]
    var flows: [(rank: Int, flow: HandoffFlow)] = []
    func party(_ position: Int) -> HandoffFlow.Party {
      let reference = network.parties[position]
      return HandoffFlow.Party(
        reference: reference, name: ecosystem.name(of: reference),
        company: ecosystem.company(of: reference).map { ecosystem.name(of: .company($0)) })
    }
    for handoff in ecosystem.handoffs {
      guard let stage = handoff.stage, ranks[stage] == nil else { continue }
      let key = ColumnName.normalized(stage)
      if let rank = lifecycle.rank(of: stage) ?? unordered[key] {
        ranks[stage] = rank
      } else {
        unordered[key] = lifecycle.stages.count + unordered.count
        ranks[stage] = unordered[key]
      }
    }
    for link in network.links {
      let rows = Dictionary(grouping: link.rows) { row in
        ecosystem.handoffs[row].stage.flatMap { ranks[$0] } ?? Int.max
      }
      for (rank, own) in rows {
        let handoffs = own.map { ecosystem.handoffs[$0] }
        flows.append(
          (
            rank,
            HandoffFlow(
              from: party(link.from), to: party(link.to), stage: handoffs.first?.stage,
              what: distinct(handoffs.compactMap(\.what)),
              owners: distinct(handoffs.compactMap(\.owner)).map { names[$0] },
              ownerlessCount: handoffs.count { $0.owner == nil }, rowCount: handoffs.count,
              hours: Spread(handoffs.compactMap(\.hours)))
          ))
      }
    }
    // Rows of one link differ in rank, so that rank and place of the link settle the order.
    let places = flows.indices.sorted { left, right in
      flows[left].rank == flows[right].rank ? left < right : flows[left].rank < flows[right].rank
    }
    return places.map { flows[$0].flow }
  }

  private func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
