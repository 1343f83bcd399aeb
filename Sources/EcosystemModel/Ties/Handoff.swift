/// Work that passes from one function, person or committee to another.
package struct Handoff: Hashable, Sendable, Codable {
  /// Who hands over.
  package var from: EntityReference
  /// Who takes over.
  package var to: EntityReference
  /// What is handed over.
  package var what: String?
  /// The lifecycle stage at which it happens.
  package var stage: String?
  /// Elapsed hours it takes.
  package var hours: Double?
  /// Elapsed hours that it may take at most.
  package var limitHours: Double?
  /// What must have arrived before.
  package var needs: [String] = []
  /// Who is accountable for it.
  package var owner: Person.ID?
  /// The alliance it serves.
  package var alliance: Alliance.ID?
  /// How often it happens in a year.
  package var perYear: Double?
  /// By which means.
  package var channel: String?
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
}

extension Handoff: ColumnedRow {
  package typealias Columns = HandoffColumns

  /// Work passes between functions, people and committees; another kind is meant only where none of these fits.
  private static let giversAndTakers: [[EntityReference.Kind]] = [
    [.function, .person, .committee], [.company, .alliance, .program],
  ]

  /// The elapsed time in minutes, the same fact as ``hours``.
  package var minutes: Double? {
    get { hours.map { ($0 * 60 * 1e9).rounded() / 1e9 } }
    set { hours = newValue.map { $0 / 60 } }
  }

  package static let table = TableName.handoffs

  package static let contract = Contract<Handoff>(
    "Work that passes from one function, person or committee to another.",
    [
      Column(
        "from", .end(\.from, among: giversAndTakers, implied: .function),
        "The function, person or committee that hands over"
      ).required().alias("source"),
      Column(
        "to", .end(\.to, among: giversAndTakers, implied: .function),
        "The function, person or committee that takes over"
      ).required().alias("target"),
      Column("what", .text(\.what), "What is handed over").identifying(),
      Column("stage", .text(\.stage), "Where in the work it stands, such as `development`")
        .category().identifying(),
      Column(
        "hours", .number(\.hours, .upTo(876_600, "hours")), "Hours that pass until it has arrived"),
      Column(
        "minutes", .number(\.minutes, .upTo(52_596_000, "minutes")),
        "The same in minutes, in place of hours"
      ).otherUnit(),
      Column(
        "limit_hours", .number(\.limitHours, .upTo(876_600, "hours")), "Hours it may take at most"),
      Column("needs", .list(\.needs), "What must have arrived before"),
      Column("owner", .reference(\.owner), "The person who answers for it"),
      Column("alliance", .reference(\.alliance), "The alliance it serves"),
      Column("per_year", .number(\.perYear, .upTo(1e9, "times")), "How often a year"),
      Column("channel", .text(\.channel), "By which means it travels")
        .category("e-mail", "meeting", "shared workspace", "phone"),
    ])
}
