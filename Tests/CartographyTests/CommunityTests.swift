import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// Communities lose nobody, and a map of one shows those whom its box counts.
struct CommunityTests {
  private static let kinds: [MapKind] = [.ecosystem, .people]

  @Test(arguments: UInt64(0)..<6)
  func boxesAndTheirMapsAgree(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed, scale: 40)
    for kind in Self.kinds {
      let view = MapView(kind)
      let whole = MapContent.make(of: ecosystem.on(nil), view: view)
      let boxes = MapContent.communities(of: ecosystem.on(nil), view: view)
      let everyone = boxes.flatMap(\.everyone).map(\.reference)
      #expect(everyone.sorted() == whole.nodes.map(\.reference).sorted())
      for box in boxes {
        var part = view
        part.community = box.reference
        let content = MapContent.make(of: ecosystem.on(nil), view: part)
        #expect(
          content.nodes.map(\.reference).sorted() == box.everyone.map(\.reference).sorted())
        let others = content.omissions.flatMap(\.members).count
        #expect(content.nodes.count + others == whole.nodes.count)
        // The one it is drawn around has as many ties inside as anyone.
        let degrees = Dictionary(
          content.ties.flatMap { [($0.from, $0.count), ($0.to, $0.count)] }, uniquingKeysWith: +)
        #expect(degrees[box.reference] ?? 0 == degrees.values.max() ?? 0)
        if box.members.count > 1 { #expect(content.title.contains(box.lines[0])) }
      }
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func linesBetweenBoxesCountTheirTies(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed, scale: 40)
    for kind in Self.kinds {
      var view = MapView(kind)
      let whole = MapContent.make(of: ecosystem.on(nil), view: view)
      view.rollUp = .communities
      let content = MapContent.make(of: ecosystem.on(nil), view: view)
      let boxOf = Dictionary(
        content.nodes.flatMap { box in box.everyone.map { ($0.reference, box.reference) } },
        uniquingKeysWith: { first, _ in first })
      var expected: [Set<EntityReference>: Int] = [:]
      for tie in whole.ties {
        guard let from = boxOf[tie.from], let to = boxOf[tie.to], from != to else { continue }
        expected[[from, to], default: 0] += tie.count
      }
      let found = Dictionary(
        content.ties.map { (Set([$0.from, $0.to]), $0.count) }, uniquingKeysWith: +)
      #expect(found == expected)
      for tie in content.ties {
        let parts = whole.ties.filter {
          Set([boxOf[$0.from], boxOf[$0.to]]) == [tie.from, tie.to]
        }
        let isOneWay = parts.allSatisfy { $0.isDirected && boxOf[$0.from] == tie.from }
        #expect(tie.isDirected == isOneWay, "seed \(seed), \(kind)")
        #expect(tie.kinds.values.reduce(0, +) == tie.count, "seed \(seed), \(kind)")
      }
    }
  }

  /// What is too full for a slide is shown as communities rather than cut to the best connected.
  @Test func fittingShowsAllInCommunitiesBeforeItLeavesMostOut() throws {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(
      (0..<120).map { Company(id: .init("c\($0)"), name: "Company \($0)") })
    // Ten groups of twelve in rings with chords, each tied to two others.
    for number in 0..<120 {
      let (group, place) = (number / 12, number % 12)
      for step in [1, 2, 5] {
        ecosystem.relationships.append(
          Relationship(
            from: .company(.init("c\(number)")),
            to: .company(.init("c\(group * 12 + (place + step) % 12)"))))
      }
      if place < 2 {
        ecosystem.relationships.append(
          Relationship(
            from: .company(.init("c\(number)")),
            to: .company(.init("c\((number + 12 * (place + 1)) % 120)"))))
      }
    }
    var view = MapView(.ecosystem)
    // Who asks for owners wants lines, and no landscape.
    view.highlightsUnowned = true
    var fit = SlideFit(of: ecosystem.on(nil), view: view, goal: .slide)
    let first = fit.next(after: nil)
    var content = try #require(first)
    let crowded = Legibility(
      smallestLabel: 4, crossings: 500, linesThroughBoxes: 0, boxOverlaps: 0, labelOverlaps: 0,
      struckLabels: 0, aspect: 1.8, fill: 1, ink: 100)
    while content.view.rollUp != .communities {
      let next = fit.next(after: crowded)
      content = try #require(next, "No communities were tried.")
    }
    #expect(content.nodes.count == 10 && content.shownEntities == 120)
    #expect(content.nodes.allSatisfy { $0.members.count == 12 })
  }

  @Test(arguments: UInt64(0)..<6)
  func strongLinesStayAndNobodyLosesTheStrongest(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed, scale: 40)
    var view = MapView(.people)
    view.rollUp = .committees
    let whole = MapContent.make(of: ecosystem.on(nil), view: view)
    view.reduction.leastLinks = 3
    let content = MapContent.make(of: ecosystem.on(nil), view: view)
    #expect(content.nodes.map(\.reference) == whole.nodes.map(\.reference))
    #expect(content.ties.filter { $0.count >= 3 } == whole.ties.filter { $0.count >= 3 })
    func strongest(_ content: MapContent) -> [EntityReference: Int] {
      Dictionary(
        content.ties.flatMap { [($0.from, $0.count), ($0.to, $0.count)] }, uniquingKeysWith: max)
    }
    #expect(strongest(content) == strongest(whole))
    let lost = whole.shownTies - content.shownTies
    #expect(content.omissions.reduce(0) { $0 + $1.ties } == lost)
  }
}
