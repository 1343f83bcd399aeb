import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// Health checks, against plain sums over rows.
@Suite("Health")
struct HealthTests {
  private func score(
    _ subject: EntityReference, _ measure: String, _ value: Double, _ date: String?,
    group: String? = nil, n: Int? = nil, of invited: Int? = nil, target: Double? = nil
  ) -> Score {
    var score = Score(subject: subject, measure: measure, value: value)
    score.date = date.map { .on($0) }
    score.scale = "1-5"
    score.group = group
    score.count = n
    score.invited = invited
    score.target = target
    return score
  }

  @Test("values, gaps, trends, answers and targets")
  func byHand() throws {
    var made = Ecosystem()
    let pact = EntityReference.alliance(made.addAlliance("Pact", of: [made.addCompany("One")]))
    made.scores = [
      score(pact, "Agreement", 2, "2019", group: "teams"),
      score(pact, "agreement", 4, "2020", group: "leadership", n: 20, of: 20, target: 4),
      score(pact, "agreement", 3, "2020", group: "teams", n: 60, of: 80, target: 4),
      score(pact, "impact", 3.5, "2020"),
      score(pact, "impact", 1, "2022"),
    ]
    var count = Score(subject: pact, measure: "initiatives", value: 43)
    count.scale = "count"
    made.scores.append(count)
    let found = try made.on(.on("2021")).answer(HealthQuestion())
    #expect(found.checks.count == 2 && found.skipped == 1)
    let agreement = found.checks[0]
    #expect(agreement.value == 3.25 && agreement.change == 1.25 && agreement.gap == 1)
    #expect(agreement.overTarget == -0.75 && agreement.answered == 80 && agreement.invited == 100)
    #expect(agreement.groups.map(\.name) == ["leadership", "teams"])
    #expect(agreement.groups[1].before == 2 && agreement.groups[1].responseRate == 0.75)
    #expect(found.weakest.map(\.measure) == ["Agreement"])
    #expect(found.summary.contains { $0.contains("80 of 100 answered, 80 %") })
    #expect(try made.on(nil).answer(HealthQuestion()).weakest.map(\.value) == [1])
    #expect(throws: InsightError.self) { try made.on(nil).answer(HealthQuestion(measure: "joy")) }
  }

  @Test("equal to plain sums", arguments: UInt64(1)...30)
  func plain(seed: UInt64) throws {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var made = Ecosystem()
    let company = made.addCompany("One")
    let pacts = ["A", "B"].map { EntityReference.alliance(made.addAlliance($0, of: [company])) }
    var seen: Set<[Int]> = []
    for _ in 0..<24 {
      let key = [next(2), next(2), next(3), next(3)]
      guard seen.insert(key).inserted else { continue }
      made.scores.append(
        score(
          pacts[key[0]], "m\(key[1])", Double(1 + next(5)), "201\(key[2])", group: "g\(key[3])",
          n: 1 + next(9), of: 20))
    }
    let found = try made.on(nil).answer(HealthQuestion())
    for check in found.checks {
      let rows = made.scores.filter { $0.subject == check.subject && $0.measure == check.measure }
      let last = rows.compactMap(\.date).max()
      let latest = rows.filter { $0.date == last }
      let all = latest.reduce(0) { $0 + ($1.count ?? 0) }
      let sum = latest.reduce(0.0) { $0 + $1.value * Double($1.count ?? 0) }
      #expect(abs(check.value - sum / Double(all)) < 1e-12)
      #expect(check.answered == all && check.invited == 20 * latest.count)
      var newest: [String: Double] = [:]
      for row in rows.sorted(by: { ($0.date ?? .on("1")) < ($1.date ?? .on("1")) }) {
        newest[row.group ?? ""] = row.value
      }
      let values = newest.values.sorted()
      #expect(check.gap == (values.count > 1 ? (values.last ?? 0) - values[0] : nil))
    }
  }
}
