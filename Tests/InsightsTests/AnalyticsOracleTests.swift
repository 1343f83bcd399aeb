import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Insights

/// Small cases whose figures were computed with networkx 3.6.1.
@Suite("Small cases with known answers")
struct AnalyticsOracleTests {
  @Test("a triangle with a tail: two people and two ties hold it together")
  func triangleWithTail() {
    let graph = Topology(
      nodeCount: 5, direction: .undirected,
      edges: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)].map { (NodeIndex($0.0), NodeIndex($0.1)) })
    #expect(graph.articulationPoints().map { $0.position + 1 } == [3, 4])
    let bridges = graph.bridges().map { edge in
      let ends = graph.endpoints(of: edge)
      return [ends.0.position + 1, ends.1.position + 1].sorted()
    }
    #expect(bridges == [[3, 4], [4, 5]])
  }

  @Test("the second best way to the JEC skips the JCC and takes 70 days in place of 55")
  func bestWays() throws {
    var made = Ecosystem()
    let rows: [(String, String, Double)] = [
      ("T", "JDC", 10), ("JDC", "JSC", 30), ("JDC", "JCC", 5), ("JCC", "JSC", 10),
      ("JSC", "JEC", 30),
    ]
    for name in ["T", "JDC", "JCC", "JSC", "JEC"] { made.addCommittee(name) }
    func committee(_ name: String) -> EntityReference { .committee(.init(name.lowercased())) }
    for (from, to, days) in rows {
      made.addHandoff(from: committee(from), to: committee(to)) { $0.hours = days * 24 }
    }
    let found = try made.on(nil).answer(
      HandoffPathsQuestion(from: committee("T"), to: committee("JEC"), by: .hours))
    #expect(
      found.paths.map { $0.steps.map(\.toName) } == [
        ["JDC", "JCC", "JSC", "JEC"], ["JDC", "JSC", "JEC"],
      ])
    #expect(found.paths.map { ($0.hours ?? 0) / 24 } == [55, 70])
  }
}
