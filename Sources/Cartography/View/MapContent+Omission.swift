import EcosystemModel

extension MapContent {
  /// A word in singular and plural.
  package struct Noun: Hashable, Sendable, Codable {
    var one: String
    var many: String

    static let link = Noun(one: "link", many: "links")
    static let seat = Noun(one: "seat", many: "seats")

    /// `1 seat`, `2 seats`.
    func counted(_ count: Int) -> String { Phrase.count(count, one, many) }
  }

  /// Something left out of the map, counted.
  package struct Omission: Hashable, Sendable, Codable {
    /// What it is and how many, such as `3 companies` or `1 link`.
    package var subject: String
    /// Why, to follow the subject, such as `not matching the filter`.
    package var reason: String
    /// How many.
    package var count: Int
    /// The entities, where it is entities.
    package var members: [Member] = []
    /// How many ties of the data went with them.
    package var ties = 0
    /// Whether it is not missing, but stated twice and drawn once.
    package var isStatedElsewhere = false

    /// Entities, with the ties that went with them.
    init(_ members: [Member], _ reason: String, ties: Int) {
      subject = MapContent.counted(members.map(\.reference))
      self.reason = reason
      count = members.count
      self.members = members
      self.ties = ties
    }

    /// Things that have no place on the map themselves.
    init(_ count: Int, _ noun: Noun, _ reason: String, ties: Int = 0) {
      subject = noun.counted(count)
      self.reason = reason
      self.count = count
      self.ties = ties
    }

    /// What was left out, and why.
    package var text: String { "\(subject) \(reason)" }
  }

  /// How many of each kind: `2 committees, 12 people`.
  static func counted(_ references: [EntityReference]) -> String {
    EntityReference.Kind.allCases.compactMap { kind -> String? in
      let count = references.count { $0.kind == kind }
      return count > 0 ? kind.counted(count) : nil
    }.joined(separator: ", ")
  }
}
