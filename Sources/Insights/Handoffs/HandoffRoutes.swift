import EcosystemModel
import GraphCore

/// The handoffs as a graph in which each thing that a party hands to another is an edge of its own, at each stage and for
/// each alliance.
struct HandoffRoutes {
  /// One such thing.
  struct Offer {
    /// The position of the link.
    let link: Int
    /// The rows of the handoffs table.
    let rows: [Int]
    /// The place of the stage in the order; `nil` without a stage.
    let level: Int?
    /// The alliance it serves; `nil` for none in particular.
    let alliance: Alliance.ID?
    /// The usual elapsed hours.
    let hours: Double?
  }

  private let network: HandoffNetwork
  private let offers: [Offer]
  /// The usual hours of all handoffs, which stand for those that state none.
  let assumedHours: Double?

  /// Sorts the handoffs; without an order of the stages neither stages nor alliances keep things apart.
  init(_ network: HandoffNetwork, in lifecycle: Lifecycle?) {
    let handoffs = network.ecosystem.handoffs
    self.network = network
    offers = network.links.indices.flatMap { link in
      network.things(of: network.links[link]).flatMap { rows -> [Offer] in
        Self.groups(rows) { row in
          Place(
            level: lifecycle?.rank(of: handoffs[row].stage),
            alliance: lifecycle == nil ? nil : handoffs[row].alliance)
        }.map { place, rows in
          Offer(
            link: link, rows: rows, level: place.level, alliance: place.alliance,
            hours: Spread(weighted: HandoffItem.samples(rows.map { handoffs[$0] }))?.median)
        }
      }
    }
    assumedHours =
      Spread(
        weighted: HandoffItem.samples(handoffs.filter { $0.from != $0.to }))?.median
  }

  private struct Place: Hashable {
    var level: Int?
    var alliance: Alliance.ID?
  }

  private static func groups(_ rows: [Int], by place: (Int) -> Place) -> [(Place, [Int])] {
    let groups = Dictionary(grouping: rows, by: place)
    return groups.sorted { $0.value[0] < $1.value[0] }.map { ($0.key, $0.value) }
  }

  /// The best ways between two parties, best first; two ways differ in their parties.
  ///
  /// Each way keeps to one alliance, and its stages never go back.
  func best(
    _ limit: Int, from source: Int, to target: Int, by costs: (Offer) -> Double
  ) throws(AlgorithmError) -> [[Offer]] {
    let alliances = HandoffItem.distinct(offers.map(\.alliance))
    let places = Dictionary(grouping: offers.indices) { offers[$0].alliance }
    let common = places[nil] ?? []
    var found: [[NodeIndex]: (cost: Double, offers: [Offer])] = [:]
    for alliance in alliances.isEmpty ? [nil] : alliances.map(Optional.some) {
      let served = alliance == nil ? common : (common + (places[alliance] ?? [])).sorted()
      guard served.contains(where: { network.links[offers[$0].link].from == source }),
        served.contains(where: { network.links[offers[$0].link].to == target })
      else { continue }
      let own = served.map { offers[$0] }
      let topology = Topology(
        nodeCount: network.parties.count, direction: .directed,
        pairs: own.map { (network.links[$0.link].from, network.links[$0.link].to) })
      let paths = try topology.risingPaths(
        limit, from: NodeIndex(source), to: NodeIndex(target), costs: EdgeCosts(own.map(costs)),
        levels: own.map(\.level))
      for path in paths where path.cost < found[path.nodes]?.cost ?? .infinity {
        found[path.nodes] = (path.cost, path.edges.map { own[$0.position] })
      }
    }
    let order = found.sorted { left, right in
      left.value.cost == right.value.cost
        ? left.key.lexicographicallyPrecedes(right.key) : left.value.cost < right.value.cost
    }
    return order.prefix(limit).map(\.value.offers)
  }
}
