import EcosystemModel
import Insights

/// Handoffs as swimlanes: a lane for each party or company, a column for each lifecycle stage, an upright arrow for each
/// handoff, with its owner and its hours beside it.
struct HandoffLanes {
  let findings: HandoffReview
  let context: PictureContext

  private static let left = 150.0
  private static let heading = 20.0

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(.handoffs, title: title, legend: legend(theme), context: context)
    let plan = LanePlan.best(
      for: findings.flows, laneLimit: Int((sheet.room.y - Self.heading) / 26),
      slotLimit: Int((sheet.room.x - Self.left) / 74))
    let laneHeight = min(
      64, (sheet.room.y - Self.heading) / Double(max(plan.lanes.count, 1)))
    let slots = plan.columns.reduce(0) { $0 + $1.slots.count }
    let slotWidth = min(150, (sheet.room.x - Self.left) / Double(max(slots, 1)))
    let width = Self.left + slotWidth * Double(slots)
    drawLanes(plan, height: laneHeight, width: width, on: &sheet)
    var x = Self.left
    for (number, column) in plan.columns.enumerated() {
      let columnWidth = slotWidth * Double(column.slots.count)
      sheet.write(
        ChartText.clipped(
          column.stage ?? "no stage", to: columnWidth - 6, size: ChartSheet.text, isBold: true),
        x: x + 4, y: 13, isBold: true)
      if number > 0 {
        sheet.rule(
          from: .init(x: x, y: 0),
          to: .init(x: x, y: Self.heading + laneHeight * Double(plan.lanes.count)),
          stroke: .dotted)
      }
      for (slot, flows) in column.slots.enumerated() {
        for flow in flows {
          draw(
            flow, x: x + slotWidth * Double(slot) + 9, slotWidth: slotWidth,
            laneHeight: laneHeight, on: &sheet)
        }
      }
      x += columnWidth
    }
    return sheet.finished(
      "swimlanes", footer: context.footer(footer(plan), of: findings),
      summary: title + ". " + findings.summary.joined(separator: " "))
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
      let names = ChartText.lines(
        lane.name, width: Self.left - 12, size: ChartSheet.text, limit: limit)
      let count = names.count + (limit == 1 ? 1 : 0)
      for (line, name) in names.enumerated() {
        sheet.write(
          name, x: 6, y: middle + 4 + 11.5 * (Double(line) - Double(count - 1) / 2))
      }
      if limit == 1, let company {
        sheet.write(
          ChartText.clipped(company, to: Self.left - 12, size: ChartSheet.small), x: 6,
          y: middle + 4 + 11.5 * (1 - Double(count - 1) / 2), size: ChartSheet.small,
          colour: theme.mutedText)
      }
    }
  }

  private func draw(
    _ placed: LanePlan.PlacedFlow, x: Double, slotWidth: Double, laneHeight: Double,
    on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    func middle(_ lane: Int) -> Double { Self.heading + laneHeight * (Double(lane) + 0.5) }
    let flow = placed.flow
    let isOwned = flow.ownerlessCount == 0
    let (start, end) = (middle(placed.from), middle(placed.to))
    let isDown = end > start
    let colour = isOwned ? theme.category(0) : theme.warning
    let title = "\(flow.from.name) to \(flow.to.name)"
    let tooltip = tooltip(flow)
    let tail = sheet.box(
      title, .init(x: x - 4, y: start - 4, width: 8, height: 8), fill: colour, shape: .ellipse,
      tooltip: tooltip, class: "from")
    let head = sheet.box(
      "\(title), end", .init(x: x - 1.5, y: end - 1.5, width: 3, height: 3), fill: colour,
      tooltip: tooltip, class: "to")
    sheet.line(
      from: tail, to: head,
      over: [
        .init(x: x, y: start + (isDown ? 4 : -4)), .init(x: x, y: end + (isDown ? -1 : 1)),
      ], colour: colour, width: isOwned ? 1.8 : 2.2, stroke: isOwned ? .solid : .dashed,
      arrow: .forward, tooltip: tooltip, class: isOwned ? "handoff" : "ownerless")
    // The texts stand in the gap between two lanes where the arrow begins, or over all lanes it passes.
    let lanes = abs(placed.to - placed.from)
    let room = laneHeight * Double(lanes) - 3
    let lines = texts(flow, width: slotWidth - 16, limit: max(1, Int(room / 11.5)))
    let centre = (start + end) / 2
    for (row, line) in lines.enumerated() {
      let y = centre + 3.5 + 11.5 * (Double(row) - Double(lines.count - 1) / 2)
      sheet.write(
        line.text, x: x + 7, y: y, size: ChartSheet.small, isBold: line.isWarning,
        colour: line.isWarning ? theme.warning : theme.text, on: theme.background)
    }
  }

  private struct Text {
    var text: String
    var isWarning = false
  }

  /// What is written beside an arrow: owner, then hours, then what, as many lines as there is room for.
  private func texts(_ flow: HandoffFlow, width: Double, limit: Int) -> [Text] {
    let size = ChartSheet.small
    func clipped(_ text: String) -> String { ChartText.clipped(text, to: width, size: size) }
    let isOwned = flow.ownerlessCount == 0
    let owner = flow.owners.map(ChartText.initialed).joined(separator: ", ")
    let hours = flow.hours.map { ChartText.duration(hours: $0.median) }
    let count = flow.rowCount > 1 ? "\(flow.rowCount) ×" : nil
    let second = [count, hours].compactMap { $0 }.joined(separator: " ")
    if limit == 1 {
      return [Text(text: clipped(isOwned ? second : "▲ \(second)"), isWarning: !isOwned)]
    }
    var rest = limit - (second.isEmpty ? 0 : 1)
    // Two lines are for the owner as soon as one is left for what is handed over.
    let owners =
      isOwned
      ? ChartText.lines(owner, width: width, size: size, limit: rest > 2 ? 2 : 1)
      : [clipped("▲ no owner")]
    rest -= owners.count
    let what =
      rest > 0
      ? ChartText.lines(
        flow.what.joined(separator: ", "), width: width, size: size, limit: min(rest, 3))
      : []
    return what.map { Text(text: $0) } + owners.map { Text(text: $0, isWarning: !isOwned) }
      + (second.isEmpty ? [] : [Text(text: second)])
  }

  private func tooltip(_ flow: HandoffFlow) -> String {
    let owners =
      flow.owners.isEmpty ? "no owner" : "owner: " + flow.owners.joined(separator: ", ")
    let missing =
      flow.ownerlessCount > 0 && !flow.owners.isEmpty
      ? ", \(flow.ownerlessCount) of \(flow.rowCount) without" : ""
    return """
      \(flow.from.name) → \(flow.to.name)\(flow.stage.map { ", \($0)" } ?? "")
      \(flow.what.joined(separator: ", "))
      \(owners)\(missing)
      \(flow.hours.map { ChartText.duration(hours: $0.median) } ?? "hours unknown")\(flow.rowCount > 1 ? ", \(flow.rowCount) rows" : "")
      """
  }

  private var title: String {
    let count = findings.ownerless.count
    return
      "Who hands what to whom: \(findings.handoffCount) handoffs, \(count == 0 ? "each with an owner" : "\(count) without an owner")"
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    let owned = LegendSection.Entry(
      sample: .line(width: 1.8, colour: theme.category(0), stroke: .solid, arrow: .forward),
      text: "somebody owns it")
    let ownerless = LegendSection.Entry(
      sample: .line(width: 2.2, colour: theme.warning, stroke: .dashed, arrow: .forward),
      text: "▲ nobody owns it")
    let flows = findings.flows
    return [
      LegendSection(
        title: "Arrows: from lane to lane, with owner and time",
        entries: (flows.contains { $0.ownerlessCount == 0 } ? [owned] : [])
          + (flows.contains { $0.ownerlessCount > 0 } ? [ownerless] : []))
    ]
  }

  private func footer(_ plan: LanePlan) -> [String] {
    var parts = [
      "\(plan.shownRows) of \(findings.handoffCount) handoffs, \(plan.lanes.count) of \(plan.laneCount) \(plan.isByCompany ? "companies" : "parties") as lanes"
    ]
    if plan.insideRows > 0 { parts.append("\(plan.insideRows) within one company left out") }
    let rest =
      findings.handoffCount - plan.shownRows - plan.insideRows - findings.selfCount
    if rest > 0 { parts.append("\(rest) left out, those of links with fewest rows") }
    return parts
  }
}
