import EcosystemModel
import GraphvizKit
import Insights

/// What groups of respondents think, a line from the lowest to the highest group for each measure, the widest gap first.
struct HealthDumbbell: Chart {
  static let kind = ChartKind(rawValue: "health")
  static let name = "dumbbell"
  static let meaning = "each measure on its scale, with the gap between groups and the target"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "measures by what groups think, or over time", tables: HealthQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(HealthQuestion(limit: nil))
  }

  let findings: HealthFindings
  let checks: [HealthCheck]
  let context: PictureContext

  init?(_ answer: HealthFindings, context: PictureContext) {
    let ranged = answer.checks.filter { $0.position != nil }
    guard !ranged.isEmpty else { return nil }
    checks = ranged.enumerated().sorted { left, right in
      (-Self.gap(left.element), left.element.position ?? 0, left.offset)
        < (-Self.gap(right.element), right.element.position ?? 0, right.offset)
    }.map(\.element)
    (findings, self.context) = (answer, context)
  }

  /// The gap between groups as a share of the scale.
  private static func gap(_ check: HealthCheck) -> Double {
    guard let gap = check.gap, let range = check.range else { return 0 }
    return gap / (range.upperBound - range.lowerBound)
  }

  private static let nameWidth = 200.0
  private static let remarkWidth = 150.0
  private static let (leastHeight, mostHeight) = (40.0, 62.0)

  func laidOut() -> LaidOutDiagram {
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(checks, context.theme), context: context,
      preference: .wide(640))
    let rows = Array(checks.prefix(max(1, Int((sheet.room.y - 20) / Self.leastHeight))))
    let height = min(Self.mostHeight, (sheet.room.y - 20) / Double(rows.count))
    sheet.legend = legend(rows, context.theme)
    let left = Self.nameWidth + 20
    let width = max(120, sheet.room.x - left - Self.remarkWidth - 30)
    let bottom = height * Double(rows.count)
    drawScale(of: rows, left: left, width: width, bottom: bottom, on: &sheet)
    for (row, check) in rows.enumerated() {
      draw(check, top: height * (Double(row) + 0.5) - 20, left: left, width: width, on: &sheet)
    }
    return sheet.finished(
      Self.name,
      footer: context.footer(
        [
          "\(rows.count) of \(Phrase.count(checks.count, "measure")) with a scale",
          rows.contains { $0.gap != nil } ? "the widest gap between groups first" : "",
          findings.checks.count > checks.count
            ? "\(findings.checks.count - checks.count) without a scale left out" : "",
        ], of: findings), summary: "\(title). \(findings.summary.joined(separator: " "))")
  }

  private var title: String {
    if let first = checks.first, let gap = first.gap, gap > 0, let high = first.groups.first,
      let low = first.groups.last
    {
      return
        "\(first.measure.sentenceStart) of \(first.name): \(high.name) \(PictureText.ofScale(high.value)), \(low.name) \(PictureText.ofScale(low.value))"
    }
    if let lowest = findings.weakest.first {
      return
        "Lowest is \(lowest.measure) of \(lowest.name): \(PictureText.ofScale(lowest.value)) on \(lowest.scale.map { "a scale of \($0)" } ?? "its scale")"
    }
    return findings.title
  }

  /// The scale that all share, or its ends in words.
  private func drawScale(
    of rows: [HealthCheck], left: Double, width: Double, bottom: Double, on sheet: inout ChartSheet
  ) {
    let ranges = Set(rows.compactMap(\.range))
    let common = ranges.count == 1 ? ranges.first : nil
    for tick in 0...4 {
      let share = Double(tick) / 4
      let x = left + share * width
      sheet.rule(from: .init(x: x, y: 0), to: .init(x: x, y: bottom))
      let text =
        common.map {
          PictureText.ofScale($0.lowerBound + share * ($0.upperBound - $0.lowerBound))
        } ?? (tick == 0 ? "lowest" : tick == 4 ? "highest" : "")
      guard !text.isEmpty else { continue }
      sheet.write(
        text, x: x, y: bottom + 12, size: ChartSheet.small, colour: sheet.theme.mutedText, .middle)
    }
  }

  private func draw(
    _ check: HealthCheck, top: Double, left: Double, width: Double, on sheet: inout ChartSheet
  ) {
    guard let range = check.range else { return }
    let theme = sheet.theme
    let y = top + 25
    func x(_ value: Double) -> Double {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return left + width * min(1, max(0, share))
    }
    sheet.write(
      PictureText.clipped(check.measure, to: Self.nameWidth, size: ChartSheet.text), x: 2,
      y: top + 17)
    sheet.write(
      PictureText.clipped(check.name, to: Self.nameWidth, size: ChartSheet.small), x: 2,
      y: top + 29.5, size: ChartSheet.small, colour: theme.mutedText)
    if let target = check.target {
      sheet.box(
        "target of \(check.measure), \(check.name)",
        .init(x: x(target) - 1.25, y: y - 7, width: 2.5, height: 14), fill: theme.text,
        tooltip: "target \(PictureText.ofScale(target))", class: "target")
    }
    let groups = check.groups.isEmpty ? [] : Array(check.groups.reversed())
    let marks = groups.map { (name: $0.name, value: $0.value) }
    drawMarks(
      marks.isEmpty ? [(name: "", value: check.value)] : marks, of: check, y: y, x: x, on: &sheet)
    guard !remark(check).isEmpty else { return }
    sheet.write(
      remark(check), x: sheet.room.x - Self.remarkWidth, y: y + 3.5, size: ChartSheet.small,
      colour: (check.overTarget ?? 0) < 0 ? theme.warning : theme.text)
  }

  /// Dots from the lowest to the highest, joined, the first and the last with name and value.
  private func drawMarks(
    _ marks: [(name: String, value: Double)], of check: HealthCheck, y: Double,
    x: (Double) -> Double, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let radius = 5.5
    let keys = marks.enumerated().map { place, mark in
      let isLow = place == 0 && marks.count > 1
      return sheet.box(
        "\(check.measure) of \(check.name): \(mark.name)",
        .init(x: x(mark.value) - radius, y: y - radius, width: 2 * radius, height: 2 * radius),
        fill: isLow ? theme.background : theme.ink, border: theme.ink, width: 1.6,
        shape: .ellipse,
        tooltip:
          "\(check.measure) of \(check.name)\n\(mark.name.isEmpty ? "" : "\(mark.name): ")\(PictureText.ofScale(mark.value))",
        class: "group")
    }
    if let first = marks.first, let last = marks.last, marks.count > 1, let low = keys.first,
      let high = keys.last, x(last.value) - x(first.value) > 2 * radius
    {
      sheet.line(
        from: low, to: high,
        over: [.init(x: x(first.value) + radius, y: y), .init(x: x(last.value) - radius, y: y)],
        colour: theme.ink, width: 2.2,
        tooltip: "\(PictureText.ofScale(last.value - first.value)) apart", class: "gap")
    }
    label(marks, y: y - 9.5, x: x, on: &sheet)
  }

  private func label(
    _ marks: [(name: String, value: Double)], y: Double, x: (Double) -> Double,
    on sheet: inout ChartSheet
  ) {
    guard let low = marks.first, let high = marks.last else { return }
    let size = ChartSheet.small
    func text(_ mark: (name: String, value: Double), room: Double) -> String {
      let number = PictureText.ofScale(mark.value)
      let name = PictureText.clipped(
        mark.name, to: room - TextMetrics.width(of: " \(number)", size: size), size: size)
      return mark.name.isEmpty ? number : "\(name) \(number)"
    }
    guard marks.count > 1 else {
      sheet.write(text(low, room: 200), x: x(low.value), y: y, size: size, .middle)
      return
    }
    let middle = (x(low.value) + x(high.value)) / 2
    let (start, end) = (
      min(x(low.value) + 5, middle - 5), max(x(high.value) - 5, middle + 5)
    )
    sheet.write(
      text(low, room: start - Self.nameWidth - 8), x: start, y: y, size: size,
      on: sheet.theme.background, .end)
    let limit = sheet.room.x - Self.remarkWidth - 8
    let words = text(high, room: limit - end)
    let whole = text(high, room: limit)
    // What would reach into the remarks stands further left, if the other end leaves room.
    let shifted = limit - TextMetrics.width(of: whole, size: size)
    let isShifted = words != whole && shifted > start + 8
    sheet.write(
      isShifted ? whole : words, x: isShifted ? shifted : end, y: y, size: size,
      on: sheet.theme.background)
  }

  private func remark(_ check: HealthCheck) -> String {
    let parts = [
      check.gap.map { "\(NumberText.short($0)) apart" },
      check.overTarget.flatMap { $0 < 0 ? "▲ \(NumberText.short(-$0)) below target" : nil },
    ].compactMap { $0 }
    return PictureText.clipped(
      parts.joined(separator: ", "), to: Self.remarkWidth, size: ChartSheet.small)
  }

  private func legend(_ rows: [HealthCheck], _ theme: Theme) -> [LegendSection] {
    func dot(_ fill: Colour, _ text: String) -> LegendSection.Entry {
      .init(sample: .box(shape: .ellipse, fill: fill, border: theme.ink), text: text)
    }
    var entries: [LegendSection.Entry] = []
    if rows.contains(where: { $0.groups.count > 1 }) {
      entries += [
        dot(theme.background, "lowest group"), dot(theme.ink, "the other groups"),
      ]
    }
    if rows.contains(where: { $0.groups.count < 2 }) {
      entries.append(
        dot(theme.ink, entries.isEmpty ? "the value" : "of all, where no group is told"))
    }
    if rows.contains(where: { $0.target != nil }) {
      entries.append(
        .init(
          sample: .box(shape: .rectangle, fill: theme.text, border: theme.text), text: "target"))
    }
    return [LegendSection(title: "Latest values", entries: entries)]
  }
}
