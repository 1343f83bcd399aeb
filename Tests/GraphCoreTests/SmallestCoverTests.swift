import TestSupport
import Testing

@testable import GraphCore

/// Small covers, against all sets there are.
@Suite struct SmallestCoverTests {
  private func random(_ seed: UInt64, left: Int, right: Int) -> AffiliationGraph {
    var random = SplitMix64(state: seed)
    let pairs = (0..<left).flatMap { node in
      (0..<right).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map { (node, $0) }
    }
    return AffiliationGraph(leftCount: left, rightCount: right, pairs: pairs)
  }

  /// The size of the smallest set that reaches everything that anything reaches.
  private func plain(_ graph: AffiliationGraph) -> Int {
    let count = graph.nodeCount(.left)
    let reach = (0..<count).map { node in
      graph.neighbors(of: NodeIndex(node), on: .left).reduce(0) { $0 | 1 << $1.position }
    }
    let all = reach.reduce(0, |)
    return (0..<1 << count).filter { set in
      reach.indices.reduce(0) { set >> $1 & 1 == 1 ? $0 | reach[$1] : $0 } == all
    }.map(\.nonzeroBitCount).min() ?? 0
  }

  private func reaches(_ graph: AffiliationGraph, _ cover: Cover) -> Bool {
    let reached = Set(cover.nodes.flatMap { graph.neighbors(of: $0, on: .left) })
    return (0..<graph.nodeCount(.right)).allSatisfy {
      graph.degree(of: NodeIndex($0), on: .right) == 0 || reached.contains(NodeIndex($0))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func isTheSmallestOfAll(seed: UInt64) {
    let graph = random(seed, left: 9, right: 3 + Int(seed % 12))
    let cover = graph.smallestCover(by: .left)
    #expect(reaches(graph, cover))
    #expect(cover.isSmallest && cover.nodes.count == plain(graph))
  }

  @Test(arguments: 0..<4 as Range<UInt64>) func withoutBudgetItIsGreedyWithinItsBound(seed: UInt64)
  {
    let graph = random(seed, left: 60, right: 60)
    let (quick, long) = (
      graph.smallestCover(by: .left, budget: 0), graph.smallestCover(by: .left, budget: 200_000)
    )
    #expect(reaches(graph, quick) && reaches(graph, long))
    #expect(quick.leastCount <= long.nodes.count && long.nodes.count <= quick.nodes.count)
    let most = graph.degree(of: NodeIndex(0), on: .left)
    #expect(most >= 0 && quick.nodes.count <= 5 * max(1, quick.leastCount))
  }

  @Test func anEmptyGraphNeedsNobody() {
    let cover = AffiliationGraph(leftCount: 2, rightCount: 3, pairs: []).smallestCover(by: .left)
    #expect(cover.nodes.isEmpty && cover.isSmallest)
  }

  /// Takes out one edge after the other and counts what falls off.
  @Test(arguments: 0..<60 as Range<UInt64>) func bridgesKnowTheirSmallerSide(seed: UInt64) {
    let graph = GraphFamilies.random(seed: seed, direction: .undirected)
    let whole = graph.connectedComponents()
    let plain = graph.edges.compactMap { edge -> Bridge? in
      let pairs = graph.edges.filter { $0 != edge }.map { graph.endpoints(of: $0) }
        .map { ($0.source.position, $0.target.position) }
      let rest = Topology(nodeCount: graph.nodeCount, direction: .undirected, pairs: pairs)
        .connectedComponents()
      guard rest.count > whole.count else { return nil }
      let ends = graph.endpoints(of: edge)
      return Bridge(
        edge: edge,
        smallerSide: min(
          rest.sizes[rest.component(of: ends.source)], rest.sizes[rest.component(of: ends.target)]))
    }
    #expect(graph.bridgesWithSides() == plain)
  }
}
