package import EcosystemModel

/// The answer to one question about an ecosystem.
///
/// A plain value: coded as JSON it is the answer for programs, its tables are the answer for people.
package protocol Findings: Codable, Hashable, Sendable {
  /// What was asked, as a title.
  var title: String { get }
  /// The day the answer stands for; `nil` if every row counted, whatever its dates.
  var date: CalendarDate? { get }
  /// The conditions that everything counted meets; none if nothing was filtered.
  var filter: [String] { get }
  /// What is not told, since it lies behind the firewalls of whom the answer is for; `nil` if nothing is kept back.
  var withheld: Withheld? { get }
  /// The rows that it rests on, as whoever asked counted them; `nil` if nobody did.
  var grounds: Grounds? { get set }
  /// The rows that count where the answer stands for no day, such as `all dates`.
  var undatedText: String { get }
  /// Whether it is for the house itself and for nobody else, as every page of it says.
  var isInternal: Bool { get }
  /// The answer in sentences, the most important first; empty where the tables say it all.
  var summary: [String] { get }
  /// The answer in tables, the main one first.
  var tables: [FindingsTable] { get }
  /// What of it people who decide should hear; empty where it is nobody's business to act.
  var headlines: [Headline] { get }
}

extension Findings {
  /// All of them, unless an answer leaves out what has ended.
  package var undatedText: String { "all dates" }

  /// Whether it is for the house itself: only what says so is.
  package var isInternal: Bool { false }

  /// What of it people who decide should hear: nothing, unless an answer says so.
  package var headlines: [Headline] { [] }

  /// The rows that it rests on and what is kept back, in sentences that are said once for all its tables; `nil` if nobody counted
  /// them and nothing is kept back.
  package var groundsText: String? {
    let rows = grounds.map { grounds in
      let words = grounds.description
      return words.prefix(1).uppercased() + words.dropFirst() + "."
    }
    let sentences = [rows, withheld?.sentence].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// How the day and the filter are written in the line that says how a table was computed.
  package var dateText: String {
    (isInternal ? "internal; " : "")
      + (date.map { "as of \($0)" } ?? undatedText)
      + (filter.isEmpty ? "" : "; filter: \(filter.joined(separator: " and "))")
  }
}
