import Testing

@testable import EcosystemModel

@Suite("Dated figures of committees")
struct DatedFiguresTests {
  private func ecosystem() throws -> Ecosystem {
    var ecosystem = Ecosystem()
    var committee = Committee(id: .init("jec"), name: "JEC")
    committee.approvalRate = 1
    committee.hours = 2
    ecosystem.committees.append(committee)
    // Out of order on purpose: dates decide, not rows.
    for (date, value) in [("2019-10", 1.0), ("2019-04", 0.4)] {
      var score = Score(subject: .committee(.init("jec")), measure: "Approval Rate", value: value)
      let since = try #require(CalendarDate(date))
      score.date = since
      ecosystem.scores.append(score)
    }
    return ecosystem
  }

  @Test(
    "the latest score up to the day replaces the column",
    arguments: [
      ("2019-03-31", 1.0), ("2019-04-01", 0.4), ("2019-09-30", 0.4), ("2019-10-01", 1.0),
      ("2020-06-01", 1.0),
    ])
  func latestScoreCounts(day: String, rate: Double) throws {
    let date = try #require(CalendarDate(day))
    #expect(
      try ecosystem().on(date).ecosystem.committees[Committee.ID("jec")]?.approvalRate == rate)
    #expect(try ecosystem().on(date).ecosystem.committees[Committee.ID("jec")]?.hours == 2)
  }

  @Test("without a day, the column stands")
  func columnStands() throws {
    #expect(try ecosystem().on(nil).ecosystem == ecosystem())
  }

  @Test("other measures and undated scores change nothing")
  func othersChangeNothing() throws {
    var ecosystem = Ecosystem()
    ecosystem.committees.append(Committee(id: .init("jec"), name: "JEC"))
    ecosystem.scores = [
      Score(subject: .committee(.init("jec")), measure: "hours", value: 6),
      Score(subject: .committee(.init("jec")), measure: "trust", value: 4),
    ]
    let date = try #require(CalendarDate("2020"))
    #expect(ecosystem.on(date).ecosystem.committees == ecosystem.committees)
  }
}
