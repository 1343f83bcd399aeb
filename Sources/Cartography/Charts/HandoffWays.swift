import Insights

/// The best handoff paths from one party to another, one below the other.
struct HandoffWays {
  let findings: HandoffPaths
  let context: PictureContext

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    let ways = findings.paths.enumerated().map { way($0.offset, $0.element) }
    var sheet = ChartSheet(
      .handoffs, title: title,
      legend: WayRows.legend(
        ways, title: "Arrows: what passes above, owner and time below", sound: "somebody owns it",
        faulty: "▲ nobody owns it", theme), context: context)
    let shown = WayRows(ways: ways).draw(on: &sheet)
    let rest = findings.paths.count - shown
    return sheet.finished(
      "ways",
      footer: context.footer(
        [
          "\(shown) of the \(findings.paths.count) best ways by \(findings.measure.rawValue)",
          rest > 0 ? "\(rest) left out" : "",
        ], of: findings),
      summary: findings.title + ". " + findings.summary.joined(separator: " "))
  }

  private var title: String {
    guard let best = findings.paths.first else { return findings.title }
    return
      "\(findings.title): \(ChartText.count(best.steps.count, "step", "steps"))"
      + (best.hours.map { ", \(ChartText.duration(hours: $0))" } ?? "") + " at best"
  }

  private func way(_ number: Int, _ path: HandoffPath) -> WayRows.Way {
    var title = "\(number + 1): \(ChartText.count(path.steps.count, "handoff", "handoffs"))"
    if let hours = path.hours { title += ", \(ChartText.duration(hours: hours))" }
    if let simulated = path.simulated {
      title += " (nine of ten within \(ChartText.duration(hours: simulated.ninetieth)))"
    }
    title += ", \(ChartText.count(path.crossings, "border crossed", "borders crossed"))"
    return WayRows.Way(
      title: title, from: path.steps.first?.fromName ?? findings.names[0],
      steps: path.steps.map(Self.step))
  }

  private static func step(_ step: HandoffStep) -> WayRows.Step {
    let isFaulty = step.owners.isEmpty
    let hours = step.hours.map { ChartText.duration(hours: $0.median) }
    let owner =
      isFaulty ? "▲ no owner" : step.owners.map(ChartText.initialed).joined(separator: ", ")
    return WayRows.Step(
      to: step.toName, above: step.what.joined(separator: ", "),
      below: [owner, hours].compactMap { $0 }.joined(separator: ", "), isFaulty: isFaulty,
      tooltip: """
        \(step.fromName) → \(step.toName)
        \(step.what.joined(separator: ", "))
        \(step.owners.isEmpty ? "no owner" : "owner: " + step.owners.joined(separator: ", "))
        \(hours.map { "takes \($0)" } ?? "hours unknown")
        """)
  }
}
