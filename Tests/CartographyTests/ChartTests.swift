import EcosystemModel
import Foundation
import Insights
import TestSupport
import Testing

@testable import Cartography

/// What holds for every picture of an answer, whatever the data.
@Suite(.timeLimit(.minutes(60)))
struct ChartTests {
  /// Every answer of an ecosystem that has a picture.
  static func answers(of ecosystem: Ecosystem) -> [any Findings] {
    var answers: [any Findings] = []
    func add(_ make: () throws -> any Findings) {
      if let answer = try? make() { answers.append(answer) }
    }
    add { try ecosystem.on(nil).answer(OverlapQuestion(limit: nil)) }
    if ecosystem.committees.count > 1 {
      let names = ecosystem.committees.map(\.id.rawValue)
      add { try ecosystem.on(nil).answer(OverlapQuestion(names[0], names[1])) }
    }
    add { try ecosystem.on(nil).answer(LoadQuestion(limit: nil)) }
    add { try ecosystem.on(nil).answer(EscalationQuestion()) }
    if let before = CalendarDate("2019-06-01"), let after = CalendarDate("2021-06-01") {
      add { try ecosystem.on(after).answer(EscalationComparisonQuestion(before: before)) }
    }
    add { try ecosystem.on(nil).answer(DecisionQuestion(limit: nil)) }
    add { try ecosystem.on(nil).answer(TaxQuestion(limit: nil)) }
    if let before = CalendarDate("2019-06-01"), let after = CalendarDate("2021-06-01") {
      add { try ecosystem.on(after).answer(TaxComparisonQuestion(before: before)) }
    }
    if let first = CalendarDate("2018-01-01"), let last = CalendarDate("2021-06-01") {
      add { try ecosystem.on(nil).answer(TurnoverQuestion(from: first, to: last)) }
    }
    let days = ["2018-01-01", "2019-06-01", "2021-06-01"].compactMap { CalendarDate($0) }
    add {
      EcosystemGrowth(
        of: days.map { .init(ecosystem.on($0), called: $0.words) }, isSameDataset: true)
    }
    add { try measured(ecosystem).on(nil).answer(HealthQuestion(limit: nil)) }
    add { try ecosystem.on(nil).answer(HandoffReviewQuestion()) }
    if let first = ecosystem.handoffs.first, let last = ecosystem.handoffs.last {
      add {
        try ecosystem.on(nil).answer(
          HandoffPathsQuestion(from: first.from, to: last.to, isAnyStage: true))
      }
    }
    add { try ecosystem.on(nil).answer(FirewallQuestion()) }
    if let alliance = ecosystem.alliances.first {
      add { try ecosystem.on(nil).answer(PeerQuestion(of: alliance.id)) }
    }
    let value = Alliance.column(\.valueInUSDollars)
    add { try ecosystem.on(nil).answer(PortfolioQuestion()) }
    add { try ecosystem.on(CalendarDate("2019-06-01")).answer(TimelineQuestion()) }
    add {
      try ecosystem.on(nil).answer(
        TimelineQuestion(group: Alliance.column(\.companies), colour: "health"))
    }
    add { try ecosystem.on(nil).answer(PortfolioQuestion(x: value)) }
    add { try ecosystem.on(nil).answer(PortfolioQuestion(x: "health")) }
    add { try ecosystem.on(nil).answer(PortfolioQuestion(y: value)) }
    let ends = ecosystem.references.filter { $0.kind == .company }
    // Rivals are introduced by nobody, so that not every pair has a way.
    for last in ends.dropFirst().prefix(4) {
      add { try ecosystem.on(nil).answer(NavigatorQuestion(to: ends[0], from: last)) }
    }
    return answers
  }

  /// The ecosystem with health checks of some of its alliances, by two groups and on three days.
  private static func measured(_ ecosystem: Ecosystem) -> Ecosystem {
    var made = ecosystem
    for (place, alliance) in made.alliances.prefix(12).enumerated() {
      for (day, date) in ["2019-01-15", "2020-02-01", "2021-07-01"].enumerated() {
        for (group, name) in ["leadership", "teams of both partners"].enumerated() {
          let step = (place * 3 + day * 2 + group * 5) % 9
          var score = Score(
            subject: alliance.reference, measure: "agreement with the plan \(place % 2)",
            value: Double(step + 1) / 2)
          score.date = .on(date)
          score.scale = "1-5"
          score.group = name
          score.target = place % 3 == 0 ? 4 : nil
          made.scores.append(score)
        }
      }
    }
    return made
  }

  static func sheets(
    of ecosystem: Ecosystem, theme: Theme = .named(.light)
  ) -> [(name: String, sheet: LaidOutDiagram)] {
    let context = PictureContext(
      theme: theme, companies: CompanyLooks(), provenance: Provenance(fingerprint: "0123456789"))
    return answers(of: ecosystem).flatMap { answer in
      ChartCatalog.all.compactMap { chart in
        chart.laidOut(answer, context).map { ("\(type(of: answer)) \(chart.name)", $0) }
      }
    }
  }

  @Test func everyPictureIsDrawnOfTheSample() {
    let answers = Self.answers(of: .sample)
    for chart in ChartCatalog.all {
      #expect(answers.contains { chart.draws($0) }, "\(chart) is drawn of nothing.")
      #expect(!chart.name.isEmpty && !chart.meaning.isEmpty && chart.meaning.last != ".")
    }
    for answer in answers {
      for chart in ChartCatalog.charts(of: answer) {
        #expect(chart.laidOut(answer, PictureContext()) != nil, "\(chart)")
      }
      for chart in ChartCatalog.all where !chart.draws(answer) {
        #expect(chart.laidOut(answer, PictureContext()) == nil, "\(chart)")
      }
      // Of one answer a name tells a picture.
      let names = ChartCatalog.charts(of: answer).map { $0.name }
      #expect(Set(names).count == names.count)
    }
  }

  /// What a view may ask for: every kind is declared once, answers the sample, and refuses names that it does not take.
  @Test func everyKindIsAskedForOnce() throws {
    let kinds = ChartCatalog.questions.map(\.kind)
    #expect(Set(kinds).count == kinds.count)
    #expect(Set(ChartCatalog.all.map { $0.kind }) == Set(kinds))
    #expect(Set(Picture.all.map(\.name)).count == Picture.all.count)
    for picture in Picture.all { #expect(Picture(named: picture.name) == picture) }
    for (kind, question) in ChartCatalog.questions {
      let few = ChartRequest(kind, about: Array(repeating: "x", count: 3))
      let error = #expect(throws: InsightError.self) {
        try few.answer(in: Ecosystem.sample.on(nil))
      }
      #expect(error?.message.contains(question.subjects.meaning) ?? false)
      guard question.subjects.counts.contains(0) else { continue }
      let sheet = try ChartRequest(kind).laidOut(in: Ecosystem.sample.on(nil), PictureContext())
      #expect(try #require(sheet).diagram.kind == .chart(kind))
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func everyPictureIsLegible(seed: UInt64) {
    let ecosystem = seed == 0 ? Ecosystem.sample : .random(seed: seed, scale: seed < 6 ? 24 : 120)
    var wide = Theme.named(.light)
    wide.typeface = Typeface("Verdana")
    for theme in Theme.Name.allCases.map(Theme.named) + [wide] {
      for (name, sheet) in Self.sheets(of: ecosystem, theme: theme) {
        let reader = ChartReader(sheet)
        // A wide font leaves so little room that a full chart shrinks by a hair.
        let least = theme.typeface == nil ? 9 - 1e-9 : 8.9
        #expect(reader.smallestLetters >= least, "\(name), seed \(seed)")
        #expect(reader.isInside, "\(name), seed \(seed): something lies outside the sheet")
        #expect(reader.weakestContrast >= 4.5, "\(name), seed \(seed)")
        #expect(reader.tooWideLabels == [], "\(name), seed \(seed)")
        #expect(reader.clashes == [], "\(name), seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func everyPictureIsWholeAndTheSameAgain(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let again = Self.sheets(of: ecosystem)
    for (position, (name, sheet)) in Self.sheets(of: ecosystem).enumerated() {
      let keys = sheet.diagram.nodes.map(\.key)
      #expect(Set(keys).count == keys.count, "\(name)")
      #expect(sheet.boxes.count == keys.count && sheet.routes.count == sheet.diagram.edges.count)
      for edge in sheet.diagram.edges {
        #expect(keys.contains(edge.from) && keys.contains(edge.to), "\(name)")
      }
      let footer = sheet.diagram.footer
      let theme = sheet.diagram.theme
      let whole = footer + "; data version 01234567"
      #expect(
        footer.hasSuffix("data version 01234567")
          || Footer.lines(of: whole, theme: theme).count
            > Footer.lines(of: footer, theme: theme).count,
        "\(name): \(footer)")
      #expect(!sheet.diagram.title.isEmpty && !sheet.diagram.summary.isEmpty)
      #expect(sheet == again[position].sheet, "\(name)")
      let coded = try JSONEncoder().encode(sheet)
      #expect(try JSONDecoder().decode(LaidOutDiagram.self, from: coded) == sheet, "\(name)")
    }
  }

  @Test func ticksAreRoundAndFew() {
    #expect(PictureText.ticks(to: 0) == [0])
    #expect(PictureText.ticks(to: 36, limit: 6) == [0, 10, 20, 30])
    #expect(PictureText.ticks(to: 98, limit: 10) == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90])
    for most in [0.3, 7, 8.1, 99, 12_345] {
      let ticks = PictureText.ticks(to: most)
      #expect(ticks.count <= 9 && ticks.count > 2 && (ticks.last ?? 0) <= most, "\(most)")
    }
  }

  @Test func namesAreShortenedAndRolesAreNot() {
    #expect(PictureText.initialed("Ken Tanaka-Ito") == "K. Tanaka-Ito")
    #expect(PictureText.initialed("Trial alliance manager") == "Trial alliance manager")
    #expect(PictureText.initialed("Cher") == "Cher")
    #expect(PictureText.duration(hours: 0.2) == "12\u{A0}min")
    #expect(PictureText.duration(hours: 48) == "48\u{A0}h")
    #expect(PictureText.duration(hours: 160) == "6.7\u{A0}days")
    #expect(PictureText.percent(7.0 / 24) == "29 %")
  }
}
