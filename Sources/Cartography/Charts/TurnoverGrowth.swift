import EcosystemModel
import GraphvizKit
import Insights

/// Seats between two days as a line, and on each day who came above it and who left below it.
struct TurnoverGrowth: Chart {
  static let kind = ChartKind(rawValue: "turnover")
  static let name = "growth"
  static let meaning = "seats between two days, who came and who left"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "seats over time, with who came and who left", tables: TurnoverQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(try question(of: snapshot))
  }

  let findings: Turnover
  let context: PictureContext
  private let days: [Day]

  /// What happened on one day.
  private struct Day {
    let date: CalendarDate
    var came: [String] = []
    var left: [String] = []
  }

  init?(_ answer: Turnover, context: PictureContext) {
    var days: [CalendarDate: Day] = [:]
    for change in answer.changes where change.move != .changed {
      guard let date = change.day else { continue }
      let words = "\(change.name) (\(change.committee))"
      if change.move == .came {
        days[date, default: Day(date: date)].came.append(words)
      } else {
        days[date, default: Day(date: date)].left.append(words)
      }
    }
    self.days = days.values.sorted { $0.date < $1.date }
    guard !self.days.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  /// From a year before the day; of no day, over all days that seats name.
  private static func question(of snapshot: Snapshot) throws(InsightError) -> TurnoverQuestion {
    if let to = snapshot.date, let from = to.adding(months: -12) {
      return TurnoverQuestion(from: from, to: to)
    }
    let dates = snapshot.ecosystem.memberships.flatMap {
      [$0.validity.since, $0.validity.until].compactMap { $0 }
    }
    guard let from = dates.min(), let to = dates.max(), from < to else {
      throw InsightError(
        .missingData, "Seats over time need seats with dates; fill in since and until.")
    }
    return TurnoverQuestion(from: from, to: to)
  }

  private var committees: [Turnover.Count] { findings.counts.filter { $0.body == .committee } }
  private var before: Int { committees.reduce(0) { $0 + $1.before } }
  private var after: Int { committees.reduce(0) { $0 + $1.after } }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(theme), context: context, preference: .wide(640))
    let (left, right) = (44.0, sheet.room.x - 60)
    let span = [findings.question.from, findings.question.to]
    let axis = TimeAxis(span + days.map(\.date), from: left, to: right)
    let lineRoom = ChartSheet.Rectangle(
      x: left, y: 18, width: right - left, height: max(80, sheet.room.y * 0.45))
    let changeTop = lineRoom.y + lineRoom.height + 30
    let changeHeight = max(70, sheet.room.y - changeTop - 24)
    for tick in axis.ticks {
      let x = axis.x(tick.date)
      sheet.rule(from: .init(x: x, y: lineRoom.y), to: .init(x: x, y: changeTop + changeHeight))
      sheet.write(
        tick.text, x: x, y: changeTop + changeHeight + 14, size: ChartSheet.small,
        colour: theme.mutedText, .middle)
    }
    drawLine(in: lineRoom, axis: axis, on: &sheet)
    drawChanges(top: changeTop, height: changeHeight, axis: axis, on: &sheet)
    return sheet.finished(
      Self.name, footer: context.footer(footer, of: findings),
      summary: "\(title). \(findings.summary.joined(separator: " "))")
  }

  private var title: String {
    let (came, left) = (
      findings.changes.count { $0.move == .came }, findings.changes.count { $0.move == .left }
    )
    return
      "Seats: \(before) on \(findings.question.from), \(after) on \(findings.question.to); \(came) taken, \(left) given up"
  }

  /// Seats as steps from the first day to the second.
  private func drawLine(
    in room: ChartSheet.Rectangle, axis: TimeAxis, on sheet: inout ChartSheet
  ) {
    var counts = [before]
    for day in days { counts.append((counts.last ?? 0) + day.came.count - day.left.count) }
    let most = Double(max(counts.max() ?? 1, 1))
    func y(_ count: Int) -> Double { room.y + room.height * (1 - Double(count) / most) }
    let ink = sheet.theme.ink
    sheet.rule(
      from: .init(x: room.x, y: room.y + room.height),
      to: .init(x: room.x + room.width, y: room.y + room.height))
    var x = axis.x(findings.question.from)
    sheet.write(
      "\(before)", x: x - 6, y: y(before) + 3.5, size: ChartSheet.small, isBold: true, .end)
    for (day, (old, new)) in zip(days, zip(counts, counts.dropFirst())) {
      let next = axis.x(day.date)
      sheet.rule(
        from: .init(x: x, y: y(old)), to: .init(x: next, y: y(old)), colour: ink, width: 2)
      sheet.rule(
        from: .init(x: next, y: y(old)), to: .init(x: next, y: y(new)), colour: ink, width: 2)
      x = next
    }
    let end = max(axis.x(findings.question.to), x)
    let last = counts.last ?? 0
    sheet.rule(from: .init(x: x, y: y(last)), to: .init(x: end, y: y(last)), colour: ink, width: 2)
    sheet.write("\(last)", x: end + 6, y: y(last) + 3.5, size: ChartSheet.small, isBold: true)
  }

  /// Who came upward, who left downward, in bars.
  private func drawChanges(
    top: Double, height: Double, axis: TimeAxis, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let most = days.map { Double($0.came.count) }.max() ?? 0
    let least = days.map { Double($0.left.count) }.max() ?? 0
    let scale = (height - 28) / max(most + least, 1)
    let zero = top + 14 + most * scale
    sheet.rule(
      from: .init(x: axis.x(findings.question.from), y: zero),
      to: .init(x: axis.x(findings.question.to), y: zero))
    for (place, day) in days.enumerated() {
      let x = axis.x(day.date)
      let gap = days.indices.contains(place + 1) ? axis.x(days[place + 1].date) - x : 40
      let before = place > 0 ? x - axis.x(days[place - 1].date) : 40
      let width = max(2, min(14, min(gap, before) - 2))
      let isLabelled = min(gap, before) > 16
      for (names, isCame) in [(day.came, true), (day.left, false)] where !names.isEmpty {
        let length = Double(names.count) * scale
        sheet.box(
          "\(day.date) \(isCame ? "taken" : "given up")",
          .init(x: x - width / 2, y: isCame ? zero - length : zero, width: width, height: length),
          fill: isCame ? Self.fill(theme) : theme.warningFill,
          border: isCame ? theme.border : theme.warning, width: 0.8,
          tooltip:
            "\(day.date): \(Phrase.count(names.count, "seat")) \(isCame ? "taken" : "given up")\n\(Phrase.list(names, limit: 8))",
          class: isCame ? "came" : "left")
        guard isLabelled else { continue }
        sheet.write(
          "\(isCame ? "+" : "−")\(names.count)", x: x,
          y: isCame ? zero - length - 4 : zero + length + 11, size: ChartSheet.small, .middle)
      }
    }
  }

  private static func fill(_ theme: Theme) -> Colour { theme.shade(0.55) }

  private func legend(_ theme: Theme) -> [LegendSection] {
    var entries: [LegendSection.Entry] = []
    if days.contains(where: { !$0.came.isEmpty }) {
      entries.append(
        .init(
          sample: .box(shape: .rectangle, fill: Self.fill(theme), border: theme.border),
          text: "upward: seats taken"))
    }
    if days.contains(where: { !$0.left.isEmpty }) {
      entries.append(
        .init(
          sample: .box(shape: .rectangle, fill: theme.warningFill, border: theme.warning),
          text: "downward: seats given up"))
    }
    return [LegendSection(title: "Line: seats held", entries: entries)]
  }

  private var footer: [String] {
    let undated = findings.changes.count { $0.move != .changed && $0.day == nil }
    return [
      "\(Phrase.count(findings.newcomers.count, "person", "people")) new, \(findings.leavers.count) gone",
      undated > 0 ? "\(Phrase.count(undated, "change")) without a day left out" : "",
    ]
  }
}
