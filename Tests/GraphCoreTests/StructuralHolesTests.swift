import TestSupport
import Testing

@testable import GraphCore

/// Reference graphs of `Fixtures/brokerage.json`.
struct BrokerageReference: Decodable {
  struct Graph: Decodable {
    var name: String
    var nodes: Int
    var directed: Bool
    var edges: [[Int]]
    var weights: [Double]
    var groups: [Int]
    var constraint, weightedConstraint, effectiveSize, weightedEffectiveSize: [Double?]
    var modularity, weightedModularity: Double

    var topology: Topology {
      Topology(
        nodeCount: nodes, direction: directed ? .directed : .undirected,
        pairs: edges.map { ($0[0], $0[1]) })
    }
  }
  struct Agreement: Decodable {
    var first, second: [Int]
    var nmi, ari: Double
  }
  var graphs: [Graph]
  var agreements: [Agreement]

  static func read() throws -> BrokerageReference {
    try ReferenceFile.read("brokerage.json", as: BrokerageReference.self)
  }
}

/// Small random graphs, some with loops, parallel edges and isolated nodes.
func randomMultigraph(_ seed: UInt64, direction: Topology.Direction) -> Topology {
  var generator = SeededGenerator(seed: seed)
  let nodeCount = 1 + generator.below(9)
  return Topology(
    nodeCount: nodeCount, direction: direction,
    pairs: (0..<generator.below(3 * nodeCount)).map { _ in
      (generator.below(nodeCount), generator.below(nodeCount))
    })
}

@Suite("Structural holes", .timeLimit(.minutes(60)))
struct StructuralHolesTests {
  @Test func valuesAgreeWithNetworkx() throws {
    for graph in try BrokerageReference.read().graphs {
      let strengths = try EdgeStrengths(graph.weights)
      let topology = graph.topology
      let columns = try [
        (topology.burtConstraint(), graph.constraint),
        (topology.burtConstraint(strengths: strengths), graph.weightedConstraint),
        (topology.effectiveSize(), graph.effectiveSize),
        (topology.effectiveSize(strengths: strengths), graph.weightedEffectiveSize),
      ]
      for (column, expected) in columns {
        #expect(column.count == expected.count)
        for (value, reference) in zip(column.values, expected) {
          // networkx has no value for nodes without outgoing edges, ours only for isolated ones.
          guard let reference else { continue }
          #expect(isClose(value, reference), "\(graph.name)")
        }
      }
    }
  }

  @Test func definedValues() throws {
    let graph = Topology(
      nodeCount: 4, direction: .undirected, pairs: [(0, 1), (0, 2), (0, 3), (1, 2)])
    let constraint = try graph.burtConstraint().values
    for (value, expected) in zip(constraint, [0.611111, 1.006944, 1.006944, 1]) {
      #expect(isClose(value, expected, relative: 1e-5))
    }
    let sizes = try graph.effectiveSize().values
    for (value, expected) in zip(sizes, [2.3333, 1, 1, 1]) {
      #expect(isClose(value, expected, relative: 1e-4))
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>, [Topology.Direction.directed, .undirected])
  func valuesFollowTheDefinition(seed: UInt64, direction: Topology.Direction) throws {
    let graph = randomMultigraph(seed, direction: direction)
    var generator = SeededGenerator(seed: seed, stream: 1)
    let strengths = try EdgeStrengths(
      (0..<graph.edgeCount).map { _ in Double(1 + generator.below(5)) })
    var ties = [[Double]](
      repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    for edge in graph.edges {
      let (source, target) = graph.endpoints(of: edge)
      if source == target { continue }
      ties[source.position][target.position] += strengths[edge]
      ties[target.position][source.position] += strengths[edge]
    }
    let constraint = try graph.burtConstraint(strengths: strengths).values
    let sizes = try graph.effectiveSize(strengths: strengths).values
    for node in 0..<graph.nodeCount {
      let total = ties[node].reduce(0, +)
      guard total > 0 else {
        #expect(constraint[node].isNaN && sizes[node].isNaN)
        continue
      }
      var sum = 0.0
      var size = 0.0
      let contacts = (0..<graph.nodeCount).filter { ties[node][$0] > 0 }
      for contact in contacts {
        var indirect = 0.0
        var redundancy = 0.0
        for third in contacts where third != contact {
          let share = ties[node][third] / total
          indirect += share * ties[third][contact] / ties[third].reduce(0, +)
          redundancy += share * ties[contact][third] / (ties[contact].max() ?? 1)
        }
        let direct = ties[node][contact] / total
        sum += (direct + indirect) * (direct + indirect)
        size += 1 - redundancy
      }
      #expect(isClose(constraint[node], sum))
      #expect(isClose(sizes[node], size))
    }
  }

  @Test func threadsDoNotChangeABit() throws {
    let graph = Topology.barabasiAlbert(nodeCount: 3000, attachments: 4, seed: 1)
    var generator = SeededGenerator(seed: 2)
    let strengths = try EdgeStrengths((0..<graph.edgeCount).map { _ in generator.unit() })
    let one = try graph.burtConstraint(
      strengths: strengths, parallelism: Parallelism(threads: 1))
    for threads in [2, 7] {
      let other = try graph.burtConstraint(
        strengths: strengths, parallelism: Parallelism(threads: threads))
      #expect(other == one)
    }
  }

  @Test func emptyGraphsHaveNoValues() throws {
    let graph = Topology(nodeCount: 0, direction: .directed, pairs: [])
    #expect(try graph.burtConstraint().values.isEmpty)
    let loop = Topology(nodeCount: 1, direction: .undirected, pairs: [(0, 0)])
    #expect(try loop.effectiveSize().values.allSatisfy(\.isNaN))
  }
}
