package import EcosystemModel

/// What decisions cost: days, and person-hours.
package struct TaxQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.committees, .memberships]
  /// Committees, their seats, and the figures that they had.
  package static let sources: [TableName] = [.committees, .memberships, .scores]

  /// How many matters a meeting deals with.
  package var mattersPerMeeting: Double
  /// By which share figures are raised and lowered to see what hangs on them.
  package var swing: Double
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(mattersPerMeeting: Double = 1, swing: Double = 0.2, limit: Int? = 20) {
    self.mattersPerMeeting = mattersPerMeeting
    self.swing = swing
    self.limit = limit
  }

  /// Adds up what the day's committees cost.
  ///
  /// - Throws: ``InsightError`` if there are no committees, or a number makes no sense.
  /// - Complexity: O(seats + ways · levels²).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> AllianceTax {
    try AllianceTax(self, in: snapshot)
  }
}

/// What decisions cost before a change, and on the day of the snapshot.
package struct TaxComparisonQuestion: Question {
  /// The rows that the answer is about.
  package static let tables = TaxQuestion.tables
  /// Committees, their seats, and the figures that they had.
  package static let sources = TaxQuestion.sources

  /// The day before the change.
  package var before: CalendarDate
  /// How many matters a meeting deals with.
  package var mattersPerMeeting: Double

  /// Makes a question.
  package init(before: CalendarDate, mattersPerMeeting: Double = 1) {
    self.before = before
    self.mattersPerMeeting = mattersPerMeeting
  }

  /// Sets two days beside each other.
  ///
  /// - Throws: ``InsightError`` if the snapshot is of no day, or a day has no committees.
  /// - Complexity: That of ``EscalationComparisonQuestion`` and ``TaxQuestion`` on both days.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> TaxComparison {
    try TaxComparison(self, in: snapshot)
  }
}
