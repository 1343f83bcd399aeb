package import EcosystemModel

/// Whether the firewalls hold: who is, or was too shortly ago, on both sides.
public struct FirewallQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.conflicts]
  /// The firewalls, and where people sit and work.
  package static let sources: [TableName] = [.people, .affiliations, .memberships, .conflicts]

  /// Days between leaving one side and joining the other, for pairs that state none.
  package var coolingOffDays: Int

  /// Makes a question.
  public init(coolingOffDays: Int = 0) {
    self.coolingOffDays = coolingOffDays
  }

  /// Checks the pairs of the conflicts table on the day, with what came before.
  ///
  /// A snapshot of no day looks at all times at once, so that whoever was ever on both sides is a breach.
  ///
  /// - Throws: ``InsightError`` if there are no conflicts, and for a snapshot about single alliances, which their partners may see.
  /// - Complexity: O(rows of all tables + pairs · people on their sides).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> Firewall {
    try Firewall(self, in: snapshot)
  }
}
