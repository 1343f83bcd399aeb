internal import EcosystemModel

/// Rows that link two entities, each with a weight, and what is known of those that do not count.
struct TieRows {
  /// One link.
  struct Row {
    var from: EntityReference
    var to: EntityReference
    var weight = 1.0
    var isDirected = false
  }

  /// What a row is called.
  var noun: CentralityGraph.Noun
  var rows: [Row] = []
  /// Rows that do not count, and why.
  var leftOut: [String] = []
  /// How many rows there were.
  var total = 0

  /// Relationships, rivalries left out unless there is nothing else: rivals do not lead to each other.
  static func relationships(
    of ecosystem: Ecosystem, weights: CentralityQuestion.Weights
  ) throws(InsightError) -> TieRows {
    var table = TieRows(noun: .init(one: "relationship", many: "relationships"))
    table.total = ecosystem.relationships.count
    let rivalries = ecosystem.relationships.count(where: \.isRivalry)
    let isRivalryCounted = rivalries == table.total
    if rivalries > 0, !isRivalryCounted {
      table.leftOut.append(Phrase.count(rivalries, "rivalry", "rivalries"))
    }
    let counted = ecosystem.relationships.filter { isRivalryCounted || !$0.isRivalry }
    try table.take(counted, column: weights == .weight ? Relationship.column(\.weight) : nil) {
      (Row(from: $0.from, to: $0.to, isDirected: $0.isDirected), $0.weight)
    }
    return table
  }

  /// Handoffs; work is passed on from one to the other.
  static func handoffs(
    of ecosystem: Ecosystem, weights: CentralityQuestion.Weights
  ) throws(InsightError) -> TieRows {
    var table = TieRows(noun: .init(one: "handoff", many: "handoffs"))
    table.total = ecosystem.handoffs.count
    let column: String? =
      switch weights {
      case .hours: Handoff.column(\.hours)
      case .frequency: Handoff.column(\.perYear)
      default: nil
      }
    try table.take(ecosystem.handoffs, column: column) {
      (
        Row(from: $0.from, to: $0.to, isDirected: true),
        weights == .hours ? $0.hours : $0.perYear
      )
    }
    return table
  }

  /// Takes rows whose weight is above 0, and counts the others; every weight is 1 if no column is asked for.
  private mutating func take<Source>(
    _ sources: some Collection<Source>, column: String?, row: (Source) -> (Row, Double?)
  ) throws(InsightError) {
    for source in sources {
      var (row, weight) = row(source)
      if column != nil {
        guard let weight, weight > 0, weight.isFinite else { continue }
        row.weight = weight
      }
      rows.append(row)
    }
    guard let column, rows.count < sources.count else { return }
    guard !rows.isEmpty else {
      throw InsightError(
        .missingData,
        "No \(noun.one) has a number above 0 in the column \(column); fill it in, or count rows.",
        remedy: .strengths)
    }
    leftOut.append("\(noun.count(sources.count - rows.count)) without \(column) above 0")
  }
}
