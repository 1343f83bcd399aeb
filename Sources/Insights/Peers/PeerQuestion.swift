package import EcosystemModel

/// Who faces whom in an alliance.
package struct PeerQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.alliances, .functions, .people]

  /// The alliance.
  package var alliance: Alliance.ID

  /// Makes a question.
  package init(of alliance: Alliance.ID) {
    self.alliance = alliance
  }

  /// Puts the partners of an alliance side by side.
  ///
  /// - Throws: ``InsightError`` if there are no alliances or functions, or the alliance is not there on that day.
  /// - Complexity: O(rows of all tables + functions² of the alliance).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> PeerMatrix {
    try PeerMatrix(self, in: snapshot)
  }
}
