import EcosystemModel

extension HealthFindings {
  /// What was asked, as a title.
  package var title: String { "Health check" }

  /// The lowest measure, the widest gap between groups, how many answered, and what misses its target.
  package var summary: [String] { [lowest, widest, answers, targets].compactMap { $0 } }

  private var lowest: String? {
    weakest.first.map { first in
      let scale = first.scale.map { " on a scale of \($0)" } ?? ""
      let others = weakest.dropFirst().prefix(2).map {
        "\($0.measure) of \($0.name) (\(Self.number($0.value)))"
      }
      let rest = others.isEmpty ? "" : ", then \(others.joined(separator: " and "))"
      return
        "Lowest is \(first.measure) of \(first.name), \(Self.number(first.value))\(scale)\(rest)."
    }
  }

  private var widest: String? {
    let found = checks.filter { ($0.gap ?? 0) > 0 }.max { ($0.gap ?? 0) < ($1.gap ?? 0) }
    guard let found, let high = found.groups.first, let low = found.groups.last,
      let gap = found.gap
    else { return nil }
    return
      "Groups differ most on \(found.measure) of \(found.name): \(high.name) \(Self.number(high.value)), \(low.name) \(Self.number(low.value)), \(Self.number(gap)) apart."
  }

  private var answers: String? {
    let known = checks.filter { $0.responseRate != nil }
    guard let least = known.min(by: { ($0.responseRate ?? 0) < ($1.responseRate ?? 0) }),
      let answered = least.answered, let invited = least.invited
    else { return nil }
    let share = NumberText.percent(Double(answered) / Double(invited), decimals: 0)
    let fewest = known.filter { $0.responseRate == least.responseRate }
    if fewest.count > 1, fewest.count == known.count {
      return known.allSatisfy { $0.answered == answered && $0.invited == invited }
        ? "\(answered) of \(invited) answered (\(share)) on each of \(known.count) measures."
        : "\(share) of those asked answered on each of \(known.count) measures."
    }
    let names = Phrase.list(fewest.map { "\($0.measure) of \($0.name)" }, limit: 3)
    return fewest.count > 1
      ? "Fewest answered on \(names): \(share) of those asked."
      : "\(known.count > 1 ? "Fewest answered on \(names)" : "Of \(least.name)"): \(answered) of \(invited) answered, \(share)."
  }

  private var targets: String? {
    let known = checks.filter { $0.overTarget != nil }
    guard !known.isEmpty else { return nil }
    let missed = known.filter { ($0.overTarget ?? 0) < 0 }
    guard let worst = missed.min(by: { ($0.overTarget ?? 0) < ($1.overTarget ?? 0) }) else {
      return "Every target is reached."
    }
    let all = known.count == 1 ? "The one target" : "All \(known.count) targets"
    let count =
      missed.count == known.count
      ? all : "\(missed.count) of \(Phrase.count(known.count, "target"))"
    let figures =
      "\(Self.number(worst.value)) against a target of \(Self.number(worst.target ?? 0))"
    return
      "\(count) \(missed.count == 1 ? "is" : "are") missed\(missed.count == 1 ? ", that for" : ", most by") \(worst.measure) of \(worst.name): \(figures)."
  }

  /// The target that is missed by most of its scale.
  package var headlines: [Headline] {
    let missed = checks.filter { ($0.overTarget ?? 0) < 0 }
    func distance(_ check: HealthCheck) -> Double {
      guard let range = check.range else { return 0 }
      return (check.overTarget ?? 0) / (range.upperBound - range.lowerBound)
    }
    guard let worst = missed.min(by: { distance($0) < distance($1) }) else { return [] }
    let others =
      missed.count > 1
      ? "; \(Phrase.count(missed.count - 1, "other measure misses its target", "other measures miss theirs")) too"
      : ""
    return [
      Headline(
        .health,
        "\(worst.measure.prefix(1).uppercased() + worst.measure.dropFirst()) of \(worst.name) is \(Self.number(worst.value)) against a target of \(Self.number(worst.target ?? 0))\(others).",
        advice: "Ask those who answered what would change it, and by when.",
        concerned: missed.count)
    ]
  }

  private static func number(_ value: Double) -> String { NumberText.short(value, limit: 2) }

  /// Each measure, each group, and each value over time.
  package var tables: [FindingsTable] {
    [measuresTable, weakestTable] + (checks.contains { !$0.groups.isEmpty } ? [groupsTable] : [])
      + [seriesTable]
  }

  private var measuresTable: FindingsTable {
    var table = FindingsTable(
      id: "measures", title: title,
      method:
        "\(dateText); value: of the latest day, over groups their mean by the number who answered where all state it",
      columns: [
        .init("of"), .init("measure"), .init("value", .number, decimals: 2), .init("scale"),
        .init("on", .date), .init("target", .number, decimals: 2),
        .init("against target", .number, decimals: 2), .init("change", .number, decimals: 2),
        .init("since the first", .number, decimals: 2), .init("gap", .number, decimals: 2),
        .init("answered", .integer), .init("asked", .integer),
        .init("response", .percent, decimals: 0),
      ])
    table.append(firstOf: checks, limit: limit) { check in
      [
        .text(check.name), .text(check.measure), .number(check.value), .text(check.scale),
        .date(check.series.last?.date), .number(check.target), .number(check.overTarget),
        .number(check.change), .number(check.trend), .number(check.gap),
        .integer(check.answered), .integer(check.invited), .number(check.responseRate),
      ]
    }
    table.conventions.append(
      "change: since the previous measurement; gap: the highest group less the lowest, each by its latest value."
    )
    if skipped > 0 {
      table.notes.append(
        "\(Phrase.count(skipped, "measure")) with neither a scale that ends above 1 (what ends at 1 is taken for a share), nor a target, groups or numbers of answers \(skipped == 1 ? "is" : "are") left out"
      )
    }
    return table
  }

  private var weakestTable: FindingsTable {
    var table = FindingsTable(
      id: "weakest", title: "The weakest measure of each",
      method: "\(dateText); lowest between the ends of its scale, 0 % to 100 %",
      columns: [
        .init("of"), .init("measure"), .init("value", .number, decimals: 2), .init("scale"),
        .init("on the scale", .percent, decimals: 0),
      ])
    table.append(firstOf: weakest, limit: limit) { check in
      [
        .text(check.name), .text(check.measure), .number(check.value), .text(check.scale),
        .number(check.position),
      ]
    }
    return table
  }

  private var groupsTable: FindingsTable {
    var table = FindingsTable(
      id: "groups", title: "Group by group", method: "\(dateText); the latest value of each group",
      columns: [
        .init("of"), .init("measure"), .init("group"), .init("value", .number, decimals: 2),
        .init("before", .number, decimals: 2), .init("on", .date),
        .init("below the highest", .number, decimals: 2), .init("answered", .integer),
        .init("asked", .integer), .init("response", .percent, decimals: 0),
      ])
    let rows = checks.flatMap { check in check.groups.map { (check, $0) } }
    table.append(firstOf: rows, limit: limit) { check, group in
      [
        .text(check.name), .text(check.measure), .text(group.name), .number(group.value),
        .number(group.before), .date(group.date),
        .number((check.groups.first?.value ?? group.value) - group.value),
        .integer(group.answered), .integer(group.invited), .number(group.responseRate),
      ]
    }
    return table
  }

  private var seriesTable: FindingsTable {
    var table = FindingsTable(
      id: "series", title: "Over time", method: "\(dateText); over all groups of each day",
      columns: [
        .init("of"), .init("measure"), .init("on", .date), .init("value", .number, decimals: 2),
        .init("change", .number, decimals: 2),
      ])
    let rows = checks.flatMap { check in
      check.series.indices.map { place in
        (
          check, check.series[place],
          place > 0 ? check.series[place].value - check.series[place - 1].value : nil
        )
      }
    }
    table.append(firstOf: rows, limit: limit) { check, point, change in
      [
        .text(check.name), .text(check.measure), .date(point.date), .number(point.value),
        .number(change),
      ]
    }
    return table
  }
}
