package import EcosystemModel

/// How far the members of one committee are joined, on three dimensions.
package struct CommitteeAlignment: Hashable, Sendable, Codable {
  /// Between whom alignment is needed.
  package enum Dimension: String, CaseIterable, Hashable, Sendable, Codable {
    /// Among the members of one company.
    case inside = "inside each team"
    /// From members to those above them in their own company.
    case governance = "with own governance"
    /// Among members of different companies.
    case partners = "between partners"
  }

  /// One dimension.
  package struct Side: Hashable, Sendable, Codable {
    /// The dimension.
    package let dimension: Dimension
    /// How many of the pairs of members, or of the members, are joined otherwise than by this committee.
    package let joined: Int
    /// How many there are.
    package let possible: Int
    /// Where a score of the committee, or else of its alliance, lies on its scale, 0 to 1; `nil` if none was measured.
    package let measured: Double?
    /// The first of those who are not joined, by name.
    package let missing: [String]

    /// The share that is joined; `nil` if there is nobody to join.
    package var share: Double? { possible > 0 ? Double(joined) / Double(possible) : nil }
  }

  /// The committee.
  package let committee: Committee.ID
  /// Its name.
  package let name: String
  /// The name of its alliance; `nil` if it has none.
  package let alliance: String?
  /// The number of members who vote.
  package let memberCount: Int
  /// The dimensions, in their order.
  package let sides: [Side]

  /// Whether scores decide what is weakest: where two dimensions or more were measured.
  package var isMeasured: Bool { sides.count { $0.measured != nil } > 1 }

  /// What a dimension is judged by.
  package func value(_ side: Side) -> Double? { isMeasured ? side.measured : side.share }

  /// The dimensions with the lowest value, in their order; none if none has one, or all that have one are whole.
  package var weakest: [Side] {
    guard let lowest = sides.compactMap(value).min(), lowest < 1 else { return [] }
    return sides.filter { value($0).map { $0 - lowest < 1e-9 } ?? false }
  }

  /// One dimension.
  package subscript(_ dimension: Dimension) -> Side? { sides.first { $0.dimension == dimension } }
}
