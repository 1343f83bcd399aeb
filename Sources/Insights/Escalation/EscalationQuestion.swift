public import EcosystemModel

/// How proposals get up to the final decider, and how long it takes.
public struct EscalationQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.committees]
  /// Committees, and the figures that they had.
  package static let sources: [TableName] = [.committees, .scores]

  /// The committee where a proposal begins; `nil` for every committee that nobody escalates to.
  package var from: AskedEntity?
  /// The seed of the simulations.
  package var seed: UInt64

  /// Asks for the ways from the committee that is called so, or for all.
  public init(from start: String? = nil, seed: UInt64 = 1) {
    from = start.map { .named($0) }
    self.seed = seed
  }

  /// Asks for the ways from a committee.
  package init(from start: Committee.ID, seed: UInt64 = 1) {
    from = .entity(.committee(start))
    self.seed = seed
  }

  /// Follows proposals upwards, with the figures that committees had on the day.
  ///
  /// - Throws: ``InsightError`` if there are no committees. One that is not there on that day has no way up.
  /// - Complexity: O(starts · (committees + 10,000 · levels)).
  package func answer(in snapshot: Snapshot) throws(InsightError) -> Escalation {
    try Escalation(self, in: snapshot)
  }
}

/// How proposals got up before a change, and how they do on the day of the snapshot.
public struct EscalationComparisonQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.committees]
  /// Committees and the figures that they had, and the duties of people.
  package static let sources: [TableName] = LoadQuestion.sources + [.scores]

  /// The day before the change.
  package var before: CalendarDate
  /// Show the ways through this committee only; `nil` for all.
  package var from: AskedEntity?
  /// The seed of the simulations.
  package var seed: UInt64

  /// Asks for the ways through the committee that is called so, or for all.
  public init(before: CalendarDate, from start: String? = nil, seed: UInt64 = 1) {
    self.before = before
    from = start.map { .named($0) }
    self.seed = seed
  }

  /// Asks for the ways through a committee.
  package init(before: CalendarDate, from start: Committee.ID, seed: UInt64 = 1) {
    self.before = before
    from = .entity(.committee(start))
    self.seed = seed
  }

  /// Compares two days.
  ///
  /// A way is compared with the one that begins at the same committee; where proposals began at a committee to which others
  /// escalate now, with each of theirs; where that committee is gone, with a new way of the same alliance, the longest with
  /// the longest.
  ///
  /// - Throws: ``InsightError`` if the snapshot is of no day, or a day has no committees.
  /// - Complexity: That of ``EscalationQuestion`` on both days.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> EscalationComparison {
    try EscalationComparison(self, in: snapshot)
  }
}
