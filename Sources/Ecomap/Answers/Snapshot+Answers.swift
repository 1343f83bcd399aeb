public import EcosystemModel
public import Insights

/// Every question is asked in one way, of a dataset on a day.
///
/// ```swift
/// let load = try dataset.on("2020-06-01").answer(LoadQuestion(), where: ["region=Japan"])
/// ```
///
/// Conditions such as `region=Japan` are what everything counted must meet. What the data cannot answer, or a name or a
/// condition that it does not know, is an ``EcomapError``.
extension Snapshot {
  /// Who sits on both of two committees, how much that is, and whether chance explains it.
  public func answer(
    _ question: OverlapQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<OverlapFindings> {
    try answered(question, conditions)
  }

  /// Who carries too much, and which seat would relieve them.
  public func answer(
    _ question: LoadQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<LoadFindings> {
    try answered(question, conditions)
  }

  /// How the duties of people changed between another day and that of the snapshot.
  public func answer(
    _ question: LoadComparisonQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<LoadComparison> {
    try answered(question, conditions)
  }

  /// Who is central, by which metric, on which graph.
  public func answer(
    _ question: CentralityQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<CentralityFindings> {
    try answered(question, conditions)
  }

  /// How proposals get up to the final decider, and how long it takes.
  public func answer(
    _ question: EscalationQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<Escalation> {
    try answered(question, conditions)
  }

  /// How long proposals took before a change, and take on the day of the snapshot.
  public func answer(
    _ question: EscalationComparisonQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<EscalationComparison> {
    try answered(question, conditions)
  }

  /// Whether competing alliances and companies are kept apart.
  public func answer(
    _ question: FirewallQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<Firewall> {
    try answered(question, conditions)
  }

  /// What is wrong with the handoffs: what nobody owns, what goes round in circles, where work waits.
  public func answer(
    _ question: HandoffReviewQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<HandoffReview> {
    try answered(question, conditions)
  }

  /// By which chains of contacts work gets from one party to another.
  public func answer(
    _ question: HandoffPathsQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<HandoffPaths> {
    try answered(question, conditions)
  }

  /// Who faces whom in an alliance.
  public func answer(
    _ question: PeerQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<PeerMatrix> {
    try answered(question, conditions)
  }

  /// Whom to go through to reach somebody.
  public func answer(
    _ question: NavigatorQuestion, where conditions: [String] = []
  ) throws(EcomapError) -> Answer<Navigator> {
    try answered(question, conditions)
  }

  func answered<Asked: Question>(
    _ question: Asked, _ texts: [String]
  ) throws(EcomapError) -> Answer<Asked.Answer> {
    let conditions = try Condition.reading(texts)
    return try EcomapError.wrapping { () throws(InsightError) in
      Answer(try answer(question, meeting: conditions))
    }
  }
}
