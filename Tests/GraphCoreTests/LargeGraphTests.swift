import TestSupport
import Testing

@testable import GraphCore

/// What is done in several parts only where a graph is large enough.
@Suite("Large graphs", .timeLimit(.minutes(60)))
struct LargeGraphTests {
  /// Random edges with loops and parallel ones, more than are sorted at once.
  private static let ends: (sources: [Int32], targets: [Int32]) = {
    var generator = SeededGenerator(seed: 3)
    // Half of the ends fall on few nodes, so that rows differ widely.
    let end = { (generator: inout SeededGenerator) in
      Int32(generator.below(generator.below(2) == 0 ? 40 : 5000))
    }
    var ends: (sources: [Int32], targets: [Int32]) = ([], [])
    for _ in 0..<70_000 {
      ends.sources.append(end(&generator))
      ends.targets.append(end(&generator))
    }
    return ends
  }()

  @Test(arguments: [Topology.Direction.directed, .undirected], [1, 2, 7])
  func rowsAreThoseOfAPlainSort(direction: Topology.Direction, threads: Int) {
    let (sources, targets) = Self.ends
    let graph = Topology(
      nodeCount: 5000, direction: direction, sources: sources, targets: targets,
      parallelism: Parallelism(threads: threads))
    var arcs: [(row: Int32, neighbor: Int32, edge: Int32)] = []
    for edge in sources.indices {
      arcs.append((sources[edge], targets[edge], Int32(edge)))
      if direction == .undirected, sources[edge] != targets[edge] {
        arcs.append((targets[edge], sources[edge], Int32(edge)))
      }
    }
    arcs.sort { $0 < $1 }
    #expect(graph.outTargets == arcs.map(\.neighbor))
    #expect(graph.outEdges == arcs.map(\.edge))
    let degrees = arcs.reduce(into: [Int32](repeating: 0, count: 5000)) { $0[Int($1.row)] += 1 }
    #expect(zip(graph.outOffsets.dropFirst(), graph.outOffsets).map { $0 - $1 } == degrees)
    guard direction == .directed else { return }
    arcs.sort { ($0.neighbor, $0.row, $0.edge) < ($1.neighbor, $1.row, $1.edge) }
    #expect(graph.inSources == arcs.map(\.row))
    #expect(graph.inEdges == arcs.map(\.edge))
    #expect(graph.inOffsets.last == 70_000)
  }

  @Test(arguments: [65_535, 65_536, 65_537])
  func aStarHasCoresOfOneWhateverItsDegree(nodeCount: Int) {
    #expect(
      Topology.star(nodeCount).coreNumbers().values
        == [Int](repeating: 1, count: nodeCount))
  }

  @Test func communitiesDoNotDependOnTheNumberOfThreads() throws {
    let graph = Topology.barabasiAlbert(nodeCount: 17_000, attachments: 2, seed: 1)
    let louvain = try [1, 2, 7].map { try graph.louvain(parallelism: Parallelism(threads: $0)) }
    #expect(louvain[0] == louvain[1])
    #expect(louvain[0] == louvain[2])
    let leiden = try [1, 2, 7].map {
      try graph.leiden(rounds: 1, parallelism: Parallelism(threads: $0))
    }
    #expect(leiden[0] == leiden[1])
    #expect(leiden[0] == leiden[2])
    #expect(leiden[0].quality > 0.4)
  }
}
