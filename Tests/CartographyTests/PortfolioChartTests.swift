import EcosystemModel
import GraphvizKit
import Insights
import TestSupport
import Testing

@testable import Cartography

/// Every alliance is on a portfolio: as a mark of its own, or counted where it would stand.
@Suite(.timeLimit(.minutes(60)))
struct PortfolioChartTests {
  /// So many alliances, of which every fifth lacks something.
  static func portfolio(
    _ count: Int, areas: Int = 6, name: (Int) -> String = { "Alliance \($0)" },
    value: (Int) -> Double? = { $0 % 5 == 4 ? nil : Double($0 + 1) * 1e6 }
  ) -> Ecosystem {
    var made = Ecosystem()
    let hub = made.addCompany("Hub")
    let partner = made.addCompany("Partner")
    let stages = ["development", "sourcing", "Launch", "commercial", "contracting"]
    for number in 0..<count {
      made.addAlliance(name(number), of: [hub, partner]) {
        $0.stage = number % 5 == 3 ? nil : stages[number % 5]
        $0.area = number % 5 == 4 ? nil : "Area \(number % areas)"
        $0.valueInUSDollars = value(number)
      }
    }
    return made
  }

  private static func members(of sheet: LaidOutDiagram) -> [Diagram.Member] {
    sheet.diagram.nodes.flatMap { $0.members ?? [] }
  }

  private static func texts(of sheet: LaidOutDiagram) -> String {
    sheet.sheet.guides.compactMap { if case .text(let line, _) = $0 { line.text } else { nil } }
      .joined(separator: " ")
  }

  @Test(arguments: [1, 2, 7, 40, 150, 400], [nil, "value_usd"])
  func everyAllianceIsThereOnce(count: Int, x: String?) throws {
    let answer = try Self.portfolio(count).on(nil).answer(PortfolioQuestion(x: x))
    let sheet = try #require(
      ChartCatalog.charts(of: answer).first?.laidOut(answer, PictureContext()))
    let members = Self.members(of: sheet)
    #expect(members.count == count)
    #expect(Set(members.map(\.key)).count == count)
    let shown = members.filter(\.shown)
    if x == nil, count <= 40 { #expect(shown.count == count) }
    #expect(
      sheet.diagram.footer.contains(
        shown.count == count ? "all named" : "\(shown.count) of \(count) alliances are named")
        || count == 1)
    let texts = Self.texts(of: sheet)
    for member in shown { #expect(texts.contains(member.name), "\(member.name)") }
    let reader = ChartReader(sheet)
    #expect(reader.clashes == [] && reader.isInside && reader.smallestLetters >= 9 - 1e-9)
  }

  @Test func whatIsNotGivenHasAPlaceAndIsCounted() throws {
    let answer = try Self.portfolio(20).on(nil).answer(PortfolioQuestion())
    let sheet = try #require(PortfolioGrid.laidOut(answer, PictureContext()))
    let texts = Self.texts(of: sheet)
    #expect(texts.ranges(of: "Not given").count == 2, "A row and a column.")
    #expect(sheet.diagram.footer.contains("not given: stage of 4, area of 4, value of 4"))
  }

  @Test func stagesStandInTheOrderOfTheTradeOrAsStated() throws {
    let snapshot = Self.portfolio(20).on(nil)
    let words = try snapshot.answer(PortfolioQuestion()).x?.words
    #expect(
      words == ["sourcing", "contracting", "development", "Launch"])
    let stated = try snapshot.answer(PortfolioQuestion(stages: ["launch", "Development"])).x?.words
    #expect(stated?.prefix(2) == ["Launch", "development"])
  }

  @Test("an axis has round numbers, in powers of ten where they lie far apart")
  func axesAreRound() {
    let far = ScaleAxis([1e3, 5e5, 1e12], range: nil, tickLimit: 8)
    #expect(far.isLogarithmic && far.ticks.count <= 8 && far.ticks.first == 1e3)
    #expect(far.share(1e3) == 0 && far.share(1e12) <= 1)
    let grades = ScaleAxis([2.2, 3.9], range: 1...5, tickLimit: 8)
    #expect(grades.ticks.first == 1 && grades.ticks.last == 5)
    let one = ScaleAxis([7], range: nil, tickLimit: 8)
    #expect(one.share(7) > 0 && one.share(7) < 1)
    #expect(ScaleAxis([0, 0], range: nil, tickLimit: 8).share(0).isFinite)
    #expect(ScaleAxis([-5, 3], range: nil, tickLimit: 8).ticks.contains(0))
  }

  @Test("a column that alliances do not have is refused with those that they have")
  func unknownColumnsAreRefused() {
    let snapshot = Self.portfolio(5).on(nil)
    for question in [
      PortfolioQuestion(x: "planet"), PortfolioQuestion(y: "planet"),
      PortfolioQuestion(size: "area"),
    ] {
      let error = #expect(throws: InsightError.self) { try snapshot.answer(question) }
      #expect(error?.message.contains("value_usd") ?? false)
    }
    let none = #expect(throws: InsightError.self) {
      try Ecosystem().on(nil).answer(PortfolioQuestion())
    }
    #expect(none?.message.contains("alliances") ?? false)
  }

  @Test("bubbles of one place stand beside each other, and none is hidden by another")
  func bubblesArePartedWhereTheyLieOnEachOther() throws {
    let made = Self.portfolio(6, value: { _ in 5e6 })
    let answer = try made.on(nil).answer(PortfolioQuestion(x: "value_usd"))
    let sheet = try #require(PortfolioBubbles.laidOut(answer, PictureContext()))
    let middles = sheet.boxes.map(\.middle)
    for (place, one) in middles.enumerated() {
      #expect(middles[..<place].allSatisfy { $0 != one })
    }
  }

  @Test(
    "columns are honoured or refused in the name of their option",
    arguments: [
      ("portfolio", "planet", nil, "x"), ("portfolio", nil, "planet", "colour"),
      ("load", "stage", nil, "x"), ("governance", "stage", nil, "x"),
      ("timeline", "stage", nil, "x"),
    ] as [(String, String?, String?, String)])
  func columnsAreRefusedByTheirOption(view: String, x: String?, colour: String?, column: String) {
    var request = ViewRequest()
    request.name = view
    (request.x, request.colour) = (x, colour)
    let fault = #expect(throws: ViewFault.self) { try request.resolved(in: Self.portfolio(5)) }
    #expect(fault?.column == column)
  }

  @Test func axesAloneAskForAPortfolio() throws {
    var request = ViewRequest()
    request.y = "area"
    let view = try request.resolved(in: Self.portfolio(5))
    #expect(view.picture == .chart(PortfolioGrid.kind))
    guard case .chart(let chart) = view.drawing else { return }
    #expect(chart.y == "area")
  }
}
