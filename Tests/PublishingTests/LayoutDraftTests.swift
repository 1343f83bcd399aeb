import Cartography
import EcosystemModel
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

/// Which layouts are tried, and that neither workers nor processors decide which is chosen.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct LayoutDraftTests {
  /// Large enough to be shared among workers.
  private static func diagram(_ kind: MapKind = .people, seed: UInt64 = 3) -> Diagram {
    let ecosystem = Ecosystem.random(seed: seed, scale: 40)
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(kind))
    return Diagram.make(of: content)
  }

  @Test(arguments: [MapKind.people, .governance, .ecosystem])
  func moreEffortTriesMore(kind: MapKind) {
    let diagram = Self.diagram(kind)
    let lists = LayoutEffort.allCases.map {
      LayoutCandidate.candidates(for: diagram, effort: $0)
    }
    for (less, more) in zip(lists, lists.dropFirst()) {
      #expect(Set(less).isSubset(of: more))
    }
    // There is one way to stand on levels.
    #expect(lists[0].count < lists[2].count || kind == .governance)
    // A map names its layout, and `-o map.dot` finds it by that name.
    #expect(Set(lists[2].map(\.name)).count == lists[2].count)
  }

  @Test(arguments: [MapKind.people, .ecosystem])
  func numberOfWorkersDoesNotShow(kind: MapKind) throws {
    let diagram = Self.diagram(kind)
    #expect(diagram.nodes.count + diagram.edges.count >= 60)
    let other = LayoutWorker(program: .init(path: BuiltProduct.ecomap ?? "ecomap"))
    let maps = try [LayoutPool(PictureTests.worker), LayoutPool(PictureTests.worker, other)].map {
      try DiagramLayout(pool: $0, timeLimit: .seconds(120), effort: .quick).layOut(diagram)
    }
    #expect(maps[0] == maps[1])
  }

  @Test func aLayoutThatIsCutOffIsNamedAndTheRestIsChosenFrom() throws {
    let diagram = Self.diagram()
    let sleeper = LayoutWorker(program: .init(path: "/bin/sleep", arguments: ["600"]))
    let candidates = LayoutCandidate.candidates(for: diagram, effort: .quick)
    let draft = try DiagramLayout(
      pool: LayoutPool(PictureTests.worker, sleeper), timeLimit: .seconds(4), effort: .quick
    ).draft(diagram)
    #expect(draft.layouts == candidates.count - 1)
    let failure = try #require(draft.failures.first)
    #expect(draft.failures.count == 1 && failure.error.code == .timedOut)
    #expect(candidates.map(\.name).contains(failure.layoutName))
    #expect(draft.best.map.layout.name != failure.layoutName)
  }

  @Test func aLayoutBegunFromTheOtherEndHoldsTheSame() throws {
    let diagram = Self.diagram(.ecosystem)
    let candidates = LayoutCandidate.candidates(for: diagram, effort: .thorough)
    let reversed = try #require(candidates.first { $0.startsReversed })
    let graph = diagram.dotGraph(reversed)
    let framed: [DOTGraph.Node] = graph.subgraphs.flatMap { $0.nodes }
    let names = (graph.nodes + framed).map(\.id)
    #expect(names.sorted() == diagram.nodes.map(\.key).sorted())
    #expect(names != diagram.nodes.map(\.key))
    #expect(graph.edges.count == diagram.edges.count)
  }
}
