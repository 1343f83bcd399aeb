#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Splits communities into parts that are well connected, by merging single nodes inside each.
///
/// A node joins a part at random, likelier the more it gains and never at a loss: so every division
/// that could be better stays possible, and no part is disconnected.
struct LeidenRefinement: ~Copyable {
  private let sums: NeighborSums
  private let partMasses: Scratch<Double>
  private let communityMasses: Scratch<Double>
  /// The strength of the ties between a part and the rest of its community.
  private let outerTies: Scratch<Double>
  private let isAlone: Scratch<Bool>
  private let order: Scratch<Int32>
  /// The temperature θ of the paper: gains this much apart differ by a factor e.
  private static let temperature = 0.01

  init(nodeCount: Int) {
    sums = NeighborSums(count: nodeCount)
    partMasses = Scratch(repeating: 0, count: nodeCount)
    communityMasses = Scratch(repeating: 0, count: nodeCount)
    outerTies = Scratch(repeating: 0, count: nodeCount)
    isAlone = Scratch(repeating: true, count: nodeCount)
    order = Scratch(repeating: 0, count: nodeCount)
  }

  /// Fills `parts` with the part of each node, numbered by nodes.
  func run(
    on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>,
    parts: borrowing Scratch<Int32>, generator: inout SeededGenerator
  ) {
    let count = graph.nodeCount
    for node in 0..<count {
      parts[node] = Int32(truncatingIfNeeded: node)
      partMasses[node] = graph.masses[node]
      communityMasses[communities[node]] += graph.masses[node]
      order[node] = Int32(truncatingIfNeeded: node)
      for arc in graph.arcs(node)
      where communities[graph.neighbors[arc]] == communities[node] {
        outerTies[node] += graph.strengths[arc]
      }
    }
    shuffleNearby(order, with: &generator)
    for place in 0..<count {
      let node = Int(order[place])
      if isAlone[node], isWellConnected(node, communities[node], penalty: graph.penalty) {
        join(node, on: graph, communities: communities, parts: parts, generator: &generator)
      }
    }
  }

  private func isWellConnected(_ part: Int, _ community: Int32, penalty: Double) -> Bool {
    outerTies[part] + 1e-10
      >= penalty * partMasses[part] * (communityMasses[community] - partMasses[part])
  }

  private func join(
    _ node: Int, on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>,
    parts: borrowing Scratch<Int32>, generator: inout SeededGenerator
  ) {
    let community = communities[node]
    for arc in graph.arcs(node) where communities[graph.neighbors[arc]] == community {
      sums.add(graph.strengths[arc], to: parts[graph.neighbors[arc]])
    }
    let weight = graph.penalty * graph.masses[node]
    var highest = 0.0
    for place in 0..<sums.count {
      let part = sums.touched(place)
      guard isWellConnected(Int(part), community, penalty: graph.penalty) else { continue }
      highest = max(highest, sums[part] - weight * partMasses[part])
    }
    // Chances relative to the highest gain; staying alone gains nothing and competes, too.
    var total = exp(-highest / Self.temperature)
    let stays = total
    for place in 0..<sums.count {
      total += chance(sums.touched(place), weight, highest, community, graph.penalty)
    }
    var draw = generator.unit() * total - stays
    var choice: Int32?
    for place in 0..<sums.count where draw >= 0 {
      let chance = chance(sums.touched(place), weight, highest, community, graph.penalty)
      if chance > 0 { choice = sums.touched(place) }
      draw -= chance
    }
    if let choice {
      outerTies[choice] += outerTies[node] - 2 * sums[choice]
      partMasses[choice] += graph.masses[node]
      partMasses[node] = 0
      parts[node] = choice
      isAlone[choice] = false
      isAlone[node] = false
    }
    sums.clear()
  }

  private func chance(
    _ part: Int32, _ weight: Double, _ highest: Double, _ community: Int32, _ penalty: Double
  ) -> Double {
    let gain = sums[part] - weight * partMasses[part]
    guard gain >= 0, isWellConnected(Int(part), community, penalty: penalty) else { return 0 }
    return exp((gain - highest) / Self.temperature)
  }
}
