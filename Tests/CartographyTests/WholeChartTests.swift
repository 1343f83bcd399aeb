import EcosystemModel
import GraphvizKit
import Insights
import TestSupport
import Testing

@testable import Cartography

/// Pictures of answers leave out what does not fit on a slide, and nothing where everything is asked for.
@Suite(.timeLimit(.minutes(60)))
struct WholeChartTests {
  /// Handoffs over six stages among so many teams of two companies.
  private static func handoffs(_ count: Int, teams: Int, seed: Int) -> Ecosystem {
    var made = Ecosystem()
    let companies = [made.addCompany("One"), made.addCompany("Two")]
    let functions = (0..<teams).map { made.addFunction("Team \($0)", of: companies[$0 % 2]) }
    let stages = ["sourcing", "contracting", "development", "regulatory", "launch", "sunset"]
    for row in 0..<count {
      let from = (row * (2 * seed + 1)) % teams
      made.addHandoff(
        from: .function(functions[from]),
        to: .function(functions[(from + 1 + row % (teams - 1)) % teams])
      ) {
        $0.what = "Thing \(row)"
        $0.stage = stages[row % 6]
      }
    }
    return made
  }

  private func texts(of sheet: LaidOutDiagram) -> [String] {
    (sheet.sheet.beforeMap + sheet.sheet.afterMap).compactMap {
      if case .text(let line, _) = $0 { line.text } else { nil }
    }
  }

  @Test(arguments: [(52, 26, 1), (90, 14, 2), (20, 8, 3), (3, 4, 4)])
  func everyHandoffIsDrawnWhereAllAreAskedFor(count: Int, teams: Int, seed: Int) throws {
    let ecosystem = Self.handoffs(count, teams: teams, seed: seed)
    var request = ChartRequest(HandoffLanes.kind)
    request.showsAll = true
    let sheet = try #require(try request.laidOut(in: ecosystem.on(nil), PictureContext()))
    let told = Set(
      sheet.diagram.edges.flatMap { $0.tooltip.split { "\n,".contains($0) } }
        .map { $0.trimmed })
    for row in 0..<count { #expect(told.contains("Thing \(row)"), "row \(row)") }
    #expect(sheet.diagram.title.contains("\(count) handoffs"))
    #expect(
      !sheet.diagram.footer.contains("left out") && !sheet.diagram.footer.contains(" of \(count)"))
    let reader = ChartReader(sheet)
    #expect(reader.smallestLetters >= 9 && reader.isInside)
    #expect(reader.clashes.isEmpty, "\(reader.clashes)")
    #expect(sheet.width < sheet.diagram.slide.width + 1)
  }

  /// A chain through twelve teams: each stage hands on to the next, and all of it fits on a slide.
  @Test func aChainOfADozenFits() throws {
    var made = Ecosystem()
    let companies = [made.addCompany("Helvetia Therapeutics"), made.addCompany("Kyoto Biologics")]
    let teams = (0..<12).map { made.addFunction("Team \($0)", of: companies[$0 / 7]) }
    let chain = [
      (0, 1, "1"), (1, 2, "1"), (2, 3, "1"), (3, 0, "2"), (0, 7, "3"), (7, 8, "3"), (8, 9, "4"),
      (9, 4, "5"), (4, 5, "5"), (5, 6, "6"), (6, 10, "6"), (10, 11, "6"), (11, 5, "6"),
    ]
    for (from, to, stage) in chain {
      made.addHandoff(from: .function(teams[from]), to: .function(teams[to])) {
        $0.what = "From \(from)"
        $0.stage = "\(stage) Stage"
      }
    }
    let review = try made.on(nil).answer(HandoffReviewQuestion())
    let sheet = try #require(HandoffLanes.laidOut(review, PictureContext()))
    #expect(sheet.diagram.title.contains(": 13 handoffs"), "\(sheet.diagram.title)")
    let reader = ChartReader(sheet)
    #expect(reader.smallestLetters >= 9 && reader.clashes.isEmpty, "\(reader.clashes)")
  }

  /// What is asked for in full is never less than what fits.
  @Test(arguments: Seeds.upTo(4))
  func allIsNeverLess(seed: UInt64) throws {
    let snapshot = Ecosystem.random(seed: seed, scale: 40).on(nil)
    for (kind, question) in ChartCatalog.questions where question.subjects.counts.contains(0) {
      var request = ChartRequest(kind)
      guard let some = try? request.laidOut(in: snapshot, PictureContext()) else { continue }
      request.showsAll = true
      let all = try #require(try request.laidOut(in: snapshot, PictureContext()))
      #expect(all.diagram.nodes.count >= some.diagram.nodes.count, "\(kind)")
      #expect(all.height >= some.height * 0.8 && all.diagram.slide.width == Slide.width, "\(kind)")
    }
  }

  @Test func marksOfLanesAreExplainedWhereTheyAreDrawn() throws {
    var made = Self.handoffs(6, teams: 6, seed: 1)
    func legend() throws -> [String] {
      let sheet = try #require(
        HandoffLanes.laidOut(
          try made.on(nil).answer(HandoffReviewQuestion()), PictureContext()))
      return sheet.diagram.legend.flatMap { $0.entries.map(\.text) }
    }
    #expect(!(try legend().contains { $0.contains("usual time") }))
    let ends = (made.functions[0].id, made.functions[5].id)
    for hours in [2.0, 4] {
      made.addHandoff(from: .function(ends.0), to: .function(ends.1)) {
        $0.what = "Case"
        $0.stage = "launch"
        $0.hours = hours
      }
    }
    let words = try legend()
    #expect(words.contains { $0.contains("×") && $0.hasSuffix("handoffs") }, "\(words)")
  }

  /// A mark is for exceptions: of the rows of peers at most a third is red.
  @Test(arguments: 0...6)
  func redIsForExceptions(single: Int) throws {
    var made = Ecosystem()
    let companies = ["One", "Two"].map { made.addCompany($0) }
    let alliance = made.addAlliance("Pact", of: companies)
    let board = made.addCommittee("JSC", of: alliance)
    for number in 0..<6 {
      let functions = companies.map {
        made.addFunction("Team \(number)", of: $0, id: "t\(number)\($0)")
      }
      for (company, function) in zip(companies, functions) {
        for copy in 0..<(number < single ? 1 : 2) {
          let person = made.addPerson("P\(number) \(copy) \(company)", at: company) {
            $0.function = function
          }
          made.seat(person, on: board)
        }
      }
      made.addRelationship(from: .function(functions[0]), to: .function(functions[1]))
    }
    let sheet = try #require(
      PeerSides.laidOut(
        try made.on(nil).answer(PeerQuestion(of: alliance)), PictureContext()))
    let theme = Theme.named(.light)
    let red = sheet.diagram.edges.filter { $0.classes == ["pair"] && $0.colour == theme.warning }
    // Each row has a line on each side.
    #expect(red.count == (single <= 2 ? 2 * single : 0))
  }

  @Test func peersWithoutADayAreThoseThatLast() throws {
    var made = Ecosystem()
    let companies = ["One", "Two"].map { made.addCompany($0) }
    let old = made.addAlliance("Old pact", of: companies) {
      $0.validity.until = .on("2004")
    }
    let alliance = made.addAlliance("Pact", of: companies)
    let functions = companies.map { made.addFunction("Research", of: $0, id: "r\($0)") }
    let former = made.addCommittee("Former team", of: alliance) { $0.validity.until = .on("2016") }
    let present = made.addCommittee("Present team", of: alliance)
    for (company, function) in zip(companies, functions) {
      let person = made.addPerson("Lead \(company)", at: company) { $0.function = function }
      for body in [former, present] { made.seat(person, on: body) }
    }
    let answer = try ChartRequest(PeerSides.kind).answer(in: made.on(nil))
    let peers = try #require(answer as? PeerMatrix)
    #expect(peers.alliance == alliance && peers.alliance != old)
    #expect(peers.committees.map(\.committee) == ["Present team"])
    #expect(peers.endedBodies == ["Former team"])
    let then = try made.on(.on("2010")).answer(PeerQuestion(of: alliance))
    #expect(then.committees.count == 2 && then.endedBodies.isEmpty)
  }

  @Test func aPairIsTitledByItsShares() throws {
    var made = Ecosystem()
    let bodies = ["Big", "Small"].map { made.addCommittee($0) }
    for number in 0..<10 {
      let person = made.addPerson("Person \(number)")
      if number < 8 { made.seat(person, on: bodies[0]) }
      if number >= 6 { made.seat(person, on: bodies[1]) }
    }
    let pair = try made.on(nil).answer(OverlapQuestion("Big", "Small"))
    let title = try #require(OverlapUpSet.laidOut(pair, PictureContext())).diagram.title
    #expect(title.contains("2 people on both, 25 % of Big and 50 % of Small"), "\(title)")
  }

  @Test func coverageIsThatOfTheTeamAskedFor() throws {
    var made = Ecosystem()
    let company = made.addCompany("One")
    let lead = made.addFunction("Lead", of: company)
    let zones = ["Asia/Tokyo", "Europe/London"]
    let sites = zones.map { zone in
      made.addFunction("Site \(zone)", of: company) {
        $0.timeZone = zone
        $0.parent = lead
      }
    }
    let other = made.addFunction("Other", of: company) { $0.timeZone = "America/New_York" }
    for site in sites { made.addHandoff(from: .function(site), to: .function(other)) }
    let sheet = try #require(
      try ChartRequest(CoverageClock.kind, about: ["Lead"]).laidOut(
        in: made.on(nil), PictureContext()))
    let words = texts(of: sheet)
    #expect(sheet.diagram.title.contains("Lead"))
    #expect(words.contains { $0.hasPrefix("Tokyo, 09:00–17:00 local") })
    #expect(!words.contains { $0.contains("New York") })
    #expect(ChartReader(sheet).weakestContrast >= 4.5)
    #expect(throws: InsightError.self) {
      try ChartRequest(CoverageClock.kind, about: ["Nobody"]).answer(in: made.on(nil))
    }
  }
}
