import EcosystemModel
import Insights
import TestSupport
import Testing

@testable import Cartography

/// Each sentence that says how those were chosen who are shown is held against a plain search.
@Suite(.timeLimit(.minutes(60)))
struct ChoiceRuleTests {
  private func whole(_ seed: UInt64, _ kind: MapKind) -> (Ecosystem, MapView) {
    let ecosystem = Ecosystem.random(seed: seed, scale: 60)
    var view = MapView(kind)
    if kind == .focus {
      (view.focus, view.steps) = (ecosystem.companies.first.map { .company($0.id) }, 3)
    }
    if kind == .ecosystem { view.rollUp = .companies }
    return (ecosystem, view)
  }

  private func degree(_ node: MapContent.Node, in content: MapContent) -> Int {
    content.ties.filter {
      !$0.isRivalry && ($0.from == node.reference || $0.to == node.reference)
    }
    .reduce(0) { $0 + $1.count }
  }

  @Test(arguments: 0..<12 as Range<UInt64>, [3, 8, 13])
  func thoseWithTheMostLinksAreShown(seed: UInt64, limit: Int) throws {
    var (ecosystem, view) = whole(seed, .ecosystem)
    let all = MapContent.make(of: ecosystem.on(nil), view: view)
    view.limit = limit
    let cut = MapContent.make(of: ecosystem.on(nil), view: view)
    guard all.nodes.count > limit else { return }
    let reason = try #require(cut.omissions.last?.text)
    #expect(reason.contains("outside the \(limit) with the most links"))
    let kept = Set(cut.nodes.map(\.reference))
    let inside = all.nodes.filter { kept.contains($0.reference) }.map { degree($0, in: all) }
    let outside = all.nodes.filter { !kept.contains($0.reference) }.map { degree($0, in: all) }
    let (least, most) = (inside.min() ?? 0, outside.max() ?? 0)
    #expect(least >= most)
    #expect(reason.contains("of equals those that come first") == (least == most))
    let first = all.nodes.enumerated().sorted {
      let (a, b) = (degree($0.element, in: all), degree($1.element, in: all))
      return a == b ? $0.offset < $1.offset : a > b
    }.prefix(limit).map(\.element.reference)
    #expect(Set(first) == kept)
  }

  @Test(arguments: 0..<12 as Range<UInt64>, [4, 11])
  func theCoreIsWhatIsLeftWhenTheLeastConnectedGo(seed: UInt64, limit: Int) throws {
    var (ecosystem, view) = whole(seed, .ecosystem)
    let all = MapContent.make(of: ecosystem.on(nil), view: view)
    (view.limit, view.keepsCore) = (limit, true)
    let cut = MapContent.make(of: ecosystem.on(nil), view: view)
    guard all.nodes.count > limit else { return }
    #expect(try #require(cut.omissions.last?.text).contains("than the \(limit) shown"))
    #expect(cut.conventions.contains { $0.contains("the core of \(limit)") })
    var left = all
    while left.nodes.count > limit {
      let degrees = left.nodes.map { degree($0, in: left) }
      let least = degrees.min()
      guard let gone = degrees.lastIndex(where: { $0 == least }) else { break }
      let reference = left.nodes.remove(at: gone).reference
      left.ties.removeAll { $0.from == reference || $0.to == reference }
    }
    #expect(Set(cut.nodes.map(\.reference)) == Set(left.nodes.map(\.reference)))
  }

  @Test(arguments: 0..<12 as Range<UInt64>, [2, 5, 9, 20])
  func theNearestAreShownAndWhereAStepIsCutItIsCounted(seed: UInt64, limit: Int) throws {
    var (ecosystem, view) = whole(seed, .focus)
    let all = MapContent.make(of: ecosystem.on(nil), view: view)
    view.limit = limit
    let cut = MapContent.make(of: ecosystem.on(nil), view: view)
    guard all.nodes.count > limit else { return }
    let reason = try #require(cut.omissions.last?.text)
    let kept = Set(cut.nodes.map(\.reference))
    let outside = all.nodes.filter { !kept.contains($0.reference) }
    let farthest = cut.nodes.map(\.distance).max() ?? 0
    #expect(outside.allSatisfy { $0.distance >= farthest })
    let ring = all.nodes.count { $0.distance == farthest }
    let here = cut.nodes.count { $0.distance == farthest }
    if ring > here {
      let steps = farthest == 1 ? "1 step" : "\(farthest) steps"
      #expect(reason.contains("(\(here) of \(ring) at \(steps) are shown, chosen by"))
      let least = cut.nodes.filter { $0.distance == farthest }.map(\.tieCount).min() ?? 0
      #expect(outside.filter { $0.distance == farthest }.allSatisfy { $0.tieCount <= least })
    } else {
      #expect(reason.contains("farther away than the \(cut.nodes.count - 1) nearest"))
    }
    #expect(
      reason.contains("or farther") == (ring > here && outside.contains { $0.distance > farthest }))
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func theTopOfAHierarchyIsShown(seed: UInt64) {
    var (ecosystem, view) = whole(seed, .governance)
    let snapshot = ecosystem.on(nil)
    let all = MapContent.make(of: snapshot, view: view)
    view.limit = 3
    let kept = Set(MapContent.make(of: snapshot, view: view).nodes.map(\.reference))
    func level(_ node: MapContent.Node) -> Int {
      guard case .committee(let id) = node.reference,
        let row = ecosystem.committees.position(of: id)
      else { return 0 }
      return Array(snapshot.hierarchy.committees.ancestors(of: row)).count
    }
    for inside in all.nodes where kept.contains(inside.reference) {
      for outside in all.nodes where !kept.contains(outside.reference) {
        #expect((level(inside), -inside.tieCount) <= (level(outside), -outside.tieCount))
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func titlesCountWhatIsDrawn(seed: UInt64) {
    let (ecosystem, base) = whole(seed, .ecosystem)
    for limit in [nil, 5, 9] {
      for reduction in ReductionTests.reductions where reduction.backbone == nil {
        var view = base
        (view.limit, view.reduction) = (limit, reduction)
        let content = MapContent.make(of: ecosystem.on(nil), view: view)
        let companies = content.nodes.flatMap(\.everyone).count { $0.reference.kind == .company }
        let words = EntityReference.Kind.company.counted(companies)
        #expect(content.title.hasPrefix("Partner ecosystem: \(words)") || companies == 0)
      }
    }
  }

  /// A pair that stands in two tables is one link, with what both say of it.
  @Test func aPairStatedTwiceCountsOnce() throws {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(["a", "b", "c"].map { Company(id: .init($0), name: $0) })
    var alliance = Alliance(id: .init("ab"), name: "AB")
    alliance.companies = [.init("a"), .init("b")]
    ecosystem.alliances = Roster([alliance])
    func relate(_ to: String, _ kind: String) {
      var row = Relationship(from: .company(.init("a")), to: .company(.init(to)))
      (row.kind, row.weight) = (kind, 3)
      ecosystem.relationships.append(row)
    }
    relate("b", "partners with")
    relate("c", "partners with")
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(.ecosystem))
    #expect(content.ties.map(\.count) == [1, 1])
    #expect(content.ties[0].weight == 3)
    relate("b", "supplies")
    let more = MapContent.make(of: ecosystem.on(nil), view: MapView(.ecosystem))
    #expect(more.ties.map(\.count).sorted() == [1, 2])
  }

  /// Whom a company is linked to on the map are its partners in the navigator.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func mapAndNavigatorNameTheSamePartners(seed: UInt64) throws {
    var (ecosystem, view) = whole(seed, .ecosystem)
    ecosystem.relationships.removeAll(where: \.isRivalry)
    view.reduction.joinsPartners = true
    let snapshot = ecosystem.on(nil)
    let content = MapContent.make(of: snapshot, view: view)
    let neighbours = content.neighbours
    for company in ecosystem.companies.prefix(6) {
      let own = (neighbours[.company(company.id)] ?? []).subtracting([.company(company.id)])
      let question = NavigatorQuestion(to: .company(company.id))
      guard let answer = try? snapshot.answer(question) else { continue }
      let partners = Set(
        answer.tiers.filter { $0.tier == 1 }.map { EntityReference.company($0.company) })
      #expect(own == partners, "\(company.name)")
    }
  }
}
