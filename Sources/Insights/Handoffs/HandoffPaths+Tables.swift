extension HandoffPaths {
  /// What was asked, as a title.
  public var title: String { "Handoffs from \(names[0]) to \(names[1])" }

  /// The best way in a sentence.
  public var summary: [String] {
    guard let best = paths.first else {
      return ["No chain of handoffs leads from \(names[0]) to \(names[1])."]
    }
    var sentence = "The best way by \(measure.rawValue) takes \(count(best.steps.count, "handoff"))"
    if let hours = best.hours { sentence += " and \(NumberText.short(hours)) hours" }
    sentence += ", and crosses \(count(best.crossings, "border")): \(way(best))."
    if paths.count < limit {
      sentence += " There are no more than \(count(paths.count, "way"))."
    }
    let ownerless = best.steps.filter { $0.ownerlessCount > 0 }.map {
      "\($0.fromName) → \($0.toName)"
    }
    if ownerless.isEmpty { return [sentence] }
    return [
      sentence,
      ownerless.count == best.steps.count
        ? "Nobody owns any of these handoffs."
        : "On that way nobody owns \(ownerless.joined(separator: ", ")).",
    ]
  }

  /// The ways, and the handoffs of each.
  public var tables: [FindingsTable] { [waysTable, stepsTable] }

  private func way(_ path: HandoffPath) -> String {
    ((path.steps.first.map { [$0.fromName] } ?? []) + path.steps.map(\.toName))
      .joined(separator: " → ")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private var waysTable: FindingsTable {
    var method =
      "\(dateText); the \(limit) best ways by \(measure.rawValue) that repeat no party (Yen); rows that join the same pair count as one link with their median hours"
    if paths.contains(where: { $0.untimedSteps > 0 }), let assumedHours {
      method +=
        "; a step that states no hours is taken to last \(NumberText.short(assumedHours)) h, the median of all links"
    }
    let decimals = HandoffStep.decimals(for: paths.flatMap(\.steps))
    var table = FindingsTable(
      id: "paths", title: title, method: method,
      columns: [
        .init("#", .integer), .init("way"), .init("steps", .integer),
        .init("hours", .hours, decimals: decimals), .init("mean h", .hours, decimals: decimals),
        .init("P50 h", .hours, decimals: decimals), .init("P90 h", .hours, decimals: decimals),
        .init("crossings", .integer), .init("untimed", .integer),
      ])
    for (rank, path) in paths.enumerated() {
      table.append([
        .integer(rank + 1), .text(way(path)), .integer(path.steps.count), .number(path.hours),
        .number(path.simulated?.mean ?? path.meanHours), .number(path.simulated?.median),
        .number(path.simulated?.ninetieth), .integer(path.crossings), .integer(path.untimedSteps),
      ])
    }
    if let simulated = paths.lazy.compactMap(\.simulated).first {
      table.notes.append(
        "mean, P50 and P90 come from \(simulated.runs) runs (seed \(simulated.seed)) that draw one of the rows of each link"
      )
    }
    return table
  }

  private var stepsTable: FindingsTable {
    let decimals = HandoffStep.decimals(for: paths.flatMap(\.steps))
    var table = FindingsTable(
      id: "steps", title: "Step by step",
      method:
        "\(dateText); crossings of company (c), function (f) and time zone (z); overlap of working hours on 15 January and 15 July \(year), – where a side has no time zone",
      columns: [
        .init("#", .integer), .init("from"), .init("to"), .init("what"), .init("stage"),
        .init("owner"), .init("rows", .integer), .init("hours", .hours, decimals: decimals),
        .init("least h", .hours, decimals: decimals), .init("most h", .hours, decimals: decimals),
        .init("crosses"), .init("winter min", .integer), .init("summer min", .integer),
      ])
    for (rank, path) in paths.enumerated() {
      for step in path.steps {
        let isRepeated = (step.hours?.count ?? 0) > 1
        table.append([
          .integer(rank + 1), .text(step.fromName), .text(step.toName),
          .list(HandoffStep.shortened(step.what)),
          .list(step.stages), step.ownerCell, .integer(step.rowCount),
          .number(step.hours?.median), .number(isRepeated ? step.hours?.least : nil),
          .number(isRepeated ? step.hours?.most : nil), .text(step.crossings.letters),
          .integer(step.overlap?.minutes.winter), .integer(step.overlap?.minutes.summer),
        ])
      }
    }
    if paths.contains(where: { $0.steps.contains { $0.overlap?.isAssumed ?? false } }) {
      table.notes.append("where no table states working hours, 09:00–17:00 is assumed")
    }
    return table
  }
}

extension Crossings {
  /// `c f z`, without what is not crossed.
  var letters: String {
    let parts = (company ? ["c"] : []) + (function ? ["f"] : []) + (timeZone ? ["z"] : [])
    return parts.isEmpty ? "–" : parts.joined(separator: " ")
  }
}

extension HandoffStep {
  /// The owners, or `nobody`.
  var ownerCell: FindingsTable.Cell {
    if owners.isEmpty { return .text("nobody") }
    return .text(owners.joined(separator: ", ") + (ownerlessCount > 0 ? ", in part nobody" : ""))
  }

  /// The first four, and how many more there are.
  static func shortened(_ texts: [String]) -> [String] {
    texts.count > 5 ? texts.prefix(4) + ["\(texts.count - 4) more"] : texts
  }

  /// Enough decimals to tell minutes apart where any handoff takes less than two hours.
  static func decimals(for steps: some Sequence<HandoffStep>) -> Int {
    steps.contains { ($0.hours?.least ?? .infinity) < 2 } ? 2 : 1
  }
}
