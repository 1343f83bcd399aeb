import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// Folding loses nobody and no tie, says the same twice, and comes out the same from the same data.
@Suite(.timeLimit(.minutes(60)))
struct ReductionTests {
  /// Maps of everything that has members and ties to fold.
  static let views: [MapView] = MapKind.allCases.filter { $0 != .focus }.flatMap { kind in
    let levels: [RollUp?] = [nil] + RollUp.levels(of: kind)
    return levels.map { level in
      var view = MapView(kind)
      view.rollUp = level
      return view
    }
  }

  static let reductions = [
    Reduction(groupsTwins: true), Reduction(leafTies: 1), Reduction(leafTies: .max),
    Reduction(groupsTwins: true, leafTies: 2), Reduction(backbone: 0.2),
    Reduction(groupsTwins: true, leafTies: .max, backbone: 0.9), Reduction(joinsPartners: true),
    Reduction(leastLinks: 2), Reduction(groupsTwins: true, leafTies: 1, leastLinks: .max),
  ]

  /// Everyone on a map, in boxes, counted in boxes or named as left out; sorted.
  private func everyone(_ content: MapContent) -> [EntityReference] {
    (content.nodes.flatMap(\.everyone) + content.omissions.flatMap(\.members))
      .map(\.reference).sorted()
  }

  private func tieCount(_ content: MapContent) -> Int {
    content.shownTies + content.foldedTies + content.omissions.reduce(0) { $0 + $1.ties }
  }

  @Test(arguments: 0..<16)
  func foldingThenListingGivesBackEveryoneAndEveryTie(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    for view in Self.views {
      for reduction in Self.reductions {
        var view = view
        view.reduction = reduction
        // A projection has ties of its own: it is compared with itself before folding.
        let whole = MapContent.whole(of: ecosystem.on(nil), view: view)
        for limit in [nil, 6] {
          view.limit = limit
          let content = whole.reduced(by: view)
          #expect(everyone(content) == everyone(whole), "\(view.kind) \(reduction)")
          #expect(tieCount(content) == tieCount(whole), "\(view.kind) \(reduction)")
          #expect(content.nodes.count <= limit ?? .max)
          let shown = Set(content.nodes.map(\.reference))
          #expect(content.ties.allSatisfy { shown.contains($0.from) && shown.contains($0.to) })
        }
      }
    }
  }

  @Test(arguments: 0..<16)
  func twinsKeepCountAndWeightOfTies(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    for view in Self.views {
      let whole = MapContent.whole(of: ecosystem.on(nil), view: view)
      var folded = view
      folded.reduction.groupsTwins = true
      let content = whole.reduced(by: folded)
      guard view.rollUp != .communities else {
        #expect(tieCount(content) == tieCount(whole))
        continue
      }
      #expect(
        firstDifference(
          [content.ties.reduce(0) { $0 + $1.weight }], [whole.ties.reduce(0) { $0 + $1.weight }])
          == nil)
      #expect(whole.shownTies == content.shownTies)
    }
  }

  @Test(arguments: 0..<16)
  func foldingTwiceIsFoldingOnce(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    for view in Self.views {
      var view = view
      view.reduction = Reduction(groupsTwins: true, leafTies: 3)
      let once = MapContent.make(of: ecosystem.on(nil), view: view)
      var twice = once
      twice.groupTwins()
      #expect(twice.nodes == once.nodes && twice.ties == once.ties, "twins, \(view.kind)")
      twice.foldLeaves(upTo: 3)
      #expect(twice.nodes == once.nodes && twice.ties == once.ties, "leaves, \(view.kind)")
      #expect(MapContent.make(of: ecosystem.on(nil), view: view) == once)
    }
  }

  /// Two committees; three people on both alike, one who chairs one, two on one only.
  private var twoCommittees: Ecosystem {
    var ecosystem = Ecosystem()
    ecosystem.committees = Roster(["x", "y"].map { Committee(id: .init($0), name: $0) })
    let people = ["a", "b", "c", "chair", "d", "e"]
    ecosystem.people = Roster(people.map { Person(id: .init($0), name: $0.uppercased()) })
    for person in people {
      var seat = Membership(person: .init(person), committee: .init("x"))
      if person == "chair" { seat.role = .chair }
      ecosystem.memberships.append(seat)
      guard !["d", "e"].contains(person) else { continue }
      ecosystem.memberships.append(Membership(person: .init(person), committee: .init("y")))
    }
    return ecosystem
  }

  @Test func thoseWithTheSameRolesOnTheSameCommitteesShareABox() {
    var view = MapView(.people)
    view.reduction.groupsTwins = true
    let content = MapContent.make(of: twoCommittees.on(nil), view: view)
    #expect(content.nodes.map(\.name) == ["x", "y", "3 members", "CHAIR", "2 members"])
    #expect(content.nodes[2].details == ["A", "B", "C"])
    #expect(content.ties.map(\.count).sorted() == [1, 1, 2, 3, 3])
    view.reduction.leafTies = 1
    let folded = MapContent.make(of: twoCommittees.on(nil), view: view)
    #expect(folded.nodes.map(\.name) == ["x", "y", "3 members", "CHAIR"])
    #expect(folded.nodes[0].lines == ["+ D, E"])
  }

  @Test func whoIsHighlightedIsNeverFolded() {
    var view = MapView(.people)
    view.reduction = Reduction(groupsTwins: true, leafTies: .max)
    view.highlights = [.person(.init("b")), .person(.init("e"))]
    let names = MapContent.make(of: twoCommittees.on(nil), view: view).nodes.map(\.name)
    #expect(names.contains("B") && names.contains("E"))
  }

  @Test func sharedPeopleAreTheTiesOfCommittees() {
    var view = MapView(.people)
    view.rollUp = .committees
    let content = MapContent.make(of: twoCommittees.on(nil), view: view)
    #expect(content.ties.map(\.count) == [4])
    #expect(content.ties.first?.details == ["A", "B", "C", "CHAIR"])
  }

  @Test(arguments: 0..<8)
  func stricterBackbonesAreParts(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    for var view in Self.views where view.kind != .governance {
      var before: Set<[EntityReference]>?
      for level in [1, 0.5, 0.1, 0.01] {
        view.reduction.backbone = level
        let ties = Set(
          MapContent.make(of: ecosystem.on(nil), view: view).ties.map { [$0.from, $0.to] })
        if let before { #expect(ties.isSubset(of: before)) }
        before = ties
      }
    }
  }

  @Test func regionsStandForTheirCompanies() {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(
      [("a", "Asia"), ("b", "Asia"), ("c", "Europe"), ("d", nil)].map { id, region in
        var company = Company(id: .init(id), name: id)
        company.region = region
        return company
      })
    ecosystem.relationships = [("a", "c"), ("b", "c"), ("a", "b"), ("c", "d")].map {
      Relationship(from: .company(.init($0.0)), to: .company(.init($0.1)))
    }
    var view = MapView(.ecosystem)
    view.rollUp = .regions
    let content = MapContent.make(of: ecosystem.on(nil), view: view)
    #expect(content.nodes.map(\.name) == ["Asia", "Europe", "d"])
    #expect(content.nodes.map(\.everyone.count) == [2, 1, 1])
    #expect(content.ties.map(\.count).sorted() == [1, 2])
    #expect(content.omissions.map(\.count) == [1])
  }
}

/// How the fit of a map goes on.
@Suite(.timeLimit(.minutes(60)))
struct SlideFitTests {
  private func measures(
    letters: Double, crossings: Int = 0, through: Int = 0, struck: Int = 0
  ) -> Legibility {
    Legibility(
      smallestLabel: letters, crossings: crossings, linesThroughBoxes: through, boxOverlaps: 0,
      labelOverlaps: 0, struckLabels: struck, aspect: 1.8, fill: 1, ink: 1)
  }

  @Test func whatCoversWordsOrCrossesTooOftenDoesNotFit() {
    let goal = FitGoal.slide
    #expect(goal.isMet(by: measures(letters: 9, crossings: 5), mostCrossings: 5))
    #expect(!goal.isMet(by: measures(letters: 9, crossings: 6), mostCrossings: 5))
    #expect(!goal.isMet(by: measures(letters: 9, struck: 1), mostCrossings: 5))
    #expect(!goal.isMet(by: measures(letters: 9, through: 1), mostCrossings: 5))
    #expect(!goal.isMet(by: measures(letters: 8.9), mostCrossings: 5))
    #expect(goal.prefers(measures(letters: 9), to: measures(letters: 9, struck: 1)))
  }

  @Test func onlyWhatIsNearIsSearchedFor() {
    let goal = FitGoal.slide
    #expect(goal.isNear(measures(letters: 8.2, crossings: 60, struck: 3), lines: 20))
    #expect(!goal.isNear(measures(letters: 8), lines: 20))
    #expect(!goal.isNear(measures(letters: 9, crossings: 61), lines: 20))
  }

  @Test func whatFitsIsLeftAlone() {
    let sample = Ecosystem.sample
    var fit = SlideFit(of: sample.on(nil), view: MapView(.governance), goal: .slide)
    #expect(fit.next(after: nil) == MapContent.make(of: sample.on(nil), view: MapView(.governance)))
    #expect(fit.next(after: measures(letters: 9)) == nil)
  }

  @Test func nothingIsFoldedWithoutAGoal() {
    let ecosystem = Ecosystem.random(seed: 3)
    var fit = SlideFit(of: ecosystem.on(nil), view: MapView(.people), goal: .none)
    #expect(fit.next(after: nil) == MapContent.make(of: ecosystem.on(nil), view: MapView(.people)))
    #expect(fit.next(after: measures(letters: 1)) == nil)
  }

  @Test(arguments: 0..<12, [MapKind.ecosystem, .people, .governance])
  func eachStepShowsLessAndTheyEnd(seed: UInt64, kind: MapKind) {
    let ecosystem = Ecosystem.random(seed: seed)
    var fit = SlideFit(of: ecosystem.on(nil), view: MapView(kind), goal: .slide)
    var sizes: [Int] = []
    var found: MapContent? = fit.next(after: nil)
    while let content = found, sizes.count < 200 {
      sizes.append(
        content.nodes.reduce(content.ties.count) {
          $0 + 1 + $1.lines.count + $1.optionalLines.count
        })
      found = fit.next(after: measures(letters: 5))
    }
    #expect(sizes.count < 200)
    var again = SlideFit(of: ecosystem.on(nil), view: MapView(kind), goal: .slide)
    #expect(again.next(after: nil)?.nodes.isEmpty == (sizes.first == 0))
  }

  /// A hub with hundreds of partners: as many as there is room for stay, those with few ties are listed or counted.
  @Test func leavesOfLowValueFoldFirst() {
    var ecosystem = Ecosystem()
    let partners = (1...200).map { "p\($0)" }
    ecosystem.companies = Roster((["hub"] + partners).map { Company(id: .init($0), name: $0) })
    for (number, partner) in partners.enumerated() {
      // One partner in ten has five ties, the others one or two.
      for _ in 0..<(number % 10 == 0 ? 5 : 1 + number % 2) {
        ecosystem.relationships.append(
          Relationship(from: .company(.init("hub")), to: .company(.init(partner))))
      }
    }
    var view = MapView(.ecosystem)
    // Who asks for owners wants lines, and no landscape.
    view.highlightsUnowned = true
    var fit = SlideFit(of: ecosystem.on(nil), view: view, goal: .slide)
    let content = fit.next(after: nil)
    #expect(content?.nodes.count == FitGoal.slide.mostBoxes)
    #expect(content?.nodes.first?.lines.first?.hasPrefix("+ p") ?? false)
    #expect(content?.nodes.first?.lines.last == "+ 93 more")
    let kept = Set((content?.nodes ?? []).map(\.name))
    #expect(partners.indices.allSatisfy { $0 % 10 != 0 || kept.contains(partners[$0]) })
    #expect(content?.shownEntities == 201)
  }
}
