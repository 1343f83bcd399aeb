import TestSupport
import Testing

@testable import GraphCore

/// Every small graph against the definitions.
@Suite("All small graphs", .timeLimit(.minutes(60)))
struct ExhaustiveTests {
  @Test(arguments: 0...4) func undirected(nodeCount: Int) throws {
    for graph in GraphFamilies.all(nodeCount: nodeCount, direction: .undirected) {
      try check(graph)
    }
  }

  @Test(arguments: 0...3) func directed(nodeCount: Int) throws {
    for graph in GraphFamilies.all(nodeCount: nodeCount, direction: .directed) {
      try check(graph)
    }
  }

  @Test func undirectedShapesOfFiveNodes() throws {
    let shapes = GraphFamilies.shapes(nodeCount: 5, direction: .undirected)
    #expect(shapes.count == 34)
    for (seed, graph) in shapes.enumerated() {
      try check(renumbered(graph, seed), seed: UInt64(seed))
    }
  }

  @Test func directedShapesOfFourNodes() throws {
    let shapes = GraphFamilies.shapes(nodeCount: 4, direction: .directed)
    #expect(shapes.count == 218)
    for (seed, graph) in shapes.enumerated() {
      try check(renumbered(graph, seed), seed: UInt64(seed))
    }
  }

  /// Of the 2²⁰ directed graphs of five nodes a seeded sample, sparse and dense.
  @Test func someDirectedGraphsOfFiveNodes() throws {
    for seed in 0..<150 {
      var generator = SeededGenerator(seed: UInt64(seed), stream: 5)
      let pairs = (0..<20).map { ($0 / 4, ($0 / 4 + 1 + $0 % 4) % 5) }
      let share = 1 + generator.below(9)
      let graph = Topology(
        nodeCount: 5, direction: .directed, pairs: pairs.filter { _ in generator.below(10) < share }
      )
      try check(graph, seed: UInt64(seed))
    }
  }

  private func renumbered(_ graph: Topology, _ seed: Int) -> Topology {
    graph.relabelled(by: GraphFamilies.renumbering(of: graph, seed: UInt64(seed)))
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func randomDirected(seed: UInt64) throws {
    try check(GraphFamilies.random(seed: seed, direction: .directed, maximumNodes: 7), seed: seed)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func randomUndirected(seed: UInt64) throws {
    try check(GraphFamilies.random(seed: seed, direction: .undirected, maximumNodes: 7), seed: seed)
  }

  private func check(_ graph: Topology, seed: UInt64 = 0) throws {
    // Costs of small parts of a unit go by another way than multiples of quarters.
    let unit = seed % 2 == 0 ? 1 : 0x1p-20
    let weights = GraphFamilies.costs(for: graph, seed: seed).map { $0 * unit }
    let (plain, weighted) = (GraphOracle(graph), GraphOracle(graph, costs: weights))
    let costs = try EdgeCosts(weights)
    try checkBetweenness(graph, plain, nil)
    try checkBetweenness(graph, weighted, costs)
    try checkDistances(graph, plain, nil)
    try checkDistances(graph, weighted, costs)
    try checkStructure(graph, plain)
    try checkAlternatives(graph, weighted, costs)
  }

  private func checkBetweenness(_ graph: Topology, _ oracle: GraphOracle, _ costs: EdgeCosts?)
    throws
  {
    let found = try graph.betweenness(costs: costs, scale: .orderedPairs, parallelism: .sequential)
    #expect(firstDifference(found.values, oracle.betweenness()) == nil, "\(graph)")
    let part = graph.nodes.filter { $0.position % 2 == 0 }
    let some = try graph.betweenness(
      costs: costs, sources: part, scale: .orderedPairs, parallelism: .sequential)
    let expected = oracle.betweenness(from: part.map(\.position))
    #expect(firstDifference(some.values, expected) == nil, "\(graph)")
    let edges = try graph.edgeBetweenness(
      costs: costs, scale: .orderedPairs, parallelism: .sequential)
    #expect(firstDifference(edges.values, oracle.edgeBetweenness()) == nil, "\(graph)")
  }

  private func checkDistances(_ graph: Topology, _ oracle: GraphOracle, _ costs: EdgeCosts?) throws
  {
    let harmonic = try graph.harmonicCloseness(costs: costs, .out, parallelism: .sequential)
    let closeness = try graph.closeness(costs: costs, .into, parallelism: .sequential)
    for node in graph.nodes {
      let row = oracle.distances[node.position]
      let tree = try graph.shortestPaths(from: node, costs: costs)
      #expect(tree.distances.values == row, "\(graph)")
      let sum = row.filter { $0 > 0 }.reduce(0) { $0 + 1 / $1 }
      #expect(abs(harmonic[node] - sum) <= 1e-12 * max(1, sum))
      let column = oracle.distances.map { $0[node.position] }.filter { $0 > 0 && $0.isFinite }
      let reached = Double(column.count)
      let expected =
        column.isEmpty
        ? 0 : reached / column.reduce(0, +) * reached / Double(graph.nodeCount - 1)
      #expect(abs(closeness[node] - expected) <= 1e-12 * max(1, expected))
      for target in graph.nodes {
        let distance = row[target.position]
        #expect((tree.path(to: target)?.cost ?? .infinity) == distance, "\(graph)")
      }
    }
  }

  private func checkStructure(_ graph: Topology, _ oracle: GraphOracle) throws {
    let count = oracle.componentCount()
    #expect(graph.connectedComponents().count == count)
    let cuts = graph.nodes.filter {
      oracle.componentCount(withoutNode: $0.position) > count
    }
    #expect(graph.articulationPoints() == cuts, "\(graph)")
    let bridges = graph.edges.filter { oracle.componentCount(withoutEdge: $0.position) > count }
    #expect(graph.bridges() == bridges, "\(graph)")
    let strong = graph.stronglyConnectedComponents()
    for left in graph.nodes {
      for right in graph.nodes {
        let isMutual =
          oracle.distances[left.position][right.position].isFinite
          && oracle.distances[right.position][left.position].isFinite
        #expect((strong.labels[left] == strong.labels[right]) == isMutual, "\(graph)")
      }
    }
    let reached = oracle.distances.map { row in row.count { $0.isFinite } }
    #expect(try graph.reachableCounts(parallelism: .sequential).values == reached, "\(graph)")
  }

  private func checkAlternatives(_ graph: Topology, _ oracle: GraphOracle, _ costs: EdgeCosts)
    throws
  {
    guard graph.nodeCount > 1 else { return }
    let (source, target) = (NodeIndex(0), NodeIndex(graph.nodeCount - 1))
    for limit in [1, 4, 200] {
      let paths = try graph.shortestPaths(limit, from: source, to: target, costs: costs)
      let expected = oracle.simplePathCosts(from: 0, to: target.position).prefix(limit)
      #expect(paths.map(\.cost) == Array(expected), "\(graph)")
    }
  }
}
