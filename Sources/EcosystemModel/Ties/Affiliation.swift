/// One employment of a person, for people with several or former employers.
public struct Affiliation: Hashable, Sendable, Codable {
  /// The person.
  public var person: Person.ID
  /// The employer.
  public var company: Company.ID
  /// The function they work in there.
  public var function: Function.ID?
  /// The share of their working time, 0 to 1.
  public var share: Double?
  /// While it holds.
  public var validity: Validity = Validity()
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  public var assumed: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  public init(person: Person.ID, company: Company.ID) {
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
