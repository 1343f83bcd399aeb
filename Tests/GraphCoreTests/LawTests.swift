import TestSupport
import Testing

@testable import GraphCore

@Suite("Laws", .timeLimit(.minutes(60)))
struct LawTests {
  /// Every measure of nodes by its name.
  static let measures:
    [(name: String, compute: @Sendable (Topology, Parallelism) throws -> [Double])] = [
      ("degree", { graph, _ in graph.degrees().values.map { Double($0) } }),
      ("betweenness", { try $0.betweenness(parallelism: $1).values }),
      ("harmonic", { try $0.harmonicCloseness(parallelism: $1).values }),
      ("closeness", { try $0.closeness(parallelism: $1).values }),
      ("pagerank", { try $0.pageRank(parallelism: $1).value.values }),
      ("katz", { try $0.katz(attenuation: 1e-3, parallelism: $1).value.values }),
      ("coreness", { graph, _ in graph.coreNumbers().values.map { Double($0) } }),
      ("clustering", { try $0.clustering(parallelism: $1).values }),
      (
        "weighted betweenness",
        { graph, parallelism in
          // Costs that depend on the ends alone survive renumbering of edges, not of nodes: all equal.
          let costs = try EdgeCosts([Double](repeating: 0.25, count: graph.edgeCount))
          return try graph.betweenness(costs: costs, parallelism: parallelism).values
        }
      ),
    ]

  static func graphs(_ seed: UInt64) -> [Topology] {
    [Topology.Direction.directed, .undirected].map {
      GraphFamilies.random(seed: seed, direction: $0)
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func numbersOfNodesDoNotMatter(seed: UInt64) throws {
    for graph in Self.graphs(seed) {
      let renumbering = GraphFamilies.renumbering(of: graph, seed: seed)
      let other = graph.relabelled(by: renumbering)
      for measure in Self.measures {
        let values = try measure.compute(graph, .sequential)
        let moved = try measure.compute(other, .sequential)
        let back = renumbering.values.map { moved[$0.position] }
        #expect(firstDifference(back, values) == nil, "\(measure.name)")
      }
      let sizes = graph.stronglyConnectedComponents().sizes.sorted()
      #expect(other.stronglyConnectedComponents().sizes.sorted() == sizes)
      #expect(
        Set(other.articulationPoints())
          == Set(graph.articulationPoints().map { renumbering[$0] }))
      #expect(other.bridges() == graph.bridges())
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>) func threadsLeaveNoTrace(seed: UInt64) throws {
    for graph in Self.graphs(seed) {
      for measure in Self.measures {
        let values = try measure.compute(graph, Parallelism(threads: 1)).map(\.bitPattern)
        for threads in [2, 7] {
          let others = try measure.compute(graph, Parallelism(threads: threads))
          #expect(others.map(\.bitPattern) == values, "\(measure.name)")
        }
      }
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>) func aGraphBesideChangesNothing(seed: UInt64) throws {
    for graph in Self.graphs(seed) {
      let both = Topology(
        nodeCount: graph.nodeCount * 2, direction: graph.direction,
        sources: graph.edgeSources + graph.edgeSources.map { $0 + Int32(graph.nodeCount) },
        targets: graph.edgeTargets + graph.edgeTargets.map { $0 + Int32(graph.nodeCount) })
      let twice = { (values: [Double]) in values + values }
      #expect(
        firstDifference(
          try both.betweenness(scale: .pairs).values,
          twice(try graph.betweenness(scale: .pairs).values)) == nil)
      #expect(
        firstDifference(
          try both.harmonicCloseness().values, twice(try graph.harmonicCloseness().values)) == nil)
      #expect(both.coreNumbers().values == graph.coreNumbers().values + graph.coreNumbers().values)
      #expect(both.connectedComponents().count == 2 * graph.connectedComponents().count)
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func pageRankIsAShare(seed: UInt64) throws {
    for graph in Self.graphs(seed) {
      let result = try graph.pageRank()
      #expect(abs(result.value.values.reduce(0, +) - 1) < 1e-12)
      #expect(result.value.values.allSatisfy { $0 > 0 })
      #expect(result.residual < 1e-10)
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func turningEdgesAroundTurnsDistancesAround(
    seed: UInt64
  ) throws {
    let graph = GraphFamilies.random(seed: seed, direction: .directed)
    let other = graph.reversed()
    #expect(
      try graph.harmonicCloseness(.into).values == other.harmonicCloseness(.out).values)
    #expect(
      firstDifference(try graph.betweenness().values, try other.betweenness().values) == nil)
    #expect(
      graph.stronglyConnectedComponents() == other.stronglyConnectedComponents())
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func costsOfOneCountEdges(seed: UInt64) throws {
    for graph in Self.graphs(seed) {
      let ones = try EdgeCosts([Double](repeating: 1, count: graph.edgeCount))
      let source = NodeIndex(0)
      #expect(
        try graph.shortestPaths(from: source, costs: ones).distances
          == graph.shortestPaths(from: source).distances)
      #expect(
        firstDifference(
          try graph.betweenness(costs: ones).values, try graph.betweenness().values) == nil)
      #expect(
        firstDifference(
          try graph.closeness(costs: ones).values, try graph.closeness().values) == nil)
    }
  }

  /// Powers of two change the way in which costs are added up, from whole steps to numbers, but no sum.
  @Test(arguments: 0..<4 as Range<UInt64>) func theUnitOfCostsDoesNotMatter(seed: UInt64) throws {
    let ring = Topology.wattsStrogatz(nodeCount: 150, neighbors: 4, rewiring: 0.02, seed: seed)
    let arrows = Topology(
      nodeCount: 150, direction: .directed, sources: ring.edgeSources, targets: ring.edgeTargets)
    for graph in [ring, arrows] {
      var generator = SeededGenerator(seed: seed)
      let costs = ring.edges.map { _ in Double(1 + generator.below(7)) }
      let ranks = try [1, 1.0 / 4, 512, 4096, 0x1p-20].map { unit in
        let scaled = try EdgeCosts(costs.map { $0 * unit })
        return try graph.betweenness(costs: scaled).values
          + graph.edgeBetweenness(costs: scaled).values
      }
      for other in ranks.dropFirst() { #expect(firstDifference(other, ranks[0]) == nil) }
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func aDetourIsNeverShorter(seed: UInt64) throws {
    for graph in Self.graphs(seed) {
      let costs = try EdgeCosts(GraphFamilies.costs(for: graph, seed: seed))
      let trees = try graph.shortestPaths(from: Array(graph.nodes), costs: costs)
      for edge in graph.edges {
        let (source, target) = graph.endpoints(of: edge)
        for tree in trees {
          #expect(tree.distances[target] <= tree.distances[source] + costs[edge])
        }
      }
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>) func aCondensationHasNoCycle(seed: UInt64) throws {
    let graph = GraphFamilies.random(seed: seed, direction: .directed)
    let condensation = graph.condensation()
    #expect(try condensation.topology.topologicalOrder().count == condensation.components.count)
  }
}
