import TestSupport
import Testing

@testable import GraphCore

@Suite("Reference values of networkx", .timeLimit(.minutes(60)))
struct ReferenceTests {
  @Test func allCasesAreThere() {
    #expect(ReferenceCase.all.count == 23)
  }

  @Test(arguments: ReferenceCase.all) func nodeValues(_ reference: ReferenceCase) throws {
    let graph = reference.topology
    let costs = try EdgeCosts(reference.weights)
    let strengths = try EdgeStrengths(reference.weights)
    let first = (0..<min(3, graph.nodeCount)).map { NodeIndex($0) }
    var personal = NodeColumn(repeating: 0.0, count: graph.nodeCount)
    personal.values[0] = 1
    personal.values[1] = 3
    for (name, values) in reference.nodeValues {
      var tolerance = 1e-9
      let found: [Double]
      switch name {
      case "degree": found = graph.degrees().values.map { Double($0) }
      case "strength": found = graph.strength(strengths).values
      case "betweenness": found = try graph.betweenness(scale: .pairs).values
      case "betweenness-share": found = try graph.betweenness().values
      case "betweenness-weighted":
        found = try graph.betweenness(costs: costs, scale: .pairs).values
      case "betweenness-subset": found = try graph.betweenness(sources: first, scale: .pairs).values
      case "closeness": found = try graph.closeness().values
      case "closeness-weighted": found = try graph.closeness(costs: costs).values
      case "harmonic": found = try graph.harmonicCloseness().values
      case "harmonic-weighted": found = try graph.harmonicCloseness(costs: costs).values
      case "pagerank": found = try graph.pageRank().value.values
      case "pagerank-weighted": found = try graph.pageRank(strengths: strengths).value.values
      case "pagerank-personal": found = try graph.pageRank(restarts: personal).value.values
      case "katz": found = try graph.katz(attenuation: 0.05).value.values
      case "coreness": found = graph.coreNumbers().values.map { Double($0) }
      case "first-distance":
        found = try graph.shortestPaths(from: NodeIndex(0), costs: costs).distances.values
      case "clustering": found = try graph.clustering().values
      case "triangles": found = try graph.triangleCounts().triangles.values.map { Double($0) }
      case "eigenvector": found = try graph.eigenvectorCentrality().value.values
      case "eigenvector-weighted":
        found = try graph.eigenvectorCentrality(strengths: strengths).value.values
      case "hubs":
        (found, tolerance) = (
          try graph.hubsAndAuthorities(strengths: strengths).value.hubs.values, 1e-7
        )
      case "authorities":
        (found, tolerance) = (
          try graph.hubsAndAuthorities(strengths: strengths).value.authorities.values, 1e-7
        )
      default:
        Issue.record("Nothing computes \(name).")
        continue
      }
      let difference = firstDifference(
        found, values.map { $0 ?? .infinity }, relative: tolerance)
      #expect(difference == nil, "\(name)")
    }
  }

  @Test(arguments: ReferenceCase.all) func edgeValues(_ reference: ReferenceCase) throws {
    let graph = reference.topology
    let plain = try graph.edgeBetweenness(scale: .pairs).values
    #expect(firstDifference(plain, reference.edgeValues["edge-betweenness"] ?? []) == nil)
    let weighted = try graph.edgeBetweenness(costs: EdgeCosts(reference.weights), scale: .pairs)
    #expect(
      firstDifference(weighted.values, reference.edgeValues["edge-betweenness-weighted"] ?? [])
        == nil)
  }

  @Test(arguments: ReferenceCase.all) func structure(_ reference: ReferenceCase) throws {
    let graph = reference.topology
    let expected = reference.structure
    let positions = { (groups: [[NodeIndex]]) in groups.map { $0.map(\.position) } }
    #expect(positions(graph.connectedComponents().members) == expected.components)
    #expect(graph.articulationPoints().map(\.position) == expected.articulation)
    #expect(try abs(graph.transitivity() - expected.transitivity) < 1e-12)
    if let bridges = expected.bridges { #expect(graph.bridges().map(\.position) == bridges) }
    if let strong = expected.strong {
      #expect(positions(graph.stronglyConnectedComponents().members) == strong)
    }
    if let blocks = expected.blocks {
      let found = graph.biconnectedComponents()
      var edges = [[Int]](repeating: [], count: found.count)
      for (edge, label) in found.labels.values.enumerated() where label >= 0 {
        edges[Int(label)].append(edge)
      }
      #expect(edges == blocks)
    }
    if let order = expected.order {
      #expect(try graph.topologicalOrder().map(\.position) == order)
    }
  }

  @Test(arguments: ReferenceCase.all) func paths(_ reference: ReferenceCase) throws {
    let graph = reference.topology
    let costs = try EdgeCosts(reference.weights)
    for pair in reference.structure.ksp {
      let paths = try graph.shortestPaths(
        8, from: NodeIndex(pair.source), to: NodeIndex(pair.target), costs: costs)
      #expect(firstDifference(paths.map(\.cost), pair.costs) == nil)
      #expect(paths.allSatisfy { Set($0.nodes).count == $0.nodes.count })
      #expect(Set(paths).count == paths.count)
    }
    for pair in reference.structure.allShortest {
      let (source, target) = (NodeIndex(pair.source), NodeIndex(pair.target))
      let tree = try graph.shortestPaths(from: source, costs: costs)
      let found = tree.path(to: target)?.nodes.map(\.position)
      #expect(found.map(pair.paths.contains) ?? pair.paths.isEmpty)
      #expect(tree.distance(to: target) == pair.distance)
      #expect(tree.path(to: target)?.cost == pair.distance)
    }
  }
}
