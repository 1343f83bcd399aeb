package import EcosystemModel

/// Something to ask about an ecosystem on a day.
///
/// A plain value that knows neither the data nor the day: ``EcosystemModel/Snapshot/answer(_:)`` brings them together.
package protocol Question: Codable, Hashable, Sendable {
  /// What it is answered with.
  associatedtype Answer: Findings

  /// The tables whose rows the answer is about: a filter must say something about one of them.
  static var tables: [TableName] { get }
  /// The tables whose rows the answer rests on: those it is about, and those read beside them.
  static var sources: [TableName] { get }

  /// Returns the answer.
  ///
  /// - Parameter snapshot: The ecosystem, and the day.
  /// - Returns: The findings, which carry the day.
  /// - Throws: ``InsightError`` where the data holds no answer, or the question does not fit it.
  func answer(in snapshot: Snapshot) throws(InsightError) -> Answer
}

extension Question {
  /// The tables whose rows the answer rests on: those it is about, unless a question says more.
  package static var sources: [TableName] { tables }
}

extension Snapshot {
  /// Returns the answer to a question, with the number of rows that it rests on.
  ///
  /// ```swift
  /// let load = try dataset.ecosystem.on(CalendarDate("2020-06-01")).answer(LoadQuestion())
  /// ```
  ///
  /// - Parameter question: What to ask.
  /// - Returns: The findings, which carry the day.
  /// - Throws: ``InsightError`` where the data holds no answer, or the question does not fit it.
  package func answer<Asked: Question>(_ question: Asked) throws(InsightError) -> Asked.Answer {
    var answer = try question.answer(in: self)
    answer.grounds = Grounds(of: self, in: Asked.sources)
    return answer
  }

  /// Returns the answer to a question about what meets some conditions.
  ///
  /// - Throws: ``InsightError`` with code `badOption` for a condition that says nothing about what is counted, or that
  ///   nothing meets; and as ``answer(_:)`` does.
  package func answer<Asked: Question>(
    _ question: Asked, meeting conditions: [Condition]
  ) throws(InsightError) -> Asked.Answer {
    let part: Snapshot
    do throws(FilterFault) {
      part = try filtered(by: Filter(conditions, showing: Asked.tables))
    } catch {
      throw InsightError(.badOption, error.message)
    }
    return try part.answer(question)
  }

  /// That an entity is not there on the day, in a sentence.
  func absence(of reference: EntityReference) -> String {
    let day = date.map { " on \($0)" } ?? ""
    return "The \(reference.kind.rawValue) “\(whole.name(of: reference))” is not there\(day)."
  }

  /// The whole ecosystem on all days.
  package var allDays: Snapshot { date == nil && alliance == nil ? self : whole.on(nil) }

  /// The year whose clocks count: that of the day, or else the latest that any date names.
  var year: Int { date?.year ?? whole.latestYear }
}
