import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// Relationships between people, between committees, and between whatever a file joins are drawn by the map that is chosen.
struct NetworkMapTests {
  /// A ring of people at two companies with one relationship each way between the first two.
  private static func people(kind: String? = nil, isDirected: Bool = true) -> Ecosystem {
    var made = Ecosystem()
    let companies = ["Aldgate", "Birch"].map { made.addCompany($0) }
    let people = (0..<4).map { made.addPerson("Person \($0)", at: companies[$0 % 2]) }
    for (from, to) in [(0, 1), (1, 0), (1, 2), (2, 3)] {
      made.addRelationship(from: .person(people[from]), to: .person(people[to])) {
        $0.kind = kind
        $0.directed = isDirected
      }
    }
    return made
  }

  private func drawn(_ ecosystem: Ecosystem) throws -> (content: MapContent, diagram: Diagram) {
    let choice = Picture.suitable(for: ecosystem.on(nil)).picture
    guard case .map(let kind) = choice else { throw Refused() }
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(kind))
    return (content, Diagram.make(of: content))
  }

  private struct Refused: Error {}

  @Test func peopleAreDrawnByDefaultInTheColoursOfTheirCompanies() throws {
    let (content, diagram) = try drawn(Self.people(kind: "advises"))
    #expect(content.view.kind == .people)
    #expect(content.nodes.map(\.name) == (0..<4).map { "Person \($0)" })
    #expect(content.shownTies == 4 && content.omissions.isEmpty)
    #expect(content.title == "Who is linked to whom: 4 people")
    #expect(Set(diagram.nodes.map(\.fill)).count == 2)
    #expect(diagram.legend.contains { $0.title == "Colour: company" })
    let lines = diagram.legend.flatMap(\.entries).map(\.text)
    #expect(!lines.contains("member") && !lines.contains("seat"))
    #expect(diagram.footer.hasPrefix("4 of 4 people, 4 of 4 links; "))
  }

  @Test func oppositeArrowsKeepBothHeads() throws {
    let (_, diagram) = try drawn(Self.people())
    let heads = diagram.edges.filter { $0.arrow == .forward }.map(\.to)
    #expect(heads.count == 4)
    #expect(Set(heads).count == 4)
  }

  /// Two companies that supply each other are two arrows, unless one of their links leads both ways.
  @Test(arguments: [true, false])
  func oppositeArrowsOfCompaniesKeepBothHeads(hasOther: Bool) throws {
    var made = Ecosystem()
    let companies = ["Aldgate", "Birch", "Cedar"].map { made.addCompany($0) }
    for (from, to) in [(0, 1), (1, 0), (1, 2)] {
      made.addRelationship(from: .company(companies[from]), to: .company(companies[to])) {
        $0.directed = true
      }
    }
    if hasOther {
      made.addRelationship(from: .company(companies[0]), to: .company(companies[1]))
    }
    let (content, diagram) = try drawn(made)
    #expect(content.shownTies == (hasOther ? 4 : 3))
    #expect(diagram.edges.count == (hasOther ? 2 : 3))
    #expect(diagram.edges.count { $0.arrow == .forward } == (hasOther ? 1 : 3))
  }

  /// Whoever is one step from an alliance's partner is so from the other partner.
  @Test func bothSidesOfAnAllianceBelongToTheFirstStep() {
    var made = Ecosystem()
    let companies = ["Aldgate", "Birch", "Cedar"].map { made.addCompany($0) }
    let alliances = [(0, 1), (1, 2)].map { sides -> Alliance in
      var alliance = Alliance(id: .init("x\(sides.0)"), name: "Alliance \(sides.0)")
      alliance.companies = [companies[sides.0], companies[sides.1]]
      return alliance
    }
    made.alliances = Roster(alliances)
    var view = MapView(.focus)
    (view.focus, view.steps) = (.company(companies[0]), 1)
    let content = MapContent.make(of: made.on(nil), view: view)
    #expect(content.nodes.map(\.name) == ["Aldgate", "Alliance 0", "Birch"])
    #expect(content.nodes.map(\.distance) == [0, 1, 1])
  }

  @Test func peopleWithoutALinkAreThere() throws {
    var made = Self.people()
    made.addPerson("On their own", at: nil)
    #expect(try drawn(made).content.nodes.count == 5)
  }

  @Test func functionsColourPeopleOfOneCompany() throws {
    var made = Ecosystem()
    let company = made.addCompany("Aldgate")
    let functions = ["Law", "Sales"].map { made.addFunction($0, of: company) }
    let people = functions.map { function in
      made.addPerson("In \(function.rawValue)", at: company) { $0.function = function }
    }
    made.addRelationship(from: .person(people[0]), to: .person(people[1]))
    let (_, diagram) = try drawn(made)
    #expect(diagram.legend.contains { $0.title == "Colour: function" })
  }

  @Test func committeesAreDrawnByDefault() throws {
    var made = Ecosystem()
    let committees = ["Board", "Audit", "Risk"].map { made.addCommittee($0) }
    made.addRelationship(from: .committee(committees[0]), to: .committee(committees[1]))
    made.addRelationship(from: .committee(committees[1]), to: .committee(committees[2]))
    let (content, _) = try drawn(made)
    #expect(content.nodes.count == 3 && content.ties.count == 2)
    #expect(content.title == "Who is linked to whom: 3 committees")
  }

  @Test func mixedEndsKeepTheirPlaces() throws {
    var made = Ecosystem()
    let companies = ["Aldgate", "Birch"].map { made.addCompany($0) }
    let people = ["Ada", "Bo"].map { made.addPerson($0, at: nil) }
    made.addRelationship(from: .person(people[0]), to: .company(companies[0]))
    made.addRelationship(from: .person(people[0]), to: .company(companies[1]))
    made.addRelationship(from: .person(people[1]), to: .company(companies[1]))
    let (content, _) = try drawn(made)
    #expect(content.view.kind == .ecosystem)
    #expect(content.nodes.count == 4 && content.ties.count == 3)
    #expect(content.title == "Partner ecosystem: 2 companies, 2 people")
    #expect(
      Picture.suitable(for: made.on(nil)).reason
        == "3 relationships between companies and people")
  }

  @Test func seatsAndRelationshipsShareAMapOfPeople() {
    var made = Self.people(kind: "coaches")
    let board = made.addCommittee("Board")
    let ids = made.people.map(\.id)
    for person in ids.prefix(2) { made.seat(person, on: board) }
    let content = MapContent.make(of: made.on(nil), view: MapView(.people))
    #expect(content.shownTies == 6 && content.nodes.count == 5)
    let diagram = Diagram.make(of: content)
    let texts = diagram.legend.flatMap(\.entries).map(\.text)
    #expect(texts.contains("member") && texts.contains("coaches 4"))
    #expect(diagram.footer.contains("6 of 6 seats and links"))
  }

  /// Whatever people are joined by, each of their relationships is drawn or counted.
  @Test(arguments: Seeds.upTo(20)) func nothingIsDroppedInSilence(seed: UInt64) {
    let snapshot = Ecosystem.random(seed: seed, scale: 12).on(nil)
    for kind in [MapKind.people, .ecosystem] {
      let content = MapContent.make(of: snapshot, view: MapView(kind))
      let omitted = content.omissions.reduce(0) { $0 + ($1.isStatedElsewhere ? 0 : $1.ties) }
      #expect(content.shownTies + content.foldedTies + omitted <= content.availableTies)
    }
  }

  @Test func whatLiesFartherFromAFocusIsCounted() {
    let snapshot = Ecosystem.sample.on(nil)
    for reference in Ecosystem.sample.references {
      var view = MapView(.focus)
      (view.focus, view.steps) = (reference, 1)
      let content = MapContent.make(of: snapshot, view: view)
      let farther = content.omissions.reduce(0) { $0 + $1.members.count }
      #expect(content.shownEntities + farther == content.availableNodes, "\(reference)")
      #expect(
        content.shownTies + content.omissions.reduce(0) { $0 + $1.ties } == content.availableTies)
    }
  }
}

/// A kind of relationship looks the same in every dataset.
struct KindLookTests {
  private func sorts(of kinds: [String], asked: [String]) -> [LineLook.Sort] {
    var made = Ecosystem()
    let companies = ["A", "B"].map { made.addCompany($0) }
    for kind in kinds {
      made.addRelationship(from: .company(companies[0]), to: .company(companies[1])) {
        $0.kind = kind
      }
    }
    let looks = LineKinds(of: made)
    return asked.map { looks.sort(of: [$0: 1], in: .named(.light)) }
  }

  @Test func usualKindsHaveTheirOwnLookWhateverElseThereIs() {
    let kinds = ["supplies", "Works with", "co-develops", "licenses to", "funds"]
    let alone = kinds.map { sorts(of: [$0, "zzz"], asked: [$0])[0] }
    #expect(Set(alone).count == kinds.count)
    #expect(sorts(of: kinds + ["other", "more"], asked: kinds) == alone)
    #expect(sorts(of: kinds.reversed(), asked: kinds) == alone)
  }

  @Test func otherWordsLookAlikeEverywhere() {
    for word in ["mentors", "audits", "presents with"] {
      let beside = ["supplies", "funds"].map { sorts(of: [word, word, $0], asked: [word])[0] }
      #expect(Set(beside).count == 1, "\(word)")
    }
  }

  @Test func looksDiffer() {
    for name in [Theme.Name.light, .dark] {
      let inks = Theme.named(name).lineKinds
      #expect(inks.count == Theme.lineKindCount)
      #expect(Set(inks.map { "\($0.colour) \($0.stroke)" }).count == inks.count)
    }
  }
}
