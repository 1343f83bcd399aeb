internal import EcosystemModel
internal import GraphCore

extension CentralityGraph {
  /// The graph that a question asks about.
  ///
  /// - Throws: ``InsightError`` where the dataset lacks the rows, or the weights do not fit them.
  init(
    for question: CentralityQuestion, in snapshot: Snapshot
  ) throws(InsightError) {
    let ecosystem = snapshot.ecosystem
    func require(_ table: TableName) throws(InsightError) {
      try snapshot.require(
        table, for: "centrality of \(question.subject.rawValue) on \(question.basis.rawValue)")
    }
    switch question.basis {
    case .ties: self = try Self.ties(question, in: snapshot, require)
    case .overlap:
      try Self.allow([.none, .count, .jaccard, .smaller, .newman], question)
      let (rows, side) = try Self.sharing(question.subject, in: ecosystem, require)
      self = try Self(
        sharing: rows.without(snapshot.bystanders), side: side, weights: question.weights)
      strengthUnit = question.weights == .count ? "shared" : "of overlap"
    case .handoffs:
      try require(.handoffs)
      try Self.allow([.none, .count, .frequency, .hours], question)
      let rows = try TieRows.handoffs(of: ecosystem, weights: question.weights)
      self = try Self(
        rows, among: question.subject, ignoringDirections: question.ignoresDirections,
        of: snapshot)
      strengthUnit = question.weights == .frequency ? "handoffs a year" : "handoffs"
    }
    try choose(question.weights)
  }

  private static func ties(
    _ question: CentralityQuestion, in snapshot: Snapshot,
    _ require: (TableName) throws(InsightError) -> Void
  ) throws(InsightError) -> CentralityGraph {
    let ecosystem = snapshot.ecosystem
    let isSeated = question.subject == .people || question.subject == .committees
    if isSeated, !ecosystem.memberships.isEmpty {
      try allow([.none, .count, .hours], question)
      var rows = Affiliations.seats(of: ecosystem).without(snapshot.bystanders)
      let seatCount = rows.pairs.count
      let hours = question.weights == .hours ? try rows.takeHours(in: ecosystem) : nil
      var graph = try CentralityGraph(twoMode: rows, strengths: hours)
      if rows.pairs.count < seatCount {
        graph.leftOut.append(
          "\(rows.rowNoun.count(seatCount - rows.pairs.count)) on committees whose hours a month are not known"
        )
      }
      if question.subject == .committees { graph.noun = rows.memberNoun }
      graph.strengthUnit = question.weights == .hours ? "hours a month" : "seats"
      return graph
    }
    // Seats that are there on other days only are no reason to answer another question.
    if isSeated, !snapshot.whole.memberships.isEmpty || ecosystem.relationships.isEmpty {
      try require(.memberships)
    }
    if question.subject != .companies || ecosystem.alliances.isEmpty { try require(.relationships) }
    try allow([.none, .count, .weight], question)
    let rows = try TieRows.relationships(of: ecosystem, weights: question.weights)
    var graph = try CentralityGraph(
      rows, among: question.subject, ignoringDirections: question.ignoresDirections, of: snapshot)
    graph.strengthUnit = question.weights == .weight ? "weight" : "relationships"
    guard question.subject == .companies, graph.topology.edgeCount == 0,
      !ecosystem.alliances.isEmpty
    else { return graph }
    try allow([.none, .count], question)
    let partnerships = Affiliations.partnerships(of: ecosystem)
    var shared = try CentralityGraph(twoMode: partnerships.without(snapshot.bystanders))
    shared.leftOut += graph.leftOut
    return shared
  }

  private static func sharing(
    _ subject: CentralityQuestion.Subject, in ecosystem: Ecosystem,
    _ require: (TableName) throws(InsightError) -> Void
  ) throws(InsightError) -> (Affiliations, AffiliationGraph.Side) {
    switch subject {
    case .people, .committees:
      try require(.memberships)
      return (.seats(of: ecosystem), subject == .people ? .left : .right)
    case .companies:
      try require(.alliances)
      return (.partnerships(of: ecosystem), .left)
    case .functions:
      try require(.memberships)
      return (.functionSeats(of: ecosystem), .left)
    }
  }

  private static func allow(
    _ allowed: [CentralityQuestion.Weights], _ question: CentralityQuestion
  ) throws(InsightError) {
    guard !allowed.contains(question.weights) else { return }
    throw InsightError(
      .badOption,
      """
      Weights by “\(question.weights.rawValue)” do not fit \(question.subject.rawValue) on \
      \(question.basis.rawValue); there are \(allowed.map(\.rawValue).joined(separator: ", ")).
      """)
  }

  /// Keeps strengths or lengths as the weights say.
  private mutating func choose(_ weights: CentralityQuestion.Weights) throws(InsightError) {
    switch weights {
    case .none:
      strengths = nil
      costs = nil
    case .hours where rows != nil:
      // Hours of handoffs are lengths, not strengths.
      strengths = nil
      lengthUnit = "hours"
    default:
      guard let strengths else { return }
      lengthUnit = weights == .weight ? "1/weight" : "1/(\(strengthUnit))"
      try setStrengths(strengths)
    }
  }
}

extension Affiliations {
  /// Keeps the seats of committees whose hours a month are known, and returns these hours.
  mutating func takeHours(in ecosystem: Ecosystem) throws(InsightError) -> [Double] {
    let hours = ecosystem.committees.map { $0.hoursPerMonth ?? 0 }
    pairs.removeAll { hours[$0.group] <= 0 }
    guard !pairs.isEmpty else {
      throw InsightError(
        .missingData,
        "No committee with seats has a cadence and hours above 0; fill in these columns, or leave the hours out.",
        remedy: .noStrengths)
    }
    return pairs.map { hours[$0.group] }
  }
}

extension Committee {
  /// Hours of meetings and preparation a month; `nil` where the cadence or both lengths are unknown.
  var hoursPerMonth: Double? {
    guard let cadence, hours != nil || preparationHours != nil else { return nil }
    return cadence.meetingsPerYear / 12 * ((hours ?? 0) + (preparationHours ?? 0))
  }
}
