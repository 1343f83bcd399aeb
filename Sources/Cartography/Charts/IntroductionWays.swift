import EcosystemModel
import Insights

/// The best introductions to somebody, one below the other.
struct IntroductionWays: Chart {
  static let kind = ChartKind(rawValue: "introductions")
  static let name = "ways"
  static let meaning =
    "the best introductions from one to another, step by step"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "ways from one entity to another",
    subjects: .init(
      counts: [2], meaning: "who wants to reach whom", form: "FROM|TO"),
    tables: NavigatorQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(NavigatorQuestion(to: asked.subjects[1], from: asked.subjects[0]))
  }

  let findings: Navigator
  let context: PictureContext

  init?(_ answer: Navigator, context: PictureContext) {
    guard !answer.introductions.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    let ways = findings.introductions.enumerated().map { number, steps in
      WayRows.Way(
        title: "\(number + 1): \(Phrase.count(steps.contactCount, "contact", "contacts"))",
        from: steps.first?.fromName ?? "", steps: Self.steps(steps))
    }
    var sheet = ChartSheet(
      Self.kind, title: title,
      legend: WayRows.legend(
        ways, title: "Arrows: the relationship above, pointing as it does; who owns it below",
        sound: "owned, or needs no owner",
        faulty: "▲ nobody owns it", theme), context: context)
    let shown = WayRows(ways: ways).draw(on: &sheet)
    let owners = findings.boundaryOwners.prefix(3).map { "\($0.name) (\($0.count))" }
    return sheet.finished(
      "ways",
      footer: context.footer(
        [
          "\(shown) of the \(ways.count) best introductions",
          owners.isEmpty
            ? "" : "most relationships there are owned by " + owners.listed,
        ], of: findings),
      summary: findings.title + ". " + findings.summary.joined(separator: " "))
  }

  private var title: String {
    "How to reach \(findings.toName) from \(findings.fromName ?? "anywhere")"
      + (findings.introductions.first.map {
        ": \(Phrase.count($0.contactCount, "contact", "contacts")) at best"
      } ?? "")
  }

  /// An arrow for each contact: an alliance or a committee that two share is said above it, not drawn between them.
  private static func steps(_ ties: [IntroductionStep]) -> [WayRows.Step] {
    var steps: [WayRows.Step] = []
    var position = 0
    while position < ties.count {
      let first = ties[position]
      let isShared = first.to.kind == .alliance || first.to.kind == .committee
      let next = isShared && position + 1 < ties.count ? ties[position + 1] : nil
      steps.append(step(first, next))
      position += next == nil ? 1 : 2
    }
    return steps
  }

  /// What ties the two; with an arrow where the data has it the other way round.
  private static func words(_ tie: IntroductionStep) -> String {
    tie.direction == .against ? "← \(tie.tie)" : tie.tie
  }

  private static func step(_ tie: IntroductionStep, _ next: IntroductionStep?) -> WayRows.Step {
    let ties = [tie] + (next.map { [$0] } ?? [])
    let isFaulty = ties.contains(where: \.isOwnerless)
    let owners = ties.compactMap(\.owner).map(PictureText.initialed)
    let above =
      next == nil ? tie.tie : tie.tie == next?.tie ? "\(tie.tie) \(tie.toName)" : tie.toName
    return WayRows.Step(
      to: next?.toName ?? tie.toName, above: above,
      below: isFaulty
        ? "▲ no owner" : owners.isEmpty ? "" : "owner: " + owners.listed,
      isFaulty: isFaulty, pointsBack: next == nil && tie.direction == .against,
      tooltip: ties.map { tie in
        """
        \(tie.fromName) → \(tie.toName)
        \(words(tie))\(tie.owner.map { ", owned by \($0)" } ?? "")\(tie.isOwnerless ? ", owned by nobody" : "")
        """
      }.joined(separator: "\n"))
  }
}
