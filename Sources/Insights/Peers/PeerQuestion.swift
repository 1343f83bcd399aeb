package import EcosystemModel

/// Who faces whom in an alliance.
public struct PeerQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.alliances, .functions, .people]
  /// Those who face each other, and what joins them.
  package static let sources: [TableName] = [
    .functions, .people, .alliances, .memberships, .relationships, .handoffs,
  ]

  /// The alliance.
  package var alliance: AskedEntity

  /// Asks about the alliance that is called so, by name or id.
  public init(of alliance: String) {
    self.alliance = .named(alliance)
  }

  /// Asks about an alliance.
  package init(of alliance: Alliance.ID) {
    self.alliance = .entity(.alliance(alliance))
  }

  /// Puts the partners of an alliance side by side, without those on the other sides of its firewalls.
  ///
  /// - Throws: ``InsightError`` if there are no alliances or functions, or the alliance is not there on that day.
  /// - Complexity: O(rows of all tables + functions² of the alliance).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> PeerMatrix {
    try PeerMatrix(self, in: snapshot)
  }
}
