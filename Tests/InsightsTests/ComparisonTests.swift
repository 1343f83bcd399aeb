import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Two days beside each other")
struct ComparisonTests {
  private func enhertu() throws -> Ecosystem {
    try AdviceTests.packaged("enhertu")
  }

  private func compared(_ ecosystem: Ecosystem) throws -> EscalationComparison {
    try ecosystem.on(.on("2020-06-01")).answer(
      EscalationComparisonQuestion(before: .on("2019-05-01")))
  }

  @Test("the figure on which a change hangs is named, and what it would be without it")
  func pivot() throws {
    let ecosystem = try enhertu()
    let found = try compared(ecosystem)
    let pivot = try #require(found.pivot)
    #expect(pivot.committee == "Joint Executive Committee" && pivot.figure == .approvalRate)
    #expect(pivot.before == "40 %" && pivot.after == "100 %")
    // The charter of the second day states its rate; nothing states that of the first.
    #expect(pivot.isBeforeIllustrative && !pivot.isAfterIllustrative)
    #expect(
      found.summary.joined().contains(
        "hangs most on the approval rate of Joint Executive Committee, 40 % on 2019-05-01 (a figure that no source states) and 100 % on 2020-06-01: had"
      ))

    let average = try #require(found.averages?.before)
    var strongest = 0.0
    for row in ecosystem.scores.indices {
      var other = ecosystem
      let score = other.scores[row]
      guard score.measure == "approval_rate", case .committee(let id) = score.subject,
        let now = ecosystem.on(.on("2020-06-01")).ecosystem.committees
          .first(where: { $0.id == id })?.approvalRate
      else { continue }
      other.scores[row].value = now
      let without = try #require(try compared(other).averages?.before)
      strongest = max(strongest, abs(average - without))
    }
    #expect(abs(abs(average - pivot.averageWithout) - strongest) < 1e-9)
  }

  @Test("a change of nothing hangs on nothing", arguments: 0..<12 as Range<UInt64>)
  func nothingChanged(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let day = CalendarDate.on("2016")
    guard !ecosystem.on(day).ecosystem.committees.isEmpty else { return }
    let found = try ecosystem.on(day).answer(EscalationComparisonQuestion(before: day))
    #expect(found.pivot == nil)
    if let effort = found.effort { #expect(effort.before == effort.after) }
  }

  @Test("hours of two days are those of each day, and escalation says the same")
  func hours() throws {
    let ecosystem = try enhertu()
    let (before, after) = (CalendarDate.on("2019-05-01"), CalendarDate.on("2020-06-01"))
    let found = try ecosystem.on(after).answer(LoadComparisonQuestion(before: before, limit: nil))
    let old = try ecosystem.on(before).answer(LoadQuestion(limit: nil))
    let new = try ecosystem.on(after).answer(LoadQuestion(limit: nil))
    #expect(abs(found.totalBefore - old.concentration.total) < 1e-9)
    #expect(abs(found.totalAfter - new.concentration.total) < 1e-9)
    let sum = found.people.reduce(0) { $0 + $1.change(in: .hours) }
    #expect(abs(sum - (found.totalAfter - found.totalBefore)) < 1e-6)
    let effort = try #require(try compared(ecosystem).effort)
    #expect(abs(effort.before - found.totalBefore) < 1e-9)
    #expect(abs(effort.after - found.totalAfter) < 1e-9)
  }
}
