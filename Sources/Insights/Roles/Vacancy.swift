package import EcosystemModel

/// Something that somebody does for an alliance or on a committee, and that falls vacant when they go.
package struct Vacancy: Codable, Hashable, Sendable {
  /// The sorts.
  package enum Sort: String, CaseIterable, Codable, Hashable, Sendable {
    /// An alliance managed.
    case manager = "alliance manager"
    /// An alliance sponsored.
    case sponsor = "sponsor"
    /// A program led.
    case lead = "program lead"
    /// A seat.
    case seat
    /// A handoff owned.
    case handoff = "handoff owner"
    /// A relationship owned.
    case relationship = "relationship owner"
    /// People led.
    case team = "line manager"
  }

  /// The sort.
  package let sort: Sort
  /// What it is of, by name.
  package let of: String
  /// More about it, such as the role in a seat.
  package let detail: String?
  /// Hours a month that it takes; `nil` if unknown.
  package let hours: Double?
  /// The alliance that it serves; `nil` for none or unknown.
  let alliance: Alliance.ID?
  /// The committee of a seat.
  let committee: Committee.ID?
}

/// Somebody who could take over.
package struct Successor: Codable, Hashable, Sendable {
  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// How many levels of seniority they are apart from whoever held it; `nil` if unknown.
  package let levelsApart: Int?
  /// Hours a month that they can still give; `nil` if their capacity is unknown.
  package let freeHours: Double?
}

/// A role that nobody could take over.
package struct SuccessionGap: Codable, Hashable, Sendable {
  /// What it is, and of what.
  package let vacancy: Vacancy
  /// Who holds it.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// Why nobody could take over.
  package let reason: String
}
