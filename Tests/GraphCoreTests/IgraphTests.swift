import TestSupport
import Testing

@testable import GraphCore

/// A graph with the values that igraph has computed for it.
struct IgraphCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Structure: Decodable, Sendable {
    let components: [[Int]]
    let articulation: [Int]
    let transitivity: Double?
    let strong: [[Int]]?
    let bridges: [Int]?
    let modularity: Double?
    let weightedModularity: Double?
    let ksp: [Double]?

    enum CodingKeys: String, CodingKey {
      case components, articulation, transitivity, strong, bridges, modularity, ksp
      case weightedModularity = "modularity-weighted"
    }
  }

  let name: String
  let directed: Bool
  let nodes: Int
  let edges: [[Int]]
  let weights: [Double]
  let nodeValues: [String: [Double?]]
  let edgeValues: [String: [Double]]
  let structure: Structure

  enum CodingKeys: String, CodingKey {
    case name, directed, nodes, edges, weights, structure
    case nodeValues = "node_values"
    case edgeValues = "edge_values"
  }

  var testDescription: String { name }

  var topology: Topology {
    Topology(
      nodeCount: nodes, direction: directed ? .directed : .undirected,
      pairs: edges.map { ($0[0], $0[1]) })
  }

  static let all: [IgraphCase] = {
    struct Document: Decodable { let cases: [IgraphCase] }
    do {
      return try ReferenceFile.read("igraph.json", as: Document.self).cases
    } catch {
      Issue.record("The reference values cannot be read: \(error)")
      return []
    }
  }()
}

@Suite("Reference values of igraph", .timeLimit(.minutes(60)))
struct IgraphTests {
  @Test func allCasesAreThere() {
    #expect(IgraphCase.all.count == 27)
    #expect(IgraphCase.all.contains { !$0.topology.isSimple && $0.directed })
  }

  @Test(arguments: IgraphCase.all) func nodeValues(_ reference: IgraphCase) throws {
    let graph = reference.topology
    let costs = try EdgeCosts(reference.weights)
    let strengths = try EdgeStrengths(reference.weights)
    let first = (0..<3).map { NodeIndex($0) }
    for (name, values) in reference.nodeValues {
      // PRPACK and ARPACK stop a little earlier than the others.
      var tolerance = 1e-9
      let found: [Double]
      switch name {
      case "degree": found = graph.degrees().values.map { Double($0) }
      case "strength": found = graph.strength(strengths).values
      case "betweenness": found = try graph.betweenness(scale: .pairs).values
      case "betweenness-weighted":
        found = try graph.betweenness(costs: costs, scale: .pairs).values
      case "betweenness-subset": found = try graph.betweenness(sources: first, scale: .pairs).values
      case "harmonic": found = try graph.harmonicCloseness().values
      case "harmonic-weighted": found = try graph.harmonicCloseness(costs: costs).values
      case "pagerank": (found, tolerance) = (try graph.pageRank().value.values, 1e-8)
      case "pagerank-weighted":
        (found, tolerance) = (try graph.pageRank(strengths: strengths).value.values, 1e-8)
      case "coreness": found = graph.coreNumbers().values.map { Double($0) }
      case "constraint": found = try graph.burtConstraint().values
      case "constraint-weighted": found = try graph.burtConstraint(strengths: strengths).values
      case "clustering": found = try graph.clustering().values
      case "first-distance":
        found = try graph.shortestPaths(from: NodeIndex(0), costs: costs).distances.values
      case "eigenvector":
        (found, tolerance) = (try graph.eigenvectorCentrality().value.values, 1e-8)
      case "eigenvector-weighted":
        (found, tolerance) = (
          try graph.eigenvectorCentrality(strengths: strengths).value.values, 1e-8
        )
      default:
        Issue.record("Nothing computes \(name).")
        continue
      }
      for (node, (one, other)) in zip(found, values).enumerated() {
        guard let other else {
          #expect(!one.isFinite, "\(name) of \(node)")
          continue
        }
        #expect(
          abs(one - other) <= tolerance * max(1, abs(other)), "\(name) of \(node): \(one), \(other)"
        )
      }
      #expect(found.count == values.count)
    }
  }

  @Test(arguments: IgraphCase.all) func edgeValues(_ reference: IgraphCase) throws {
    let graph = reference.topology
    let plain = try graph.edgeBetweenness(scale: .pairs).values
    #expect(firstDifference(plain, reference.edgeValues["edge-betweenness"] ?? []) == nil)
    let weighted = try graph.edgeBetweenness(costs: EdgeCosts(reference.weights), scale: .pairs)
    let expected = reference.edgeValues["edge-betweenness-weighted"] ?? []
    #expect(firstDifference(weighted.values, expected) == nil)
  }

  @Test(arguments: IgraphCase.all) func structure(_ reference: IgraphCase) throws {
    let graph = reference.topology
    let expected = reference.structure
    let positions = { (groups: [[NodeIndex]]) in groups.map { $0.map(\.position) } }
    #expect(positions(graph.connectedComponents().members) == expected.components)
    #expect(graph.articulationPoints().map(\.position) == expected.articulation)
    if let transitivity = expected.transitivity {
      #expect(try abs(graph.transitivity() - transitivity) < 1e-12)
    }
    if let bridges = expected.bridges { #expect(graph.bridges().map(\.position) == bridges) }
    if let strong = expected.strong {
      #expect(positions(graph.stronglyConnectedComponents().members) == strong)
    }
    let partition = Partition(labels: (0..<Int32(graph.nodeCount)).map { $0 % 3 })
    if let modularity = expected.modularity {
      #expect(isClose(graph.modularity(of: partition), modularity))
    }
    if let modularity = expected.weightedModularity {
      let strengths = try EdgeStrengths(reference.weights)
      #expect(
        isClose(
          graph.modularity(of: partition, strengths: strengths, resolution: 0.7), modularity))
    }
    if let costs = expected.ksp {
      let paths = try graph.shortestPaths(
        6, from: NodeIndex(0), to: NodeIndex(graph.nodeCount - 1),
        costs: EdgeCosts(reference.weights))
      #expect(firstDifference(paths.map(\.cost), costs) == nil)
    }
  }
}
