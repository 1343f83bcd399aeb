import EcosystemModel

extension EscalationComparison {
  /// What was asked, as a title.
  package var title: String { "Escalation on \(first) and on \(second)" }

  /// The change in a sentence.
  package var summary: [String] {
    if let through, pairs.isEmpty {
      return ["No way leads through \(through) on \(first) or \(second)."]
    }
    guard let (old, new) = averages else {
      return ["No way has known days on both dates; fill the columns cadence and approval_rate."]
    }
    let both = compared
    var sentences = [
      "The alliance tax went from \(Escalation.days(old)) to \(Escalation.days(new)) until a decision, \(NumberText.change(from: old, to: new)), \(both.count == 1 ? "by the only way that can be compared" : "on average over \(both.count) ways")."
    ]
    let best = both.min { ($0.change ?? 0) < ($1.change ?? 0) }
    if let best, let path = best.before, let heir = best.after, let days = best.change, days < 0 {
      sentences.append(
        "Most was gained by \(path.way), \(Escalation.days(path.daysToDecision ?? 0)), now \(heir.way), \(Escalation.days(heir.daysToDecision ?? 0))."
      )
    }
    if let pivot { sentences.append(sentence(about: pivot, from: old, to: new)) }
    if let effort { sentences.append(sentence(about: effort)) }
    return sentences
  }

  private func sentence(about pivot: EscalationPivot, from old: Double, to new: Double) -> String {
    func unstated(_ isIllustrative: Bool) -> String {
      isIllustrative ? " (a figure that no source states)" : ""
    }
    return """
      The change hangs most on the \(pivot.figure.rawValue) of \(pivot.committee), \(pivot.before) on \(first)\
      \(unstated(pivot.isBeforeIllustrative)) and \(pivot.after) on \(second)\
      \(unstated(pivot.isAfterIllustrative)): had it been \(pivot.after) on both days, the alliance tax would have gone from \
      \(Escalation.days(pivot.averageWithout)) to \(Escalation.days(new)), \
      \(NumberText.change(from: pivot.averageWithout, to: new)).
      """
  }

  private func sentence(about effort: Effort) -> String {
    let people =
      effort.peopleBefore == effort.peopleAfter
      ? "the same number of people" : "\(effort.peopleBefore) and \(effort.peopleAfter) people"
    return """
      The hours that people spend on their duties went from \(NumberText.short(effort.before, limit: 0)) to \
      \(NumberText.short(effort.after, limit: 0)) a month, \(NumberText.change(from: effort.before, to: effort.after)), over \
      \(people).
      """
  }

  /// The ways side by side, the committees side by side, and the faults that came and went.
  package var tables: [FindingsTable] {
    [waysTable] + [bothSides, curveTable].compactMap { $0 } + [committeesTable, faultsTable]
  }

  /// How the change depends on the figure on which it hangs most.
  private var curveTable: FindingsTable? {
    guard let pivot, let (_, new) = averages, pivot.curve.count > 1 else { return nil }
    var table = FindingsTable(
      id: "sensitivity",
      title: "If the \(pivot.figure.rawValue) of \(pivot.committee) had been another",
      method:
        "average days until a decision for values between that of \(first), \(pivot.before), and that of \(second), \(pivot.after); all else as it was",
      columns: [
        .init("on \(first)"), .init("before", .number, decimals: 1),
        .init("after", .number, decimals: 1), .init("change", .number, decimals: 1),
        .init("change in %", .percent, decimals: 0),
      ])
    for point in pivot.curve {
      table.append([
        .text(point.text), .number(point.average), .number(new), .number(new - point.average),
        .number(point.average > 0 ? (new - point.average) / point.average : nil),
      ])
    }
    return table
  }

  /// Days and hours beside each other: a change that saves the one may cost the other.
  private var bothSides: FindingsTable? {
    guard let effort, let (old, new) = averages else { return nil }
    return .beforeAndAfter(
      id: "effort", title: "What is waited, and what is worked",
      method:
        "days: the average over the ways that can be compared; hours: all duties of all people with the usual weights of loads; figures as of each day",
      figures: [
        ("days until a decision", old, new),
        ("person-hours a month", effort.before, effort.after),
        ("people with duties", Double(effort.peopleBefore), Double(effort.peopleAfter)),
      ])
  }

  private var waysTable: FindingsTable {
    var table = FindingsTable(
      id: "ways", title: title,
      method:
        "days until a decision: expected days, less what committees below settle themselves; closed form, P90 of proposals that go all the way by closed form for one committee, else by 10,000 runs (seed \(before.seed)); figures as of each day",
      columns: [
        .init("before"), .init("levels", .integer), .init("days", .number, decimals: 1),
        .init("all the way", .number, decimals: 1), .init("P90", .number, decimals: 1),
        .init("after"), .init("levels", .integer), .init("days", .number, decimals: 1),
        .init("all the way", .number, decimals: 1), .init("P90", .number, decimals: 1),
        .init("change", .number, decimals: 1),
      ])
    for pair in pairs {
      func cells(_ path: EscalationPath?, _ absent: String) -> [FindingsTable.Cell] {
        [
          .text(path?.way ?? absent), .integer(path?.levels), .number(path?.daysToDecision),
          .number(path?.expectedDays), .number(path?.ninetiethDays),
        ]
      }
      table.append(cells(pair.before, "new") + cells(pair.after, "gone") + [.number(pair.change)])
    }
    return table
  }

  private var committeesTable: FindingsTable {
    var table = FindingsTable(
      id: "committees", title: "Committee by committee",
      method: "expected days and approval on each day; – where the committee was not there",
      columns: [
        .init("committee"), .init("days before", .number, decimals: 1),
        .init("days after", .number, decimals: 1), .init("approval before", .percent, decimals: 0),
        .init("approval after", .percent, decimals: 0),
        .init("reached before", .percent, decimals: 0),
        .init("reached after", .percent, decimals: 0),
      ])
    let old = Self.steps(of: before)
    let new = Self.steps(of: after)
    for id in old.map(\.committee)
      + new.map(\.committee).filter({ id in
        !old.contains { $0.committee == id }
      })
    {
      let first = old.first { $0.committee == id }
      let second = new.first { $0.committee == id }
      table.append([
        .text((first ?? second)?.name), .number(first?.expectedDays),
        .number(second?.expectedDays), .number(first?.delay?.approvalRate),
        .number(second?.delay?.approvalRate), .number(first?.reach), .number(second?.reach),
      ])
    }
    table.notes.append(
      "reached: the least share of proposals that come this far, over the ways through the committee"
    )
    return table
  }

  /// The steps of all ways, each committee once, with the least reach.
  private static func steps(of escalation: Escalation) -> [EscalationStep] {
    var order: [Committee.ID] = []
    var steps: [Committee.ID: EscalationStep] = [:]
    for step in escalation.paths.flatMap(\.steps) {
      if let known = steps[step.committee] {
        if step.reach < known.reach { steps[step.committee] = step }
      } else {
        order.append(step.committee)
        steps[step.committee] = step
      }
    }
    return order.compactMap { steps[$0] }
  }

  private var faultsTable: FindingsTable {
    var table = FindingsTable(
      id: "faults", title: "What is wrong",
      method: "faults of either day",
      columns: [.init("when"), .init("what"), .init("committees"), .init("detail")])
    let old = Set(before.faults)
    let new = Set(after.faults)
    for fault in before.faults + after.faults.filter({ !old.contains($0) }) {
      let when = !new.contains(fault) ? "before" : !old.contains(fault) ? "after" : "both"
      table.append([
        .text(when), .text(fault.kind.rawValue), .list(fault.committees), .text(fault.detail),
      ])
    }
    return table
  }
}
