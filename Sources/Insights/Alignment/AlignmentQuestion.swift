package import EcosystemModel

/// How far the members of each committee are joined inside each team, with the governance of their own company, and across partners.
package struct AlignmentQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.committees, .memberships]
  /// Seats, lines of managers, what links people and functions, and what was measured.
  package static let sources: [TableName] = [
    .committees, .memberships, .people, .relationships, .handoffs, .scores,
  ]

  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(limit: Int? = 40) {
    self.limit = limit
  }

  /// Looks at every pair of members.
  ///
  /// - Throws: ``InsightError`` if there are no committees or no seats.
  /// - Complexity: O(pairs of members · seats of each + lines of managers).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> AlignmentFindings {
    try AlignmentFindings(self, in: snapshot)
  }
}
