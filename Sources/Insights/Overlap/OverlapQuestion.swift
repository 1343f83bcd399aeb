package import EcosystemModel

/// How far bodies share their members: two of them, one against all, or all pairs.
public struct OverlapQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.committees, .memberships, .people]

  /// Whom chance could have put on a committee.
  public enum Universe: String, CaseIterable, Codable, Hashable, Sendable {
    /// Everyone in the table of people.
    case everyone
    /// Everyone with a seat on a committee of the alliances that the two bodies govern.
    case alliance
    /// Everyone who may sit on both bodies: staff of the partners of their alliances, and the present members.
    case eligible
  }

  /// The first body: the id or name of a committee, or a kind of committees; `nil` compares all.
  package var first: String?
  /// The second body; `nil` compares the first with all.
  package var second: String?
  /// Whom chance could have put there; `nil` chooses the alliance where every committee has one, else everyone.
  package var universe: Universe?
  /// Whether observers and alternates are left out.
  package var isVotingOnly: Bool
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  public init(
    _ first: String? = nil, _ second: String? = nil, universe: Universe? = nil,
    isVotingOnly: Bool = false, limit: Int? = 20
  ) {
    self.first = first
    self.second = second
    self.universe = universe
    self.isVotingOnly = isVotingOnly
    self.limit = limit
  }
}
