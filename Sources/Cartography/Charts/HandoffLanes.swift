import EcosystemModel
import GraphvizKit
import Insights

/// Handoffs as swimlanes: a lane for each party or company, a column for each lifecycle stage, an upright arrow for each
/// handoff, a fan or a funnel for several alike, with owner and hours beside it.
struct HandoffLanes: Chart {
  static let kind = ChartKind(rawValue: "handoffs")
  static let name = "lanes"
  static let meaning =
    "handoffs between parties, stage by stage, with owner and time"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "handoffs between parties, stage by stage",
    subjects: .init(
      counts: [0, 2], meaning: "all handoffs, or the ways from one party to another",
      form: "FROM|TO"),
    tables: HandoffReviewQuestion.tables, choices: [\.stages]
  ) { asked, snapshot throws(InsightError) in
    let stages = asked.stages.isEmpty ? nil : asked.stages
    guard asked.subjects.count == 2 else {
      return try snapshot.answer(HandoffReviewQuestion(stages: stages))
    }
    return try snapshot.answer(
      HandoffPathsQuestion(from: asked.subjects[0], to: asked.subjects[1], stages: stages))
  }

  let findings: HandoffReview
  let context: PictureContext

  init?(_ answer: HandoffReview, context: PictureContext) {
    guard !answer.flows.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let left = 150.0
  private static let heading = 20.0

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = empty(title(for: nil))
    var plan = LanePlan.best(for: findings.flows, in: Self.room(of: sheet))
    if context.title == nil {
      // What is shown is known only now; a title that takes a line more leaves less room.
      let other = empty(title(for: plan))
      if other.room.y < sheet.room.y {
        sheet = other
        plan = LanePlan.best(for: findings.flows, in: Self.room(of: sheet))
      }
      sheet.title = title(for: plan)
    }
    sheet.legend = legend(plan.bundles, theme)
    let laneHeight = Self.room(of: sheet).laneHeight(plan.lanes.count)
    let slots = plan.columns.reduce(0) { $0 + $1.slots.count }
    let slotWidth = min(150, (sheet.room.x - Self.left) / Double(max(slots, 1)))
    let width = Self.left + slotWidth * Double(slots)
    drawLanes(plan, height: laneHeight, width: width, on: &sheet)
    var x = Self.left
    for (number, column) in plan.columns.enumerated() {
      let columnWidth = slotWidth * Double(column.slots.count)
      sheet.write(
        PictureText.clipped(
          column.stage ?? "no stage", to: columnWidth - 6, size: ChartSheet.text, isBold: true),
        x: x + 4, y: 13, isBold: true)
      if number > 0 {
        sheet.rule(
          from: .init(x: x, y: 0),
          to: .init(x: x, y: Self.heading + laneHeight * Double(plan.lanes.count)),
          stroke: .dotted)
      }
      for (slot, bundles) in column.slots.enumerated() {
        for placed in bundles {
          LaneArrow(placed: placed, top: Self.heading, laneHeight: laneHeight).draw(
            x: x + slotWidth * Double(slot) + 9, textWidth: slotWidth - 16, on: &sheet)
        }
      }
      x += columnWidth
    }
    return sheet.finished(
      "swimlanes", footer: context.footer(footer(plan), of: findings),
      summary: title(for: plan) + ". " + findings.summary.joined(separator: " "))
  }

  private func empty(_ title: String) -> ChartSheet {
    let bundles = LaneBundle.bundles(of: findings.flows) {
      .init(name: $0.name, company: $0.company)
    }
    return ChartSheet(
      Self.kind, title: title, legend: legend(bundles, context.theme), context: context)
  }

  private static func room(of sheet: ChartSheet) -> LanePlan.Room {
    .init(height: sheet.room.y - heading, slotLimit: Int((sheet.room.x - left) / 74))
  }

  private func drawLanes(
    _ plan: LanePlan, height: Double, width: Double, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    for (row, lane) in plan.lanes.enumerated() {
      let top = Self.heading + height * Double(row)
      let middle = top + height / 2
      sheet.rule(
        from: .init(x: Self.left, y: middle), to: .init(x: width, y: middle),
        colour: theme.clusterBorder, width: 0.8)
      let company = plan.isByCompany ? nil : lane.company
      let limit = company == nil || height < 34 ? 2 : 1
      // Where there is no line for the company, it follows a name that several lanes have.
      let isTwice = limit == 2 && plan.lanes.count { $0.name == lane.name } > 1
      let name =
        isTwice ? [lane.name, company].compactMap { $0 }.joined(separator: ", ") : lane.name
      let names = PictureText.lines(
        name, width: Self.left - 12, size: ChartSheet.text, limit: limit)
      let count = names.count + (limit == 1 ? 1 : 0)
      for (line, name) in names.enumerated() {
        sheet.write(
          name, x: 6, y: middle + 4 + 11.5 * (Double(line) - Double(count - 1) / 2))
      }
      if limit == 1, let company {
        sheet.write(
          PictureText.clipped(company, to: Self.left - 12, size: ChartSheet.small), x: 6,
          y: middle + 4 + 11.5 * (1 - Double(count - 1) / 2), size: ChartSheet.small,
          colour: theme.mutedText)
      }
    }
  }

  /// What is shown; without a plan what it will be about.
  private func title(for plan: LanePlan?) -> String {
    let (count, ownerless) = (findings.handoffCount, findings.ownerless.count)
    let shown = plan?.shownRows ?? count / 2
    let all = Phrase.count(count, "handoff", "handoffs")
    let part = shown == count ? all : "\(shown) of \(all)"
    let shownOwnerless = plan?.shownOwnerless ?? ownerless
    let owners =
      switch (ownerless, shownOwnerless) {
      case (0, _): "each with an owner"
      case (_, ownerless) where shown == count: "\(ownerless) without an owner"
      case (_, ownerless): "all \(ownerless) without an owner among them"
      default: "\(shownOwnerless) of the \(ownerless) without an owner among them"
      }
    return "Who hands what to whom: \(part), \(owners)"
  }

  private func legend(_ bundles: [LaneBundle], _ theme: Theme) -> [LegendSection] {
    let owned = LegendSection.Entry(
      sample: .line(width: 1.8, colour: theme.border, stroke: .solid, arrow: .forward),
      text: "somebody owns it")
    let ownerless = LegendSection.Entry(
      sample: .line(width: 2.2, colour: theme.warning, stroke: .dashed, arrow: .forward),
      text: "▲ nobody owns it")
    let several = bundles.filter { $0.rowCount > 1 && $0.mostHours != nil }
    let marks =
      (several.contains { $0.perYear != nil }
        ? ["12 min: usual time"] : [])
      + (several.contains { $0.perYear == nil } ? ["4 × 12 min: 4 handoffs, usual time"] : [])
      + (bundles.contains { $0.targets.count > 1 } ? ["a fan: to each of them"] : [])
      + (bundles.contains { $0.sources.count > 1 } ? ["a funnel: from each of them"] : [])
    return [
      LegendSection(
        title: "Arrows, beside them what, owner, time",
        entries: (bundles.contains(where: \.isOwned) ? [owned] : [])
          + (bundles.contains { !$0.isOwned } ? [ownerless] : []))
    ]
      + (marks.isEmpty
        ? []
        : [LegendSection(title: "Marks", entries: marks.map { .init(sample: .none, text: $0) })])
  }

  private func footer(_ plan: LanePlan) -> [String] {
    var parts = [
      "\(plan.shownRows) of \(Phrase.count(findings.handoffCount, "handoff", "handoffs")), \(plan.lanes.count) of \(Phrase.count(plan.laneCount, plan.isByCompany ? "company" : "party", plan.isByCompany ? "companies" : "parties")) as lanes"
    ]
    if plan.insideRows > 0 { parts.append("\(plan.insideRows) within one company left out") }
    let rest =
      findings.handoffCount - plan.shownRows - plan.insideRows - findings.selfCount
    if rest > 0 {
      parts.append(
        "\(rest) left out: first come those without an owner, then one of each stage, then many at once"
      )
    }
    if !plan.missingStages.isEmpty {
      parts.append("stages not shown: \(plan.missingStages.prefix(4).listed)")
    }
    return parts
  }
}
