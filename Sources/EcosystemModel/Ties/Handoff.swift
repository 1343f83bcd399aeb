/// Work that passes from one function, person or committee to another.
public struct Handoff: Hashable, Sendable, Codable {
  /// Who hands over.
  public var from: EntityReference
  /// Who takes over.
  public var to: EntityReference
  /// What is handed over.
  public var what: String?
  /// The lifecycle stage at which it happens.
  public var stage: String?
  /// Elapsed hours it takes.
  public var hours: Double?
  /// Elapsed hours that it may take at most.
  public var limitHours: Double?
  /// What must have arrived before.
  public var needs: [String] = []
  /// Who is accountable for it.
  public var owner: Person.ID?
  /// The alliance it serves.
  public var alliance: Alliance.ID?
  /// How often it happens in a year.
  public var perYear: Double?
  /// By which means.
  public var channel: String?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  public var assumed: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  public init(from: EntityReference, to: EntityReference) {
    self.from = from
    self.to = to
  }
}

extension Handoff: TableRow {
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
      Column("what", .text(\.what), "What is handed over"),
      Column("stage", .text(\.stage), "Where in the work it stands, such as `development`")
        .category(),
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
