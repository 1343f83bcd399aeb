/// A person's place on a committee.
package struct Membership: Hashable, Sendable, Codable {
  /// The member.
  package var person: Person.ID
  /// The committee.
  package var committee: Committee.ID
  /// What the member does there.
  package var role: MembershipRole = .member
  /// The company they sit for, where it is not their main employer.
  package var company: Company.ID?
  /// While it holds.
  package var validity: Validity = Validity()
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  package init(person: Person.ID, committee: Committee.ID) {
    self.person = person
    self.committee = committee
  }
}

extension Membership: ColumnedRow {
  package typealias Columns = SeatColumns

  package static let table = TableName.memberships

  package static let contract = Contract<Membership>(
    "Who sits on which committee. A person has a row for each seat.",
    [
      Column("person", .reference(\.person), "Who sits on it").required(),
      Column("committee", .reference(\.committee), "The committee").required(),
      Column(
        "role", .choice(\.role), "`chair`, `co-chair`, `member`, `alternate` or `observer`"),
      Column(
        "company", .reference(\.company), "The company they sit for, if not their main employer"),
      Column("since", .date(\.validity.since), "The first day"),
      Column("until", .date(\.validity.until), "The first day on which it no longer holds"),
    ])
}

/// What a member does on a committee.
///
/// Observers and alternates do not decide.
package enum MembershipRole: String, CaseIterable, Hashable, Sendable, Codable {
  case chair
  case coChair = "co-chair"
  case member, alternate, observer

  /// The weightiest of some roles, a chair before all others; `nil` of none.
  package static func weightiest(_ roles: [MembershipRole]) -> MembershipRole? {
    allCases.first(where: roles.contains)
  }

  /// Whether the member leads the committee.
  package var isChairing: Bool { self == .chair || self == .coChair }

  /// Whether the member takes part in decisions.
  package var isVoting: Bool { self != .observer && self != .alternate }
}
