import EcosystemModel
import GraphvizKit
import Insights

/// Working hours around the clock: a row for each site, and below them when anybody is at work and when several are.
struct CoverageClock: Chart {
  static let kind = ChartKind(rawValue: "coverage")
  static let name = "coverage"
  static let meaning =
    "working hours around the clock in winter and summer, gaps and overlaps"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "working hours around the clock, site by site",
    subjects: .init(
      counts: [0, 1], meaning: "the team or company with most hours uncovered, or the one named",
      form: "NAME"),
    tables: HandoffReviewQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(HandoffReviewQuestion(coverageOf: asked.subjects.first))
  }

  let group: SunCoverage
  let review: HandoffReview
  let context: PictureContext

  init?(_ answer: HandoffReview, context: PictureContext) {
    guard let group = answer.askedCoverage ?? answer.leastCovered else { return nil }
    (self.group, review, self.context) = (group, answer, context)
  }

  private static let left = 230.0
  /// Lower bars have no letters in them.
  private static let labelledHeight = 12.5

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(Self.kind, title: title, legend: legend(theme), context: context)
    let rowLimit = max(1, Int((sheet.room.y - 18) / 26) - 3)
    let sites = Array(
      group.sites.enumerated().sorted {
        (-$0.element.members.count, $0.offset) < (-$1.element.members.count, $1.offset)
      }.prefix(rowLimit).sorted { $0.offset < $1.offset }.map(\.element))
    let rowHeight = min(40, (sheet.room.y - 18) / Double(sites.count + 3))
    let bottom = rowHeight * Double(sites.count + 3)
    axis(bottom: bottom, on: &sheet)
    for (row, site) in sites.enumerated() {
      draw(site, top: rowHeight * Double(row), height: rowHeight, on: &sheet)
    }
    let top = rowHeight * (Double(sites.count) + 0.5)
    drawCover(top: top, height: rowHeight, on: &sheet)
    drawMeetings(top: top + rowHeight * 1.25, height: rowHeight, on: &sheet)
    return sheet.finished(
      "24 hours", footer: context.footer(footer(sites.count), of: review), summary: summary)
  }

  /// What working hours of a season are filled with.
  static func workFill(_ season: Season, _ theme: Theme) -> Colour {
    theme.shade(season == Season.allCases[0] ? 0.85 : 0.35)
  }

  private func x(_ minute: Int, _ sheet: ChartSheet) -> Double {
    Self.left + Double(minute) / 1440 * (sheet.room.x - Self.left)
  }

  private func axis(bottom: Double, on sheet: inout ChartSheet) {
    for hour in stride(from: 0, through: 24, by: 3) {
      let x = x(hour * 60, sheet)
      sheet.rule(from: .init(x: x, y: 0), to: .init(x: x, y: bottom))
      sheet.write(
        "\(hour < 10 ? "0" : "")\(hour):00\(hour == 0 ? " UTC" : "")", x: x, y: bottom + 12,
        size: ChartSheet.small, colour: sheet.theme.mutedText,
        hour == 0 ? .start : hour == 24 ? .end : .middle)
    }
  }

  private func draw(
    _ site: SunCoverage.Site, top: Double, height: Double, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let names = site.members.map { review.names[$0.description] ?? $0.rawID }
    heading(
      "\(PictureText.place(ofTimeZone: site.timeZone)), \(site.localHours) local", names,
      top: top, height: height, on: &sheet)
    let isSteady = site.hours.winter == site.hours.summer
    let barHeight = (height - 6) / (isSteady ? 1 : 2)
    if barHeight < Self.labelledHeight {
      writeHours(of: site, top: top, height: height, on: &sheet)
    }
    for (number, season) in Season.allCases.enumerated() where number == 0 || !isSteady {
      let fill = Self.workFill(season, theme)
      bars(
        site.hours[season],
        at: (top + 3 + barHeight * Double(number), barHeight), fill: fill,
        stroke: theme.border, named: isSteady ? nil : season.rawValue,
        of:
          "\(PictureText.place(ofTimeZone: site.timeZone)) \(isSteady ? "all year" : season.rawValue)",
        tooltip: "\(names.listed)\(site.isAssumed ? "\nhours assumed" : "")",
        class: "work", on: &sheet)
    }
  }

  /// Says the hours of both seasons beside bars that are too low for letters.
  private func writeHours(
    of site: SunCoverage.Site, top: Double, height: Double, on sheet: inout ChartSheet
  ) {
    let lines = Season.allCases.map { season in
      "\(season.rawValue) \(site.hours[season].map(\.description).joined(separator: ", "))"
    }
    let width = lines.map { TextMetrics.width(of: $0, size: ChartSheet.small) }.max() ?? 0
    let spans = Season.allCases.flatMap { site.hours[$0] }
    let wraps = spans.contains { $0.startMinute + $0.minutes > 1440 }
    let last = spans.map { ($0.startMinute + $0.minutes - 1) % 1440 + 1 }.max() ?? 0
    let first = spans.map(\.startMinute).min() ?? 0
    let isRight = wraps || x(last, sheet) + 6 + width < sheet.room.x
    for (row, line) in lines.enumerated() {
      sheet.write(
        line, x: isRight ? x(last, sheet) + 5 : x(first, sheet) - 5,
        y: top + height / 2 - 1.5 + 10.5 * Double(row), size: ChartSheet.small,
        on: sheet.theme.background, isRight ? .start : .end)
    }
  }

  /// The sum of everyone: covered stretches as bars, gaps as outlined fields.
  private func drawCover(top: Double, height: Double, on sheet: inout ChartSheet) {
    let theme = sheet.theme
    let hours = [group.coveredMinutes.winter, group.coveredMinutes.summer]
      .map { PictureText.number(Double($0) / 60) }
    let isSteady = group.gaps.winter == group.gaps.summer
    heading(
      "somebody is at work",
      [isSteady ? "\(hours[0]) of 24 h" : "\(hours[0]) h in winter, \(hours[1]) h in summer"],
      top: top, height: height, isBold: true, on: &sheet)
    let barHeight = (height - 4) / (isSteady ? 1 : 2)
    for (number, season) in Season.allCases.enumerated() where number == 0 || !isSteady {
      let place = (top + 2 + barHeight * Double(number), barHeight)
      let covered = Self.complement(of: group.gaps[season])
      bars(
        covered, at: place, fill: theme.strongShade,
        stroke: theme.border, named: nil, of: "covered \(season.rawValue)",
        tooltip: "somebody is at work", class: "covered", on: &sheet)
      bars(
        group.gaps[season], at: place, fill: theme.background, stroke: theme.warning,
        named: "gap", of: "gap \(season.rawValue)", tooltip: "nobody is at work", class: "gap",
        on: &sheet)
    }
  }

  private func drawMeetings(top: Double, height: Double, on sheet: inout ChartSheet) {
    let theme = sheet.theme
    let isSteady = group.overlaps.winter == group.overlaps.summer
    heading(
      "two or more time zones at work", ["time to hand over in person"], top: top, height: height,
      isBold: true, on: &sheet)
    let barHeight = (height - 4) / (isSteady ? 1 : 2)
    for (number, season) in Season.allCases.enumerated() where number == 0 || !isSteady {
      bars(
        group.overlaps[season], at: (top + 2 + barHeight * Double(number), barHeight),
        fill: theme.shade(0.6), stroke: theme.border,
        named: isSteady ? nil : season.rawValue, of: "meeting \(season.rawValue)",
        tooltip: "members of two time zones or more are at work", class: "meeting", on: &sheet)
    }
  }

  /// Writes a title, and below it as many names as its lines take, with the number of the others.
  private func heading(
    _ title: String, _ names: [String], top: Double, height: Double, isBold: Bool = false,
    on sheet: inout ChartSheet
  ) {
    let pitch = 11.5
    let details = Self.lines(
      of: names, width: Self.left - 10, limit: max(1, Int((height - 1) / pitch) - 1))
    let baseline = top + height / 2 + 4 - pitch * Double(details.count) / 2
    sheet.write(
      PictureText.clipped(title, to: Self.left - 10, size: ChartSheet.text, isBold: isBold),
      x: Self.left - 8, y: baseline, isBold: isBold, .end)
    for (row, line) in details.enumerated() {
      sheet.write(
        line, x: Self.left - 8, y: baseline + pitch * Double(row + 1), size: ChartSheet.small,
        colour: sheet.theme.mutedText, .end)
    }
  }

  /// Draws stretches of the day; those that pass midnight in two parts.
  private func bars(
    _ spans: [ClockSpan], at place: (y: Double, height: Double), fill: Colour, stroke: Colour,
    named name: String?, of title: String, tooltip: String, class word: String,
    on sheet: inout ChartSheet
  ) {
    for span in spans {
      let parts =
        span.startMinute + span.minutes > 1440
        ? [span.startMinute..<1440, 0..<(span.startMinute + span.minutes - 1440)]
        : [span.startMinute..<(span.startMinute + span.minutes)]
      let longest = parts.map(\.count).max() ?? 0
      var isNamed = false
      for part in parts {
        let frame = ChartSheet.Rectangle(
          x: x(part.lowerBound, sheet), y: place.y,
          width: x(part.upperBound, sheet) - x(part.lowerBound, sheet), height: place.height - 1)
        let texts = [
          [name, span.description].compactMap { $0 }.joined(separator: " "), span.description,
          "\(PictureText.number(Double(span.minutes) / 60)) h",
        ]
        // The hours stand in the longer part, the name in both.
        let isMain = part.count == longest && !isNamed
        let text = (isMain ? texts : [name].compactMap { $0 }).first {
          TextMetrics.width(of: $0, size: ChartSheet.small) <= frame.width - 4
        }
        let isHere = place.height >= Self.labelledHeight
        if isMain { isNamed = true }
        sheet.box(
          "\(title) \(span.description)", frame, fill: fill, border: stroke,
          width: word == "gap" ? 1.6 : 0.7,
          lines: isHere ? (text.map { [sheet.label($0, on: fill)] } ?? []) : [],
          tooltip:
            "\(title): \(span.description) UTC, \(PictureText.number(Double(span.minutes) / 60)) h\n\(tooltip)",
          class: word)
      }
    }
  }

  /// The stretches between some, in ascending order.
  private static func complement(of spans: [ClockSpan]) -> [ClockSpan] {
    guard !spans.isEmpty else { return [ClockSpan(startMinute: 0, minutes: 1440)] }
    return spans.indices.compactMap { position in
      let start = spans[position].endMinute % 1440
      let next = spans[(position + 1) % spans.count].startMinute
      let minutes = (next - start + 1440) % 1440
      return minutes > 0 ? ClockSpan(startMinute: start, minutes: minutes) : nil
    }
  }
}
