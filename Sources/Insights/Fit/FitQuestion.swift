package import EcosystemModel

/// Which need has no partner, and which partner serves no need.
package struct FitQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.companies, .functions]
  /// What is looked for and offered, and who is whose partner.
  package static let sources: [TableName] = [
    .companies, .functions, .alliances, .relationships, .handoffs,
  ]

  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(limit: Int? = 40) {
    self.limit = limit
  }

  /// Compares what functions want with what companies offer.
  ///
  /// - Throws: ``InsightError`` if no function wants anything, or no company offers anything.
  /// - Complexity: O(wants · companies + links).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> FitFindings {
    try FitFindings(self, in: snapshot)
  }
}
