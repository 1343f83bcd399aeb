/// Any typed tie: partners with, reports to, supplies, works with, competes with, owns and the like.
package struct Relationship: Hashable, Sendable, Codable {
  /// Where it starts.
  package var from: EntityReference
  /// Where it ends.
  package var to: EntityReference
  /// The type of tie.
  package var kind: String?
  /// Whether its row says that it leads from `from` to `to` only; `nil` if the row leaves that to the kind.
  package var directed: Bool?
  /// Its strength; larger is closer.
  package var weight: Double?
  /// Who is accountable for it.
  package var owner: Person.ID?
  /// A word to write on it.
  package var label: String?
  /// While it holds.
  package var validity: Validity = Validity()
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  package init(from: EntityReference, to: EntityReference) {
    self.from = from
    self.to = to
  }

  /// Whether it leads from `from` to `to` only: as its row says, or else as its ``kind`` does.
  package var isDirected: Bool { directed ?? RelationshipKind.isDirected(kind) }

  /// Whether the two ends compete, so that neither leads to the other.
  package var isRivalry: Bool { RelationshipKind.isRivalry(kind) }
}

extension Relationship: TableRow {
  package static let table = TableName.relationships

  package static let contract = Contract<Relationship>(
    "Any other relationship between two things: works with, supplies, owns, reports to …",
    [
      Column(
        "from", .end(\.from, among: [EntityReference.Kind.allCases], implied: .company),
        "A company, function, person, committee, alliance or program"
      ).required().alias("source"),
      Column(
        "to", .end(\.to, among: [EntityReference.Kind.allCases], implied: .company), "The other end"
      ).required().alias("target"),
      Column("kind", .text(\.kind), "What sort it is, such as `supplies`")
        .category("works with", "supplies", "owns", "reports to", "competes with").identifying(),
      Column(
        "directed", .answer(\.directed),
        "`yes` if it leads from the first to the second only, `no` if both ways; empty: as its kind says (`supplies`, `funds`, `reports to` lead one way)"
      ),
      Column(
        "weight", .number(\.weight, .upTo(1e15)), "How strong it is: larger is closer"),
      Column("owner", .reference(\.owner), "The person who answers for it"),
      Column("label", .text(\.label), "A word to write on the line"),
      Column("since", .date(\.validity.since), "The first day"),
      Column("until", .date(\.validity.until), "The first day on which it no longer holds"),
    ])
}
