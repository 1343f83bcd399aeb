import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Insights

/// Counts, averages and times of handoffs are those of what happens, not of the rows of a table.
@Suite("Numbers of handoffs")
struct HandoffNumbersTests {
  private func made(
    _ rows: [(from: String, to: String, what: String?, hours: Double?, perYear: Double?)]
  ) -> Ecosystem {
    var made = Ecosystem()
    let company = made.addCompany("One")
    for name in Set(rows.flatMap { [$0.from, $0.to] }).sorted() {
      made.addFunction(name, of: company)
    }
    for row in rows {
      made.addHandoff(from: .function(.init(row.from)), to: .function(.init(row.to))) {
        ($0.what, $0.hours, $0.perYear) = (row.what, row.hours, row.perYear)
      }
    }
    return made
  }

  private func reviewed(_ ecosystem: Ecosystem) throws -> HandoffReview {
    try ecosystem.on(nil).answer(HandoffReviewQuestion())
  }

  @Test("whole weights are those of values repeated", arguments: UInt64(0)..<40)
  func weights(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<(1 + random.below(6))).map { _ in
      (value: Double(random.below(20)), weight: Double(random.below(5)))
    }
    let repeated = values.flatMap { Array(repeating: $0.value, count: Int($0.weight)) }
    let found = try #require(Spread(weighted: values))
    let expected = try #require(Spread(repeated.isEmpty ? values.map(\.value) : repeated))
    #expect(found.median == expected.median)
    #expect(abs(found.mean - expected.mean) < 1e-12)
    #expect(found.least == expected.least && found.most == expected.most)
    // Once in ten years or ten times a year: only the ratio counts.
    let scaled = try #require(Spread(weighted: values.map { ($0.value, $0.weight / 10) }))
    #expect(scaled.median == found.median)
  }

  @Test("120 calls of 6 minutes and 20 each of 9, 15 and 30 have the median 6 and the mean 10")
  func calls() throws {
    let ecosystem = made([
      ("a", "b", "call", 0.1, 120), ("a", "b", "call", 0.15, 20), ("a", "b", "call", 0.25, 20),
      ("a", "b", "call", 0.5, 20), ("b", "c", "case", 48, 900),
    ])
    let review = try reviewed(ecosystem)
    #expect(review.links.map(\.fromName) == ["b", "a"])
    let hours = try #require(review.links.last?.hours)
    #expect(hours.median == 0.1 && abs(hours.mean - 1.0 / 6) < 1e-12)
    #expect(review.summary[1] == "The busiest link is b → c, 900 times a year: case takes 48 h.")
    let paths = try ecosystem.on(nil).answer(
      HandoffPathsQuestion(from: .function(.init("a")), to: .function(.init("c"))))
    let simulated = try #require(paths.paths.first?.simulated)
    #expect(abs(simulated.mean - 48 - 1.0 / 6) < 0.01 && simulated.median == 48.1)
    #expect(simulated.ninetieth == 48.5)
  }

  @Test("rows without per_year count once, and it is said")
  func unstated() throws {
    let mixed = try reviewed(
      made([("a", "b", "x", nil, 2), ("a", "b", "x", nil, nil), ("b", "c", "y", nil, nil)]))
    #expect(mixed.summary[1].contains("2 times a year, and 1 row without per_year"))
    #expect(mixed.tables[0].method.contains("2 rows that state none count once"))
    let none = try reviewed(made([("a", "b", "x", 1, nil), ("a", "b", "x", 3, nil)]))
    #expect(none.summary[1].contains("2 rows") && !none.summary[1].contains("year"))
    #expect(none.links[0].hours?.median == 2)
    let all = try reviewed(made([("a", "b", "x", 1, 3)]))
    #expect(all.tables[0].method.contains("weighted by per_year;"))
  }

  @Test("different things between one pair have different times, cases have one")
  func things() throws {
    let two = try reviewed(made([("a", "b", "schedule", 24, nil), ("a", "b", "payment", 72, nil)]))
    #expect(two.links.count == 1 && two.links[0].hours == nil)
    #expect(two.links[0].items.map(\.what) == [["schedule"], ["payment"]])
    #expect(two.links[0].items.map { $0.hours?.median } == [24, 72])
    #expect(
      two.summary[1]
        == "The busiest link is a → b, 2 rows: schedule takes 24 h; payment takes 3 days.")
    let cases = try reviewed(made((1...9).map { ("a", "b", "case \($0)", Double($0), nil) }))
    #expect(cases.links[0].items.count == 1 && cases.links[0].hours?.median == 5)
    // A way takes what is quickest to pass.
    let ecosystem = made([("a", "b", "slow", 72, 9), ("a", "b", "quick", 24, 1)])
    let way = try ecosystem.on(nil).answer(
      HandoffPathsQuestion(from: .function(.init("a")), to: .function(.init("b"))))
    #expect(way.paths.first?.hours == 24 && way.paths.first?.steps.first?.what == ["quick"])
  }

  @Test(
    "times are written as people do",
    arguments: [
      (0.1, "6 min"), (0.15, "9 min"), (0.125, "7.5 min"), (1.5, "1 h 30 min"), (24.0, "24 h"),
      (72.0, "3 days"), (0.005, "18 s"), (0.0, "0 min"), (0.9999, "1 h"), (1.0 / 60, "1 min"),
      (36.25, "36 h 15 min"), (71.999, "3 days"), (79.2, "3.3 days"), (264.0, "11 days"),
      (5000.0, "208 days"),
      (0.99, "59 min"), (10.0 / 60, "10 min"), (0.1659, "10 min"),
    ])
  func durations(hours: Double, text: String) {
    #expect(DurationText.words(hours: hours) == text)
  }

  @Test("no table writes a length of time as a fraction of an hour, and files keep the hours")
  func tables() throws {
    let review = try reviewed(made([("a", "b", "call", 0.1, 120)]))
    let links = try #require(review.tables.first { $0.id == "links" })
    #expect(links.text().contains("6 min"))
    #expect(links.csv.contains("median h") && links.csv.contains(",0.1,"))
  }

  @Test("nothing is counted in the wrong number", arguments: UInt64(0)..<12)
  func nouns(seed: UInt64) throws {
    let ecosystem = seed == 0 ? made([("a", "b", "x", 1, 1)]) : Ecosystem.random(seed: seed)
    guard let first = ecosystem.handoffs.first else { return }
    var answers: [any Findings] = [try reviewed(ecosystem)]
    if first.from != first.to {
      answers.append(
        try ecosystem.on(nil).answer(HandoffPathsQuestion(from: first.from, to: first.to)))
    }
    if let escalation = try? ecosystem.on(nil).answer(EscalationQuestion()) {
      answers.append(escalation)
    }
    for answer in answers {
      let texts = answer.summary + answer.tables.flatMap { $0.notes + [$0.method] }
      for text in texts {
        let wrong = try Regex(
          #"\b1 (rows|handoffs|parties|links|ways|times|days|committees|borders|hours)\b"#)
        let isWrong = text.firstMatch(of: wrong) != nil
        #expect(!isWrong, "\(text)")
      }
    }
  }
}
