import EcosystemModel

extension HandoffPaths {
  /// What was asked, as a title.
  package var title: String { "Handoffs from \(names[0]) to \(names[1])" }

  /// The best way in a sentence.
  package var summary: [String] {
    guard let best = paths.first else { return [absence] }
    var sentence =
      "A shortest chain of contacts by \(measure.rawValue) takes \(Phrase.count(best.steps.count, "handoff", "handoffs"))"
    if let hours = best.hours { sentence += " and \(DurationText.words(hours: hours))" }
    sentence +=
      ", and crosses \(Phrase.count(best.crossings, "border", "borders")): \(way(best))."
    if paths.count < limit {
      sentence +=
        paths.count == 1
        ? " There is no other way." : " There are no more than \(paths.count) ways."
    }
    let ownerless = best.steps.filter { $0.ownerlessCount > 0 }.map {
      "\($0.fromName) → \($0.toName)"
    }
    if ownerless.isEmpty { return [sentence] }
    return [
      sentence,
      ownerless.count == best.steps.count
        ? "Nobody owns \(ownerless.count == 1 ? "that handoff" : "any of these handoffs")."
        : "On that way nobody owns \(ownerless.listed).",
    ]
  }

  /// Why there is no way.
  private var absence: String {
    let sentence = "No chain of handoffs leads from \(names[0]) to \(names[1])"
    if let first = absent.first {
      let who =
        absent.count > 1 ? "neither takes part in any handoff" : "\(first) takes part in none"
      return "\(sentence): \(who)\(date.map { " on \($0)" } ?? "")."
    }
    return isBlockedByStages
      ? "\(sentence) without going back to an earlier stage or over to another alliance; at any stage there is one."
      : "\(sentence)."
  }

  /// The ways, and the handoffs of each.
  package var tables: [FindingsTable] { [waysTable, stepsTable] }

  private func way(_ path: HandoffPath) -> String {
    ((path.steps.first.map { [$0.fromName] } ?? []) + path.steps.map(\.toName))
      .joined(separator: " → ")
  }

  /// What the figures hold for.
  private var convention: String {
    "\(dateText); a way is a shortest chain of contacts, \(isAnyStage ? "at any stage and over any alliance" : "within one alliance and forward in its stages"), and waits for nothing from elsewhere"
  }

  private var waysTable: FindingsTable {
    var method =
      "\(convention); the \(limit) best by \(measure.rawValue) that repeat no party (Yen); each step passes what is quickest there, with its median time, \(frequency.convention)"
    if paths.contains(where: { $0.untimedSteps > 0 }), let assumedHours {
      method +=
        "; a step that states no hours is taken to last \(DurationText.words(hours: assumedHours)), the median of all handoffs"
    }
    var table = FindingsTable(
      id: "paths", title: title, method: method,
      columns: [
        .init("#", .integer), .init("way"), .init("steps", .integer), .init("time", .duration),
        .init("mean", .duration), .init("P50", .duration), .init("P90", .duration),
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
        "mean, P50 and P90 come from \(simulated.runs) runs (seed \(simulated.seed)) that draw one of the rows of each step, each row as often as it happens"
      )
    }
    return table
  }

  private var stepsTable: FindingsTable {
    var table = FindingsTable(
      id: "steps", title: "Step by step",
      method:
        "\(dateText); crossings of company (c), function (f) and time zone (z); overlap of working hours on 15 January and 15 July \(year), – where a side has no time zone",
      columns: [
        .init("#", .integer), .init("from"), .init("to"), .init("what"), .init("stage"),
        .init("owner"), .init("rows", .integer), .init("a year", .number, decimals: 0),
        .init("time", .duration), .init("least", .duration), .init("most", .duration),
        .init("crosses"), .init("winter min", .integer), .init("summer min", .integer),
      ])
    for (rank, path) in paths.enumerated() {
      for step in path.steps {
        let isRepeated = (step.hours?.count ?? 0) > 1
        table.append([
          .integer(rank + 1), .text(step.fromName), .text(step.toName),
          .list(HandoffStep.shortened(step.what)),
          .list(step.stages), HandoffStep.ownerCell(step.owners, missing: step.ownerlessCount),
          .integer(step.rowCount), .number(step.frequency.perYear),
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
  static func ownerCell(_ owners: [String], missing: Int) -> FindingsTable.Cell {
    if owners.isEmpty { return .text("nobody") }
    return .text(owners.listed + (missing > 0 ? ", in part nobody" : ""))
  }

  /// The first four, and how many more there are.
  static func shortened(_ texts: [String]) -> [String] {
    texts.count > 5 ? texts.prefix(4) + ["\(texts.count - 4) more"] : texts
  }
}
