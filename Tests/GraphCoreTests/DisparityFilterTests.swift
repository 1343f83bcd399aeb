import Testing

@testable import GraphCore

@Suite("Disparity filter", .timeLimit(.minutes(60)))
struct DisparityFilterTests {
  @Test func sharesAreComparedWithARandomSplit() throws {
    // Node 0 splits 10 into 8, 1 and 1; the others have one edge each, and 1–2 gives them a second.
    let graph = Topology(
      nodeCount: 4, direction: .undirected, pairs: [(0, 1), (0, 2), (0, 3), (1, 2), (3, 3)])
    let strengths = try EdgeStrengths([8, 1, 1, 2, 5])
    let values = graph.disparity(strengths: strengths).values.map(\.value)
    // (1 − p)^(k − 1): the smaller of .2² and .2; of .9² and 1 − 1/3; .9²; the smaller of .8 and 1/3.
    for (value, expected) in zip(values, [0.04, 2.0 / 3, 0.81, 1.0 / 3, 1] as [Double]) {
      #expect(isClose(value, expected))
    }
    let both = graph.disparity(strengths: strengths, rule: .both).values.map(\.value)
    for (value, expected) in zip(both, [0.2, 0.81, 1, 0.8, 1]) { #expect(isClose(value, expected)) }
  }

  @Test func directionsAreComparedSeparately() throws {
    let graph = Topology(nodeCount: 3, direction: .directed, pairs: [(0, 1), (0, 2), (2, 1)])
    let values = graph.disparity(strengths: try EdgeStrengths([3, 1, 1])).values.map(\.value)
    for (value, expected) in zip(values, [0.25, 0.75, 0.75]) { #expect(isClose(value, expected)) }
  }

  @Test func scaleDoesNotMatterAndZeroIsNeverSignificant() throws {
    let graph = Topology(nodeCount: 4, direction: .undirected, pairs: [(0, 1), (1, 2), (1, 3)])
    let one = graph.disparity(strengths: try EdgeStrengths([1, 2, 0]))
    let other = graph.disparity(strengths: try EdgeStrengths([4, 8, 0]))
    #expect(one == other)
    #expect(one.values[2] == .certain)
  }
}
