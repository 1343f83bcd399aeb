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
  /// The answer in sentences, the most important first; empty where the tables say it all.
  var summary: [String] { get }
  /// The answer in tables, the main one first.
  var tables: [FindingsTable] { get }
}

extension Findings {
  /// How the day and the filter are written in the line that says how a table was computed.
  package var dateText: String {
    (date.map { "as of \($0)" } ?? "all rows, whatever their dates")
      + (filter.isEmpty ? "" : "; filter: \(filter.joined(separator: " and "))")
  }
}
