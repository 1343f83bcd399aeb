package import EcosystemModel
import GraphCore

/// One step of an introduction.
package struct IntroductionStep: Hashable, Sendable, Codable {
  /// Which way a tie leads as the data states it, seen along the way of the introduction.
  package enum Direction: String, CaseIterable, Hashable, Sendable, Codable {
    /// From the one who introduces to the one who is reached: the first supplies the second.
    case along = "→"
    /// Against the way: the second supplies the first.
    case against = "←"
    /// Both ways.
    case both = "–"
  }

  /// From whom.
  package let from: EntityReference
  /// To whom.
  package let to: EntityReference
  /// The name of the one who introduces.
  package let fromName: String
  /// The name of the one who is reached.
  package let toName: String
  /// What ties the two, such as `works with`, `partner in`, `works in`; a verb whose subject ``direction`` tells.
  package let tie: String
  /// Which of the two the verb begins with.
  package let direction: Direction
  /// Who is accountable for the tie, by name.
  package let owner: String?
  /// Whether the tie is one that somebody should own, and nobody does.
  package let isOwnerless: Bool
}

extension [IntroductionStep] {
  /// How many people or houses must introduce the next: an alliance or a committee that two of them share is one contact,
  /// not two.
  package var contactCount: Int {
    count - dropLast().count { $0.to.kind == .alliance || $0.to.kind == .committee }
  }
}

/// Everything through which one entity can be introduced to another.
///
/// Companies, functions, people, committees and alliances are nodes; relationships, handoffs, seats, partners of alliances
/// and reporting lines are edges, rivalries are not. An edge costs 1; belonging to the same company or function is no
/// contact yet and costs 1.5.
struct IntroductionNetwork {
  let ecosystem: Ecosystem
  let nodes: [EntityReference]
  let topology: Topology
  private let costs: [Double]
  private let ties: [Tie]
  private let positions: [EntityReference: Int]

  private struct Tie {
    let label: String
    let isDirected: Bool
    let owner: Person.ID?
    let isOwnerless: Bool
  }

  /// Indexes an ecosystem in O(rows of all tables).
  init(_ snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    let ownership = Ownership(of: snapshot.whole)
    self.ecosystem = ecosystem
    let nodes = ecosystem.references.filter { $0.kind != .program }
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var pairs: [(Int, Int)] = []
    var costs: [Double] = []
    var ties: [Tie] = []
    func add(
      _ from: EntityReference?, _ to: EntityReference?, _ label: String, isDirected: Bool = true,
      cost: Double = 1, owner: Person.ID? = nil, isOwned: Bool? = nil
    ) {
      guard let from = from.flatMap({ positions[$0] }), let to = to.flatMap({ positions[$0] }),
        from != to
      else { return }
      pairs.append((from, to))
      costs.append(cost)
      ties.append(
        Tie(label: label, isDirected: isDirected, owner: owner, isOwnerless: isOwned == false))
    }
    for tie in ecosystem.relationships where !tie.isRivalry {
      add(
        tie.from, tie.to, tie.kind ?? "linked to", isDirected: tie.isDirected, owner: tie.owner,
        isOwned: ownership.isOwned(tie, in: ecosystem))
    }
    for handoff in ecosystem.handoffs {
      let what = handoff.what.map { " (\($0))" } ?? ""
      add(
        handoff.from, handoff.to, "hands over\(what)", owner: handoff.owner,
        isOwned: ownership.isOwned(handoff, in: ecosystem))
    }
    for seat in ecosystem.memberships {
      add(.person(seat.person), .committee(seat.committee), "sits on (\(seat.role.rawValue))")
    }
    for alliance in ecosystem.alliances {
      for company in alliance.companies {
        add(
          .company(company), .alliance(alliance.id), "partner in", owner: alliance.manager,
          isOwned: ownership.isOwned(alliance, in: ecosystem))
      }
      add(.alliance(alliance.id), alliance.manager.map { .person($0) }, "managed by")
    }
    for committee in ecosystem.committees {
      add(.committee(committee.id), committee.alliance.map { .alliance($0) }, "governs")
      add(.committee(committee.id), committee.parent.map { .committee($0) }, "escalates to")
    }
    for person in ecosystem.people {
      add(.person(person.id), person.manager.map { .person($0) }, "reports to")
      let home =
        person.function.map { EntityReference.function($0) }
        ?? person.company.map { .company($0) }
      add(.person(person.id), home, "works in", cost: 1.5)
    }
    for affiliation in ecosystem.affiliations {
      add(.person(affiliation.person), .company(affiliation.company), "works for", cost: 1.5)
    }
    for function in ecosystem.functions {
      let above = function.parent.map { EntityReference.function($0) } ?? .company(function.company)
      add(.function(function.id), above, "part of", cost: 1.5)
    }
    for company in ecosystem.companies {
      add(.company(company.id), company.parent.map { .company($0) }, "owned by", cost: 1.5)
    }
    self.nodes = nodes
    self.positions = positions
    self.costs = costs
    self.ties = ties
    topology = Topology(nodeCount: nodes.count, direction: .undirected, pairs: pairs)
  }

  /// The best ways from one entity to another, those that cost least first.
  func introductions(
    from: EntityReference, to: EntityReference, limit: Int, names: PartyNames
  ) throws(InsightError) -> [[IntroductionStep]] {
    guard let start = positions[from], let end = positions[to] else { return [] }
    do throws(AlgorithmError) {
      let paths = try topology.shortestPaths(
        limit, from: NodeIndex(start), to: NodeIndex(end), costs: EdgeCosts(costs))
      return paths.map { path in
        path.edges.enumerated().map { place, edge in
          let (from, to) = (
            nodes[path.nodes[place].position], nodes[path.nodes[place + 1].position]
          )
          let tie = ties[edge.position]
          return IntroductionStep(
            from: from, to: to, fromName: names[from], toName: names[to], tie: tie.label,
            direction: tie.isDirected
              ? (topology.endpoints(of: edge).source == path.nodes[place] ? .along : .against)
              : .both,
            owner: tie.owner.map { names[$0] }, isOwnerless: tie.isOwnerless)
        }
      }
    } catch {
      throw InsightError(error)
    }
  }
}
