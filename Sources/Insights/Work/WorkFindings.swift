package import EcosystemModel

/// Handoffs as work: the chain that decides how long the whole takes, and what comes late or is lost.
package struct WorkFindings: Findings {
  /// Something that is needed and that no handoff brings.
  package struct Missing: Hashable, Sendable, Codable {
    /// What is needed.
    package let need: String
    /// What needs it.
    package let what: String?
    /// Who would take that over.
    package let to: String
  }

  /// An end of the work.
  package struct End: Hashable, Sendable, Codable {
    /// What arrives.
    package let what: String?
    /// Where.
    package let to: String
    /// Hours after the beginning.
    package let hours: Double
    /// How many handoffs it waits for, itself included.
    package let count: Int
  }

  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What is handed over, in the order of the table.
  package let activities: [WorkActivity]
  /// The positions of those on the critical path, the first one first; empty if nothing needs anything.
  package let path: [Int]
  /// The ends of the work, the one that takes longest first.
  package let ends: [End]
  /// What is needed and not brought.
  package let missing: [Missing]
  /// The positions of those that wait for each other.
  package let loops: [[Int]]
  /// The number of rows wanted in each table; `nil` for all.
  package let limit: Int?

  init(_ question: WorkQuestion, in snapshot: Snapshot) throws(InsightError) {
    try snapshot.require(.handoffs, for: "work")
    var plan = WorkPlan(of: snapshot)
    let ends = plan.ends
    var goal = ends.first
    if let name = question.goal {
      let key = ColumnName.normalized(name)
      let found = plan.activities.indices.filter {
        plan.activities[$0].what.map(ColumnName.normalized) == key
      }
      guard !found.isEmpty else {
        let known = HandoffItem.distinct(plan.activities.map(\.what)).prefix(8).map { "“\($0)”" }
        throw InsightError(
          .unknownName,
          "No handoff brings “\(name)”; there are \(Phrase.list(Array(known), limit: 8)).")
      }
      goal = found.filter { plan.activities[$0].start != nil }.max { left, right in
        (plan.activities[left].finish ?? 0, right) < (plan.activities[right].finish ?? 0, left)
      }
      guard goal != nil else {
        throw InsightError(.missingData, "“\(name)” waits for itself, in a circle.")
      }
    }
    if let goal { plan.measureSlack(to: goal) }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    limit = question.limit
    path = goal.map { plan.path(to: $0) } ?? []
    activities = plan.activities
    loops = plan.loops
    missing = plan.missing
    self.ends = ends.map { end in
      var waited: Set<Int> = [end]
      var open = [end]
      while let next = open.popLast() {
        for before in plan.waits[next] where waited.insert(before).inserted { open.append(before) }
      }
      let activity = plan.activities[end]
      return End(
        what: activity.what, to: activity.to, hours: activity.finish ?? 0, count: waited.count)
    }
  }

  /// The hours until the goal has arrived; `nil` if there is none.
  package var hours: Double? { path.last.flatMap { activities[$0].finish } }

  /// Late cases a year, over the handoffs of which they are known; `nil` if of none.
  package var latePerYear: Double? { Self.sum(activities.map(\.latePerYear)) }

  /// Lost cases a year, over the handoffs of which they are known; `nil` if of none.
  package var lostPerYear: Double? { Self.sum(activities.map(\.lostPerYear)) }

  private static func sum(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}
