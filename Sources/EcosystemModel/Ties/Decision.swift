/// The part that a body has in a decision: one decision point of a playbook.
package struct Decision: Hashable, Sendable, Codable {
  /// What is decided.
  package var matter: String
  /// A committee, or a function, company or person where what is asked is no committee.
  package var body: EntityReference
  /// The part that the body has in it.
  package var right: DecisionRight = .decides
  /// The alliance that it is a matter of; `nil` for that of the body, or for all in which the matter comes up.
  package var alliance: Alliance.ID?
  /// The lifecycle stage at which it comes up; `nil` for every stage at which it does.
  package var stage: String?
  /// When the body is asked, among those with the same right; those with one number are asked at the same time.
  package var step: Int?
  /// Days that the body takes.
  package var days: Double?
  /// Who sees to it that the matter is decided.
  package var owner: Person.ID?
  /// While it holds.
  package var validity = Validity()
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  package init(matter: String, body: EntityReference) {
    self.matter = matter
    self.body = body
  }
}

extension Decision: TableRow {
  package static let table = TableName.decisions

  /// Committees decide; a board that is no joint committee may stand in the table of functions, companies or people.
  private static let bodies: [[EntityReference.Kind]] = [
    [.committee], [.function, .company, .person],
  ]

  package static let contract = Contract<Decision>(
    "Who decides what: a row for each body that has a part in a matter. What committees say in their column decides counts, too.",
    [
      Column("matter", .name(\.matter), "What is decided, such as `annual budget`").required()
        .alias("decision"),
      Column(
        "body", .end(\.body, among: bodies, implied: .committee),
        "The committee, or the function, company or person that takes part in it"
      ).required(),
      Column(
        "right", .choice(\.right),
        "`decides`, `approves` (must approve before the decision), `consulted` or `informed`"),
      Column(
        "alliance", .reference(\.alliance),
        "The alliance it is a matter of, if not that of the body"),
      Column("stage", .text(\.stage), "Where in the work it comes up, such as `development`")
        .category().identifying(),
      Column(
        "step", .integer(\.step, 1...1000),
        "Which of several with one right is asked first, 1 if empty; those with one number are asked together"
      ),
      Column("days", .number(\.days, .upTo(36_500, "days")), "Days the body takes"),
      Column(
        "owner", .reference(\.owner), "The person who sees to it that the matter is decided"),
      Column("since", .date(\.validity.since), "The first day"),
      Column("until", .date(\.validity.until), "The first day on which it no longer holds"),
    ])
}

/// The part that a body has in a decision, in the order in which bodies are asked.
package enum DecisionRight: String, CaseIterable, Hashable, Sendable, Codable {
  /// It decides.
  case decides
  /// It must approve before the decision.
  case approves
  /// It is heard before the decision.
  case consulted
  /// It is told after the decision.
  case informed

  /// The letter that stands for it in a matrix.
  package var letter: String { rawValue.prefix(1).uppercased() }

  /// Its place among all, the weightiest first.
  package var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What it means, for a legend.
  package var meaning: String {
    switch self {
    case .decides: "decides"
    case .approves: "must approve first"
    case .consulted: "is consulted"
    case .informed: "is informed"
    }
  }
}
