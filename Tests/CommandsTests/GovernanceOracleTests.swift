import EcosystemModel
import Interchange
import TestSupport
import Testing

@testable import Insights

@Suite("Escalation and firewalls of the shipped datasets")
struct GovernanceOracleTests {
  @Test("the workshop made Enhertu's way to a decision shorter")
  func enhertu() throws {
    let ecosystem = try OracleData.shipped("enhertu").ecosystem
    let (before, after) = (
      try #require(CalendarDate("2019-05-01")), try #require(CalendarDate("2020-06-01"))
    )
    let found = try ecosystem.on(after).answer(EscalationComparisonQuestion(before: before))
    #expect(found.pairs.count == 10)
    #expect(found.pairs.allSatisfy { ($0.change ?? 0) < 0 })
    let breast = try #require(found.pairs.first { $0.after?.steps.first?.name == "Breast JLT" })
    #expect(breast.before?.way == "Joint Development Committee → Joint Executive Committee")
    // A JEC of 40 % costs I/2 + 1.5·I, the JDC before it I/2: 2.5 months of 30.4375 days.
    let old = try #require(breast.before?.expectedDays)
    let new = try #require(breast.after?.expectedDays)
    #expect(abs(old - 2.5 * 365.25 / 12) < 1e-9)
    #expect(new < old / 2)
  }

  @Test("the ALT took a level out of Evenity's way up")
  func evenity() throws {
    let ecosystem = try OracleData.shipped("evenity").ecosystem
    let (before, after) = (
      try #require(CalendarDate("2010-01-01")), try #require(CalendarDate("2020-06-01"))
    )
    let pair = try #require(
      try ecosystem.on(after).answer(EscalationComparisonQuestion(before: before)).pairs.first)
    #expect(pair.before?.levels == 4 && pair.after?.levels == 3)
    #expect((pair.change ?? 0) < 0)
  }

  @Test("three of six walls of the portfolio are breached, two directly and one within cooling-off")
  func takeda() throws {
    let ecosystem = try OracleData.shipped("takeda-portfolio").ecosystem
    let found = try ecosystem.on(CalendarDate("2015-09-11")).answer(FirewallQuestion())
    #expect(
      found.pairs.map { $0.breaches.first?.kind } == [.direct, .direct, .coolingOff, nil, nil, nil])
    let crossing = try #require(found.pairs[2].breaches.first)
    #expect(crossing.gapInDays == 92)
    // On both sides of the fourth and fifth wall people report to the same unit head.
    for pair in found.pairs[3...4] {
      #expect(pair.contacts.contains { $0.throughName == "Gastroenterology head" })
    }
  }

  @Test("Enhertu's wall holds")
  func holding() throws {
    #expect(
      try !OracleData.shipped("enhertu").ecosystem.on(nil).answer(FirewallQuestion()).isBreached)
  }
}
