/// A named person, or a seat: a role that is not tied to a name.
package struct Person: Entity {
  /// `people`.
  package static let table = TableName.people

  /// The stable id.
  package private(set) var id: EntityID<Self>
  /// The name people know it by.
  package var name: String
  /// Whether this is a person or a seat.
  package var kind: PersonKind = .person
  /// The main employer; further ones stand in the affiliations.
  package var company: Company.ID?
  /// The function they work in.
  package var function: Function.ID?
  /// Their title.
  package var title: String?
  /// 1 (board) to 5.
  package var seniority: Int?
  /// Whom they report to.
  package var manager: Person.ID?
  /// The IANA name of their time zone; their function's or company's where missing.
  package var timeZone: String?
  /// Hours a month they can give to alliances.
  package var capacityHours: Double?
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what every person must have.
  package init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }

  /// The same person under another name and id.
  func called(_ name: String, _ id: ID) -> Person {
    var person = self
    (person.name, person.id) = (name, id)
    return person
  }
}

extension Person: TableEntity {
  package static let kind = EntityReference.Kind.person

  package static let contract = Contract<Person>(
    "People, or seats where the name is not known or should not be shown.",
    [
      Column("name", .name(\.name), "What people call it; unique, or with an id").required(),
      Column(
        "id", .id { $0.id.rawValue },
        "A short name that never changes, such as `gfrost`; cells may use it in place of the name"),
      Column("company", .reference(\.company), "The main employer")
        .inheriting { person, ecosystem in
          ecosystem.company(of: person.reference).map { [.company($0)] } ?? []
        },
      Column(
        "function", .reference(\.function, within: { $0.company }), "A function of that company"),
      Column("title", .text(\.title), "As on the business card"),
      Column("seniority", .integer(\.seniority, 1...5), "1 = board … 5 = team member")
        .offering("1", "2", "3", "4", "5"),
      Column("manager", .reference(\.manager), "The person they report to"),
      Column(
        "time_zone", .text(\.timeZone),
        "An IANA name, such as `Asia/Tokyo`; their function's or company's if left out"
      ).inheriting { person, ecosystem in ecosystem.timeZone(of: person.reference) },
      Column(
        "capacity_hours", .number(\.capacityHours, .upTo(744, "hours")),
        "Hours a month for work on alliances"),
      Column(
        "kind", .choice(\.kind, standard: .person), "`person`, or `seat` for a role without a name"),
      Column(
        "region",
        .derived { person, ecosystem in
          person.function.flatMap { ecosystem.functions[$0]?.region }
            ?? ecosystem.company(of: person.reference).flatMap { ecosystem.companies[$0]?.region }
        }, "The region of their function or company"),
      Column("entity", .derived { _, _ in kind.rawValue }, "What kind of thing it is"),
    ])
}

/// Whether a row of the people table is a person or a seat.
package enum PersonKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Somebody.
  case person
  /// A seat whose holder is not known, which counts as one person.
  case seat
}
