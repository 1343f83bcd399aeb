package import EcosystemModel

/// What was measured, by measure, by group, over time and against targets.
package struct HealthFindings: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What was measured, in the order of the table.
  package let checks: [HealthCheck]
  /// How many measures say nothing that can be judged: neither a scale with two ends, nor a target, groups or numbers of answers.
  package let skipped: Int
  /// The number of rows wanted in each table; `nil` for all.
  package let limit: Int?

  init(_ question: HealthQuestion, in snapshot: Snapshot) throws(InsightError) {
    try snapshot.require(.scores, for: "health")
    let ecosystem = snapshot.ecosystem
    let asked = question.measure.map(ColumnName.normalized)
    var order: [Key] = []
    var rows: [Key: [Score]] = [:]
    for score in ecosystem.scores where !ecosystem.isHistory(score) {
      let key = Key(subject: score.subject, measure: ColumnName.normalized(score.measure))
      guard asked == nil || asked == key.measure else { continue }
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(score)
    }
    if let name = question.measure, order.isEmpty {
      throw InsightError(
        .unknownName,
        "Nothing has the measure “\(name)”; there are \(Phrase.list(ecosystem.measures.map { "“\($0.name)”" }, limit: 8))."
      )
    }
    let judged = order.filter { asked != nil || Self.canBeJudged(rows[$0] ?? []) }
    guard !judged.isEmpty else {
      throw InsightError(
        .missingData,
        "No score can be judged: fill scale (such as 1-5), target, group, or n and invited.")
    }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    limit = question.limit
    skipped = order.count - judged.count
    checks = judged.compactMap { key in
      HealthCheck(rows[key] ?? [], of: key.subject, called: ecosystem.name(of: key.subject))
    }
  }

  private struct Key: Hashable {
    let subject: EntityReference
    let measure: String
  }

  private static func canBeJudged(_ rows: [Score]) -> Bool {
    rows.contains { row in
      row.target != nil || row.group != nil || (row.count != nil && row.invited != nil)
        || row.scale.flatMap(Measure.range(of:)).map { $0.upperBound > 1 } ?? false
    }
  }

  /// Of each thing the measure that is lowest on its scale, the lowest of all first.
  package var weakest: [HealthCheck] {
    var found: [EntityReference: HealthCheck] = [:]
    for check in checks {
      guard let position = check.position else { continue }
      if position < found[check.subject]?.position ?? .infinity { found[check.subject] = check }
    }
    return found.values.sorted {
      ($0.position ?? 0, $0.name, $0.subject) < ($1.position ?? 0, $1.name, $1.subject)
    }
  }
}
