import EcosystemModel
import GraphvizKit
import Insights

/// Hours a month, one bar for each person, stacked by duty, beside what the person can give; seats where
/// no hours are known.
struct LoadBars: Chart {
  static let kind = ChartKind(rawValue: "load")
  static let name = "bars"
  static let meaning =
    "hours a month by person and duty, beside what they can give; seats where no hours are known"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "people by their hours a month",
    tables: LoadQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(LoadQuestion())
  }

  let findings: LoadFindings
  let context: PictureContext

  init?(_ answer: LoadFindings, context: PictureContext) {
    guard !answer.people.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let nameWidth = 156.0
  /// Bold letters on a grid of pixels are wider than measured.
  private static let nameRoom = 150.0
  private static let reasonWidth = 250.0
  /// Where a legend beside the bars would leave less, it stands below them.
  private static let leastWidth = 700.0

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    let all = chosen.map { Bar(person: $0, parts: parts(of: $0)) }
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(all, theme), context: context,
      preference: .wide(Self.leastWidth))
    let bars = Array(all.prefix(Int((sheet.room.y - 18) / 29)))
    sheet.legend = legend(bars, theme)
    let people = bars.map(\.person)
    let rowHeight = min(36, (sheet.room.y - 18) / Double(max(people.count, 1)))
    let left = Self.nameWidth + 8
    let barWidth = sheet.room.x - left - Self.reasonWidth - 84
    let most = people.map { max(amount($0), limit($0) ?? 0) }.max() ?? 1
    let scale = barWidth / max(most, 1e-9)
    let bottom = rowHeight * Double(people.count)
    for tick in PictureText.ticks(to: most, limit: 6) {
      let x = left + tick * scale
      sheet.rule(from: .init(x: x, y: 0), to: .init(x: x, y: bottom))
      sheet.write(
        text(tick), x: x, y: bottom + 12, size: ChartSheet.small,
        colour: theme.mutedText, .middle)
    }
    sheet.bars = BarFigures(
      measure: isHours ? "hours a month" : "seats", rows: people.map(\.name),
      scale: 0...max(barWidth / scale, 1e-9),
      plot: .init(x: left, y: 0, width: barWidth, height: bottom), thickness: 18 / rowHeight)
    declareSeries(for: bars, on: &sheet)
    for (row, bar) in bars.enumerated() {
      draw(bar, row: row, top: rowHeight * Double(row), left: left, scale: scale, on: &sheet)
    }
    return sheet.finished(
      "bars", footer: context.footer(footer(people), of: findings),
      summary: findings.title + ", as bars of \(isHours ? "hours a month" : "seats"). "
        + findings.summary.joined(separator: " "))
  }

  var isHours: Bool { findings.unit == .hours }

  private func amount(_ person: PersonLoad) -> Double {
    isHours ? person.hours : Double(person.seats.count)
  }

  /// What the person can give, where hours are drawn.
  func limit(_ person: PersonLoad) -> Double? { isHours ? person.capacity : nil }

  private func text(_ amount: Double) -> String {
    isHours
      ? "\(PictureText.number(amount)) h"
      : amount == 1 ? "1 seat" : "\(PictureText.number(amount)) seats"
  }

  private var title: String {
    let (count, all) = (findings.overloadedCount, findings.concentration.peopleCount)
    if count > 0 { return "Who carries too much: \(count) of \(all) people with duties" }
    return findings.capacityCount > 0
      ? "Who carries most: none of \(all) people with duties carries too much"
      : "Who carries most: \(isHours ? "hours a month" : "seats") of \(Phrase.count(all, "person", "people")), no capacity known"
  }

  /// The people whose load is too high, then the others; within both those who carry most first.
  private var chosen: [PersonLoad] {
    findings.people.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.isOverloaded != other.isOverloaded { return one.isOverloaded }
      return (-amount(one), left.offset) < (-amount(other), right.offset)
    }.map(\.element)
  }

  private func draw(
    _ bar: Bar, row: Int, top: Double, left: Double, scale: Double, on sheet: inout ChartSheet
  ) {
    let (theme, person) = (sheet.theme, bar.person)
    let size = ChartSheet.text
    // A name that says the company already, as those of seats do, gets both lines for itself.
    let company = person.company.flatMap { person.name.contains($0) ? nil : $0 }
    let names = PictureText.lines(
      person.name, width: Self.nameRoom, size: size, isBold: person.isOverloaded,
      limit: company == nil ? 2 : 1)
    for (row, name) in names.enumerated() {
      sheet.write(
        name, x: left - 8,
        y: top + (company == nil && names.count == 1 ? 17.5 : 12 + 11.5 * Double(row)), size: size,
        isBold: person.isOverloaded, .end)
    }
    if let company {
      sheet.write(
        PictureText.clipped(company, to: Self.nameRoom, size: ChartSheet.small), x: left - 8,
        y: top + 23.5, size: ChartSheet.small, colour: theme.mutedText, .end)
    }
    var x = left
    let mark = limit(person).map { left + $0 * scale }
    var covered: [String] = []
    for (number, part) in bar.parts.enumerated() {
      let width = max(part.amount * scale, 0.5)
      let fill = Self.colour(of: part.duty, theme)
      if let series = sheet.bars?.series(
        Self.series(of: part.duty, number), fill: fill, border: theme.background, format: format)
      {
        sheet.bars?.put(
          part.amount, in: series, row: row, hasRoom: isHours && hasRoom(part, x, width, mark))
      }
      let pieces = Self.pieces(x, x + width, around: mark)
      if pieces.isEmpty { covered.append(part.tooltip) }
      let widest = pieces.map { $0.upperBound - $0.lowerBound }.max() ?? 0
      for (place, piece) in pieces.enumerated() {
        let width = piece.upperBound - piece.lowerBound
        let isNamed =
          width == widest && !pieces[..<place].contains { $0.upperBound - $0.lowerBound == widest }
        let key = sheet.box(
          "\(person.name) \(number + 1)",
          .init(x: piece.lowerBound, y: top + 5, width: width, height: 18), fill: fill,
          border: theme.background, width: 0.8,
          lines: isNamed
            ? part.text(in: width - 4).map { [sheet.label($0, on: fill)] } ?? [] : [],
          tooltip: part.tooltip, class: "hours")
        sheet.bars?.boxes.insert(key)
      }
      x += width
    }
    if let limit = limit(person), let mark {
      sheet.box(
        "limit of \(person.name)",
        .init(x: mark - Self.halfMark, y: top + 1, width: 2 * Self.halfMark, height: 26),
        fill: theme.text, border: theme.background, width: 0.6,
        tooltip:
          "can give \(PictureText.number(limit)) h a month (\(person.capacitySource ?? ""))"
          + covered.map { "\n\($0)" }.joined(),
        class: "limit")
    }
    let end = max(x, left + (limit(person) ?? 0) * scale) + 6
    let share = isHours ? person.loadShare.map { " (\(PictureText.percent($0)))" } ?? "" : ""
    sheet.write(
      text(amount(person)) + share, x: end, y: top + 17.5, size: ChartSheet.small,
      isBold: person.isOverloaded, on: theme.background)
    explain(person, top: top, on: &sheet)
  }

  /// Half the width of the mark of what somebody can give.
  static let halfMark = 1.5

  /// A stretch of a bar without what the mark of the limit covers; nothing of a field that is as narrow.
  private static func pieces(
    _ start: Double, _ end: Double, around mark: Double?
  ) -> [ClosedRange<Double>] {
    guard let mark, start < mark + halfMark, end > mark - halfMark else { return [start...end] }
    let (left, right) = (min(end, mark - halfMark), max(start, mark + halfMark))
    return (left - start >= 0.5 ? [start...left] : []) + (end - right >= 0.5 ? [right...end] : [])
  }

  private func explain(_ person: PersonLoad, top: Double, on sheet: inout ChartSheet) {
    guard !person.reasons.isEmpty else { return }
    let x = sheet.room.x - Self.reasonWidth
    let lines = LoadReasons(person).lines(
      width: Self.reasonWidth, size: ChartSheet.small, limit: 2)
    for (row, line) in lines.enumerated() {
      sheet.write(
        line, x: x, y: top + (lines.count == 1 ? 17.5 : 12 + 11.5 * Double(row)),
        size: ChartSheet.small,
        colour: person.isOverloaded ? sheet.theme.text : sheet.theme.mutedText)
    }
  }
}
