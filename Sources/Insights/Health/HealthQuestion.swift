package import EcosystemModel

/// How healthy alliances are by what was measured of them: by measure, by respondent group, over time, against a target.
package struct HealthQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.scores]

  /// The only measure wanted; `nil` for all that can be judged.
  package var measure: String?
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(measure: String? = nil, limit: Int? = 40) {
    self.measure = measure
    self.limit = limit
  }

  /// Reads the scores up to the day.
  ///
  /// - Throws: ``InsightError`` if there are no scores, none can be judged, or nothing has the measure.
  /// - Complexity: O(scores · log scores).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> HealthFindings {
    try HealthFindings(self, in: snapshot)
  }
}
