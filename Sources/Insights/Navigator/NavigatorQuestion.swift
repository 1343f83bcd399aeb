package import EcosystemModel

/// Whom to go through to reach somebody.
package struct NavigatorQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [
    .companies, .functions, .people, .alliances, .relationships,
  ]

  /// Whom one wants to reach; no program.
  package var to: EntityReference
  /// Who wants to reach them; `nil` for nobody in particular.
  package var from: EntityReference?
  /// How many introductions at most.
  package var limit: Int
  /// How many tiers of partners to list.
  package var tier: Int

  /// Makes a question.
  package init(
    to: EntityReference, from: EntityReference? = nil, limit: Int = 3, tier: Int = 1
  ) {
    self.to = to
    self.from = from
    self.limit = limit
    self.tier = tier
  }

  /// Looks for ways to somebody.
  ///
  /// - Throws: ``InsightError`` if an end is not there on that day, or both are the same.
  /// - Complexity: That of Yen's algorithm on all rows, plus counting triangles for the brokers.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> Navigator {
    try Navigator(self, in: snapshot)
  }
}
