package import EcosystemModel

/// A page for somebody new: on which bodies they sit with which rights, what they answer for, and whom to meet.
package struct NewcomerPage: Findings {
  /// A body on which they sit.
  package struct Place: Codable, Hashable, Sendable {
    /// The committee.
    package let committee: Committee.ID
    /// Its name.
    package let name: String
    /// The name of its alliance.
    package let alliance: String?
    /// What they are there.
    package let role: MembershipRole
    /// Since when; `nil` if no row says so.
    package let since: CalendarDate?
    /// What the committee decides, in its own words.
    package let decides: String?
    /// How often it meets, in words.
    package let cadence: String?
    /// The name of the committee above.
    package let above: String?
    /// Who leads it, by name.
    package let chairs: [String]

    /// What the role entitles to, in words.
    package var rights: String {
      switch role {
      case .chair: "leads and votes"
      case .coChair: "leads with others and votes"
      case .member: "votes"
      case .alternate: "stands in, and votes then only"
      case .observer: "listens, without a vote"
      }
    }
  }

  /// Somebody to meet.
  package struct Contact: Codable, Hashable, Sendable {
    /// Who it is.
    package let person: Person.ID
    /// The name.
    package let name: String
    /// The name of the employer.
    package let company: String?
    /// The title.
    package let role: String?
    /// Why to meet them, the weightiest reason first.
    package let reasons: [String]
  }

  /// Something they answer for, or a limit to what they may tell.
  package struct Duty: Codable, Hashable, Sendable {
    /// What they do: manages, sponsors, leads, owns; or must keep apart.
    package let verb: String
    /// What it is.
    package let what: String
    /// More about it.
    package let detail: String?
  }

  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// Their employer, function and title, as far as known.
  package let position: [String]
  /// The committees, by name.
  package let places: [Place]
  /// What they answer for.
  package let duties: [Duty]
  /// What must be kept apart from what they know.
  package let limits: [Duty]
  /// Whom to meet, those with most reasons first.
  package let contacts: [Contact]

  /// What names both sides of a firewall stays in the house.
  package var isInternal: Bool { !limits.isEmpty }
}

extension NewcomerPage {
  /// Whose page it is.
  package var title: String { "A page for \(name)" }

  /// Where they sit, and how many people to meet.
  package var summary: [String] {
    let votes = places.count { $0.role.isVoting }
    let rights =
      votes == 0
      ? "without a vote" : votes == places.count ? "with a vote" : "on \(votes) with a vote"
    let opening =
      name + (position.isEmpty ? "" : ", \(position.listed),")
      + (places.isEmpty
        ? " sits on no committee."
        : " sits on \(Phrase.count(places.count, "committee")), \(rights).")
    let first = contacts.prefix(3).map(\.name)
    guard !first.isEmpty else { return [opening] }
    return [
      opening,
      "There \(contacts.count == 1 ? "is 1 person" : "are \(contacts.count) people") to meet, first \(Phrase.list(first)).",
    ]
  }

  /// The bodies, the duties, the people.
  package var tables: [FindingsTable] {
    [bodiesTable, contactsTable] + (duties.isEmpty ? [] : [dutiesTable("duties", duties)])
      + (limits.isEmpty ? [] : [dutiesTable("limits", limits)])
  }

  private var bodiesTable: FindingsTable {
    var table = FindingsTable(
      id: "bodies", title: "Bodies and rights",
      method: "\(dateText); of several roles the weightiest",
      columns: [
        .init("committee"), .init("alliance"), .init("role"), .init("rights"),
        .init("since", .date), .init("decides"), .init("meets"), .init("reports to"),
        .init("led by"),
      ])
    for place in places {
      table.append([
        .text(place.name), .text(place.alliance), .text(place.role.rawValue), .text(place.rights),
        .date(place.since), .text(place.decides), .text(place.cadence), .text(place.above),
        .list(place.chairs),
      ])
    }
    return table
  }

  private var contactsTable: FindingsTable {
    var table = FindingsTable(
      id: "people", title: "Whom to meet",
      method:
        "\(dateText); those who lead their committees, answer for their alliances, are above or below them, hand work over, or sit beside them on two or more committees",
      columns: [.init("person"), .init("company"), .init("title"), .init("why")])
    for contact in contacts {
      table.append([
        .text(contact.name), .text(contact.company), .text(contact.role), .list(contact.reasons),
      ])
    }
    return table
  }

  private func dutiesTable(_ id: String, _ rows: [Duty]) -> FindingsTable {
    var table = FindingsTable(
      id: id, title: id == "duties" ? "What they answer for" : "What must be kept apart",
      method: id == "duties" ? dateText : "\(dateText); firewalls of their alliances and companies",
      columns: [.init("what"), .init("of"), .init("more")])
    for row in rows { table.append([.text(row.verb), .text(row.what), .text(row.detail)]) }
    return table
  }
}
