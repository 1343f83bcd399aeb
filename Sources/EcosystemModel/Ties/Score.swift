/// One measured value: a health check, a supplier score, a maturity level.
package struct Score: Hashable, Sendable, Codable {
  /// What was measured.
  package var subject: EntityReference
  /// The name of the measure.
  package var measure: String
  /// The value.
  package var value: Double
  /// When it was measured.
  package var date: CalendarDate?
  /// The scale of the value, such as `1-5`.
  package var scale: String?
  /// The value to reach.
  package var target: Double?
  /// Who was asked, such as one partner's people.
  package var group: String?
  /// How many answered.
  package var count: Int?
  /// How many were asked.
  package var invited: Int?
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  package init(subject: EntityReference, measure: String, value: Double) {
    self.subject = subject
    self.measure = measure
    self.value = value
  }
}

extension Score: TableRow {
  package static let table = TableName.scores

  package static let contract = Contract<Score>(
    "Measurements with a date: health checks, supplier scores, maturity.",
    [
      Column(
        "subject", .end(\.subject, among: [EntityReference.Kind.allCases], implied: .company),
        "A company, function, person, committee, alliance or program"
      ).required(),
      Column(
        "measure", .name(\.measure),
        "What was measured, such as `health`; the name of a column of numbers gives that column a history"
      ).required().offering(
        "health", "approval_rate", "settles", "hours", "prep_hours", "lead_days", "max_days"),
      Column("value", .measured(\.value), "The number").required(),
      Column("date", .date(\.date), "When it was measured").identifying(),
      Column("scale", .text(\.scale), "The range of values, such as `1-5`, or the unit"),
      Column("target", .number(\.target, .any), "The value to reach"),
      Column("group", .text(\.group), "Who was asked, such as one partner's people").category()
        .identifying(),
      Column("n", .integer(\.count, 0...1_000_000_000), "How many answered"),
      Column("invited", .integer(\.invited, 0...1_000_000_000), "How many were asked"),
    ])
}
