package import EcosystemModel

/// Handoffs as work: what waits for what, how long the whole takes, and what comes late or is lost.
package struct WorkQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.handoffs]

  /// What is to arrive, by its name in the column `what`; `nil` for whatever takes longest.
  package var goal: String?
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(goal: String? = nil, limit: Int? = 40) {
    self.goal = goal
    self.limit = limit
  }

  /// Lays the handoffs out in time: each begins when everything that it needs has arrived.
  ///
  /// - Throws: ``InsightError`` if there are no handoffs, or none brings what is to arrive.
  /// - Complexity: O(handoffs + needs).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> WorkFindings {
    try WorkFindings(self, in: snapshot)
  }
}
