/// One employment of a person, for people with several or former employers.
package struct Affiliation: Hashable, Sendable, Codable {
  /// The person.
  package var person: Person.ID
  /// The employer.
  package var company: Company.ID
  /// The function they work in there.
  package var function: Function.ID?
  /// The share of their working time, 0 to 1.
  package var share: Double?
  /// While it holds.
  package var validity: Validity = Validity()
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  package init(person: Person.ID, company: Company.ID) {
    self.person = person
    self.company = company
  }
}

extension Affiliation: TableRow {
  package static let table = TableName.affiliations

  package static let contract = Contract<Affiliation>(
    "Only for people with several employers, or former ones; the others need no row here.",
    [
      Column("person", .reference(\.person), "Who works there").required(),
      Column("company", .reference(\.company), "The employer").required(),
      Column(
        "function", .reference(\.function, within: { $0.company }), "A function of that company"),
      Column(
        "share", .share(\.share, .share), "The share of their working time, such as 0.5"),
      Column("since", .date(\.validity.since), "The first day"),
      Column("until", .date(\.validity.until), "The first day on which it no longer holds"),
    ])
}
