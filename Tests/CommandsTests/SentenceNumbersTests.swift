import EcosystemModel
import Foundation
import Insights
import Interchange
import TestSupport
import Testing

/// Every number in the sentences of a summary stands in the JSON of its question, under a key.
@Suite(.timeLimit(.minutes(10)))
struct SentenceNumbersTests {
  private static func answers(of ecosystem: Ecosystem) -> [any Findings] {
    var answers: [any Findings] = []
    func add(_ make: () throws -> any Findings) {
      if let answer = try? make() { answers.append(answer) }
    }
    for day in [nil, CalendarDate("2020-06-01")] {
      let snapshot = ecosystem.on(day)
      add { try snapshot.answer(OverlapQuestion()) }
      add { try snapshot.answer(LoadQuestion()) }
      add { try snapshot.answer(EscalationQuestion()) }
      add { try snapshot.answer(HandoffReviewQuestion()) }
      add { try snapshot.answer(FirewallQuestion()) }
    }
    return answers
  }

  /// What JSON holds: numbers by their keys, and how many there are in each list.
  private struct Figures {
    var numbers: [(key: String, value: Double)] = []
    var texts: Set<String> = []

    mutating func add(_ value: Any, _ key: String) {
      switch value {
      case let members as [String: Any]:
        for (name, member) in members { add(member, "\(key).\(name)") }
      case let list as [Any]:
        numbers.append(("\(key).count", Double(list.count)))
        for member in list { add(member, "\(key)[]") }
      case let number as NSNumber: numbers.append((key, number.doubleValue))
      case let text as String: texts.insert(text)
      default: break
      }
    }

    /// The key of a number as it is written; `nil` if there is none.
    func key(of written: String, isShare: Bool, isRest: Bool) -> String? {
      let decimals = written.split(separator: ".").dropFirst().first?.count ?? 0
      let shown = Double(written) ?? .nan
      let tolerance = pow(10, -Double(decimals)) * 0.5001
      // Hours are told as days or minutes, too.
      let scales: [Double] = isShare ? [100] : [1, 1.0 / 24, 60]
      let exact = numbers.first { figure in
        scales.contains { (scale: Double) -> Bool in abs(figure.value * scale - shown) <= tolerance
        }
      }
      guard exact == nil, isRest else { return exact?.key }
      // “and 2 more” counts those of a list that are not named.
      return numbers.first { $0.key.hasSuffix(".count") && $0.value > shown }?.key
    }
  }

  @Test(arguments: ShippedDatasetTests.names)
  func everyNumberStandsUnderAKey(name: String) throws {
    let ecosystem = try OracleData.shipped(name).ecosystem
    let names = ecosystem.references.map { ecosystem.name(of: $0) }
    for answer in Self.answers(of: ecosystem) {
      let json = try JSONSerialization.jsonObject(with: Data(try answer.text(.json).utf8))
      var figures = Figures()
      figures.add(json, "")
      // Names and dates may hold digits.
      let known = figures.texts.union(names).filter { $0.contains { $0.isNumber } }
        .sorted { $0.count > $1.count }
      for headline in answer.headlines {
        for sentence in [headline.sentence, headline.advice] {
          let plain = known.reduce(sentence) { $0.replacing($1, with: "…") }
          for match in plain.matches(of: #/([0-9]+(?:\.[0-9]+)?)( %)?( more| other)?/#) {
            let key = figures.key(
              of: String(match.output.1), isShare: match.output.2 != nil,
              isRest: match.output.3 != nil)
            #expect(key != nil, "\(answer.title): \(match.output.1) in “\(sentence)”")
          }
        }
      }
    }
  }
}
