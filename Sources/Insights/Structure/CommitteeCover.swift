package import EcosystemModel
internal import GraphCore

/// The fewest people through whom every committee is reached.
package struct CommitteeCover: Codable, Hashable, Sendable {
  /// One of them.
  package struct Member: Codable, Hashable, Sendable {
    /// The person.
    package let person: Person.ID
    /// The name.
    package let name: String
    /// The name of the employer.
    package let company: String?
    /// The committees on which they sit.
    package let committees: [String]
  }

  /// The people, those on most committees first.
  package let people: [Member]
  /// As many are needed in any case.
  package let leastCount: Int
  /// The number of committees with members.
  package let committeeCount: Int
  /// The number of committees without members, which nobody reaches.
  package let emptyCount: Int
  /// How many times the smallest number the greedy method takes at most, here.
  package let greedyFactor: Double

  /// Whether fewer people cannot do.
  package var isSmallest: Bool { people.count == leastCount }

  /// Looks for the people; `nil` if nobody sits anywhere.
  ///
  /// Every seat counts, whatever its role.
  init?(_ snapshot: Snapshot) {
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    guard !ecosystem.memberships.isEmpty else { return nil }
    let people = ecosystem.people
    let names = PartyNames(ecosystem)
    // By name, so that of several sets equally small the same is found whatever the order of rows.
    let order = people.indices.filter { !hierarchy.seats(ofPerson: $0).isEmpty }
      .sorted { (people[$0].name, people[$0].id) < (people[$1].name, people[$1].id) }
    let bodies = ecosystem.committees.indices.sorted { left, right in
      let (one, other) = (ecosystem.committees[left], ecosystem.committees[right])
      return (one.name, one.id) < (other.name, other.id)
    }
    var places = [Int](repeating: 0, count: bodies.count)
    for (place, body) in bodies.enumerated() { places[body] = place }
    let graph = AffiliationGraph(
      leftCount: order.count, rightCount: bodies.count,
      pairs: order.enumerated().flatMap { place, person in
        hierarchy.seats(ofPerson: person).compactMap { seat in
          hierarchy.committee(ofSeat: seat).map { (place, places[$0]) }
        }
      })
    let cover = graph.smallestCover(by: .left)
    leastCount = cover.leastCount
    self.people = cover.nodes.map { node in
      let person = people[order[node.position]]
      return Member(
        person: person.id, name: names[person.id],
        company: hierarchy.company(ofPerson: order[node.position])
          .map { ecosystem.companies[$0].name },
        committees: graph.neighbors(of: node, on: .left).map {
          names[.committee(ecosystem.committees[bodies[$0.position]].id)]
        })
    }.sorted { left, right in
      (right.committees.count, left.name, left.person)
        < (left.committees.count, right.name, right.person)
    }
    committeeCount = bodies.indices.count { graph.degree(of: NodeIndex($0), on: .right) > 0 }
    emptyCount = bodies.count - committeeCount
    let most = order.indices.map { graph.degree(of: NodeIndex($0), on: .left) }.max() ?? 0
    greedyFactor = (0..<most).reduce(0.0) { $0 + 1 / Double($1 + 1) }
  }
}
