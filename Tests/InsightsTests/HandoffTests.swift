import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Handoffs")
struct HandoffTests {
  /// a → b → c → d, and a slow short cut a → d; b → c has three rows.
  private func chain() -> Ecosystem {
    var made = Ecosystem()
    let one = made.addCompany("One") { $0.timeZone = "Europe/London" }
    let two = made.addCompany("Two") { $0.timeZone = "Asia/Tokyo" }
    for (name, company) in [("a", one), ("b", one), ("c", two), ("d", two)] {
      made.addFunction(name, of: company) { $0.workHours = WorkHours("08:00-17:00") }
    }
    let owner = made.addPerson("Ada", at: one)
    func add(_ from: String, _ to: String, _ hours: Double?, _ owner: Person.ID?) {
      made.addHandoff(from: .function(.init(from)), to: .function(.init(to)), owner: owner) {
        $0.hours = hours
        $0.what = "\(from)\(to)"
        $0.stage = "development"
      }
    }
    add("a", "b", 1, owner)
    add("b", "c", 2, owner)
    add("b", "c", 4, owner)
    add("b", "c", 12, nil)
    add("c", "d", 3, owner)
    add("a", "d", 40, owner)
    return made
  }

  private func paths(_ measure: HandoffMeasure, limit: Int = 5) throws -> HandoffPaths {
    try chain().on(nil).answer(
      HandoffPathsQuestion(
        from: .function(.init("a")), to: .function(.init("d")), limit: limit, by: measure))
  }

  @Test("the shortest way depends on what is counted")
  func measures() throws {
    #expect(try paths(.steps).paths.map(\.steps.count) == [1, 3])
    #expect(try paths(.hours).paths.map(\.hours) == [8, 40])
    // Both cross from One to Two once; the short cut crosses one function border instead of three.
    #expect(try paths(.crossings).paths.map(\.crossings) == [3, 5])
    #expect(try paths(.steps, limit: 1).paths.count == 1)
  }

  @Test("rows of one pair are one link with median and spread")
  func spread() throws {
    let step = try #require(try paths(.hours).paths.first?.steps[1])
    #expect(step.rowCount == 3)
    #expect(step.hours == Spread([2, 4, 12]))
    #expect(step.hours?.median == 4 && step.hours?.mean == 6)
    #expect(step.ownerlessCount == 1)
    #expect(step.crossings == Crossings(company: true, function: true, timeZone: true))
    // Tokyo 23:00–08:00 UTC; London 08:00–17:00 in winter and 07:00–16:00 in summer.
    #expect(step.overlap?.minutes == Seasonal(winter: 0, summer: 60))
    #expect(step.overlap?.spans.summer.map(\.description) == ["07:00–08:00"])
  }

  @Test("the simulated mean tends to the sum of the means", arguments: 0..<8 as Range<UInt64>)
  func simulation(seed: UInt64) {
    let steps: [[Double]] = [[1, 2, 9], [4], [], [0, 10]]
    let weighted = steps.map { step in step.map { (value: $0, weight: 1.0) } }
    let found = SimulatedDuration(steps: weighted, runs: 40_000, seed: seed)
    // Variances 38/3 and 25 over 40,000 runs: five standard errors are 0.153.
    #expect(abs(found.mean - 13) < 0.16)
    #expect(found.median <= found.ninetieth && found.ninetieth <= 23)
    #expect(found == SimulatedDuration(steps: weighted, runs: 40_000, seed: seed))
  }

  @Test("equal ends are refused; to an end without handoffs there is no way")
  func badEnds() throws {
    var made = chain()
    let alone = made.addFunction("alone", of: .init("one"))
    let none = try made.on(nil).answer(
      HandoffPathsQuestion(from: .function(.init("a")), to: .function(alone)))
    #expect(none.paths.isEmpty && none.absent == ["alone"])
    #expect(throws: InsightError.self) {
      try made.on(nil).answer(
        HandoffPathsQuestion(from: .function(.init("a")), to: .function(.init("a"))))
    }
    let back = try made.on(nil).answer(
      HandoffPathsQuestion(from: .function(.init("d")), to: .function(.init("a"))))
    #expect(back.paths.isEmpty && !back.summary.isEmpty)
  }

  @Test("without hours there is no way by hours")
  func untimed() {
    var made = chain()
    for row in made.handoffs.indices { made.handoffs[row].hours = nil }
    let ends = (EntityReference.function(.init("a")), EntityReference.function(.init("d")))
    #expect(throws: InsightError.self) {
      try made.on(nil).answer(HandoffPathsQuestion(from: ends.0, to: ends.1, by: .hours))
    }
    #expect(throws: Never.self) {
      try made.on(nil).answer(HandoffPathsQuestion(from: ends.0, to: ends.1))
    }
  }

  @Test("quantiles are those of numpy")
  func quantiles() {
    let values = [1.0, 2, 3, 4, 10]
    #expect(abs(Spread.quantile(0.9, of: values) - 7.6) < 1e-12)
    #expect(Spread.quantile(0.25, of: values) == 2)
    #expect(Spread.quantile(0, of: values) == 1 && Spread.quantile(1, of: values) == 10)
    #expect(Spread([]) == nil)
  }
}
