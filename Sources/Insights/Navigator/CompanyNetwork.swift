package import EcosystemModel
import GraphCore

/// The companies of an ecosystem, and who is whose partner.
///
/// Two companies are partners if they are in an alliance together, or if a relationship or a handoff other than a
/// rivalry joins them, their functions or their people.
struct CompanyNetwork {
  let ecosystem: Ecosystem
  /// Companies as nodes, in the order of their rows; each pair of partners is one edge.
  let topology: Topology

  /// Indexes an ecosystem in O(ties + Σ partners² of the alliances).
  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    var pairs: [(Int, Int)] = []
    var seen: Set<UInt64> = []
    func add(_ first: Company.ID?, _ second: Company.ID?) {
      guard let first, let second, first != second,
        let left = ecosystem.companies.position(of: first),
        let right = ecosystem.companies.position(of: second)
      else { return }
      let (lower, upper) = (min(left, right), max(left, right))
      if seen.insert(UInt64(lower) << 32 | UInt64(upper)).inserted { pairs.append((lower, upper)) }
    }
    for alliance in ecosystem.alliances {
      for (position, first) in alliance.companies.enumerated() {
        for second in alliance.companies[(position + 1)...] { add(first, second) }
      }
    }
    for tie in ecosystem.relationships where !tie.isRivalry {
      add(ecosystem.company(of: tie.from), ecosystem.company(of: tie.to))
    }
    for handoff in ecosystem.handoffs {
      add(ecosystem.company(of: handoff.from), ecosystem.company(of: handoff.to))
    }
    topology = Topology(
      nodeCount: ecosystem.companies.count, direction: .undirected,
      pairs: pairs)
  }

  /// The companies one, two … ties away from one, up to a depth, with those of the tier before through which they are reached.
  func tiers(around company: Company.ID, depth: Int) -> [PartnerTier] {
    guard let start = ecosystem.companies.position(of: company) else { return [] }
    let rings = topology.rings(around: [NodeIndex(start)], following: .all, depth: depth)
    return rings.enumerated().dropFirst().flatMap { tier, ring in
      let before = Set(rings[tier - 1])
      return ring.map { node in
        PartnerTier(
          tier: tier, company: ecosystem.companies[node.position].id,
          name: ecosystem.companies[node.position].name,
          via: topology.neighbors(of: node).filter { before.contains($0) }.sorted()
            .map { ecosystem.companies[$0.position].name })
      }
    }
  }
}

/// A company some ties away from another.
package struct PartnerTier: Hashable, Sendable, Codable {
  /// How many ties away: 1 for partners, 2 for their partners.
  package let tier: Int
  /// The company.
  package let company: EcosystemModel.Company.ID
  /// Its name.
  package let name: String
  /// The companies one tier nearer that it is a partner of, by name.
  package let via: [String]
}
