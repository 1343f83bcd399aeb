import EcosystemModel
import GraphvizKit
import Insights

/// Days on each way up: one bar for each way, a field for each committee, the bottleneck outlined.
struct EscalationDays: Chart {
  static let kind = ChartKind(rawValue: "escalation")
  static let name = "days"
  static let meaning =
    "days on each way up and its bottleneck, committee by committee"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "ways up to the final decider, with the days on each",
    subjects: .init(
      counts: [0, 1], meaning: "all ways up, or those that begin at one committee", form: "NAME"),
    tables: EscalationQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(EscalationQuestion(from: asked.subjects.first))
  }

  let findings: Escalation
  let context: PictureContext

  init?(_ answer: Escalation, context: PictureContext) {
    guard !answer.paths.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    let all = EscalationGroup.groups(of: Array(findings.paths.prefix(Self.mostPaths)))
    guard findings.paths.contains(where: { $0.expectedDays != nil }) else {
      return withoutDays(all)
    }
    let hasSettled = findings.paths.contains { $0.settledDays != nil }
    var sheet = ChartSheet(
      Self.kind, title: title, legend: Self.legend(theme, hasSettled: hasSettled),
      context: context)
    // As many lines as the longest names need, so that none is cut.
    let width = sheet.room.x - 8
    let rows = Double(max(1, min(all.count, 8)))
    let limit = max(4, min(20, Int((sheet.room.y - 18 - 44 * rows) / rows / 12)))
    let lines =
      all.prefix(10).map { $0.lines(isNumbered: true, width: width, limit: limit).count }.max() ?? 1
    let head = 4 + 12 * Double(lines)
    let groups = Array(all.prefix(Int((sheet.room.y - 18) / (24 + head))))
    let rowHeight = min(58 + head, (sheet.room.y - 18) / Double(max(groups.count, 1)))
    let axis = DayAxis(
      most: groups.map { $0.path.ninetiethDays ?? $0.path.expectedDays ?? 0 }.max() ?? 1,
      width: sheet.room.x - 150)
    axis.draw(left: 0, bottom: rowHeight * Double(groups.count), on: &sheet)
    let barHeight = min(40, rowHeight - 10 - head)
    sheet.bars = BarFigures(
      measure: "days", rows: groups.map { $0.title(isNumbered: true) }, namesFields: true,
      scale: 0...max(axis.most, 1e-9),
      plot: .init(
        x: 0, y: head + barHeight / 2 - rowHeight / 2, width: axis.width,
        height: rowHeight * Double(groups.count)), thickness: barHeight / rowHeight)
    for (row, group) in groups.enumerated() {
      EscalationRow(group: group, row: row, head: head, faults: findings.faults).draw(
        top: rowHeight * Double(row), barHeight: barHeight, axis: axis, on: &sheet)
    }
    let shown = groups.reduce(0) { $0 + $1.ways.count }
    return sheet.finished(
      "days", footer: context.footer(footer(shown, rows: groups.count), of: findings),
      summary: findings.title + ", as bars of days. " + findings.summary.joined(separator: " ")
        + (findings.paths.contains(where: \.isSimulated)
          ? " P90 by 10,000 draws, seed \(findings.seed)." : ""))
  }

  /// More ways than this never fit, even where some are alike.
  private static let mostPaths = 200

  private var title: String {
    guard let most = findings.paths.first?.expectedDays else { return "Ways up to a decision" }
    let count = findings.paths.count
    return
      "Ways up to a decision: \(Escalation.days(most)) on average on the \(count == 1 ? "only way" : "longest of \(count) ways")"
  }

  static func legend(_ theme: Theme, hasSettled: Bool) -> [LegendSection] {
    func box(_ fill: Colour, _ border: Colour, _ text: String) -> LegendSection.Entry {
      .init(sample: .box(shape: .rectangle, fill: fill, border: border), text: text)
    }
    return [
      LegendSection(
        title: "One field for each committee",
        entries: [
          box(theme.shade(0.3), theme.border, "average days, rework included"),
          box(
            theme.warningFill, theme.text, "▲ bottleneck: most days of its way"),
        ]),
      LegendSection(
        title: "To the right of a bar",
        entries: [
          .init(sample: .none, text: "average: days to the last approval")
        ]
          + (hasSettled
            ? [.init(sample: .none, text: "settled: if lower ones decide some")] : [])
          + [
            .init(
              sample: .line(width: 2, colour: theme.text, stroke: .dotted, arrow: .none),
              text: "P90: nine of ten are through")
          ]),
    ]
  }

  func footer(_ shown: Int, rows: Int) -> [String] {
    let count = findings.paths.count
    var parts = [
      shown < count
        ? "\(shown) of \(count) ways up, those that take longest"
        : Phrase.count(count, "way up", "ways up")
    ]
    if rows < shown { parts.append("those that take equally long share a row") }
    let kinds = EscalationFault.Kind.allCases.compactMap { kind -> String? in
      let count = findings.faults.count { $0.kind == kind }
      return count > 0 ? "\(count) × \(kind.rawValue)\(Self.meaning(of: kind))" : nil
    }
    if !kinds.isEmpty { parts.append("faults: " + kinds.joined(separator: ", ")) }
    return parts
  }
}

extension EscalationDays {
  /// What a fault is, where its name does not say so.
  private static func meaning(of kind: EscalationFault.Kind) -> String {
    switch kind {
    case .passThrough: " (settles nothing, all is decided again above)"
    case .captured: " (half or more sit above)"
    case .oneSided: " (only one partner sits on both levels)"
    case .deadEnd: " (a proposal stops undecided)"
    case .cycle, .twoDeciders, .brokenPromise: ""
    }
  }
}

/// One way up as a row: its committees above, its bar below.
struct EscalationRow {
  let group: EscalationGroup
  let row: Int
  /// The height of the names above the bar.
  let head: Double
  let faults: [EscalationFault]
  private var path: EscalationPath { group.path }

  func draw(top: Double, barHeight: Double, axis: DayAxis, on sheet: inout ChartSheet) {
    let theme = sheet.theme
    let left = 0.0
    let middle = top + head + barHeight / 2
    title(top: top, left: left, on: &sheet)
    var x = left
    // Steps that take as long as the slowest are bottlenecks too: what reads the same is marked the same.
    let slowest = path.steps.first { $0.committee == path.bottleneck }?.expectedDays
    for (number, step) in path.steps.enumerated() {
      let width = (step.expectedDays ?? 0) * axis.scale
      let isBottleneck =
        path.steps.count > 1
        && (step.committee == path.bottleneck
          || slowest.map(Escalation.figure) == step.expectedDays.map(Escalation.figure)
            && slowest != nil)
      let fill = isBottleneck ? theme.warningFill : theme.shade(0.3)
      let text = label(number, step, isBottleneck, width)
      let key = sheet.box(
        step.name, .init(x: x, y: top + head, width: max(width, 1), height: barHeight), fill: fill,
        border: isBottleneck ? theme.text : theme.border, width: isBottleneck ? 2 : 0.8,
        lines: text.map { [sheet.label($0, on: fill)] } ?? [],
        tooltip: tooltip(step, isBottleneck), class: isBottleneck ? "bottleneck" : "committee")
      register(
        step, at: number, isBottleneck: isBottleneck, hasRoom: text != nil, key: key, on: &sheet)
      x += width
    }
    guard let expected = path.expectedDays else {
      sheet.write(
        "days unknown", x: x + 6, y: middle + 3, size: ChartSheet.small, colour: theme.warning)
      return
    }
    var end = x
    if let ninetieth = path.ninetiethDays {
      end = max(x, left + ninetieth * axis.scale)
      sheet.rule(
        from: .init(x: x, y: middle), to: .init(x: end, y: middle), colour: theme.text,
        width: 1.4, stroke: .dotted)
      sheet.rule(
        from: .init(x: end, y: middle - 7), to: .init(x: end, y: middle + 7), colour: theme.text,
        width: 2)
    }
    let settled =
      path.settledDays.map { ", settled after \(Escalation.figure(ofDays: $0)) d" } ?? ""
    // The average stands at the end of its bar, above the dots, if it ends before their mark.
    let average = "average \(Escalation.figure(ofDays: expected)) d"
    let texts = [average + settled, average]
    let room = end - x - 14
    let above =
      texts.first {
        TextMetrics.width(of: $0, size: ChartSheet.small, isBold: true) <= room
      } ?? texts[0]
    let isAbove = TextMetrics.width(of: above, size: ChartSheet.small, isBold: true) <= room
    sheet.write(
      above, x: (isAbove ? x : end) + 6, y: middle - (isAbove ? 5 : 2), size: ChartSheet.small,
      isBold: true, on: theme.background)
    if isAbove, above == average, !settled.isEmpty {
      sheet.write(
        String(settled.dropFirst(2)), x: x + 6, y: middle + 12, size: ChartSheet.small,
        isBold: true,
        on: theme.background)
    }
    if let ninetieth = path.ninetiethDays {
      sheet.write(
        "P90 \(Escalation.figure(ofDays: ninetieth)) d", x: end + 6,
        y: middle + (isAbove ? 3.5 : 9.5),
        size: ChartSheet.small, colour: theme.mutedText, on: theme.background)
    }
  }

  /// Puts a step into the figures; a bottleneck does not look like the other steps of its number.
  private func register(
    _ step: EscalationStep, at place: Int, isBottleneck: Bool, hasRoom: Bool, key: String,
    on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    guard
      let series = sheet.bars?.series(
        "\(place + 1)", fill: theme.shade(0.3), border: theme.border,
        format: "[>=10]0\" d\";0.#\" d\"")
    else { return }
    sheet.bars?.put(step.expectedDays ?? 0, in: series, row: row, hasRoom: hasRoom)
    if isBottleneck {
      sheet.bars?.exceptions.append(
        .init(series: series, row: row, fill: theme.warningFill, border: theme.text, width: 2))
    }
    sheet.bars?.boxes.insert(key)
  }

  /// The committees in a line, numbered where there are several, the last one named as the end.
  private func title(top: Double, left: Double, on sheet: inout ChartSheet) {
    let lines = group.lines(
      isNumbered: true, width: sheet.room.x - left - 8, limit: max(1, Int((head - 4) / 12)))
    for (row, line) in lines.enumerated() {
      sheet.write(
        line, x: left + 2, y: top + head - 5 - 12 * Double(lines.count - 1 - row),
        on: sheet.theme.background)
    }
  }

  private func label(
    _ number: Int, _ step: EscalationStep, _ isBottleneck: Bool, _ width: Double
  ) -> String? {
    let days = step.expectedDays.map { "\(Escalation.figure(ofDays: $0)) d" } ?? "?"
    let mark = isBottleneck ? "▲ " : ""
    let isOne = Set(group.ways.map { $0[number] }).count == 1
    let name = isOne ? " \(step.name)" : ""
    // A number alone could be that of the committee or its days.
    let texts = ["\(mark)\(number + 1)\(name): \(days)", "\(mark)\(number + 1): \(days)", days]
    return texts.first { TextMetrics.width(of: $0, size: ChartSheet.small) <= width - 8 }
  }

  private func tooltip(_ step: EscalationStep, _ isBottleneck: Bool) -> String {
    var lines = [step.name + (isBottleneck ? ", the bottleneck of this way" : "")]
    if let expected = step.expectedDays {
      lines.append("\(Escalation.figure(ofDays: expected)) days on average, rework included")
    }
    if let ninetieth = step.ninetiethDays {
      lines.append("nine of ten within \(Escalation.figure(ofDays: ninetieth)) days")
    }
    if let worst = step.worstDays { lines.append("worst \(Escalation.figure(ofDays: worst)) days") }
    if let settled = step.settledShare {
      lines.append("settles \(PictureText.percent(settled)) itself")
    }
    lines += faults.filter { $0.ids.contains(step.committee) }.map(\.detail)
    return lines.joined(separator: "\n")
  }
}
