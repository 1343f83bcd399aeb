package import EcosystemModel
internal import GraphCore

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
/// joined in both. What a committee joins is not spelt out, since its members make a square of it.
struct BrokerNetwork {
  let nodes: [EntityReference]
  /// The nodes to which relationships and handoffs lead from each, and those from which they come.
  let successors: NumberLists
  let predecessors: NumberLists
  /// The committees of each node, and their members, of those committees that join anybody.
  let committees: NumberLists
  let members: NumberLists
  let committeeCount: Int
  /// Committees with too many seats to mean that everyone deals with everyone.
  let skippedCommittees: Int
  /// Whether there are no ties between people or functions, so that companies stand for themselves.
  let isOfCompanies: Bool
  private let positions: [EntityReference: Int32]

  /// Committees with more seats than this join nobody.
  static let largestCommittee = 150

  /// Indexes an ecosystem in O(ties + seats).
  init(_ snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    var nodes: [EntityReference] = []
    var positions: [EntityReference: Int32] = [:]
    func position(_ reference: EntityReference) -> Int32 {
      if let known = positions[reference] { return known }
      let new = Int32(nodes.count)
      positions[reference] = new
      nodes.append(reference)
      return new
    }
    var ties: [(Int32, Int32)] = []
    func add(_ from: EntityReference, _ to: EntityReference, isDirected: Bool) {
      guard from != to, [.person, .function].contains(from.kind),
        [.person, .function].contains(to.kind)
      else { return }
      let (first, second) = (position(from), position(to))
      ties.append((first, second))
      if !isDirected { ties.append((second, first)) }
    }
    for tie in ecosystem.relationships where !tie.isRivalry {
      add(tie.from, tie.to, isDirected: tie.isDirected)
    }
    let handoffs = ecosystem.handoffs.columns
    for row in 0..<handoffs.count { add(handoffs.from[row], handoffs.to[row], isDirected: true) }
    var seats: [(Int32, Int32)] = []
    var skipped = 0
    for committee in ecosystem.committees.indices {
      let all = snapshot.hierarchy.seats(ofCommittee: committee)
      guard all.count <= Self.largestCommittee else {
        skipped += 1
        continue
      }
      let people = all.map { ecosystem.memberships.columns.people[$0] }
      guard people.contains(where: { $0 != people[0] }) else { continue }
      for person in people { seats.append((Int32(committee), position(.person(person)))) }
    }
    skippedCommittees = skipped
    isOfCompanies = nodes.isEmpty
    if nodes.isEmpty {
      let companies = CompanyNetwork(ecosystem)
      for company in ecosystem.companies { _ = position(.company(company.id)) }
      for edge in companies.topology.edges {
        let (first, second) = companies.topology.endpoints(of: edge)
        ties.append((Int32(first.position), Int32(second.position)))
        ties.append((Int32(second.position), Int32(first.position)))
      }
    }
    self.nodes = nodes
    self.positions = positions
    successors = NumberLists(count: nodes.count, ties.map { ($0, $1) })
    predecessors = NumberLists(count: nodes.count, ties.map { ($1, $0) })
    committeeCount = ecosystem.committees.count
    committees = NumberLists(count: nodes.count, seats.map { ($1, $0) })
    members = NumberLists(count: committeeCount, seats.map { ($0, $1) })
  }

  /// The brokers among some entities by their groups, those of most pairs first.
  ///
  /// - Parameters:
  ///   - entities: Whom to consider; `nil` for all.
  ///   - groupings: The names of an entity's groups, in one way or another; those without one are groups of their own.
  ///   - names: How entities are called.
  /// - Returns: Those that stand between at least one pair, for each grouping.
  /// - Throws: ``InsightError`` if the count was cancelled.
  /// - Complexity: O(contacts² / 64 + seats of contacts) for each considered.
  func brokers(
    among entities: Set<EntityReference>?, by groupings: [(EntityReference) -> String?],
    names: PartyNames
  ) throws(InsightError) -> [[Broker]] {
    let wanted = entities.map { $0.compactMap { positions[$0] }.sorted() }
    let groups = groupings.map { grouping in nodes.map(grouping) }
    var count = BrokerageCount(self, groups: groups.map(Self.numbered))
    var found = groupings.map { _ in [Broker]() }
    for node in wanted ?? nodes.indices.map(Int32.init) {
      if Task.isCancelled { throw InsightError(.failed, "Counting brokers was cancelled.") }
      let entity = nodes[Int(node)]
      for (place, roles) in count.roles(of: node).enumerated() where roles.total > 0 {
        found[place].append(
          Broker(
            entity: entity, name: names[entity],
            group: groups[place][Int(node)] ?? names[entity], coordinator: roles.coordinator,
            consultant: roles.consultant, gatekeeper: roles.gatekeeper,
            representative: roles.representative, liaison: roles.liaison))
      }
    }
    return found.map { brokers in
      brokers.enumerated().sorted {
        (-$0.element.total, $0.offset) < (-$1.element.total, $1.offset)
      }.map(\.element)
    }
  }

  /// The same number for the same name, and one of its own for each without a name.
  private static func numbered(_ names: [String?]) -> [Int32] {
    var numbers: [String: Int32] = [:]
    var next: Int32 = 0
    return names.map { name in
      if let name, let known = numbers[name] { return known }
      if let name { numbers[name] = next }
      next += 1
      return next - 1
    }
  }

  /// The entities given and everyone who deals with one of them.
  func egoNetwork(of entities: some Sequence<EntityReference>) -> Set<EntityReference> {
    var near: Set<Int32> = []
    var network: Set<EntityReference> = []
    for entity in entities {
      network.insert(entity)
      guard let node = positions[entity] else { continue }
      near.formUnion(successors[node])
      near.formUnion(predecessors[node])
      for committee in committees[node] { near.formUnion(members[committee]) }
    }
    return network.union(near.map { nodes[Int($0)] })
  }
}
