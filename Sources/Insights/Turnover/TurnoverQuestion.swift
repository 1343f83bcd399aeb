package import EcosystemModel

/// Who came, who left and who changed role between two days.
package struct TurnoverQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [
    .people, .companies, .alliances, .committees, .memberships,
  ]

  /// The day before.
  package var from: CalendarDate
  /// The day after.
  package var to: CalendarDate
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(from: CalendarDate, to: CalendarDate, limit: Int? = nil) {
    self.from = from
    self.to = to
    self.limit = limit
  }

  /// Compares the seats of both days, and tells how long those of the second are held.
  ///
  /// - Throws: ``InsightError`` if the days are not in their order, or nobody sits anywhere on either.
  /// - Complexity: O(*n*·log *n*) for *n* rows.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> Turnover {
    guard from < to else {
      throw InsightError(
        .badOption, "The second day must come after the first: \(to) does not come after \(from).")
    }
    let (before, after) = (snapshot.on(from), snapshot.on(to))
    guard !before.ecosystem.memberships.isEmpty || !after.ecosystem.memberships.isEmpty else {
      try after.require(.memberships, for: "turnover")
      throw InsightError(.missingData, "Nobody sits on a committee on \(from) or on \(to).")
    }
    return Turnover(self, before, after, all: snapshot.on(nil))
  }
}
