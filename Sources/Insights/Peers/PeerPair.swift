package import EcosystemModel

/// A function of one partner as part of an alliance.
package struct PeerFunction: Hashable, Sendable, Codable {
  /// The function.
  package let function: Function.ID
  /// Its name.
  package let name: String
  /// The partner it belongs to, which may own its company.
  package let company: Company.ID
  /// The people of the function who work for the alliance, the most senior first.
  package let people: [String]
  /// The seniority of the most senior of them, 1 for the board.
  package let seniority: Int?
  /// The function of the same partner that it reports to, by name; `nil` if none is stated.
  package let leader: String?
}

/// Two functions of different partners that face each other.
package struct PeerPair: Hashable, Sendable, Codable {
  /// How we know that they do.
  package enum Basis: String, CaseIterable, Hashable, Sendable, Codable {
    /// A relationship or a handoff ties them.
    case tie = "link"
    /// They have the same name, and nothing ties them yet.
    case name = "same name"
  }

  /// The function of the partner named first.
  package let a: PeerFunction
  /// The function of the other partner.
  package let b: PeerFunction
  /// How we know that they face each other.
  package let basis: Basis
  /// Relationships and handoffs between the two, and committees that they share.
  package let contacts: Int
  /// Who is accountable for the ties, by name.
  package let owners: [String]
  /// How many levels the most senior people of the two are apart; above zero if those of `b` rank lower.
  package let senioritySkew: Int?
  /// Whether one person, or nobody known, is all there is on a side.
  package let isSingleThreaded: Bool
  /// Minutes between the two clocks, 0 to 720.
  package let minutesApart: Seasonal<Int>?
  /// Minutes of the day during which both are at work.
  package let overlapMinutes: Seasonal<Int>?
}

/// A function that faces nobody at another partner.
package struct PeerGap: Hashable, Sendable, Codable {
  /// The function that stands alone.
  package let function: PeerFunction
  /// The partner where it has no counterpart.
  package let missingAt: Company.ID
}

/// The shape of the contacts between the partners.
package enum ContactShape: String, CaseIterable, Hashable, Sendable, Codable {
  /// One function on each side carries at least half of all contacts.
  case bowTie = "bow-tie"
  /// On one side one function carries at least half of all contacts, on the other none does.
  case funnel
  /// No function carries half of the contacts on either side.
  case diamond
  /// There are no contacts to judge.
  case unknown
}
