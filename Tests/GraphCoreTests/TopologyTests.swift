import TestSupport
import Testing

@testable import GraphCore

@Suite("Topology", .timeLimit(.minutes(60)))
struct TopologyTests {
  let directed = Topology(
    nodeCount: 4, direction: .directed, pairs: [(2, 0), (0, 1), (0, 1), (0, 0), (1, 2)])
  let undirected = Topology(
    nodeCount: 4, direction: .undirected, pairs: [(2, 0), (0, 1), (0, 1), (0, 0), (1, 2)])

  @Test func rowsAscendByNeighbourAndThenByEdge() {
    #expect(directed.outOffsets == [0, 3, 4, 5, 5])
    #expect(directed.outTargets == [0, 1, 1, 2, 0])
    #expect(directed.outEdges == [3, 1, 2, 4, 0])
    #expect(directed.inOffsets == [0, 2, 4, 5, 5])
    #expect(directed.inSources == [0, 2, 0, 0, 1])
    #expect(directed.inEdges == [3, 0, 1, 2, 4])
  }

  @Test func anUndirectedEdgeIsInBothRowsAndALoopInOne() {
    #expect(undirected.outOffsets == [0, 4, 7, 9, 9])
    #expect(undirected.outTargets == [0, 1, 1, 2, 0, 0, 2, 0, 1])
    #expect(undirected.outEdges == [3, 1, 2, 0, 1, 2, 4, 0, 4])
    #expect(undirected.inSources == undirected.outTargets)
  }

  @Test func aLoopCountsTwiceInTheDegree() {
    #expect(directed.nodes.map { directed.degree(of: $0) } == [5, 3, 2, 0])
    #expect(undirected.nodes.map { undirected.degree(of: $0) } == [5, 3, 2, 0])
    #expect(directed.nodes.map { directed.degree(of: $0, .out) } == [3, 1, 1, 0])
    #expect(directed.nodes.map { directed.degree(of: $0, .into) } == [2, 2, 1, 0])
    #expect(directed.loopCount == 1)
  }

  @Test func edgesAreFoundByTheirEnds() {
    #expect(directed.edge(from: NodeIndex(0), to: NodeIndex(1)) == EdgeIndex(1))
    #expect(directed.edge(from: NodeIndex(1), to: NodeIndex(0)) == nil)
    #expect(undirected.edge(from: NodeIndex(0), to: NodeIndex(2)) == EdgeIndex(0))
    #expect(!undirected.hasEdge(from: NodeIndex(3), to: NodeIndex(3)))
    #expect(undirected.endpoints(of: EdgeIndex(0)) == (NodeIndex(2), NodeIndex(0)))
  }

  @Test func mergingAddsStrengthsUpAndSaysWhereEdgesWent() throws {
    let strengths = try EdgeStrengths([1, 2, 4, 8, 16])
    let kept = directed.simplified(strengths: strengths)
    #expect(kept.strengths.values == [1, 6, 8, 16])
    #expect(kept.mergedEdge.values.map { $0?.rawValue } == [0, 1, 1, 2, 3])
    #expect(kept.topology.isSimple == false)
    let dropped = directed.simplified(loops: .drop)
    #expect(dropped.strengths.values == [1, 2, 1])
    #expect(dropped.mergedEdge.values.map { $0?.rawValue } == [0, 1, 1, nil, 2])
    #expect(dropped.topology.isSimple)
    let both = Topology(nodeCount: 2, direction: .undirected, pairs: [(0, 1), (1, 0)])
    #expect(both.simplified().strengths.values == [2])
  }

  @Test func turningAroundTwiceIsNothing() {
    #expect(directed.reversed().reversed() == directed)
    #expect(directed.reversed().outTargets == directed.inSources)
  }

  @Test func aPartKeepsEdgesBetweenItsNodes() {
    let part = directed.subgraph(of: [2, 0].map { NodeIndex($0) })
    #expect(part.topology.edgeCount == 2)
    #expect(part.edges.values == [EdgeIndex(0), EdgeIndex(3)])
    #expect(part.topology.endpoints(of: EdgeIndex(0)) == (NodeIndex(0), NodeIndex(1)))
  }

  @Test func renumberingMovesNodesAndKeepsEdges() {
    let moved = directed.relabelled(by: NodeColumn([3, 2, 1, 0].map { NodeIndex($0) }))
    #expect(moved.endpoints(of: EdgeIndex(0)) == (NodeIndex(1), NodeIndex(3)))
    #expect(moved.edgeCount == 5)
  }

  @Test(arguments: [0, 1, 3]) func edgelessGraphsExist(nodeCount: Int) {
    let graph = Topology(nodeCount: nodeCount, direction: .undirected, pairs: [])
    #expect(graph.outOffsets.count == nodeCount + 1)
    #expect(graph.nodes.allSatisfy { graph.neighbors(of: $0).isEmpty })
  }
}
