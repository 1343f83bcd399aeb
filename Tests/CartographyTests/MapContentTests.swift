import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

@Suite(.timeLimit(.minutes(60)))
struct MapContentTests {
  /// A view of each kind that suits the ecosystem.
  static func views(of ecosystem: Ecosystem) -> [MapView] {
    MapKind.allCases.flatMap { kind in
      var view = MapView(kind)
      view.focus = ecosystem.references.first
      guard kind == .ecosystem else { return [view] }
      return RollUp.allCases.map { level in
        view.rollUp = level
        return view
      }
    }
  }

  @Test(arguments: 0..<24)
  func nothingIsLeftOutUncounted(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    for var view in Self.views(of: ecosystem) {
      for limit in [nil, 12, 3] {
        view.limit = limit
        let content = MapContent.make(of: ecosystem.on(nil), view: view)
        // Omissions of entities carry their names; those of ties and of lines in boxes only a number.
        let named = content.omissions.filter { !$0.members.isEmpty }
        #expect(named.allSatisfy { $0.members.count == $0.count })
        let leftOut = named.reduce(0) { $0 + $1.count }
        if view.kind != .focus {
          #expect(content.shownEntities + leftOut == content.availableNodes, "\(view.kind) \(seed)")
        }
        #expect(content.shownTies <= content.availableTies)
        #expect(content.nodes.count <= limit ?? .max)
      }
    }
  }

  @Test(arguments: 0..<24)
  func tiesJoinShownEntities(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    for var view in Self.views(of: ecosystem) {
      view.limit = 10
      let content = MapContent.make(of: ecosystem.on(nil), view: view)
      let shown = Set(content.nodes.map(\.reference))
      #expect(shown.count == content.nodes.count, "Every entity has one box.")
      #expect(content.ties.allSatisfy { shown.contains($0.from) && shown.contains($0.to) })
      #expect(content.ties.allSatisfy { $0.count >= 1 })
    }
  }

  @Test func conditionsKeepWhatMeetsThemAndWhatItIsTiedTo() throws {
    let sample = Ecosystem.sample
    guard let company = sample.companies.first else { return }
    let filter = Filter(
      [Condition("company", .equal, [company.name])], showing: MapKind.people.tables)
    let content = try MapContent.make(
      of: sample.on(nil).filtered(by: filter), view: MapView(.people))
    let people = content.nodes.filter { $0.reference.kind == .person }
    #expect(!people.isEmpty)
    #expect(people.allSatisfy { sample.company(of: $0.reference) == company.id })
    let tied = Set(content.ties.flatMap { [$0.from, $0.to] })
    #expect(content.nodes.allSatisfy { tied.contains($0.reference) })
    #expect(content.omissions.contains { $0.reason.contains("filter") })
  }

  @Test func dayDecidesWhatThereIs() {
    let sample = Ecosystem.sample
    let past = sample.on(.on("1900"))
    let before = MapContent.make(of: past, view: MapView(.governance))
    #expect(
      before.nodes.count
        <= MapContent.make(of: sample.on(nil), view: MapView(.governance)).nodes.count)
    #expect(before.nodes.count == past.ecosystem.committees.count)
  }

  @Test func parallelTiesBecomeOneWithTheirNumber() {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(
      ["a", "b"].map { Company(id: .init($0), name: $0.uppercased()) })
    for label in ["supplies", "licenses", "supplies"] {
      var tie = Relationship(from: .company(.init("a")), to: .company(.init("b")))
      tie.kind = label
      ecosystem.relationships.append(tie)
    }
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(.ecosystem))
    #expect(content.ties.map(\.count) == [3])
    #expect(content.ties.first?.kind == "several")
    #expect(content.ties.first?.details.count == 3)
    #expect(content.availableTies == 3)
  }

  @Test func limitKeepsTheCoreThatHangsTogether() {
    // A triangle, and a star whose hub has more ties than any corner of the triangle.
    var ecosystem = Ecosystem()
    let names = ["hub", "l1", "l2", "l3", "l4", "t1", "t2", "t3"]
    ecosystem.companies = Roster(names.map { Company(id: .init($0), name: $0) })
    let pairs = [
      ("hub", "l1"), ("hub", "l2"), ("hub", "l3"), ("hub", "l4"), ("t1", "t2"), ("t2", "t3"),
      ("t3", "t1"),
    ]
    ecosystem.relationships = pairs.map {
      Relationship(from: .company(.init($0.0)), to: .company(.init($0.1)))
    }
    var view = MapView(.ecosystem)
    view.limit = 3
    let most = MapContent.make(of: ecosystem.on(nil), view: view)
    #expect(most.nodes.map(\.name) == ["hub", "t1", "t2"])
    view.keepsCore = true
    let core = MapContent.make(of: ecosystem.on(nil), view: view)
    #expect(core.nodes.map(\.name) == ["t1", "t2", "t3"])
    #expect(core.ties.count == 3)
  }

  @Test func focusReachesAsFarAsItsSteps() {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster((0..<5).map { Company(id: .init("c\($0)"), name: "C\($0)") })
    ecosystem.relationships = (0..<4).map {
      Relationship(from: .company(.init("c\($0)")), to: .company(.init("c\($0 + 1)")))
    }
    var view = MapView(.focus)
    view.focus = .company(.init("c1"))
    view.steps = 1
    #expect(
      Set(MapContent.make(of: ecosystem.on(nil), view: view).nodes.map(\.name)) == [
        "C0", "C1", "C2",
      ])
    view.steps = 3
    #expect(MapContent.make(of: ecosystem.on(nil), view: view).nodes.count == 5)
  }
}
