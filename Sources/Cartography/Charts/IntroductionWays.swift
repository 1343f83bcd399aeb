import Insights

/// The best introductions to somebody, one below the other.
struct IntroductionWays {
  let findings: Navigator
  let context: PictureContext

  func laidOut() -> LaidOutDiagram {
    let theme = Theme.named(context.theme)
    var sheet = ChartSheet(
      .introductions, title: title, legend: legend(theme), context: context)
    let ways = findings.introductions.enumerated().map { number, steps in
      WayRows.Way(
        title: "\(number + 1): \(ChartText.count(steps.contactCount, "contact", "contacts"))",
        from: steps.first?.fromName ?? "", steps: steps.map(Self.step))
    }
    let shown = WayRows(ways: ways).draw(on: &sheet)
    let keepers = findings.doorKeepers.prefix(3).map { "\($0.name) (\($0.count))" }
    return sheet.finished(
      "ways",
      footer: context.footer(
        [
          "\(shown) of the \(ways.count) best introductions",
          keepers.isEmpty ? "" : "most ties there are owned by " + keepers.joined(separator: ", "),
        ], of: findings),
      summary: findings.title + ". " + findings.summary.joined(separator: " "))
  }

  private var title: String {
    "How to reach \(findings.toName) from \(findings.fromName ?? "anywhere")"
      + (findings.introductions.first.map {
        ": \(ChartText.count($0.contactCount, "contact", "contacts")) at best"
      } ?? "")
  }

  private static func step(_ step: IntroductionStep) -> WayRows.Step {
    WayRows.Step(
      to: step.toName, above: step.tie,
      below: step.isOwnerless
        ? "▲ no owner" : step.owner.map { "owner: " + ChartText.initialed($0) } ?? "",
      isFaulty: step.isOwnerless,
      tooltip: """
        \(step.fromName) → \(step.toName)
        \(step.tie)\(step.owner.map { ", owned by \($0)" } ?? "")\(step.isOwnerless ? ", owned by nobody" : "")
        """)
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    [
      LegendSection(
        title: "Arrows: the tie above, who owns it below",
        entries: [
          .init(
            sample: .line(width: 1.6, colour: theme.line, stroke: .solid, arrow: .forward),
            text: "owned, or needs no owner"),
          .init(
            sample: .line(width: 1.6, colour: theme.warning, stroke: .dashed, arrow: .forward),
            text: "▲ nobody owns it"),
        ])
    ]
  }
}
