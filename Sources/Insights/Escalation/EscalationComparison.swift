package import EcosystemModel

/// The ways up on two days beside each other: what a change of governance did to the “alliance tax”.
public struct EscalationComparison: Findings {
  /// A way on the first day, and the one that took its place.
  package struct Pair: Hashable, Sendable, Codable {
    /// The way on the first day; `nil` if the way is new.
    package let before: EscalationPath?
    /// The way on the second day; `nil` if the way is gone.
    package let after: EscalationPath?

    /// How many days longer the second way takes on average; below zero if it is quicker.
    package var change: Double? {
      guard let first = before?.daysToDecision, let second = after?.daysToDecision else {
        return nil
      }
      return second - first
    }
  }

  /// What people spend, in hours a month.
  package struct Effort: Hashable, Sendable, Codable {
    /// All duties of all people on the first day, as `ecomap load` counts them.
    package let before: Double
    /// The same on the second day.
    package let after: Double
    /// People with duties on the first day.
    package let peopleBefore: Int
    /// People with duties on the second day.
    package let peopleAfter: Int
  }

  /// The first day.
  package let first: CalendarDate
  /// The second day.
  package let second: CalendarDate
  /// The second day, for which the answer stands.
  package var date: CalendarDate? { second }
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The ways side by side.
  package let pairs: [Pair]
  /// The committee that the ways lead through; `nil` for all ways.
  package let through: String?
  /// The figure on which the change hangs most; `nil` if nothing can be compared or no figure changed.
  package let pivot: EscalationPivot?
  /// Hours a month of all duties on both days; `nil` if there are no people or nobody knows how long committees meet.
  package let effort: Effort?
  /// All ways of the first day.
  package let before: Escalation
  /// All ways of the second day.
  package let after: Escalation

  init(_ question: EscalationComparisonQuestion, in snapshot: Snapshot) throws(InsightError) {
    guard let second = snapshot.date else {
      throw InsightError(.badOption, "A comparison needs two days; name the second one too.")
    }
    let start = try snapshot.committee(meant: question.from)
    let escalation = EscalationQuestion(seed: question.seed)
    first = question.before
    self.second = second
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    before = try snapshot.on(first).answer(escalation)
    after = try snapshot.answer(escalation)
    pairs = Self.pairs(from: before, to: after, in: snapshot).filter { pair in
      guard let start else { return true }
      return [pair.before, pair.after].contains { path in
        path?.steps.contains { $0.committee == start } ?? false
      }
    }
    through = start.map { snapshot.whole.name(of: .committee($0)) }
    let earlier = snapshot.on(first)
    let both = pairs.filter { $0.change != nil }
    pivot = Spread(both.compactMap { $0.before?.daysToDecision }).flatMap {
      Self.pivot(of: both, from: $0.mean, before: earlier, after: snapshot)
    }
    effort = Self.effort(before: earlier, after: snapshot)
  }

  private static func effort(before: Snapshot, after: Snapshot) -> Effort? {
    let ledgers = [before, after].map { LoadLedger($0, rules: .init()) }
    guard ledgers.allSatisfy({ !$0.people.isEmpty && $0.unit == .hours }) else { return nil }
    let loads = ledgers.map { ledger -> [Double] in
      let people = ledger.snapshot.ecosystem.people
      return ledger.people.filter {
        !ledger.snapshot.bystanders.contains(.person(people[$0.position].id))
      }.map(\.hours)
    }
    return Effort(
      before: loads[0].reduce(0, +), after: loads[1].reduce(0, +), peopleBefore: loads[0].count,
      peopleAfter: loads[1].count)
  }

  /// The pairs whose days are known on both dates.
  package var compared: [Pair] { pairs.filter { $0.change != nil } }

  /// The average days to a decision on both dates over ``compared``; `nil` if there are none.
  ///
  /// A way that took the place of several, or that several took the place of, counts with each.
  public var averages: (before: Double, after: Double)? { Self.averages(of: compared) }

  /// The average days to a decision before and after, over pairs of which both are known; `nil` if there are none.
  static func averages(of pairs: [Pair]) -> (before: Double, after: Double)? {
    guard let before = Spread(pairs.compactMap { $0.before?.daysToDecision })?.mean,
      let after = Spread(pairs.compactMap { $0.after?.daysToDecision })?.mean
    else { return nil }
    return (before, after)
  }

  /// The ways before, each with what took its place.
  static func pairs(from before: Escalation, to after: Escalation, in snapshot: Snapshot) -> [Pair]
  {
    var matching = WayMatching(before: before.paths, after: after.paths, in: snapshot.allDays)
    return matching.pairs()
  }
}

extension EscalationPath {
  /// Days until a proposal is settled, or until the top has passed it where nothing is settled below.
  package var daysToDecision: Double? { settledDays ?? expectedDays }
}

/// Finds the way that took a way's place.
private struct WayMatching {
  let before: [EscalationPath]
  let after: [EscalationPath]
  let snapshot: Snapshot
  private var isTaken: [Bool]

  init(before: [EscalationPath], after: [EscalationPath], in snapshot: Snapshot) {
    self.before = before
    self.after = after
    self.snapshot = snapshot
    isTaken = Array(repeating: false, count: after.count)
  }

  mutating func pairs() -> [EscalationComparison.Pair] {
    var partners = [[Int]](repeating: [], count: before.count)
    for (position, path) in before.enumerated() {
      guard let start = path.steps.first?.committee else { continue }
      let same = after.indices.filter { after[$0].steps.first?.committee == start }
      let through = after.indices.filter { after[$0].steps.contains { $0.committee == start } }
      partners[position] = same.isEmpty ? through : same
      for partner in partners[position] { isTaken[partner] = true }
    }
    // What begins at a committee that is gone goes on, if at all, on a new way of its alliance.
    let orphans = before.indices.filter { partners[$0].isEmpty }
      .sorted { (-before[$0].levels, $0) < (-before[$1].levels, $1) }
    for orphan in orphans {
      let heirs = after.indices.filter { position in
        !isTaken[position] && alliance(of: after[position]) == alliance(of: before[orphan])
      }
      guard let heir = heirs.min(by: { (-after[$0].levels, $0) < (-after[$1].levels, $1) }) else {
        continue
      }
      partners[orphan] = [heir]
      isTaken[heir] = true
    }
    let matched = before.indices.flatMap { position -> [EscalationComparison.Pair] in
      partners[position].isEmpty
        ? [.init(before: before[position], after: nil)]
        : partners[position].map { .init(before: before[position], after: after[$0]) }
    }
    return matched
      + after.indices.filter { !isTaken[$0] }.map { .init(before: nil, after: after[$0]) }
  }

  private func alliance(of path: EscalationPath) -> Alliance.ID? {
    path.steps.lazy.compactMap { snapshot.alliance(of: $0.committee) }.first
  }
}
