import TestSupport
import Testing

@testable import GraphCore

@Suite("Values in closed form", .timeLimit(.minutes(60)))
struct ClosedFormTests {
  @Test(arguments: [1, 2, 3, 10, 600]) func aPath(count: Int) throws {
    let path = Topology(
      nodeCount: count, direction: .undirected, pairs: (0..<(count - 1)).map { ($0, $0 + 1) })
    let expected = (0..<count).map { Double($0 * (count - 1 - $0)) }
    #expect(try path.betweenness(scale: .pairs).values == expected)
    let edges = (0..<(count - 1)).map { Double(($0 + 1) * (count - 1 - $0)) }
    #expect(try path.edgeBetweenness(scale: .pairs).values == edges)
    let sums: [Double] = (0..<count).map { node in
      let others = (0..<count).filter { $0 != node }
      return others.map { 1 / Double(abs($0 - node)) }.reduce(0, +)
    }
    #expect(firstDifference(try path.harmonicCloseness().values, sums, relative: 1e-12) == nil)
  }

  @Test(arguments: [5, 8, 301]) func aCycle(count: Int) throws {
    let cycle = Topology(
      nodeCount: count, direction: .undirected, pairs: (0..<count).map { ($0, ($0 + 1) % count) })
    // Odd: every distance d up to the half passes d - 1 nodes; even: the farthest node splits in two.
    let half = (count - 1) / 2
    let sum = Double(half * (half - 1) / 2) + (count % 2 == 0 ? Double(half) / 2 : 0)
    let found = try cycle.betweenness(scale: .pairs).values
    #expect(firstDifference(found, [Double](repeating: sum, count: count)) == nil)
    #expect(
      try cycle.eigenvectorCentrality().value.values.allSatisfy {
        abs($0 - 1 / Double(count).squareRoot()) < 1e-9
      })
  }

  @Test(arguments: [4, 9, 1200]) func aStar(leaves: Int) throws {
    let star = Topology(
      nodeCount: leaves + 1, direction: .undirected, pairs: (1...leaves).map { (0, $0) })
    let found = try star.betweenness(scale: .pairs).values
    #expect(found == [Double(leaves * (leaves - 1) / 2)] + [Double](repeating: 0, count: leaves))
    #expect(star.articulationPoints() == [NodeIndex(0)])
    #expect(star.bridges().count == leaves)
    let values = try star.eigenvectorCentrality().value.values
    #expect(abs(values[0] - 0.5.squareRoot()) < 1e-9)
    #expect(abs(values[1] - (0.5 / Double(leaves)).squareRoot()) < 1e-9)
    #expect(try star.betweenness()[NodeIndex(0)] == 1)
  }

  @Test(arguments: [3, 6, 40]) func aClique(count: Int) throws {
    let clique = Topology(
      nodeCount: count, direction: .undirected,
      pairs: (0..<count).flatMap { left in (0..<left).map { (left, $0) } })
    #expect(try clique.betweenness().values.allSatisfy { $0 == 0 })
    #expect(try clique.closeness().values.allSatisfy { abs($0 - 1) < 1e-12 })
    #expect(try clique.transitivity() == 1)
    #expect(clique.coreNumbers().values == [Int](repeating: count - 1, count: count))
    #expect(try clique.edgeBetweenness(scale: .pairs).values.allSatisfy { abs($0 - 1) < 1e-9 })
  }

  @Test(arguments: [(2, 3), (5, 9), (30, 40)]) func aCompleteBipartiteGraph(
    left: Int, right: Int
  ) throws {
    let graph = Topology(
      nodeCount: left + right, direction: .undirected,
      pairs: (0..<left).flatMap { node in (0..<right).map { (node, left + $0) } })
    // Pairs on one side are two apart and pass the other side in equal shares.
    let onLeft = Double(right * (right - 1)) / 2 / Double(left)
    let onRight = Double(left * (left - 1)) / 2 / Double(right)
    let expected =
      [Double](repeating: onLeft, count: left) + [Double](repeating: onRight, count: right)
    #expect(firstDifference(try graph.betweenness(scale: .pairs).values, expected) == nil)
  }

  @Test func twoParallelEdgesCarryTwiceTheShare() throws {
    // From 0 to 3 by way of 1, with two edges, or by way of 2.
    let graph = Topology(
      nodeCount: 4, direction: .directed, pairs: [(0, 1), (0, 1), (1, 3), (0, 2), (2, 3)])
    let found = try graph.betweenness(scale: .pairs).values
    #expect(firstDifference(found, [0, 2.0 / 3, 1.0 / 3, 0], relative: 1e-12) == nil)
    let edges = try graph.edgeBetweenness(scale: .pairs).values
    let third = 1.0 / 3
    #expect(
      firstDifference(edges, [0.5 + third, 0.5 + third, 1 + 2 * third, 1 + third, 1 + third]) == nil
    )
  }

  @Test func deepGraphsNeedNoStack() throws {
    let count = 200_000
    let chain = Topology(
      nodeCount: count, direction: .directed, pairs: (0..<(count - 1)).map { ($0, $0 + 1) })
    #expect(chain.stronglyConnectedComponents().count == count)
    #expect(chain.articulationPoints().count == count - 2)
    #expect(chain.biconnectedComponents().count == count - 1)
    #expect(try chain.undirected().betweenness(scale: .pairs)[NodeIndex(1)] == Double(count - 2))
  }
}
