import Cartography
import EcosystemModel
import Foundation
import Insights
import Interchange
import TestSupport
import Testing

/// No picture computes a figure of its own: what its title says, its answer says too.
@Suite("Numbers of pictures", .timeLimit(.minutes(60)))
struct ChartNumbersTests {
  private static let names = [
    "digital-spaghetti", "enhertu", "evenity", "sos-workplace-options", "takeda-portfolio",
    "upsher-smith-handoffs",
  ]

  private static func answers(of ecosystem: Ecosystem) -> [any Findings] {
    var answers: [any Findings] = []
    func add(_ make: () throws -> any Findings) {
      if let answer = try? make() { answers.append(answer) }
    }
    for day in [nil, CalendarDate("2010-01-01"), CalendarDate("2020-06-01")] {
      let snapshot = ecosystem.on(day)
      add { try snapshot.answer(OverlapQuestion()) }
      add { try snapshot.answer(LoadQuestion()) }
      add { try snapshot.answer(EscalationQuestion()) }
      add { try snapshot.answer(HandoffReviewQuestion()) }
      add { try snapshot.answer(FirewallQuestion()) }
      for before in [CalendarDate.on("2010-01-01"), .on("2019-05-01")] where day != nil {
        add { try snapshot.answer(EscalationComparisonQuestion(before: before)) }
      }
    }
    let snapshot = ecosystem.on(nil)
    let rows = ecosystem.handoffs
    for (first, last) in zip(rows.prefix(4), rows.reversed()) {
      for measure in HandoffMeasure.allCases {
        add {
          try snapshot.answer(HandoffPathsQuestion(from: first.from, to: last.to, by: measure))
        }
      }
    }
    for alliance in ecosystem.alliances.prefix(3) {
      add { try snapshot.answer(PeerQuestion(of: alliance.id)) }
    }
    let companies = ecosystem.references.filter { $0.kind == .company }
    for (first, last) in zip(companies.prefix(3), companies.reversed()) {
      add { try snapshot.answer(NavigatorQuestion(to: first, from: last)) }
    }
    return answers
  }

  /// The numbers in a text as they are written.
  private static func numbers(in text: String) -> [String] {
    text.matches(of: #/[0-9]+(\.[0-9]+)?/#).map { String($0.output.0) }
  }

  /// The figures of an answer: as its texts write them, the values of its cells, and what it counts, by noun.
  private static func figures(
    of answer: any Findings
  ) -> (written: Set<String>, values: [Double], counts: [String: Set<Int>]) {
    var texts = [answer.title, answer.dateText] + answer.summary
    var values: [Double] = []
    for table in answer.tables {
      texts += [table.title, table.method] + table.notes
      values.append(Double(table.rows.count))
      for row in table.rows {
        for (cell, column) in zip(row, table.columns) {
          texts.append(FindingsTable.display(cell, in: column))
          switch cell {
          case .number(let value): values += [value, value * 100]
          case .share(let value): values.append(value * 100)
          default: break
          }
        }
      }
    }
    let coded = (try? JSONEncoder().encode(answer)).flatMap {
      try? JSONSerialization.jsonObject(with: $0)
    }
    return (Set(texts.flatMap(numbers)), values, counts(in: coded))
  }

  /// What an answer, or a part of it, counts as a whole, in its JSON: each figure whose name ends in `Count`, under the word before it.
  private static func counts(in coded: Any?) -> [String: Set<Int>] {
    var counts: [String: Set<Int>] = [:]
    for (key, value) in coded as? [String: Any] ?? [:] {
      counts.merge(Self.counts(in: value)) { $0.union($1) }
      guard key.hasSuffix("Count") else { continue }
      let words = key.dropLast("Count".count).replacing(#/([A-Z])/#) {
        " \($0.output.1.lowercased())"
      }
      guard let noun = words.split(separator: " ").last, let number = value as? Int else {
        continue
      }
      counts[singular(noun), default: []].insert(number)
    }
    return counts
  }

  /// The noun that a number in a title counts: the first word after it, or after `of` and another number.
  private static func noun(after number: String, in title: String) -> [String] {
    let counted = title.matches(
      of: #/([0-9]+(?:\.[0-9]+)?)(?: of ([0-9]+))? (?:[a-z-]+ )??([a-z]+)/#)
    return counted.filter { [$0.output.1, $0.output.2].contains(number[...]) }
      .map { singular($0.output.3) }
  }

  private static func singular(_ word: some StringProtocol) -> String {
    let known = ["people": "person", "companies": "company", "bodies": "body"]
    return known[String(word)] ?? (word.hasSuffix("s") ? String(word.dropLast()) : String(word))
  }

  private static func check(_ ecosystem: Ecosystem, _ name: String) {
    for answer in answers(of: ecosystem) {
      let (written, values, counts) = figures(of: answer)
      for chart in ChartCatalog.charts(of: answer) {
        guard let sheet = chart.laidOut(answer, PictureContext()) else { continue }
        // How much of it is drawn is what the footer says too.
        let drawn = Set(
          sheet.diagram.footer.matches(of: #/([0-9]+) of [0-9]+/#).map { String($0.output.1) })
        for number in numbers(in: sheet.diagram.title) {
          let decimals = number.split(separator: ".").dropFirst().first?.count ?? 0
          let half = 0.5 * pow(10, -Double(decimals)) + 1e-9
          let isKnown =
            written.contains(number) || drawn.contains(number)
            || Double(number).map { said in values.contains { abs($0 - said) <= half } } ?? false
            || noun(after: number, in: sheet.diagram.title).contains { noun in
              Int(number).map { counts[noun]?.contains($0) ?? false } ?? false
            }
          #expect(
            isKnown,
            "\(name), \(type(of: answer)) \(chart.name): \(number) in “\(sheet.diagram.title)”")
        }
      }
    }
  }

  @Test("of shipped datasets", arguments: names)
  func shipped(name: String) throws {
    Self.check(try OracleData.shipped(name).ecosystem, name)
  }

  @Test("of random ecosystems", arguments: UInt64(0)..<12)
  func random(seed: UInt64) {
    Self.check(.random(seed: seed, scale: seed < 8 ? 24 : 80), "seed \(seed)")
  }

  @Test("before and after are averages over the same ways in picture and text")
  func sameAverages() throws {
    let ecosystem = try OracleData.shipped("evenity").ecosystem
    let findings = try ecosystem.on(.on("2020-06-01")).answer(
      EscalationComparisonQuestion(before: .on("2010-01-01")))
    let sheet = try #require(
      ChartCatalog.charts(of: findings).first?.laidOut(findings, PictureContext()))
    let averages = try #require(findings.averages)
    for days in [averages.before, averages.after] {
      let text = Escalation.days(days)
      #expect(sheet.diagram.title.contains(text) && findings.summary[0].contains(text))
    }
  }
}
