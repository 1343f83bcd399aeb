public import EcosystemModel

/// Whom to go through to reach somebody.
public struct NavigatorQuestion: Question {
  /// The rows that the answer is about.
  public static let tables: [TableName] = [
    .companies, .functions, .people, .alliances, .relationships,
  ]

  /// Whom one wants to reach; no program.
  public var to: EntityReference
  /// Who wants to reach them; `nil` for nobody in particular.
  public var from: EntityReference?
  /// How many introductions at most.
  public var limit: Int
  /// How many tiers of partners to list.
  public var tier: Int

  /// Makes a question.
  public init(
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
  public func answer(in snapshot: Snapshot) throws(InsightError) -> Navigator {
    try Navigator(self, in: snapshot)
  }
}
