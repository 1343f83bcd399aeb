import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

@Suite("Maps of what changed")
struct DifferenceMapTests {
  private func difference(_ old: Ecosystem, _ new: Ecosystem) -> MapDifference {
    MapDifference(of: [(old.on(nil), "then"), (new.on(nil), "now")], isSameDataset: false)
  }

  private func content(_ difference: MapDifference, _ kind: MapKind) -> MapContent {
    var view = MapView(kind)
    view.difference = difference
    return MapContent.make(of: difference.union.on(nil), view: view)
  }

  private static let kinds: [MapKind] = [.ecosystem, .governance, .people]

  /// What each state shows by itself, at the level of the map of both.
  private func shown(_ snapshot: Snapshot, like content: MapContent) -> MapContent {
    var view = MapView(content.view.kind)
    if view.kind == .ecosystem {
      view.rollUp = MapContent.suitableRollUp(for: content.snapshot.ecosystem)
    }
    return MapContent.whole(of: snapshot, view: view)
  }

  @Test("marks are the difference of what both states show", arguments: Seeds.upTo(10), kinds)
  func marksAreDifferencesOfSets(seed: UInt64, kind: MapKind) {
    let (old, new) = (Ecosystem.random(seed: seed), Ecosystem.random(seed: seed + 5))
    let difference = difference(old, new)
    let content = content(difference, kind)
    let before = shown(difference.before, like: content)
    let after = shown(difference.after, like: content)
    func marked(_ mark: MapDifference.Mark) -> Set<EntityReference> {
      Set(content.nodes.filter { $0.mark == mark }.map(\.reference))
    }
    let (olds, news) = (Set(before.nodes.map(\.reference)), Set(after.nodes.map(\.reference)))
    #expect(marked(.added) == news.subtracting(olds))
    #expect(marked(.removed) == olds.subtracting(news))
    #expect(Set(content.nodes.map(\.reference)) == olds.union(news))
    let lines = Set(before.ties.map { MapContent.TieKey($0) })
    #expect(
      Set(content.ties.filter { $0.mark == .added }.map { MapContent.TieKey($0) })
        == Set(after.ties.map { MapContent.TieKey($0) }).subtracting(lines))
    let changed = Set(difference.changes.changes.filter { $0.act == .changed }.compactMap(\.entity))
    #expect(changed.intersection(olds).intersection(news).isSubset(of: marked(.changed)))
  }

  @Test("what is marked is told by colour, stroke, sign and class, and counted", arguments: kinds)
  func marksAreSeen(kind: MapKind) throws {
    let difference = difference(.random(seed: 3), .random(seed: 4))
    let content = content(difference, kind)
    let diagram = Diagram.make(of: content)
    let theme = diagram.theme
    for (node, box) in zip(content.nodes, diagram.nodes) {
      guard let mark = node.mark else {
        #expect(box.classes.contains("faded"))
        continue
      }
      let ink = theme.ink(of: mark)
      #expect(box.border == ink.colour && box.stroke == ink.stroke)
      #expect(box.lines.first?.text.hasPrefix("\(mark.sign) ") ?? false)
      #expect(box.classes.contains(mark.rawValue))
    }
    for (tie, edge) in zip(content.ties, diagram.edges) {
      guard let mark = tie.mark else { continue }
      let isSigned = edge.label?.text.hasPrefix(mark.sign) ?? false
      #expect(isSigned || [tie.from, tie.to].contains { content.marks[$0] == mark })
      #expect(edge.stroke == theme.ink(of: mark).stroke && edge.classes.contains(mark.rawValue))
    }
    let legend = try #require(diagram.legend.first)
    #expect(legend.title == "From then to now")
    for mark in MapDifference.Mark.allCases {
      let lines = content.ties.count { $0.mark == mark }
      guard lines > 0 else { continue }
      let text = "\(mark.sign) \(content.links.counted(lines)) \(mark.word)"
      #expect(legend.entries.contains { $0.text == text })
    }
    #expect(diagram.title.contains("from then to now: "))
  }

  @Test("the inks differ for every colour vision and from the sheet", arguments: ThemeName.allCases)
  func inksAreClear(name: ThemeName) {
    let theme = Theme.named(name)
    let inks = MapDifference.Mark.allCases.map(theme.ink)
    #expect(Set(inks.map(\.stroke)).count == inks.count)
    for (place, ink) in inks.enumerated() {
      #expect(ink.colour.contrast(to: theme.background) >= 4.5)
      for other in inks[(place + 1)...] where name != .print {
        #expect(ColourVision.leastDifference(ink.colour, other.colour).difference >= 11)
      }
    }
  }

  @Test("nothing that changed is folded or left out", arguments: Seeds.upTo(10))
  func whatChangedStays(seed: UInt64) {
    let old = Ecosystem.random(seed: seed, scale: 60)
    var new = old
    let body = new.addCommittee("Newcomer")
    new.seat(new.people[0].id, on: body)
    let difference = difference(old, new)
    var view = MapView(.people)
    view.difference = difference
    view.reduction.groupsTwins = true
    view.reduction.leafTies = 5
    view.limit = 10
    view.keepsCore = true
    let content = MapContent.make(of: difference.union.on(nil), view: view)
    #expect(content.nodes.contains { $0.reference == .committee(body) && $0.mark == .added })
    #expect(content.nodes.contains { $0.reference == .person(new.people[0].id) })
  }
}
