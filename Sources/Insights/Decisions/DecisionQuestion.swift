package import EcosystemModel

/// Who decides what: matter by matter, body by body, with the approvals that must come first.
package struct DecisionQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.decisions, .committees]
  /// Who has which right, and how often committees meet.
  package static let sources: [TableName] = [.decisions, .committees]

  /// The only matter that is wanted; `nil` for all.
  package var matter: String?
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(matter: String? = nil, limit: Int? = 40) {
    self.matter = matter
    self.limit = limit
  }

  /// Lays the parts of all bodies beside each other.
  ///
  /// - Throws: ``InsightError`` if no row says who decides anything, or no matter has the name.
  /// - Complexity: O(matters · bodies of each).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> DecisionFindings {
    try DecisionFindings(self, in: snapshot)
  }
}
