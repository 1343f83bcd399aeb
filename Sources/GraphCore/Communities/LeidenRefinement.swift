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
///
/// Communities share nothing, so that they are split side by side, each with random numbers of its own.
struct LeidenRefinement: ~Copyable {
  private let partMasses: Scratch<Double>
  /// The strength of the ties between a part and the rest of its community.
  private let outerTies: Scratch<Double>
  private let isAlone: Scratch<Bool>
  /// The temperature θ of the paper: gains this much apart differ by a factor e.
  private static let temperature = 0.01

  init(nodeCount: Int) {
    partMasses = Scratch(uninitialized: nodeCount)
    outerTies = Scratch(uninitialized: nodeCount)
    isAlone = Scratch(repeating: true, count: nodeCount)
  }

  /// Fills `parts` with the part of each node, numbered by nodes; communities are numbered below `count`.
  func run(
    on graph: borrowing MergedGraph, communities: borrowing Scratch<Int32>, count: Int,
    parts: borrowing Scratch<Int32>, generator: inout SeededGenerator, spare: SpareSums,
    parallelism: Parallelism
  ) {
    let order = Scratch<Int32>(numbersBelow: graph.nodeCount)
    shuffleNearby(order, count: graph.nodeCount, with: &generator)
    let groups = GroupMembers(of: communities, count: count, order: order)
    let seed = generator.next()
    let stretches = groups.stretches
    parallelism.complete(
      parts: stretches.count, memory: { spare.take(count: graph.nodeCount) }
    ) { sums, stretch in
      for community in stretches[stretch] {
        split(
          groups.range(community), of: groups.members, on: graph, communities: communities,
          parts: parts, seed: seed, &sums.sums)
      }
    }
  }

  /// Splits one community.
  private func split(
    _ range: Range<Int>, of members: borrowing Scratch<Int32>, on graph: borrowing MergedGraph,
    communities: borrowing Scratch<Int32>, parts: borrowing Scratch<Int32>, seed: UInt64,
    _ sums: inout NeighborSums
  ) {
    guard let first = range.first else { return }
    let community = communities[members[first]]
    var mass = 0.0
    for place in range {
      let node = Int(truncatingIfNeeded: members[place])
      parts[node] = Int32(truncatingIfNeeded: node)
      partMasses[node] = graph.masses[node]
      mass += graph.masses[node]
      var ties = 0.0
      for arc in graph.arcs(node) {
        let isInside = communities[graph.neighbors[arc]] == community
        ties += isInside ? graph.strength(arc) : 0
      }
      outerTies[node] = ties
    }
    let whole = Whole(community: community, mass: mass, penalty: graph.penalty)
    var generator = SeededGenerator(seed: seed, stream: UInt64(community) + 1)
    for place in range {
      let node = Int(truncatingIfNeeded: members[place])
      if isAlone[node], isWellConnected(node, in: whole) {
        for arc in graph.arcs(node) where communities[graph.neighbors[arc]] == community {
          sums.add(graph.strength(arc), to: parts[graph.neighbors[arc]])
        }
        if let choice = choice(
          for: node, mass: graph.masses[node], in: whole, sums, using: &generator)
        {
          outerTies[choice] += outerTies[node] - 2 * sums[choice]
          partMasses[choice] += graph.masses[node]
          partMasses[node] = 0
          parts[node] = choice
          isAlone[choice] = false
          isAlone[node] = false
        }
        sums.clear()
      }
    }
  }

  /// The community that is split.
  private struct Whole {
    let community: Int32
    let mass: Double
    let penalty: Double
  }

  @inline(__always)
  private func isWellConnected(_ part: Int, in whole: Whole) -> Bool {
    outerTies[part] + 1e-10 >= whole.penalty * partMasses[part] * (whole.mass - partMasses[part])
  }

  /// The part that a node joins, `nil` if it stays alone.
  @inline(__always)
  private func choice(
    for node: Int, mass: Double, in whole: Whole, _ sums: borrowing NeighborSums,
    using generator: inout SeededGenerator
  ) -> Int32? {
    let weight = whole.penalty * mass
    var highest = 0.0
    for place in 0..<sums.count {
      let part = sums.touched(place)
      guard isWellConnected(Int(part), in: whole) else { continue }
      highest = max(highest, sums[part] - weight * partMasses[part])
    }
    // Chances relative to the highest gain; staying alone gains nothing and competes, too.
    let stays = exp(-highest / Self.temperature)
    var total = stays
    for place in 0..<sums.count {
      total += chance(sums.touched(place), in: whole, weight, highest, sums)
    }
    var draw = generator.unit() * total - stays
    var choice: Int32?
    for place in 0..<sums.count where draw >= 0 {
      let chance = chance(sums.touched(place), in: whole, weight, highest, sums)
      if chance > 0 { choice = sums.touched(place) }
      draw -= chance
    }
    return choice
  }

  @inline(__always)
  private func chance(
    _ part: Int32, in whole: Whole, _ weight: Double, _ highest: Double,
    _ sums: borrowing NeighborSums
  ) -> Double {
    let gain = sums[part] - weight * partMasses[part]
    guard gain >= 0, isWellConnected(Int(part), in: whole) else { return 0 }
    // The logarithm of the smallest number is far above; most parts gain much less than the best.
    let exponent = (gain - highest) / Self.temperature
    return exponent < -745 ? 0 : exp(exponent)
  }
}
