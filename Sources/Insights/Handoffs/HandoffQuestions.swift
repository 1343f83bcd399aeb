package import EcosystemModel

/// What is wrong with the handoffs: what nobody owns, what goes round in circles, where work waits.
public struct HandoffReviewQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.handoffs]

  /// The order of the lifecycle stages; `nil` for that of the data.
  package var stages: [String]?
  /// Whose working hours are asked for: a team, a company or somebody who takes part; `nil` for those of all groups.
  package var coverageOf: String?

  /// Makes a question.
  public init(stages: [String]? = nil) {
    self.stages = stages
  }

  /// Asks for the working hours of one team, company or party.
  package init(coverageOf name: String?) {
    coverageOf = name
  }

  /// Reviews the handoffs of an ecosystem.
  ///
  /// - Throws: ``InsightError`` if there are no handoffs.
  /// - Complexity: O(links · (parties + links)) for the loops, nearly linear otherwise.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> HandoffReview {
    try HandoffReview(self, in: snapshot)
  }
}

/// By which chains of contacts work can get from one party to another.
public struct HandoffPathsQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.handoffs]

  /// Where work begins.
  package var from: AskedEntity
  /// Where it must get.
  package var to: AskedEntity
  /// How many paths at most.
  package var limit: Int
  /// What makes a path short.
  package var measure: HandoffMeasure
  /// The order of the lifecycle stages; `nil` for that of the data.
  package var stages: [String]?
  /// Whether ways may go back to earlier stages and over several alliances.
  package var isAnyStage: Bool
  /// The seed of the simulation.
  package var seed: UInt64

  /// Asks for the ways between those who are called so, by name or id.
  public init(
    from: String, to: String, limit: Int = 5, by measure: HandoffMeasure = .steps,
    stages: [String]? = nil, isAnyStage: Bool = false, seed: UInt64 = 1
  ) {
    self.init(
      .named(from), .named(to), limit: limit, by: measure, stages: stages, isAnyStage: isAnyStage,
      seed: seed)
  }

  /// Asks for the ways between entities.
  package init(
    from: EntityReference, to: EntityReference, limit: Int = 5, by measure: HandoffMeasure = .steps,
    stages: [String]? = nil, isAnyStage: Bool = false, seed: UInt64 = 1
  ) {
    self.init(
      .entity(from), .entity(to), limit: limit, by: measure, stages: stages,
      isAnyStage: isAnyStage, seed: seed)
  }

  private init(
    _ from: AskedEntity, _ to: AskedEntity, limit: Int, by measure: HandoffMeasure,
    stages: [String]?, isAnyStage: Bool, seed: UInt64
  ) {
    self.from = from
    self.to = to
    self.limit = limit
    self.measure = measure
    self.stages = stages
    self.isAnyStage = isAnyStage
    self.seed = seed
  }

  /// Finds the best loopless paths along the handoffs.
  ///
  /// A way keeps to the handoffs of one alliance and those of none in particular, and never goes back to an earlier stage.
  ///
  /// - Throws: ``InsightError`` if there are no handoffs, both ends are the same, or no row states the hours asked for.
  /// - Complexity: That of Yen's algorithm for each alliance: O(*limit* · parties · stages · links · log parties) at worst.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> HandoffPaths {
    try HandoffPaths(self, in: snapshot)
  }
}
