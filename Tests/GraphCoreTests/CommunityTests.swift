import TestSupport
import Testing

@testable import GraphCore

@Suite("Communities", .timeLimit(.minutes(60)))
struct CommunityTests {
  @Test func modularityAgreesWithNetworkx() throws {
    for graph in try BrokerageReference.read().graphs {
      let partition = Partition(labels: graph.groups)
      #expect(isClose(graph.topology.modularity(of: partition), graph.modularity))
      let weighted = graph.topology.modularity(
        of: partition, strengths: try EdgeStrengths(graph.weights), resolution: 0.7)
      #expect(isClose(weighted, graph.weightedModularity))
    }
  }

  @Test func agreementEqualsThatOfIgraph() throws {
    for sample in try BrokerageReference.read().agreements {
      let first = Partition(labels: sample.first)
      let second = Partition(labels: sample.second)
      let agreement = first.agreement(with: second)
      #expect(isClose(agreement.normalizedMutualInformation, sample.nmi, relative: 1e-8))
      #expect(isClose(agreement.adjustedRandIndex, sample.ari, relative: 1e-8))
      let turned = second.agreement(with: first)
      #expect(isClose(turned.adjustedRandIndex, agreement.adjustedRandIndex))
      #expect(first.agreement(with: first).adjustedRandIndex == 1)
    }
  }

  @Test func partitionsAreNumberedByTheirFirstNode() {
    let partition = Partition(labels: ["x", "b", "x", "a"])
    #expect(partition.groups.values == [0, 1, 0, 2])
    #expect(partition == Partition(labels: [7, 3, 7, 1]))
    #expect(partition.sizes == [2, 1, 1])
    #expect(partition.members[0] == [NodeIndex(0), NodeIndex(2)])
    #expect(Partition.singletons(count: 0).groupCount == 0)
  }

  /// The highest quality of any partition of a small graph.
  func best(_ quality: CommunityQuality, of graph: Topology, _ strengths: EdgeStrengths) -> Double {
    var highest = -Double.infinity
    func extend(_ labels: [Int], groups: Int) {
      if labels.count == graph.nodeCount {
        highest = max(
          highest, graph.quality(of: Partition(labels: labels), as: quality, strengths: strengths))
        return
      }
      for group in 0...groups { extend(labels + [group], groups: max(groups, group + 1)) }
    }
    extend([], groups: 0)
    return highest
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func smallGraphsComeNearTheOptimum(seed: UInt64) throws
  {
    let graph = randomMultigraph(seed, direction: .undirected)
    guard graph.nodeCount < 8 else { return }
    var generator = SeededGenerator(seed: seed, stream: 2)
    let strengths = try EdgeStrengths(
      (0..<graph.edgeCount).map { _ in Double(1 + generator.below(3)) })
    for quality in [CommunityQuality.modularity(), .constantPotts(resolution: 0.4)] {
      let highest = best(quality, of: graph, strengths)
      let results = try (0..<5 as Range<UInt64>).map {
        try graph.leiden(quality: quality, strengths: strengths, seed: $0)
      }
      for result in results {
        let check = graph.quality(of: result.partition, as: quality, strengths: strengths)
        #expect(result.quality == check && check <= highest + 1e-9)
      }
      let reached = results.map(\.quality).max() ?? -1
      #expect(isClose(reached, highest, relative: 0.06))
    }
  }

  @Test func wellKnownGraphsReachTheirKnownModularity() throws {
    let karate = try #require(try BrokerageReference.read().graphs.first { $0.name == "karate" })
    // 0.4198 is the maximum for the karate club (Brandes et al. 2008).
    let leiden = try (0..<10 as Range<UInt64>).map { try karate.topology.leiden(seed: $0).quality }
    #expect(isClose(leiden.max() ?? 0, 0.41979, relative: 1e-4))
    #expect(leiden.allSatisfy { $0 > 0.4 })
    let louvain = try (0..<10 as Range<UInt64>).map {
      try karate.topology.louvain(seed: $0).quality
    }
    #expect(louvain.allSatisfy { $0 > 0.38 && $0 < 0.41979 + 1e-4 })
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func plantedGroupsAreFound(seed: UInt64) throws {
    let planted = Topology.plantedPartition(
      groups: 6, groupSize: 25, inside: 0.5, between: 0.01, seed: seed)
    let results = try [
      planted.topology.louvain(seed: seed).partition, planted.topology.leiden(seed: seed).partition,
      planted.topology.leiden(quality: .constantPotts(resolution: 0.1), seed: seed).partition,
    ]
    for partition in results { #expect(partition == planted.partition) }
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func leidenCommunitiesAreConnected(seed: UInt64) throws
  {
    let graph = Topology.erdosRenyi(nodeCount: 120, probability: 0.02, seed: seed)
    for quality in [CommunityQuality.modularity(), .constantPotts(resolution: 0.05)] {
      let found = try graph.leiden(quality: quality, seed: seed)
      #expect(try graph.leiden(quality: quality, seed: seed) == found)
      for members in found.partition.members {
        let part = graph.subgraph(of: members).topology
        let cut = part.keyPlayerScore(of: [NodeIndex](), goal: .fragmentation)
        #expect(part.nodeCount == 1 || cut == 0)
      }
    }
  }

  @Test func edgelessAndDirectedGraphs() throws {
    for count in [0, 1, 3] {
      let graph = Topology(nodeCount: count, direction: .undirected, pairs: [])
      #expect(try graph.leiden().partition.groupCount == count)
      #expect(try graph.louvain().quality == 0)
    }
    let directed = Topology.cycle(4, direction: .directed)
    #expect(throws: AlgorithmError.self) { try directed.leiden() }
    #expect(throws: AlgorithmError.self) { try directed.louvain() }
    #expect(throws: AlgorithmError.self) {
      try Topology.path(3).leiden(quality: .modularity(resolution: .nan))
    }
  }
}
