import EcosystemModel
import GraphCore

/// The handoffs of an ecosystem as a graph, in which all rows that join the same pair are one link.
struct HandoffNetwork {
  /// All handoffs from one party to another.
  struct Link {
    /// The position of the party that hands over.
    let from: Int
    /// The position of the party that takes over.
    let to: Int
    /// The rows of the handoffs table, in their order.
    let rows: [Int]
  }

  let ecosystem: Ecosystem
  /// Everyone who hands over or takes over, in the order in which the rows name them.
  let parties: [EntityReference]
  let links: [Link]
  /// Parties as nodes and links as edges, in the same order.
  let topology: Topology
  /// The rows that hand over to the same party, which are no link.
  let selfRows: [Int]
  private let positions: [EntityReference: Int]

  /// Indexes the handoffs in O(rows · log rows).
  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    var parties: [EntityReference] = []
    var positions: [EntityReference: Int] = [:]
    func position(of party: EntityReference) -> Int {
      if let known = positions[party] { return known }
      positions[party] = parties.count
      parties.append(party)
      return parties.count - 1
    }
    var pairs: [Pair] = []
    var rows: [Pair: [Int]] = [:]
    var selfRows: [Int] = []
    for (row, handoff) in ecosystem.handoffs.enumerated() {
      let pair = Pair(from: position(of: handoff.from), to: position(of: handoff.to))
      guard pair.from != pair.to else {
        selfRows.append(row)
        continue
      }
      if rows[pair] == nil { pairs.append(pair) }
      rows[pair, default: []].append(row)
    }
    links = pairs.map { Link(from: $0.from, to: $0.to, rows: rows[$0] ?? []) }
    topology = Topology(
      nodeCount: parties.count, direction: .directed, pairs: pairs.map { ($0.from, $0.to) })
    self.parties = parties
    self.positions = positions
    self.selfRows = selfRows
  }

  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  /// The position of a party, or `nil` if it takes part in no handoff.
  func position(of party: EntityReference) -> Int? { positions[party] }

  /// The rows of a link.
  func handoffs(of link: Link) -> [Handoff] { link.rows.map { ecosystem.handoffs[$0] } }

  /// The rows of each thing that a link hands over.
  func things(of link: Link) -> [[Int]] {
    HandoffItem.groups(link.rows) { ecosystem.handoffs[$0].what }
  }
}

extension Ecosystem {
  /// The latest year that any date of the ecosystem names; 2025 where there are none.
  var latestYear: Int {
    var years = scores.map(\.date)
    let validities =
      memberships.map(\.validity) + alliances.map(\.validity) + committees.map(\.validity)
      + relationships.map(\.validity)
    for validity in validities { years += [validity.since, validity.until] }
    return years.compactMap { $0?.year }.max() ?? 2025
  }
}
