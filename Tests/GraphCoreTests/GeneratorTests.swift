import TestSupport
import Testing

@testable import GraphCore

@Suite("Generators", .timeLimit(.minutes(60)))
struct GeneratorTests {
  @Test(arguments: 0..<8) func regularGraphsHaveTheirEdges(count: Int) {
    #expect(Topology.path(count).edgeCount == max(0, count - 1))
    #expect(Topology.cycle(count).edgeCount == (count > 2 ? count : max(0, count - 1)))
    #expect(Topology.star(count).edgeCount == max(0, count - 1))
    #expect(Topology.clique(count).edgeCount == count * max(0, count - 1) / 2)
    #expect(Topology.clique(count, direction: .directed).edgeCount == count * max(0, count - 1))
    #expect(Topology.tree(count, branching: 3).edgeCount == max(0, count - 1))
    #expect(Topology.completeBipartite(count, 3).edgeCount == 3 * count)
    let grid = Topology.grid(rows: count, columns: 4)
    #expect(grid.edgeCount == (count == 0 ? 0 : count * 3 + (count - 1) * 4))
    for graph in [Topology.path(count), .cycle(count), .clique(count), .tree(count), grid] {
      #expect(graph.isSimple)
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>) func randomGraphsKeepTheirPromises(seed: UInt64) {
    let growing = Topology.barabasiAlbert(nodeCount: 200, attachments: 3, seed: seed)
    #expect(growing.edgeCount == 3 + 196 * 3 && growing.isSimple)
    #expect(growing.keyPlayerScore(of: [NodeIndex](), goal: .fragmentation) == 0)
    let small = Topology.wattsStrogatz(nodeCount: 50, neighbors: 6, rewiring: 0.3, seed: seed)
    #expect(small.edgeCount == 150 && small.isSimple)
    let ring = Topology.wattsStrogatz(nodeCount: 50, neighbors: 6, rewiring: 0, seed: seed)
    #expect(ring.nodes.allSatisfy { ring.degree(of: $0) == 6 })
    let matrix = Topology.recursiveMatrix(scale: 7, edgeCount: 600, seed: seed)
    #expect(matrix.isSimple && matrix.edgeCount <= 600 && matrix.edgeCount > 300)
    for direction in [Topology.Direction.directed, .undirected] {
      let graph = Topology.erdosRenyi(
        nodeCount: 200, probability: 0.1, direction: direction, seed: seed)
      let expected = direction == .directed ? 3980.0 : 1990
      #expect(graph.isSimple && abs(Double(graph.edgeCount) - expected) < 6 * expected.squareRoot())
    }
    let planted = Topology.plantedPartition(
      groups: 4, groupSize: 50, inside: 0.3, between: 0.02, seed: seed)
    let inside = planted.topology.edges.count { edge in
      let ends = planted.topology.endpoints(of: edge)
      return planted.partition[ends.source] == planted.partition[ends.target]
    }
    #expect(abs(Double(inside) - 1470) < 200)
    #expect(abs(Double(planted.topology.edgeCount - inside) - 300) < 110)
    let affiliation = AffiliationGraph.random(
      leftCount: 80, rightCount: 20, tieCount: 300, seed: seed)
    #expect(affiliation.tieCount == 300 && affiliation.duplicateCount == 0)
  }

  @Test func extremesAreExact() throws {
    #expect(Topology.erdosRenyi(nodeCount: 9, probability: 0, seed: 1).edgeCount == 0)
    #expect(Topology.erdosRenyi(nodeCount: 9, probability: 1, seed: 1).edgeCount == 36)
    #expect(Topology.barabasiAlbert(nodeCount: 0, attachments: 2, seed: 1).nodeCount == 0)
    #expect(Topology.barabasiAlbert(nodeCount: 2, attachments: 4, seed: 1).edgeCount == 1)
    #expect(
      AffiliationGraph.random(
        leftCount: 30, rightCount: 20, tieCount: 300, skew: 0.95, seed: 1
      ).tieCount == 300)
    #expect(throws: AlgorithmError.self) {
      try RecursiveMatrix(lowLow: 0.9, lowHigh: 0.2, highLow: 0)
    }
  }

  @Test func seedsDecideEverything() {
    let graphs = (0..<3 as Range<UInt64>).map { seed in
      Topology.erdosRenyi(nodeCount: 30, probability: 0.3, seed: seed % 2)
    }
    #expect(graphs[0] == graphs[2] && graphs[0] != graphs[1])
    let moved = (0..<3 as Range<UInt64>).map { seed in
      Topology.wattsStrogatz(nodeCount: 30, neighbors: 4, rewiring: 0.5, seed: seed % 2)
    }
    #expect(moved[0] == moved[2] && moved[0] != moved[1])
  }
}
