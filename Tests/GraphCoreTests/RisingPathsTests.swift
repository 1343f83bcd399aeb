import GraphCore
import Testing

@Suite("Rising paths")
struct RisingPathsTests {
  private struct Sample {
    var topology: Topology
    var costs: [Double]
    var levels: [Int?]
  }

  /// A directed graph with parallel edges, some of which have no level.
  private func sample(_ seed: UInt64, levelCount: Int) -> Sample {
    var random = SeededGenerator(seed: seed)
    let nodes = 6
    var pairs: [(Int, Int)] = []
    for _ in 0..<(14 + Int(seed % 10)) { pairs.append((random.below(nodes), random.below(nodes))) }
    return Sample(
      topology: Topology(nodeCount: nodes, direction: .directed, pairs: pairs),
      costs: pairs.map { _ in Double(1 + random.below(9)) },
      levels: pairs.map { _ in random.below(4) == 0 ? nil : random.below(levelCount) })
  }

  /// The cheapest cost of each path without repeated nodes, by trying all.
  private func allPaths(_ sample: Sample, from source: Int, to target: Int) -> [[Int]: Double] {
    var found: [[Int]: Double] = [:]
    func follow(_ way: [Int], _ level: Int, _ cost: Double) {
      if way[way.count - 1] == target {
        found[way] = min(found[way] ?? .infinity, cost)
        return
      }
      for edge in sample.topology.edges {
        let (from, to) = sample.topology.endpoints(of: edge)
        guard from.position == way[way.count - 1], !way.contains(to.position) else { continue }
        let own = sample.levels[edge.position]
        guard own ?? level >= level else { continue }
        follow(way + [to.position], own ?? level, cost + sample.costs[edge.position])
      }
    }
    follow([source], 0, 0)
    return found
  }

  @Test("they are all paths whose levels never fall, cheapest first", arguments: UInt64(0)..<60)
  func exhaustive(seed: UInt64) throws {
    let sample = sample(seed, levelCount: 3)
    let all = allPaths(sample, from: 0, to: 5)
    let costs = try EdgeCosts(sample.costs)
    for limit in [1, 3, 1000] {
      let found = try sample.topology.risingPaths(
        limit, from: NodeIndex(0), to: NodeIndex(5), costs: costs, levels: sample.levels)
      #expect(found.map(\.cost) == Array(all.values.sorted().prefix(limit)))
      #expect(Set(found.map(\.nodes)).count == found.count)
      for path in found {
        #expect(all[path.nodes.map(\.position)] == path.cost)
        let levels = path.edges.compactMap { sample.levels[$0.position] }
        #expect(levels == levels.sorted())
      }
    }
  }

  @Test("without levels they are the shortest paths", arguments: UInt64(0)..<20)
  func unlevelled(seed: UInt64) throws {
    let sample = sample(seed, levelCount: 1)
    let costs = try EdgeCosts(sample.costs)
    let none = [Int?](repeating: nil, count: sample.costs.count)
    let found = try sample.topology.risingPaths(
      20, from: NodeIndex(0), to: NodeIndex(5), costs: costs, levels: none)
    let plain = try sample.topology.shortestPaths(
      20, from: NodeIndex(0), to: NodeIndex(5), costs: costs)
    #expect(found.map(\.cost) == plain.map(\.cost))
  }

  @Test("edges that cost nothing make no loops", arguments: UInt64(0)..<20)
  func free(seed: UInt64) throws {
    let sample = sample(seed, levelCount: 3)
    let costs = try EdgeCosts(sample.costs.map { $0 > 4 ? $0 : 0 })
    let found = try sample.topology.risingPaths(
      1000, from: NodeIndex(0), to: NodeIndex(5), costs: costs, levels: sample.levels)
    for path in found { #expect(Set(path.nodes).count == path.nodes.count) }
  }
}
