import TestSupport
import Testing

@testable import GraphCore

/// The fast form of Brandes' algorithm against the plain one.
@Suite("Two forms of Brandes' algorithm")
struct BrandesTests {
  private func check(_ graph: Topology, _ costs: EdgeCosts?, _ sources: [NodeIndex]?) throws {
    let plain = Brandes(of: graph, costs: costs, sources: sources, parallelism: .sequential)
    let fast = FastBrandes(of: graph, costs: costs, sources: sources, parallelism: .sequential)
    #expect(firstDifference(try fast.onNodes(), plain.onNodes()) == nil, "\(graph)")
    #expect(firstDifference(try fast.onEdges(), plain.onEdges()) == nil, "\(graph)")
  }

  @Test(arguments: 0..<48 as Range<UInt64>, [Topology.Direction.directed, .undirected])
  func agreeOnMultigraphs(seed: UInt64, direction: Topology.Direction) throws {
    let graph = GraphFamilies.random(seed: seed, direction: direction)
    let costs = try EdgeCosts(GraphFamilies.costs(for: graph, seed: seed))
    let even = graph.nodes.filter { $0.position % 2 == 0 }
    for lengths in [nil, costs] {
      try check(graph, lengths, nil)
      try check(graph, lengths, even)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>) func agreeOnLargerGraphs(seed: UInt64) throws {
    let ring = Topology.wattsStrogatz(nodeCount: 200, neighbors: 6, rewiring: 0.1, seed: seed)
    let growing = Topology.barabasiAlbert(nodeCount: 200, attachments: 1, seed: seed)
    for graph in [ring, growing] {
      var generator = SeededGenerator(seed: seed)
      let costs = try EdgeCosts(graph.edges.map { _ in Double(1 + generator.below(9)) / 4 })
      try check(graph, nil, nil)
      try check(graph, costs, nil)
    }
  }
}
