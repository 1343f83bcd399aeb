import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Cartography

/// Org charts: whoever has a manager stands below, and nobody is lost.
@Suite(.timeLimit(.minutes(60)))
struct ReportingTests {
  /// People by the manager of each; below zero for none.
  private static func people(_ managers: [Int]) -> Ecosystem {
    var ecosystem = Ecosystem()
    ecosystem.people = Roster(
      managers.enumerated().map { number, manager in
        var person = Person(id: .init("p\(number)"), name: "Person \(number)")
        person.title = "Title \(number)"
        if manager >= 0 { person.manager = .init("p\(manager)") }
        return person
      })
    return ecosystem
  }

  private static func tree(_ count: Int, seed: UInt64) -> [Int] {
    var random = SplitMix64(state: seed)
    return [-1] + (1..<count).map { random.next(below: max(1, $0 / 3)) }
  }

  private static func content(
    _ managers: [Int], _ change: (inout MapView) -> Void = { _ in }
  ) -> MapContent {
    var view = MapView(.reporting)
    view.steps = .max
    change(&view)
    return MapContent.make(of: people(managers).on(nil), view: view)
  }

  @Test func managersStandAboveWithTheirSpan() {
    let content = Self.content([-1, 0, 0, 1, 1, -1])
    #expect(content.nodes.map(\.name) == (0...4).map { "Person \($0)" })
    #expect(content.nodes[0].optionalLines == ["Title 0"])
    #expect(content.nodes[0].lines == ["2 reports, 4 in all"])
    #expect(content.nodes[1].lines == ["2 reports"] && content.nodes[2].lines.isEmpty)
    #expect(content.ties.allSatisfy { $0.pointsUp })
    #expect(content.omissions.map(\.text) == ["1 person without a manager and without reports"])
  }

  @Test func secondLinesAreDotted() throws {
    var ecosystem = Self.people([-1, 0, 0, 1])
    var row = Relationship(from: .person(.init("p3")), to: .person(.init("p2")))
    row.kind = "dotted line"
    ecosystem.relationships = [row]
    let view = MapView(.reporting)
    let diagram = Diagram.make(of: MapContent.make(of: ecosystem.on(nil), view: view))
    let dotted = diagram.edges.filter { $0.stroke == .dotted }
    #expect(dotted.map(\.to) == ["person-p2"] && dotted.allSatisfy { !$0.pointsUp })
    #expect(Picture.suitable(for: ecosystem.on(nil)).picture == .map(.reporting))
  }

  @Test(arguments: [[1, 0], [2, 0, 1, 0], [0], [1, 2, 3, 1]])
  func circlesAreNamed(managers: [Int]) {
    let content = Self.content(managers)
    #expect(content.shownEntities + content.omissions.reduce(0) { $0 + $1.count } == managers.count)
    let words = managers == [0] ? "their own manager" : "a circle"
    #expect(Diagram.make(of: content).footer.contains(words))
    #expect(TierForest(of: Diagram.make(of: content)).roots.count == 1)
  }

  @Test func focusShowsTheChainAboveAndEverybodyBelow() {
    let content = Self.content([-1, 0, 0, 1, 1, 3, 2]) { $0.focus = .person(.init("p1")) }
    #expect(content.nodes.map(\.reference.rawID) == ["p0", "p1", "p3", "p4", "p5"])
    #expect(content.omissions.map(\.count) == [2])
    let near = Self.content([-1, 0, 0, 1, 1, 3, 2]) {
      $0.focus = .person(.init("p1"))
      $0.steps = 1
    }
    #expect(near.nodes.map(\.reference.rawID) == ["p0", "p1", "p3", "p4"])
  }

  /// However many go, whole branches are left, and everybody is named or counted once.
  @Test(arguments: 1...6)
  func branchesFoldFromBelow(seed: UInt64) {
    let managers = Self.tree(60, seed: seed)
    let whole = Self.content(managers)
    for most in [1, 7, 25, 58, 59, 200] {
      let folded = Self.content(managers) {
        $0.reduction = Reduction(leafTies: .max, mostLeaves: most)
      }
      let shown = Set(folded.nodes.map(\.reference))
      #expect(folded.nodes.count == 60 - min(most, 59))
      #expect(folded.shownEntities == 60)
      #expect(folded.shownTies + folded.foldedTies == whole.shownTies)
      for (person, manager) in managers.enumerated() where manager >= 0 {
        let isShown = shown.contains(.person(.init("p\(person)")))
        #expect(!isShown || shown.contains(.person(.init("p\(manager)"))))
      }
    }
    let kept = Self.content(managers) {
      $0.reduction = Reduction(leafTies: .max, mostLeaves: 59)
      $0.highlights = [.person(.init("p59"))]
    }
    #expect(kept.nodes.contains { $0.reference.rawID == "p59" })
  }
}
