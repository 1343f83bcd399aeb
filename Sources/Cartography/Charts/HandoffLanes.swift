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
  /// The least width of a slot, in which the shortest words about an arrow stand in a line.
  private static let leastSlot = 69.0
  /// The height of a lane where there are as many as it takes, and what is free between panels.
  private static let (tallLane, gap) = (32.0, 22.0)

  func laidOut() -> LaidOutDiagram {
    var (sheet, plans) = context.showsAll ? everything() : best()
    sheet.legend = legend(plans.flatMap(\.bundles), context.theme)
    let lanes = plans.reduce(0) { $0 + $1.lanes.count }
    let least = context.showsAll ? Self.tallLane : 0
    let height = max(
      least, min(64, (sheet.room.y - Self.height(of: plans, lane: 0)) / Double(max(lanes, 1))))
    var top = 0.0
    for plan in plans {
      draw(plan, top: top, laneHeight: height, on: &sheet)
      top += Self.heading + height * Double(plan.lanes.count) + Self.gap
    }
    return sheet.finished(
      "swimlanes", footer: context.footer(footer(plans), of: findings),
      summary: title(for: plans) + ". " + findings.summary.joined(separator: " "))
  }

  /// As much as fits on the sheet.
  private func best() -> (ChartSheet, [LanePlan]) {
    var sheet = empty(title(for: nil), context)
    var plan = LanePlan.best(for: findings.flows, in: Self.room(of: sheet))
    if context.title == nil {
      // What is shown is known only now; a title that takes a line more leaves less room.
      let other = empty(title(for: [plan]), context)
      if other.room.y < sheet.room.y {
        sheet = other
        plan = LanePlan.best(for: findings.flows, in: Self.room(of: sheet))
      }
      sheet.title = title(for: [plan])
    }
    return (sheet, [plan])
  }

  /// Everything, in panels below each other, on a sheet that is as tall as they are.
  private func everything() -> (ChartSheet, [LanePlan]) {
    var context = context
    let usual = empty(title(for: nil), context)
    let plans = LanePlan.panels(
      of: findings.flows, slotLimit: Self.room(of: usual).slotLimit, laneHeight: Self.tallLane)
    let missing = Self.height(of: plans, lane: Self.tallLane) - usual.room.y
    if missing > 0 {
      let sheet = context.sheet ?? Slide.extent
      context.sheet = .init(width: sheet.width, height: sheet.height + missing)
    }
    let title = title(for: plans)
    return (empty(title, context, .wide(usual.room.x)), plans)
  }

  /// The height of panels below each other.
  private static func height(of plans: [LanePlan], lane: Double) -> Double {
    plans.reduce(-gap) { $0 + heading + lane * Double($1.lanes.count) + gap }
  }

  private func empty(
    _ title: String, _ context: PictureContext, _ preference: ChartSheet.Preference = .large
  ) -> ChartSheet {
    let bundles = LaneBundle.bundles(of: findings.flows) {
      .init(name: $0.name, company: $0.company)
    }
    return ChartSheet(
      Self.kind, title: title, legend: legend(bundles, context.theme), context: context,
      preference: preference)
  }

  private static func room(of sheet: ChartSheet) -> LanePlan.Room {
    .init(height: sheet.room.y - heading, slotLimit: Int((sheet.room.x - left) / leastSlot))
  }

  private func draw(
    _ plan: LanePlan, top: Double, laneHeight: Double, on sheet: inout ChartSheet
  ) {
    let slots = plan.columns.reduce(0) { $0 + $1.slots.count }
    let slotWidth = min(150, (sheet.room.x - Self.left) / Double(max(slots, 1)))
    let lanesTop = top + Self.heading
    drawLanes(
      plan, top: lanesTop, height: laneHeight, width: Self.left + slotWidth * Double(slots),
      on: &sheet)
    var x = Self.left
    for (number, column) in plan.columns.enumerated() {
      let columnWidth = slotWidth * Double(column.slots.count)
      write(
        column.stage ?? "no stage", x: x + 3, y: top + 13, width: columnWidth - 4, on: &sheet)
      if number > 0 {
        sheet.rule(
          from: .init(x: x, y: top),
          to: .init(x: x, y: lanesTop + laneHeight * Double(plan.lanes.count)),
          stroke: .dotted)
      }
      for (slot, bundles) in column.slots.enumerated() {
        for placed in bundles {
          let room = Self.textRoom(of: placed, among: bundles, laneCount: plan.lanes.count)
          LaneArrow(
            placed: placed, top: lanesTop, laneHeight: laneHeight,
            textRoom: lanesTop + laneHeight * room.lowerBound
              + 2...lanesTop + laneHeight * room.upperBound - 2
          ).draw(x: x + slotWidth * Double(slot) + 6, textWidth: slotWidth - 12.5, on: &sheet)
        }
      }
      x += columnWidth
    }
  }

  /// How far the texts of an arrow may reach, in lanes from the top: half way to the arrows above and below, and no more than a lane further.
  private static func textRoom(
    of placed: LanePlan.PlacedBundle, among others: [LanePlan.PlacedBundle], laneCount: Int
  ) -> ClosedRange<Double> {
    let span = placed.span
    let above = others.map(\.span.upperBound).filter { $0 < span.lowerBound }.max()
    let below = others.map(\.span.lowerBound).filter { $0 > span.upperBound }.min()
    let (first, last) = (Double(span.lowerBound) + 0.5, Double(span.upperBound) + 0.5)
    let up = above.map { Double(span.lowerBound - $0) / 2 } ?? first
    let down = below.map { Double($0 - span.upperBound) / 2 } ?? Double(laneCount) - last
    return first - min(up, 1)...last + min(down, 1)
  }

  /// Heads a column, in smaller letters rather than cut.
  private func write(
    _ stage: String, x: Double, y: Double, width: Double, on sheet: inout ChartSheet
  ) {
    let fits = TextMetrics.width(of: stage, size: ChartSheet.text, isBold: true) <= width
    let size = fits ? ChartSheet.text : ChartSheet.small
    sheet.write(
      PictureText.clipped(stage, to: width, size: size, isBold: true), x: x, y: y, size: size,
      isBold: true)
  }

  private func drawLanes(
    _ plan: LanePlan, top: Double, height: Double, width: Double, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    for (row, lane) in plan.lanes.enumerated() {
      let top = top + height * Double(row)
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
      // Two lines in a low lane are smaller, so that they do not touch those of the next.
      let isLow = height < 25
      let names = PictureText.lines(
        name, width: Self.left - 12, size: isLow ? ChartSheet.small : ChartSheet.text, limit: limit)
      let count = names.count + (limit == 1 ? 1 : 0)
      for (line, name) in names.enumerated() {
        sheet.write(
          name, x: 6,
          y: middle + 4 + (isLow ? 10.2 : 11.5) * (Double(line) - Double(count - 1) / 2),
          size: isLow ? ChartSheet.small : ChartSheet.text)
      }
      if limit == 1, let company {
        sheet.write(
          PictureText.clipped(company, to: Self.left - 12, size: ChartSheet.small), x: 6,
          y: middle + 4 + 11.5 * (1 - Double(count - 1) / 2), size: ChartSheet.small,
          colour: theme.mutedText)
      }
    }
  }
}
