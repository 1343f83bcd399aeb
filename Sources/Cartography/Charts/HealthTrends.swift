import EcosystemModel
import GraphvizKit
import Insights

/// How measures went, a small panel for each, all on one span of time.
struct HealthTrends: Chart {
  static let kind = HealthDumbbell.kind
  static let name = "trends"
  static let meaning = "each measure over time, in small panels"

  let findings: HealthFindings
  let checks: [HealthCheck]
  let context: PictureContext

  init?(_ answer: HealthFindings, context: PictureContext) {
    checks = answer.checks.filter { $0.series.count { $0.date != nil } > 1 }
    guard !checks.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let (leastWidth, leastHeight) = (170.0, 106.0)

  func laidOut() -> LaidOutDiagram {
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(context.theme), context: context)
    let columns = max(1, min(checks.count, Int(sheet.room.x / Self.leastWidth), 5))
    let most = columns * max(1, Int(sheet.room.y / Self.leastHeight))
    let shown = Array(checks.prefix(most))
    let rows = (shown.count + columns - 1) / columns
    let width = sheet.room.x / Double(columns)
    let height = min(340, sheet.room.y / Double(rows))
    let days = shown.flatMap { $0.series.compactMap { $0.date?.dayNumber } }
    let span = Double(days.min() ?? 0)...Double(max(days.max() ?? 1, (days.min() ?? 0) + 1))
    for (place, check) in shown.enumerated() {
      let frame = ChartSheet.Rectangle(
        x: Double(place % columns) * width, y: Double(place / columns) * height,
        width: width - 16, height: height - 12)
      draw(check, in: frame, over: span, on: &sheet)
    }
    return sheet.finished(
      Self.name,
      footer: context.footer(
        [
          "\(shown.count) of \(Phrase.count(findings.checks.count, "line"))",
          findings.checks.count > checks.count
            ? "\(findings.checks.count - checks.count) with one day only left out" : "",
          "each from the lowest to the highest value of its scale, or of its own where it has none",
        ], of: findings), summary: "\(title). \(findings.summary.joined(separator: " "))")
  }

  private var title: String {
    let moved = checks.filter { ($0.trend ?? 0) != 0 }
    let share = { (check: HealthCheck) -> Double in
      guard let trend = check.trend else { return 0 }
      guard let range = check.range else {
        return check.series[0].value == 0 ? 0 : trend / abs(check.series[0].value)
      }
      return trend / (range.upperBound - range.lowerBound)
    }
    guard let most = moved.max(by: { abs(share($0)) < abs(share($1)) }) else {
      return "\(findings.title): nothing changed"
    }
    let (first, last) = (most.series[0].value, most.value)
    return
      "\(most.measure.sentenceStart) of \(most.name) went from \(PictureText.ofScale(first)) to \(PictureText.ofScale(last))"
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    guard checks.contains(where: { $0.target != nil }) else { return [] }
    let target = LegendSection.Entry(
      sample: .line(width: 1, colour: theme.text, stroke: .dashed, arrow: .none), text: "target")
    return [LegendSection(title: "Lines", entries: [target])]
  }

  private func draw(
    _ check: HealthCheck, in frame: ChartSheet.Rectangle, over span: ClosedRange<Double>,
    on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let points = check.series.filter { $0.date != nil }
    let values = points.map(\.value) + [check.target].compactMap { $0 }
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let range = check.range ?? least...max(most, least + 1e-9)
    sheet.write(
      PictureText.clipped(check.measure, to: frame.width, size: ChartSheet.text, isBold: true),
      x: frame.x, y: frame.y + 11, isBold: true)
    sheet.write(
      PictureText.clipped(check.name, to: frame.width, size: ChartSheet.small), x: frame.x,
      y: frame.y + 23.5, size: ChartSheet.small, colour: theme.mutedText)
    let plot = ChartSheet.Rectangle(
      x: frame.x + 30, y: frame.y + 44, width: frame.width - 64, height: frame.height - 72)
    func place(_ value: Double, _ day: Double) -> ChartSheet.Point {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return .init(
        x: plot.x + (day - span.lowerBound) / (span.upperBound - span.lowerBound) * plot.width,
        y: plot.y + plot.height * (1 - min(1, max(0, share))))
    }
    for y in [plot.y, plot.y + plot.height] {
      sheet.rule(from: .init(x: plot.x, y: y), to: .init(x: plot.x + plot.width, y: y))
    }
    for (text, y) in [
      (range.upperBound, plot.y - 4), (range.lowerBound, plot.y + plot.height + 11),
    ] {
      sheet.write(
        PictureText.ofScale(text), x: plot.x, y: y, size: ChartSheet.small,
        colour: theme.mutedText)
    }
    if let first = points.first?.date, let last = points.last?.date {
      let ends = [first, last].map { place(range.lowerBound, Double($0.dayNumber)) }
      writeDays(first, last, from: ends[0].x, to: ends[1].x, y: ends[1].y + 23, on: &sheet)
    }
    if let target = check.target {
      let y = place(target, span.lowerBound).y
      sheet.rule(
        from: .init(x: plot.x, y: y), to: .init(x: plot.x + plot.width, y: y),
        colour: theme.text, width: 1, stroke: .dashed)
    }
    let places = points.map { place($0.value, Double($0.date?.dayNumber ?? 0)) }
    let keys = zip(points, places).map { point, spot in
      sheet.box(
        "\(check.measure) of \(check.name) on \(point.date?.words ?? "")",
        .init(x: spot.x - 3, y: spot.y - 3, width: 6, height: 6), fill: theme.ink,
        shape: .ellipse,
        tooltip:
          "\(check.measure) of \(check.name)\n\(PictureText.ofScale(point.value)) on \(point.date?.words ?? "")",
        class: "measurement")
    }
    for step in places.indices.dropFirst() {
      sheet.line(
        from: keys[step - 1], to: keys[step], over: [places[step - 1], places[step]],
        colour: theme.ink, width: 1.8,
        tooltip:
          "\(PictureText.ofScale(points[step - 1].value)) to \(PictureText.ofScale(points[step].value))",
        class: "trend")
    }
    if let first = points.first, let last = points.last, let start = places.first,
      let end = places.last
    {
      sheet.write(
        PictureText.ofScale(first.value), x: start.x - 6, y: start.y + 3.5, size: ChartSheet.small,
        .end)
      sheet.write(
        PictureText.ofScale(last.value), x: end.x + 6, y: end.y + 3.5, size: ChartSheet.small,
        isBold: true)
    }
  }
}

extension HealthTrends {
  /// Writes the first and the last day below a line, as years where it is short; where not even these fit, the last day.
  private func writeDays(
    _ first: CalendarDate, _ last: CalendarDate, from start: Double, to end: Double, y: Double,
    on sheet: inout ChartSheet
  ) {
    let (size, colour) = (ChartSheet.small, sheet.theme.mutedText)
    let pairs = [[first.words, last.words], ["\(first.year)", "\(last.year)"]]
    let texts = pairs.first { pair in
      pair[0] != pair[1]
        && pair.reduce(8) { $0 + TextMetrics.width(of: $1, size: size) } <= end - start
    }
    guard let texts else {
      sheet.write(last.words, x: end + 20, y: y, size: size, colour: colour, .end)
      return
    }
    sheet.write(texts[0], x: start, y: y, size: size, colour: colour)
    sheet.write(texts[1], x: end, y: y, size: size, colour: colour, .end)
  }
}

extension String {
  /// The text with a capital at its beginning.
  var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
