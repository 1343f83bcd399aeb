import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Insights

@Suite("Escalation")
struct EscalationTests {
  /// Team → middle → top, monthly, with approval rates.
  private func tower(
    _ rates: [Double?] = [0.5, 1, 0.8], cadence: String = "monthly"
  ) -> Ecosystem {
    var made = Ecosystem()
    let (one, two) = (made.addCompany("One"), made.addCompany("Two"))
    let alliance = made.addAlliance("Pact", of: [one, two])
    var above: Committee.ID?
    for (name, rate) in zip(["top", "middle", "team"], rates.reversed()) {
      above = made.addCommittee(name, of: alliance, under: above) {
        $0.cadence = Cadence(cadence)
        $0.approvalRate = rate
      }
    }
    return made
  }

  @Test("expected days are those of the closed form")
  func closedForm() throws {
    let path = try #require(try tower().on(nil).answer(EscalationQuestion()).paths.first)
    let interval = 365.25 / 12
    #expect(path.way == "team → middle → top" && path.end == .decider)
    // I/2 + I·(1 − p)/p at each: 0.5 + 1, 0.5, 0.5 + 0.25 intervals.
    let expected = try #require(path.expectedDays)
    #expect(abs(expected - interval * 2.75) < 1e-9)
    #expect(path.bottleneck == .init("team"))
    let worst = try #require(path.worstDays)
    let ninetieth = try #require(path.ninetiethDays)
    #expect(expected < ninetieth && ninetieth < worst)
  }

  @Test("simulated days tend to the closed form", arguments: 0..<12 as Range<UInt64>)
  func simulation(seed: UInt64) {
    let delays = [
      CommitteeDelay(intervalDays: 7, approvalRate: 0.5),
      CommitteeDelay(intervalDays: 30, leadDays: 10, approvalRate: 0.9),
      CommitteeDelay(intervalDays: 7, leadDays: 10, approvalRate: 0.3),
    ]
    for delay in delays {
      var random = SeededGenerator(seed: seed)
      let runs = 20_000
      let days = (0..<runs).map { _ in delay.sample(&random) }.sorted()
      let mean = days.reduce(0, +) / Double(runs)
      // The standard deviation of N·R + U·I over √runs, five times.
      let missed = 1 - delay.approvalRate
      let variance =
        delay.reworkDays * delay.reworkDays * missed / (delay.approvalRate * delay.approvalRate)
        + delay.intervalDays * delay.intervalDays / 12
      #expect(abs(mean - delay.expectedDays) < 5 * (variance / Double(runs)).squareRoot())
      for share in [0.1, 0.5, 0.9] {
        let within = Double(days.count { $0 <= delay.days(forShare: share) }) / Double(runs)
        #expect(abs(within - share) < 0.02)
      }
    }
  }

  @Test("rework waits for the next meeting that the lead time still reaches")
  func leadTime() {
    #expect(CommitteeDelay(intervalDays: 7, leadDays: 10).reworkDays == 14)
    #expect(CommitteeDelay(intervalDays: 7, leadDays: 7).reworkDays == 7)
    #expect(CommitteeDelay(intervalDays: 7).reworkDays == 7)
    #expect(CommitteeDelay(intervalDays: 7, approvalRate: 0).expectedDays == .infinity)
    #expect(CommitteeDelay(intervalDays: 8, leadDays: 2).days(forShare: 0.75) == 8)
    #expect(CommitteeDelay(intervalDays: 8).worstDays == 8)
  }

  @Test(
    "rates of approval far below any real one come to an end", arguments: [1e-6, 1e-12, 1e-300])
  func tinyRates(rate: Double) throws {
    let delay = CommitteeDelay(intervalDays: 30, approvalRate: rate)
    var random = SeededGenerator(seed: 1)
    let days = (0..<20_000).map { _ in delay.sample(&random) }.sorted()
    for share in [0.1, 0.5, 0.9] {
      let within = Double(days.count { $0 <= delay.days(forShare: share) }) / Double(days.count)
      #expect(abs(within - share) < 0.02)
    }
    #expect(delay.worstDays > delay.days(forShare: 0.9))
    let path = try #require(
      try tower([rate, rate, 1]).on(nil).answer(EscalationQuestion()).paths.first)
    #expect(path.expectedDays ?? 0 > 1e6 && path.ninetiethDays ?? 0 > 1e6)
  }

  @Test("closed forms are those of counting round by round", arguments: 1...99)
  func closedFormsByCounting(percent: Int) {
    let delay = CommitteeDelay(intervalDays: 1, approvalRate: Double(percent) / 100)
    let missed = 1 - delay.approvalRate
    for share in [0.0, 0.1, 0.5, 0.9, 0.99] {
      var (rounds, open) = (0.0, 1.0)
      while 1 - open * missed <= share {
        open *= missed
        rounds += 1
      }
      let within = (share - (1 - open)) / (open * delay.approvalRate)
      #expect(abs(delay.days(forShare: share) - rounds - within) < 1e-6)
    }
    var (reworks, open) = (0.0, missed)
    while open > 0.01 * (1 + 1e-12) {
      open *= missed
      reworks += 1
    }
    #expect(delay.worstDays == 1 + reworks, "\(percent) %")
  }

  @Test("a committee that is not there on the day has no way up, and that is an answer")
  func notThere() throws {
    var made = tower()
    made.committees.update(.init("team")) { $0.validity = .from(until: "2019") }
    let found = try made.on(.on("2020")).answer(EscalationQuestion(from: Committee.ID("team")))
    #expect(found.paths.isEmpty)
    #expect(found.summary == ["The committee “team” is not there on 2020-01-01."])
    let comparison = try made.on(.on("2021")).answer(
      EscalationComparisonQuestion(before: .on("2020"), from: Committee.ID("team")))
    #expect(comparison.pairs.isEmpty && comparison.summary[0].contains("No way leads through team"))
  }

  @Test("higher approval, or more meetings, never take longer")
  func monotone() {
    for share in [0.1, 0.5, 0.9, 0.99] {
      var last = Double.infinity
      for rate in stride(from: 0.1, through: 1, by: 0.1) {
        let delay = CommitteeDelay(intervalDays: 10, approvalRate: rate)
        #expect(delay.days(forShare: share) <= last)
        last = delay.days(forShare: share)
        let twice = CommitteeDelay(intervalDays: 5, approvalRate: rate)
        #expect(abs(twice.days(forShare: share) * 2 - last) < 1e-9)
      }
    }
  }

  @Test("what is settled below does not wait for the top")
  func settled() throws {
    var made = tower([1, 1, 1])
    made.scores.append(
      Score(subject: .committee(.init("middle")), measure: "settled below the top", value: 0.75))
    let path = try #require(try made.on(nil).answer(EscalationQuestion()).paths.first)
    let half = 365.25 / 24
    #expect(abs((path.settledDays ?? 0) - half * 2.25) < 1e-9)
    #expect(path.shareAtTop == 0.25)
  }

  @Test("a loop has no decider and is found once")
  func loop() throws {
    var made = tower()
    made.committees.update(.init("top")) { $0.parent = .init("team") }
    let found = try made.on(nil).answer(EscalationQuestion())
    #expect(found.paths.map(\.end) == [.cycle])
    #expect(found.faults.count { $0.kind == .cycle } == 1)
  }

  @Test(
    "two tops, one matter twice, a lost parent, nothing approved, and the same people are faults")
  func faults() throws {
    var made = tower([1, 0, nil])
    let alliance = try #require(made.alliances.first?.id)
    made.addCommittee("other", of: alliance) { $0.decides = "Budget|Plan" }
    made.committees.update(.init("team")) { $0.decides = "budget" }
    let person = made.addPerson("Ada")
    made.seat(person, on: .init("team"))
    made.seat(person, on: .init("middle"))
    let watcher = made.addPerson("Ben")
    made.seat(watcher, on: .init("team"), as: .observer)
    made.seat(watcher, on: .init("middle"))
    // One of two on the team sits above it: half.
    made.seat(made.addPerson("Cleo"), on: .init("team"))
    let found = try made.on(nil).answer(EscalationQuestion()).faults
    #expect(found.filter { $0.kind == .twoDeciders }.map(\.committees.count) == [2, 2])
    #expect(found.filter { $0.kind == .captured }.map(\.people) == [["Ada"]])
    #expect(found.filter { $0.kind == .passThrough }.map(\.committees) == [["team"]])
    // The middle approves nothing; the top has no voting member although seats are known.
    #expect(found.filter { $0.kind == .deadEnd }.map(\.committees) == [["top"], ["middle"]])
    made.committees.update(.init("top")) { $0.validity = .from(until: "2019") }
    let later = try made.on(.on("2020")).answer(EscalationQuestion()).faults
    #expect(later.contains { $0.kind == .deadEnd && $0.detail.contains("not there") })
  }

  @Test("rates far below any real one end, and join those that are counted round by round")
  func rareApproval() throws {
    for rate in [1e-300, 1e-17, 1e-6, 0.000_9] {
      var made = tower()
      for committee in made.committees {
        made.committees.update(committee.id) { $0.approvalRate = rate }
      }
      _ = try made.on(nil).answer(EscalationQuestion()).text(.table)
    }
    let rare = CommitteeDelay(intervalDays: 30, leadDays: 0, approvalRate: 0.000_999_999)
    let counted = CommitteeDelay(intervalDays: 30, leadDays: 0, approvalRate: 0.001)
    #expect(abs(rare.days(forShare: 0.9) / counted.days(forShare: 0.9) - 1) < 1e-3)
    #expect(abs(rare.worstDays / counted.worstDays - 1) < 1e-3)
    var random = SeededGenerator(seed: 7)
    let mean = (0..<20_000).map { _ in rare.sample(&random) }.reduce(0, +) / 20_000
    #expect(abs(mean / rare.expectedDays - 1) < 0.05)
  }

  @Test("without cadence the days are unknown, with max_days assumed")
  func unknown() throws {
    var made = tower()
    made.committees.update(.init("middle")) { $0.cadence = nil }
    #expect(try made.on(nil).answer(EscalationQuestion()).paths.first?.expectedDays == nil)
    made.committees.update(.init("middle")) { $0.maxDays = 20 }
    let step = try #require(try made.on(nil).answer(EscalationQuestion()).paths.first?.steps[1])
    #expect(step.isCadenceAssumed && step.expectedDays == 10)
  }

  @Test("comparing a day with itself changes nothing", arguments: 0..<12 as Range<UInt64>)
  func sameDay(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let day = CalendarDate.on("2016")
    guard !ecosystem.on(day).ecosystem.committees.isEmpty else { return }
    let found = try ecosystem.on(day).answer(EscalationComparisonQuestion(before: day))
    #expect(found.pairs.allSatisfy { $0.before == $0.after })
    #expect(found.pairs.count == found.before.paths.count)
  }

  @Test("an ecosystem without committees says which table is missing")
  func empty() {
    let error = #expect(throws: InsightError.self) {
      try Ecosystem().on(nil).answer(EscalationQuestion())
    }
    #expect(error?.message.contains("“committees”") == true)
  }
}
