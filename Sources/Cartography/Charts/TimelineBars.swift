import EcosystemModel
import GraphvizKit
import Insights

/// Alliances and programs as bars from their beginning to their end, with marks for what has a date in between.
struct TimelineBars: Chart {
  static let kind = ChartKind(rawValue: "timeline")
  static let name = "timeline"
  static let meaning = "alliances and programs by date, what ends soon marked"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "alliances and programs by date", tables: TimelineQuestion.tables,
    choices: [\.group, \.colour]
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(TimelineQuestion(group: asked.group, colour: asked.colour))
  }

  let findings: TimelineFindings
  let context: PictureContext

  init?(_ answer: TimelineFindings, context: PictureContext) {
    guard !answer.entries.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let headHeight = 30.0

  func laidOut() -> LaidOutDiagram {
    let looks = TimelineLooks(findings, theme: context.theme)
    let all = findings.entries
    // Which have a row is known only with the room that the longest title leaves.
    var sheet = ChartSheet(
      Self.kind, title: title(all, isLongest: true), legend: looks.legend(of: all, hasRest: true),
      context: context, preference: .wide(700))
    let plan = TimelinePlan(findings, height: sheet.room.y - Self.headHeight)
    let hasRest = plan.rows.contains { row in
      switch row {
      case .heading(_, _, let rest), .rest(let rest): !rest.isEmpty
      case .bar: false
      }
    }
    let drawn = plan.rows.compactMap { row in
      if case .bar(let entry, _) = row { entry } else { nil }
    }
    sheet.legend = looks.legend(of: drawn, hasRest: hasRest)
    if context.title == nil { sheet.title = title(drawn, isLongest: false) }
    let left = nameWidth(of: plan, in: sheet.room.x)
    let hasSoon = findings.entries.contains(where: \.endsSoon)
    let axis = TimeAxis(
      findings.entries.flatMap(\.dates) + [findings.date].compactMap { $0 }, from: left,
      to: sheet.room.x - (hasSoon ? 92 : 16))
    let bottom = Self.headHeight + plan.rowHeight * Double(plan.rows.count)
    drawAxis(axis, bottom: bottom, on: &sheet)
    sheet.bars = BarFigures(
      measure: "days", rows: plan.rows.map(Self.name),
      scale: axis.days.lowerBound + Self.firstDay...axis.days.upperBound + Self.firstDay,
      plot: .init(
        x: left, y: Self.headHeight, width: axis.width, height: bottom - Self.headHeight),
      thickness: TimelineRow.thickness(isAlliance: true, height: plan.rowHeight) / plan.rowHeight)
    for (number, row) in plan.rows.enumerated() {
      let middle = Self.headHeight + plan.rowHeight * (Double(number) + 0.5)
      switch row {
      case .heading(let title, let count, let rest):
        sheet.rule(
          from: .init(x: 0, y: middle - plan.rowHeight / 2),
          to: .init(x: sheet.room.x, y: middle - plan.rowHeight / 2))
        sheet.write(
          PictureText.clipped(
            Self.heading(title, count, rest), to: (left - 8) / 1.03, size: ChartSheet.text,
            isBold: true), x: 0, y: middle + 3.5, isBold: true)
        drawSpan(of: rest, middle: middle, axis: axis, looks: looks, on: &sheet)
      case .bar(let entry, let folded):
        TimelineRow(
          entry: entry, folded: folded, number: number, middle: middle, height: plan.rowHeight
        ).draw(nameRoom: left - 8, axis: axis, looks: looks, on: &sheet)
      case .rest(let entries):
        sheet.write(
          Self.words(entries), x: 0, y: middle + 3.2, size: ChartSheet.small,
          colour: sheet.theme.mutedText)
        drawSpan(of: entries, middle: middle, axis: axis, looks: looks, on: &sheet)
      }
    }
    drawDay(axis, bottom: bottom, on: &sheet)
    return sheet.finished(
      "time", footer: context.footer(footer(drawn), of: findings),
      summary: title(drawn, isLongest: false) + ". " + findings.summary.joined(separator: " "))
  }

  private func nameWidth(of plan: TimelinePlan, in width: Double) -> Double {
    let widths = plan.rows.map { row -> Double in
      switch row {
      case .heading(let title, let count, let rest):
        TextMetrics.width(
          of: Self.heading(title, count, rest), size: ChartSheet.text, isBold: true)
      case .bar(let entry, let folded):
        TextMetrics.width(
          of: TimelineRow.name(of: entry, folded: folded), size: ChartSheet.small,
          isBold: entry.endsSoon) + (entry.isAlliance ? 0 : TimelineRow.indent)
      case .rest(let entries):
        TextMetrics.width(of: Self.words(entries), size: ChartSheet.small)
      }
    }
    return min((widths.max() ?? 0) * 1.03 + 12, width * 0.3)
  }

  /// The number of 1 January 1970 in spreadsheets.
  static let firstDay = 25_569.0

  /// What a row is about, for a list of rows.
  private static func name(of row: TimelinePlan.Row) -> String {
    switch row {
    case .heading(let title, let count, let rest): heading(title, count, rest)
    case .bar(let entry, let folded): TimelineRow.name(of: entry, folded: folded)
    case .rest(let entries): words(entries)
    }
  }

  /// `Oncology (62)`, or `Oncology (4 of 62)` where some have no row.
  private static func heading(
    _ title: String, _ count: Int, _ rest: [TimelineFindings.Entry]
  ) -> String {
    let shown = count - rest.count(where: \.isAlliance)
    return "\(title) (\(rest.isEmpty ? "" : "\(shown) of ")\(count))"
  }

  private static func words(_ rest: [TimelineFindings.Entry]) -> String {
    "+ \(rest.count(where: \.isAlliance)) more"
  }

  private func drawAxis(_ axis: TimeAxis, bottom: Double, on sheet: inout ChartSheet) {
    let theme = sheet.theme
    for tick in axis.ticks {
      let x = axis.x(tick.date)
      sheet.rule(from: .init(x: x, y: 15), to: .init(x: x, y: bottom))
      sheet.write(tick.text, x: x, y: 10, size: ChartSheet.small, colour: theme.mutedText, .middle)
    }
  }

  /// Marks the day over the bars.
  private func drawDay(_ axis: TimeAxis, bottom: Double, on sheet: inout ChartSheet) {
    guard let day = findings.date else { return }
    let x = axis.x(day)
    sheet.box(
      "the day", .init(x: x - 0.7, y: 27, width: 1.4, height: bottom - 27), fill: sheet.theme.text,
      tooltip: day.words, class: "day")
    sheet.write(
      day.words, x: x, y: 24, size: ChartSheet.small, isBold: true, on: sheet.theme.background,
      .middle)
  }

  /// One pale bar over the time of those that have no row.
  private func drawSpan(
    of entries: [TimelineFindings.Entry], middle: Double, axis: TimeAxis, looks: TimelineLooks,
    on sheet: inout ChartSheet
  ) {
    let days = entries.flatMap(\.dates)
    guard let first = days.min(), let last = days.max() else { return }
    let isOpen = entries.contains { $0.isAlliance && $0.end == nil }
    let end = isOpen ? sheet.room.x - 16 : axis.x(last)
    let x = axis.x(first)
    sheet.box(
      Self.words(entries),
      .init(x: x, y: middle - 2.5, width: max(end - x, 3), height: 5),
      fill: sheet.theme.fill, border: sheet.theme.clusterBorder, shape: .roundedRectangle,
      tooltip: "without a row of their own:\n"
        + entries.filter(\.isAlliance).map(\.name).joined(separator: "\n"), class: "folded",
      members: entries.map { looks.member($0, shown: false) })
  }

  /// How many there are, and of how many a row tells where that is not all; the longest that it may become where rows are not known yet.
  private func title(_ drawn: [TimelineFindings.Entry], isLongest: Bool) -> String {
    let alliances = drawn.count(where: \.isAlliance)
    func part(_ count: Int, of all: Int, _ noun: String) -> String {
      (count == all && !isLongest ? "" : "\(count) of ") + Phrase.count(all, noun)
    }
    let programs =
      findings.programCount > 0
      ? " and " + part(drawn.count - alliances, of: findings.programCount, "program") : ""
    let counts = part(alliances, of: findings.allianceCount, "alliance") + programs
    let soon = findings.endingSoon.count
    if let date = findings.date, soon > 0 {
      return
        "\(counts): \(soon) \(soon == 1 ? "ends" : "end") within twelve months after \(date)"
    }
    return counts + (findings.years.map { ", \($0)" } ?? "")
  }

  private func footer(_ drawn: [TimelineFindings.Entry]) -> [String] {
    let alliances = drawn.count(where: \.isAlliance)
    let programs = drawn.count - alliances
    var parts = [
      Self.part(alliances, of: findings.allianceCount, "alliance")
    ]
    if findings.programCount > 0 {
      parts.append(Self.part(programs, of: findings.programCount, "program"))
    }
    if alliances + programs < findings.entries.count {
      parts.append(
        "rows for what ends soon, then for what has most dates, then for what began last")
    }
    if !findings.undated.isEmpty {
      parts.append(
        "without any date: \(Phrase.list(findings.undated.map { PictureText.clipped($0, to: 120, size: 9.5) }, limit: 4))"
      )
    }
    return parts
  }

  private static func part(_ count: Int, of all: Int, _ noun: String) -> String {
    count == all ? Phrase.count(all, noun) : "\(count) of \(Phrase.count(all, noun)) with a row"
  }
}
