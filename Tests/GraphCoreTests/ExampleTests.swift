import Foundation
import GraphCore
import TestSupport
import Testing

/// The examples of the landing page, line for line.
@Suite("Examples")
struct ExampleTests {
  @Test func theBrokerOfARing() throws {
    // Four nodes in a ring, and a fifth that hangs on the last of them.
    let ring = Topology(
      nodeCount: 5, direction: .undirected, pairs: [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4)])
    let brokers = try ring.betweenness()
    let first = brokers.ranked()[0]  // node 3
    #expect(first == NodeIndex(3))
  }

  @Test func theQuickestOfTwoWays() throws {
    // Each edge takes time; two ways lead from 0 to 2.
    let roads = Topology(nodeCount: 3, direction: .directed, pairs: [(0, 1), (1, 2), (0, 2)])
    let times = try EdgeCosts([1, 1, 3])
    let ways = try roads.shortestPaths(from: NodeIndex(0), costs: times)
    let quickest = ways.path(to: NodeIndex(2))  // by way of node 1, cost 2
    #expect(quickest?.nodes == [0, 1, 2].map { NodeIndex($0) })
    #expect(quickest?.cost == 2)
  }

  @Test func committeesThatShareMembers() throws {
    // Six people; committees 0 and 1 share two of them.
    let seats = AffiliationGraph(
      leftCount: 6, rightCount: 3,
      pairs: [(0, 0), (1, 0), (2, 0), (1, 1), (2, 1), (3, 1), (4, 2), (5, 2)])
    let overlaps = try seats.overlaps(of: .right)
    let jaccard = overlaps[0].jaccard  // 2 of 4 people
    let tested = try seats.overlapSignificance(of: .right, model: .fixedSizes(population: nil))
    let pValue = tested.probabilities[0].value  // 0.5
    #expect(jaccard == 0.5)
    #expect(abs(pValue - 0.5) < 1e-12)
  }

  @Test func theLandingPageShowsTheseExamples() throws {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let page = try PackageRoot.text(of: "Sources/GraphCore/Documentation.docc/GraphCore.md")
    let tests = Set(lines(try PackageRoot.text(of: "Tests/GraphCoreTests/ExampleTests.swift")))
    let blocks = page.components(separatedBy: "```swift").dropFirst()
    #expect(blocks.count == 3)
    for block in blocks {
      let code = block.components(separatedBy: "```")[0]
      for line in lines(code) { #expect(tests.contains(line), "\(line)") }
    }
  }
}
