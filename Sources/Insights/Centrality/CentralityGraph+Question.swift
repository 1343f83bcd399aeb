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
      self = try Self(sharing: rows, side: side, weights: question.weights)
      strengthUnit = question.weights == .count ? "shared" : "overlap"
    case .handoffs:
      try require(.handoffs)
      try Self.allow([.none, .count, .frequency, .hours], question)
      let rows = try TieRows.handoffs(of: ecosystem, weights: question.weights)
      self = try Self(rows, among: question.subject, of: ecosystem)
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
      let rows = Affiliations.seats(of: ecosystem)
      let hours = question.weights == .hours ? try seatHours(in: ecosystem) : nil
      var graph = try CentralityGraph(twoMode: rows, strengths: hours)
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
    let graph = try CentralityGraph(rows, among: question.subject, of: ecosystem)
    guard question.subject == .companies, graph.topology.edgeCount == 0,
      !ecosystem.alliances.isEmpty
    else { return graph }
    try allow([.none, .count], question)
    var shared = try CentralityGraph(twoMode: .partnerships(of: ecosystem))
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

  /// The hours a month of each seat.
  private static func seatHours(in ecosystem: Ecosystem) throws(InsightError) -> [Double] {
    let seated = Set(ecosystem.memberships.map(\.committee))
    let hours = Dictionary(
      ecosystem.committees.map { ($0.id, $0.hoursPerMonth) },
      uniquingKeysWith: { first, _ in first })
    let unknown = ecosystem.committees.filter {
      seated.contains($0.id) && !((hours[$0.id] ?? nil) ?? 0 > 0)
    }
    guard unknown.isEmpty else {
      throw InsightError(
        .missingData,
        """
        To weigh by hours needs the cadence and the hours of every committee; \(unknown.count) lack them, first \
        “\(unknown[0].name)”. Fill in the columns cadence and hours, or leave the hours out.
        """, remedy: .noStrengths)
    }
    return ecosystem.memberships.map { (hours[$0.committee] ?? nil) ?? 1 }
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
    case .hours where topology.isDirected:
      strengths = nil
    default:
      guard let strengths else { return }
      try setStrengths(strengths)
    }
  }
}

extension Committee {
  /// Hours of meetings and preparation a month; nothing where the cadence or both lengths are unknown.
  var hoursPerMonth: Double? {
    guard let cadence, hours != nil || preparationHours != nil else { return nil }
    return cadence.meetingsPerYear / 12 * ((hours ?? 0) + (preparationHours ?? 0))
  }
}
