@testable import GraphCore
import TestSupport
import Testing

/// What a lost node cuts off, against walks round each node by itself.
@Suite struct SeparationTests {
  /// Walks from each neighbour of a node in turn: what the single walk must find again.
  private func plain(_ graph: Topology) -> [Separation] {
    let graph = graph.undirected()
    return graph.articulationPoints().map { point in
      var isKnown = [Bool](repeating: false, count: graph.nodeCount)
      isKnown[point.position] = true
      var pieces: [[NodeIndex]] = []
      for start in graph.neighbors(of: point) where !isKnown[start.position] {
        isKnown[start.position] = true
        var piece = [start]
        var head = 0
        while head < piece.count {
          for next in graph.neighbors(of: piece[head]) where !isKnown[next.position] {
            isKnown[next.position] = true
            piece.append(next)
          }
          head += 1
        }
        pieces.append(piece)
      }
      let largest = pieces.indices.max { (pieces[$0].count, $1) < (pieces[$1].count, $0) }
      return Separation(
        node: point, pieceCount: pieces.count,
        cutOff: pieces.indices.filter { $0 != largest }.flatMap { pieces[$0] }.sorted())
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func equalsWalksRoundEachNode(seed: UInt64) {
    for direction in [Topology.Direction.directed, .undirected] {
      let graph = GraphFamilies.random(seed: seed, direction: direction)
      #expect(graph.separations() == plain(graph), "\(graph)")
      // The same thinned out: forests with many pieces of equal size.
      let pairs = graph.edges.filter { $0.position % 3 == 0 }.map {
        (graph.endpoints(of: $0).source.position, graph.endpoints(of: $0).target.position)
      }
      let thin = Topology(nodeCount: graph.nodeCount, direction: direction, pairs: pairs)
      #expect(thin.separations() == plain(thin), "\(thin)")
    }
  }

  @Test func aChainFallsInTwo() {
    let chain = Topology(
      nodeCount: 5, direction: .directed, pairs: (0..<4).map { ($0, $0 + 1) })
    let found = chain.separations()
    #expect(found.map(\.node.position) == [1, 2, 3])
    #expect(found.map { $0.cutOff.map(\.position) } == [[0], [3, 4], [4]])
    #expect(found.allSatisfy { $0.pieceCount == 2 })
  }

  @Test func nothingFallsApartInARing() {
    let ring = Topology(
      nodeCount: 6, direction: .undirected, pairs: (0..<6).map { ($0, ($0 + 1) % 6) })
    #expect(ring.separations().isEmpty)
    #expect(Topology(nodeCount: 0, direction: .directed, pairs: []).separations().isEmpty)
  }
}
