import EcosystemModel
import Insights

/// The best handoff paths from one party to another, one below the other.
struct HandoffWays: Chart {
  static let kind = HandoffLanes.kind
  static let name = "ways"
  static let meaning =
    "the best ways of a handoff from one end to the other, step by step"

  let findings: HandoffPaths
  let context: PictureContext

  init?(_ answer: HandoffPaths, context: PictureContext) {
    guard !answer.paths.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    let ways = findings.paths.enumerated().map { way($0.offset, $0.element) }
    var sheet = ChartSheet(
      Self.kind, title: title,
      legend: WayRows.legend(
        ways, title: "Arrows: what passes above, owner and time below", sound: "somebody owns it",
        faulty: "▲ nobody owns it", theme), context: context)
    let shown = WayRows(ways: ways).draw(on: &sheet)
    let found =
      findings.paths.count < findings.limit
      ? Phrase.count(findings.paths.count, "way, all there is", "ways, all there are")
      : findings.paths.count == 1
        ? "the way with \(order)" : "the \(findings.paths.count) ways with \(order)"
    let scope =
      findings.isAnyStage
      ? "at any stage and over any alliance" : "within one alliance and forward in its stages"
    return sheet.finished(
      "ways",
      footer: context.footer(
        [shown < findings.paths.count ? "the first \(shown) of \(found)" : found, scope],
        of: findings),
      summary: findings.title + ". " + findings.summary.joined(separator: " "))
  }

  /// What the ways are ordered by.
  private var order: String {
    switch findings.measure {
    case .steps: "fewest steps"
    case .hours: "least time"
    case .crossings: "fewest borders crossed"
    }
  }

  /// What the first way takes, which is the best by what the ways are ordered by.
  private var title: String {
    guard let best = findings.paths.first else { return findings.title }
    return
      "\(findings.title): \(Phrase.count(best.steps.count, "handoff", "handoffs"))"
      + (best.hours.map { " and \(PictureText.duration(hours: $0))" } ?? "")
      + " by a shortest chain of contacts"
  }

  /// Which borders a way crosses, of three sorts at each handoff.
  private func borders(_ path: HandoffPath) -> String {
    let all = path.steps.map(\.crossings)
    let sorts = [
      ("company", all.count(where: \.company)), ("function", all.count(where: \.function)),
      ("time zone", all.count(where: \.timeZone)),
    ].filter { $0.1 > 0 }.map { "\($0.1) × \($0.0)" }
    return sorts.isEmpty ? "no border crossed" : "borders crossed: " + sorts.joined(separator: ", ")
  }

  private func way(_ number: Int, _ path: HandoffPath) -> WayRows.Way {
    var title = "\(number + 1): \(Phrase.count(path.steps.count, "handoff", "handoffs"))"
    if let hours = path.hours { title += ", \(PictureText.duration(hours: hours))" }
    if let simulated = path.simulated {
      title += " (nine of ten within \(PictureText.duration(hours: simulated.ninetieth)))"
    }
    title += ", \(borders(path))"
    return WayRows.Way(
      title: title, from: path.steps.first?.fromName ?? findings.names[0],
      steps: path.steps.map(Self.step))
  }

  private static func step(_ step: HandoffStep) -> WayRows.Step {
    let isFaulty = step.owners.isEmpty
    let hours = step.hours.map { PictureText.duration(hours: $0.median) }
    let owner =
      isFaulty ? "▲ no owner" : step.owners.map(PictureText.initialed).listed
    return WayRows.Step(
      to: step.toName, above: step.what.listed,
      below: [owner, hours].compactMap { $0 }.joined(separator: ", "), isFaulty: isFaulty,
      tooltip: """
        \(step.fromName) → \(step.toName)
        \(step.what.listed)
        \(step.owners.isEmpty ? "no owner" : "owner: " + step.owners.listed)
        \(hours.map { "takes \($0)" } ?? "hours unknown")
        """)
  }
}
