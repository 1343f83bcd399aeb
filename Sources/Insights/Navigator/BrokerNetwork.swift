package import EcosystemModel
import GraphCore

/// Somebody who stands between others that have no tie of their own.
package struct Broker: Hashable, Sendable, Codable {
  /// The person, function or company.
  package let entity: EntityReference
  /// Its name.
  package let name: String
  /// The group it belongs to: its company, or its function.
  package let group: String
  /// Ordered pairs within its own group.
  package let coordinator: Int
  /// Ordered pairs of one other group.
  package let consultant: Int
  /// Ordered pairs from another group into its own.
  package let gatekeeper: Int
  /// Ordered pairs from its own group to another.
  package let representative: Int
  /// Ordered pairs of two other groups.
  package let liaison: Int

  /// All pairs.
  package var total: Int { coordinator + consultant + gatekeeper + representative + liaison }
}

/// Who deals with whom: people and functions, or companies where there are no such ties.
///
/// Relationships and handoffs join their ends, in one direction where they are directed; people on the same committee are
/// joined in both.
struct BrokerNetwork {
  let ecosystem: Ecosystem
  let nodes: [EntityReference]
  let topology: Topology
  /// Committees with too many seats to mean that everyone deals with everyone.
  let skippedCommittees: Int
  /// Whether there are no ties between people or functions, so that companies stand for themselves.
  let isOfCompanies: Bool
  private let positions: [EntityReference: Int]

  /// Committees with more seats than this join nobody.
  static let largestCommittee = 150

  /// Indexes an ecosystem in O(ties + Σ seats² of the committees).
  init(_ snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    self.ecosystem = ecosystem
    var nodes: [EntityReference] = []
    var positions: [EntityReference: Int] = [:]
    var pairs: [(Int, Int)] = []
    func position(_ reference: EntityReference) -> Int {
      if let known = positions[reference] { return known }
      positions[reference] = nodes.count
      nodes.append(reference)
      return nodes.count - 1
    }
    func add(_ from: EntityReference, _ to: EntityReference, isDirected: Bool) {
      guard from != to, [from, to].allSatisfy({ $0.kind == .person || $0.kind == .function }) else {
        return
      }
      let (first, second) = (position(from), position(to))
      pairs.append((first, second))
      if !isDirected { pairs.append((second, first)) }
    }
    for tie in ecosystem.relationships where !tie.isRivalry {
      add(tie.from, tie.to, isDirected: tie.isDirected)
    }
    for handoff in ecosystem.handoffs { add(handoff.from, handoff.to, isDirected: true) }
    var skipped = 0
    for committee in ecosystem.committees {
      let members = snapshot.seats(of: committee.id).map { EntityReference.person($0.person) }
      guard members.count <= Self.largestCommittee else {
        skipped += 1
        continue
      }
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] { add(first, second, isDirected: false) }
      }
    }
    skippedCommittees = skipped
    isOfCompanies = nodes.isEmpty
    if nodes.isEmpty {
      let companies = CompanyNetwork(ecosystem)
      nodes = ecosystem.companies.map { .company($0.id) }
      positions = Dictionary(
        nodes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
      for edge in companies.topology.edges {
        let (first, second) = companies.topology.endpoints(of: edge)
        pairs.append((first.position, second.position))
        pairs.append((second.position, first.position))
      }
    }
    self.nodes = nodes
    self.positions = positions
    topology =
      Topology(nodeCount: nodes.count, direction: .directed, pairs: pairs)
      .simplified(loops: .drop).topology
  }

  /// The brokers among some entities by their groups, those of most pairs first.
  ///
  /// - Parameters:
  ///   - entities: Whom to consider; `nil` for all.
  ///   - group: The name of an entity's group; those without one are groups of their own.
  ///   - names: How entities are called.
  /// - Returns: Those that stand between at least one pair.
  /// - Throws: ``InsightError`` if the count was cancelled.
  func brokers(
    among entities: Set<EntityReference>?, by group: (EntityReference) -> String?, names: PartyNames
  ) throws(InsightError) -> [Broker] {
    // Who somebody brokers between depends on the ties of his contacts alone.
    let wanted = entities.map { entities in
      self.nodes.indices.filter { entities.contains(self.nodes[$0]) }.map { NodeIndex($0) }
    }
    let part = wanted.map { wanted in
      var inside = Set(wanted)
      for node in wanted {
        inside.formUnion(self.topology.neighbors(of: node))
        inside.formUnion(self.topology.predecessors(of: node))
      }
      return self.topology.subgraph(of: inside.sorted())
    }
    let topology = part?.topology ?? self.topology
    let nodes = part.map { part in part.nodes.values.map { self.nodes[$0.position] } } ?? self.nodes
    let groups = nodes.map { group($0) }
    var numbers: [String: Int] = [:]
    var next = 0
    let partition = groups.map { name -> Int in
      if let name, let known = numbers[name] { return known }
      if let name { numbers[name] = next }
      next += 1
      return next - 1
    }
    let roles: BrokerageRoles
    do throws(AlgorithmError) {
      roles = try topology.brokerageRoles(by: Partition(labels: partition))
    } catch {
      throw InsightError(error)
    }
    let found = nodes.indices.compactMap { position -> Broker? in
      guard entities?.contains(nodes[position]) ?? true else { return nil }
      let broker = Broker(
        entity: nodes[position], name: names[nodes[position]],
        group: groups[position] ?? names[nodes[position]],
        coordinator: Int(roles.coordinator.values[position]),
        consultant: Int(roles.consultant.values[position]),
        gatekeeper: Int(roles.gatekeeper.values[position]),
        representative: Int(roles.representative.values[position]),
        liaison: Int(roles.liaison.values[position]))
      return broker.total > 0 ? broker : nil
    }
    return found.enumerated().sorted {
      (-$0.element.total, $0.offset) < (-$1.element.total, $1.offset)
    }.map(\.element)
  }

  /// The entities given and everyone who deals with one of them.
  func egoNetwork(of entities: some Sequence<EntityReference>) -> Set<EntityReference> {
    var network: Set<EntityReference> = []
    for entity in entities {
      network.insert(entity)
      guard let position = positions[entity] else { continue }
      let node = NodeIndex(position)
      for neighbor in topology.neighbors(of: node) { network.insert(nodes[neighbor.position]) }
      for neighbor in topology.predecessors(of: node) { network.insert(nodes[neighbor.position]) }
    }
    return network
  }
}
