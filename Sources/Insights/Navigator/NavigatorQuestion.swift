package import EcosystemModel

/// Whom to go through to reach somebody.
public struct NavigatorQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [
    .companies, .functions, .people, .alliances, .relationships,
  ]
  /// Those who may be gone through, and what joins them.
  package static let sources = tables + [.committees, .memberships]

  /// Whom one wants to reach; no program.
  package var to: AskedEntity
  /// Who wants to reach them; `nil` for nobody in particular.
  package var from: AskedEntity?
  /// How many introductions at most.
  package var limit: Int
  /// How many tiers of partners to list.
  package var tier: Int

  /// Asks for those who are called so, by name or id.
  public init(to: String, from: String? = nil, limit: Int = 3, tier: Int = 1) {
    self.to = .named(to)
    self.from = from.map { .named($0) }
    self.limit = limit
    self.tier = tier
  }

  /// Asks for entities.
  package init(
    to: EntityReference, from: EntityReference? = nil, limit: Int = 3, tier: Int = 1
  ) {
    self.to = .entity(to)
    self.from = from.map { .entity($0) }
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
