package import EcosystemModel
internal import GraphCore

/// Which alliances share partners, and which of them lies between the others.
package struct AllianceOverlap: Codable, Hashable, Sendable {
  /// One alliance.
  package struct Row: Codable, Hashable, Sendable {
    /// The alliance.
    package let alliance: Alliance.ID
    /// Its name.
    package let name: String
    /// The number of its partners.
    package let partnerCount: Int
    /// The number of alliances that share a partner with it.
    package let neighborCount: Int
    /// The partners that it shares with others.
    package let sharedPartners: [String]
    /// Its betweenness in the graph of companies and alliances, as a share of all pairs; `nil` where that graph is too large.
    package let betweenness: Double?
  }

  /// Two alliances that share partners.
  package struct Pair: Codable, Hashable, Sendable {
    /// One of them.
    package let first: String
    /// The other.
    package let second: String
    /// The partners of both.
    package let shared: [String]
    /// Shared partners as a share of those of either.
    package let jaccard: Double
    /// Shared partners as a share of those of the one that has fewer.
    package let overlapCoefficient: Double
  }

  /// The company that is in every alliance, and so joins none in particular; `nil` without one.
  package let house: String?
  /// The alliances, those with most neighbours first.
  package let alliances: [Row]
  /// The pairs that share a partner, those that share most first.
  package let pairs: [Pair]

  /// Above so many companies and alliances times partnerships betweenness is left out.
  private static let mostSteps = 30_000_000

  /// Compares the alliances of a snapshot; `nil` if there are fewer than two.
  init?(_ snapshot: Snapshot) throws(InsightError) {
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    guard ecosystem.alliances.count > 1 else { return nil }
    let words = PartyNames(ecosystem)
    let order = Self.order(ecosystem.alliances.map { ($0.name, $0.id) })
    let companies = ecosystem.companies
    let companyOrder = Self.order(companies.map { ($0.name, $0.id) })
    var places = [Int](repeating: 0, count: companies.count)
    for (place, company) in companyOrder.enumerated() { places[company] = place }
    var everywhere = Set(companies.indices)
    for alliance in order { everywhere.formIntersection(hierarchy.partners(ofAlliance: alliance)) }
    let only = order.count > 2 && everywhere.count == 1 ? everywhere.first : nil
    let graph = AffiliationGraph(
      leftCount: companies.count, rightCount: order.count,
      pairs: order.enumerated().flatMap { place, alliance in
        hierarchy.partners(ofAlliance: alliance).filter { $0 != only }.map { (places[$0], place) }
      })
    let names = order.map { words[.alliance(ecosystem.alliances[$0].id)] }
    func companyNames(_ nodes: some Sequence<NodeIndex>) -> [String] {
      nodes.map { words[.company(companies[companyOrder[$0.position]].id)] }
    }
    do throws(AlgorithmError) {
      let overlaps = try graph.overlaps(of: .right)
      var neighbors = [Int](repeating: 0, count: order.count)
      pairs = overlaps.map { overlap in
        neighbors[overlap.first.position] += 1
        neighbors[overlap.second.position] += 1
        let others = Set(graph.neighbors(of: overlap.second, on: .right))
        return Pair(
          first: names[overlap.first.position], second: names[overlap.second.position],
          shared: companyNames(
            graph.neighbors(of: overlap.first, on: .right).filter(others.contains)),
          jaccard: overlap.jaccard, overlapCoefficient: overlap.overlapCoefficient)
      }.sorted { left, right in
        (-left.shared.count, -left.jaccard, left.first, left.second)
          < (-right.shared.count, -right.jaccard, right.first, right.second)
      }
      let topology = graph.topology()
      let isSmall = topology.nodeCount * topology.edgeCount <= Self.mostSteps
      let between = isSmall ? try topology.betweenness().values : nil
      alliances = order.indices.map { place in
        let alliance = ecosystem.alliances[order[place]]
        let shared = graph.neighbors(of: NodeIndex(place), on: .right).filter {
          graph.degree(of: $0, on: .left) > 1
        }
        return Row(
          alliance: alliance.id, name: names[place],
          partnerCount: Set(hierarchy.partners(ofAlliance: order[place])).count,
          neighborCount: neighbors[place], sharedPartners: companyNames(shared),
          betweenness: between.map { $0[companies.count + place] })
      }.sorted { left, right in
        let values = [left.betweenness ?? 0, right.betweenness ?? 0]
        return (right.neighborCount, values[1], left.name, left.alliance)
          < (left.neighborCount, values[0], right.name, right.alliance)
      }
    } catch {
      throw InsightError(error)
    }
    house = only.map { companies[$0].name }
  }

  private static func order<Row>(_ rows: [(String, EntityID<Row>)]) -> [Int] {
    rows.indices.sorted { rows[$0] < rows[$1] }
  }
}
