/// How much of a dataset lies on the other sides of the firewalls of whom a page is for, and is not told there.
package struct Withheld: Hashable, Sendable, Codable {
  /// People who are not named.
  package let people: Int
  /// Committees.
  package let committees: Int
  /// Alliances.
  package let alliances: Int
  /// Companies.
  package let companies: Int
  /// Programs.
  package let programs: Int
  /// Relationships and handoffs between those who are named.
  package let links: Int
  /// Seats of people who are named.
  package let seats: Int

  /// Counts what is in a dataset and not in what is left of it; `nil` if nothing is missing.
  init?(of whole: Ecosystem, leaving left: Ecosystem) {
    guard whole.references.count > left.references.count else { return nil }
    people = whole.people.count - left.people.count
    committees = whole.committees.count - left.committees.count
    alliances = whole.alliances.count - left.alliances.count
    companies = whole.companies.count - left.companies.count
    programs = whole.programs.count - left.programs.count
    func isNamed(_ reference: EntityReference) -> Bool { left.contains(reference) }
    links =
      whole.relationships.count { isNamed($0.from) && isNamed($0.to) }
      + whole.handoffs.count { isNamed($0.from) && isNamed($0.to) }
      - left.relationships.count - left.handoffs.count
    seats =
      whole.memberships.count { left.people[$0.person] != nil } - left.memberships.count
  }
}

extension Withheld: CustomStringConvertible {
  /// What is counted: `4 people, 2 committees and 1 alliance behind firewalls, and 3 seats of people who are named`.
  package var description: String {
    let counts = [
      (people, "person", "people"), (committees, "committee", "committees"),
      (programs, "program", "programs"), (alliances, "alliance", "alliances"),
      (companies, "company", "companies"), (links, "link", "links"),
    ].filter { $0.0 > 0 }.map { Phrase.count($0.0, $0.1, $0.2) }
    let list = Phrase.list(counts, limit: counts.count)
    let own = seats > 0 ? ", and \(Phrase.count(seats, "seat")) of people who are named" : ""
    return "\(list) behind firewalls\(own)"
  }

  /// The same as a sentence.
  package var sentence: String {
    "Withheld: \(self)."
  }
}
