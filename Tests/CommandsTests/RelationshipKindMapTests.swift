import Cartography
import EcosystemModel
import Insights
import Interchange
import TestSupport
import Testing

/// A map tells kinds of relationships apart, and its legend counts what it draws.
@Suite(.timeLimit(.minutes(60)))
struct RelationshipKindMapTests {
  static let datasets = [
    "digital-spaghetti", "enhertu", "evenity", "sos-workplace-options", "takeda-portfolio",
    "upsher-smith-handoffs",
  ]

  /// Maps of companies, of functions and around some entities of every kind.
  private func contents(of ecosystem: Ecosystem) -> [MapContent] {
    var views = [RollUp.functions, .companies].map { level in
      var view = MapView(.ecosystem)
      view.rollUp = level
      return view
    }
    for kind in EntityReference.Kind.allCases {
      for reference in ecosystem.references.filter({ $0.kind == kind }).prefix(6) {
        var view = MapView(.focus)
        (view.focus, view.steps) = (reference, 2)
        views.append(view)
      }
    }
    return views.map { MapContent.make(of: ecosystem.on(nil), view: $0) }
  }

  private struct Ink: Hashable {
    let colour: Colour
    let stroke: Diagram.Stroke
  }

  @Test(arguments: datasets)
  func aKindHasOneLookOnAllMapsOfADataset(name: String) throws {
    let ecosystem = try OracleData.shipped(name).ecosystem
    var inks: [String: Set<Ink>] = [:]
    for content in contents(of: ecosystem) {
      for edge in Diagram.make(of: content).edges {
        inks[edge.classes[0], default: []].insert(Ink(colour: edge.colour, stroke: edge.stroke))
        #expect(!edge.classes.contains("unowned"), "nobody asked for owners")
      }
    }
    for (kind, inks) in inks where kind != "several" {
      #expect(inks.count == 1, "\(kind)")
    }
  }

  @Test(arguments: datasets)
  func theLegendNamesEachKindWithItsNumber(name: String) throws {
    let ecosystem = try OracleData.shipped(name).ecosystem
    for content in contents(of: ecosystem) {
      let section = Diagram.make(of: content).legend.first { $0.title == "Lines" }
      let words = section?.entries.map(\.text).joined(separator: " ") ?? ""
      var kinds: [String: Int] = [:]
      for tie in content.ties { kinds.merge(tie.kinds, uniquingKeysWith: +) }
      #expect(kinds.values.reduce(0, +) == content.shownTies)
      // Roles have looks of their own, and of many rare kinds the rarest are counted together.
      guard !words.contains("more kinds"), kinds["chair"] == nil, kinds["co-chair"] == nil,
        kinds["observer"] == nil, kinds["alternate"] == nil
      else { continue }
      for (kind, count) in kinds {
        let alone = try Regex("\(kind) (\\d+)")
        let told = words.matches(of: alone).compactMap { Int($0.output[1].substring ?? "") }
        #expect(told.reduce(0, +) == count, "\(kind) in “\(words)”")
      }
    }
  }

  @Test func rivalsAreNoPartners() throws {
    let ecosystem = try OracleData.shipped("digital-spaghetti").ecosystem
    let meridian = EntityReference.company(.init("mer"))
    let partners = try ecosystem.on(nil).answer(NavigatorQuestion(to: meridian)).tiers
      .filter { $0.tier == 1 }
    let (request, _) = ViewRequest.reading(
      try #require(ecosystem.views.first { $0.name == "partners" }))
    let view = try request.resolved(in: ecosystem)
    guard case .map(let map) = view.drawing else { return }
    let shown = MapContent.make(of: view.snapshot, view: map.view)
    #expect(shown.nodes.count == partners.count + 1)
    var wide = MapView(.ecosystem)
    wide.rollUp = .companies
    let all = MapContent.make(of: ecosystem.on(nil), view: wide)
    let node = try #require(all.nodes.first { $0.reference == meridian })
    #expect(node.neighbourCount == partners.count)
    let rivals = all.ties.filter(\.isRivalry)
    #expect(rivals.count == ecosystem.relationships.count(where: \.isRivalry))
    // Bristol Myers Squibb and Concerto AI stand in alliances and in relationships: one fact.
    let pair = all.ties.filter {
      Set([$0.from, $0.to]) == [.company(.init("bms")), .company(.init("concerto"))]
    }
    #expect(pair.map(\.count) == [1])
  }

  @Test func ownersAreTheQuestionWhereAskedFor() throws {
    let ecosystem = try OracleData.shipped("digital-spaghetti").ecosystem
    var view = MapView(.ecosystem)
    view.rollUp = .functions
    view.highlightsUnowned = true
    let content = MapContent.make(of: ecosystem.on(nil), view: view)
    let unowned = content.ties.count { $0.isOwned == false && !$0.isRivalry }
    let edges = Diagram.make(of: content).edges
    #expect(unowned > 0 && edges.count { $0.classes.contains("unowned") } == unowned)
  }
}
