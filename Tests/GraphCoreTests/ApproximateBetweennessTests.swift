import TestSupport
import Testing

@testable import GraphCore

@Suite("Approximate betweenness", .timeLimit(.minutes(60)))
struct ApproximateBetweennessTests {
  @Test(arguments: 0..<6 as Range<UInt64>) func keepsItsPromise(seed: UInt64) throws {
    for direction in [Topology.Direction.directed, .undirected] {
      let graph = GraphFamilies.random(seed: seed, direction: direction, maximumNodes: 60)
      guard graph.nodeCount > 2 else { continue }
      let exact = try graph.betweenness(scale: .orderedPairs)
      let found = try graph.approximateBetweenness(
        error: 0.05, failureProbability: 0.001, seed: seed, scale: .orderedPairs)
      for node in graph.nodes { #expect(abs(found.values[node] - exact[node]) <= found.error) }
    }
  }

  @Test func drawsEachPathOfAPairEquallyOften() throws {
    // From 0 to 4 there are three paths: two by way of 1, whose edge to 4 is double, and one by way of 2.
    let graph = Topology(
      nodeCount: 5, direction: .directed, pairs: [(0, 1), (1, 4), (1, 4), (0, 2), (2, 4)])
    let found = try graph.approximateBetweenness(
      error: 0.004, failureProbability: 0.01, seed: 3, scale: .orderedPairs)
    #expect(abs(found.values.values[1] - 2.0 / 3) <= found.error)
    #expect(abs(found.values.values[2] - 1.0 / 3) <= found.error)
    #expect(found.values.values[3] == 0)
  }

  @Test func threadsLeaveNoTraceAndSeedsDo() throws {
    let graph = GraphFamilies.random(seed: 5, direction: .undirected)
    let draws = try [1, 2, 7].map { threads in
      try graph.approximateBetweenness(
        error: 0.05, seed: 9, parallelism: Parallelism(threads: threads))
    }
    #expect(draws[0] == draws[1])
    #expect(draws[0] == draws[2])
    #expect(try graph.approximateBetweenness(error: 0.05, seed: 10).values != draws[0].values)
  }

  @Test func parametersAreChecked() {
    let graph = Topology(nodeCount: 3, direction: .directed, pairs: [(0, 1)])
    for bad in [0, 1, -0.5, .nan] {
      #expect(throws: AlgorithmError.self) { try graph.approximateBetweenness(error: bad, seed: 1) }
      #expect(throws: AlgorithmError.self) {
        try graph.approximateBetweenness(failureProbability: bad, seed: 1)
      }
    }
  }
}
