import EcosystemModel
import GraphvizKit
import Insights

/// What committees cost in person-hours a month, and beneath them how far the days of a decision hang on single figures.
struct TaxBars: Chart {
  static let kind = ChartKind(rawValue: "tax")
  static let name = "bars"
  static let meaning =
    "person-hours a month by committee, and how far days hang on single figures"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "committees by the person-hours that they cost", tables: TaxQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(TaxQuestion(limit: nil))
  }

  let findings: AllianceTax
  let committees: [CommitteeTax]
  let context: PictureContext

  init?(_ answer: AllianceTax, context: PictureContext) {
    committees = answer.committees.filter { ($0.personHoursPerMonth ?? 0) > 0 }
    guard !committees.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let nameWidth = 230.0
  private static let numberWidth = 70.0
  private static let rangeHeight = 30.0

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(theme), context: context, preference: .wide(640))
    let ranges = Array(sensitivities.prefix(3))
    let foot = ranges.isEmpty ? 0 : 62 + Self.rangeHeight * Double(ranges.count)
    let room = max(40, sheet.room.y - 18 - foot)
    let rows = Array(committees.prefix(max(1, Int(room / 19))))
    let height = min(30, room / Double(rows.count))
    let width = sheet.room.x - Self.nameWidth - Self.numberWidth
    let most = rows.map { $0.personHoursPerMonth ?? 0 }.max() ?? 1
    let scale = width / max(most, 1e-9)
    let bottom = height * Double(rows.count)
    for tick in PictureText.ticks(to: most, limit: 8) {
      let x = Self.nameWidth + tick * scale
      sheet.rule(from: .init(x: x, y: 0), to: .init(x: x, y: bottom))
      sheet.write(
        "\(PictureText.number(tick)) h", x: x, y: bottom + 12, size: ChartSheet.small,
        colour: theme.mutedText, .middle)
    }
    for (row, committee) in rows.enumerated() {
      draw(committee, top: Double(row) * height, height: height, scale: scale, on: &sheet)
    }
    draw(ranges, top: bottom + 40, on: &sheet)
    return sheet.finished(
      Self.name, footer: context.footer(footer(rows.count), of: findings),
      summary: "\(title). \(findings.summary.joined(separator: " "))")
  }

  /// The figures on which days hang.
  private var sensitivities: [TaxSensitivity] {
    guard findings.days != nil else { return [] }
    return findings.sensitivities.filter { one in
      let days = one.days.compactMap { $0 }
      return days.count == 2 && abs(days[0] - days[1]) > 1e-9
    }
  }

  private var title: String {
    let hours = findings.personHoursPerMonth.map {
      "committees take \(PictureText.number($0.rounded())) person-hours a month"
    }
    let avoidable = findings.avoidableHours.flatMap {
      $0 > 0
        ? ", \(PictureText.number($0.rounded())) of them on what could be settled below" : nil
    }
    return "\(findings.title): \(hours ?? "")\(avoidable ?? "")"
  }

  private func draw(
    _ committee: CommitteeTax, top: Double, height: Double, scale: Double,
    on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let middle = top + height / 2
    let hours = committee.personHoursPerMonth ?? 0
    let avoidable = committee.avoidableHours ?? 0
    sheet.write(
      PictureText.shortened(committee.name, to: Self.nameWidth - 12, size: ChartSheet.text),
      x: Self.nameWidth - 8, y: middle + 3.5, .end)
    let thickness = min(18, height - 5)
    let parts = [(hours - avoidable, false), (avoidable, true)].filter { $0.0 > 1e-9 }
    var x = Self.nameWidth
    for (amount, isAvoidable) in parts {
      let width = max(amount * scale, 0.5)
      let text =
        isAvoidable
        ? "\(PictureText.number(amount)) h on what those below could settle"
        : "\(committee.attendees) attend, \(PictureText.number(amount)) h a month"
      sheet.box(
        "\(committee.name)\(isAvoidable ? ", avoidable" : "")",
        .init(x: x, y: middle - thickness / 2, width: width, height: thickness),
        fill: isAvoidable ? theme.warningFill : Self.fill(theme),
        border: isAvoidable ? theme.warning : theme.border, width: 0.8,
        tooltip: "\(committee.name)\n\(text)", class: isAvoidable ? "avoidable" : "hours")
      x += width
    }
    sheet.write(
      "\(PictureText.number(hours)) h", x: x + 5, y: middle + 3.5, size: ChartSheet.small,
      on: theme.background)
  }

  /// Lines from the days with a figure lowered to those with it raised.
  private func draw(_ ranges: [TaxSensitivity], top: Double, on sheet: inout ChartSheet) {
    guard let average = findings.days, !ranges.isEmpty else { return }
    let theme = sheet.theme
    sheet.write(
      "Days until a decision, \(PictureText.number(average.rounded())) on average, if one figure were \(PictureText.percent(findings.swing)) lower or higher",
      x: 0, y: top, isBold: true)
    let all = ranges.flatMap { $0.days.compactMap { $0 } } + [average]
    let (least, most) = (all.min() ?? 0, all.max() ?? average)
    let scale = (sheet.room.x - Self.nameWidth - 200) / max(most - least, 1e-9)
    let left = Self.nameWidth + 100 - least * scale
    sheet.rule(
      from: .init(x: left + average * scale, y: top + 12),
      to: .init(x: left + average * scale, y: top + 12 + Self.rangeHeight * Double(ranges.count)),
      stroke: .dashed)
    for (row, range) in ranges.enumerated() {
      let y = top + 24 + Self.rangeHeight * Double(row)
      let days = range.days.compactMap { $0 }
      let (low, high) = (days.min() ?? 0, days.max() ?? 0)
      let values = days[0] <= days[1] ? range.values : range.values.reversed()
      sheet.write(
        PictureText.clipped(
          "\(range.figure) of \(range.committee)", to: Self.nameWidth - 12, size: ChartSheet.text),
        x: Self.nameWidth - 8, y: y, .end)
      sheet.write(
        range.isStated ? "stated" : "no source states it", x: Self.nameWidth - 8, y: y + 12,
        size: ChartSheet.small, colour: theme.mutedText, .end)
      let ends = [low, high].enumerated().map { place, value in
        sheet.box(
          "\(range.figure) of \(range.committee) \(place)",
          .init(x: left + value * scale - 2, y: y - 4, width: 4, height: 10),
          fill: theme.ink,
          tooltip:
            "\(range.figure) \(NumberText.short(values[place])): \(PictureText.number(value)) days",
          class: "outcome")
      }
      sheet.line(
        from: ends[0], to: ends[1],
        over: [
          .init(x: left + low * scale + 2, y: y + 1), .init(x: left + high * scale - 2, y: y + 1),
        ], colour: theme.ink, width: 2,
        tooltip: "\(PictureText.number(high - low)) days apart", class: "span")
      sheet.write(
        "\(PictureText.number(low)) d at \(NumberText.short(values[0]))", x: left + low * scale - 6,
        y: y + 4, size: ChartSheet.small, on: theme.background, .end)
      sheet.write(
        "\(PictureText.number(high)) d at \(NumberText.short(values[1]))",
        x: left + high * scale + 6, y: y + 4, size: ChartSheet.small, on: theme.background)
    }
  }

  private static func fill(_ theme: Theme) -> Colour { theme.shade(0.55) }

  private func legend(_ theme: Theme) -> [LegendSection] {
    var entries = [
      LegendSection.Entry(
        sample: .box(shape: .rectangle, fill: Self.fill(theme), border: theme.border),
        text: "meetings and preparation")
    ]
    if committees.contains(where: { ($0.avoidableHours ?? 0) > 0 }) {
      entries.append(
        .init(
          sample: .box(shape: .rectangle, fill: theme.warningFill, border: theme.warning),
          text: "on what could be settled below"))
    }
    return [LegendSection(title: "Hours of people a month", entries: entries)]
  }

  private func footer(_ shown: Int) -> [String] {
    [
      "\(shown) of \(Phrase.count(findings.committees.count, "committee"))",
      "person-hours: attendees × (hours + prep_hours) × meetings",
    ]
  }
}
