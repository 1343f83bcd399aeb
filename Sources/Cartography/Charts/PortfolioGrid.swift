import EcosystemModel
import GraphvizKit
import Insights

/// Alliances as named dots in a grid of two columns of words, such as area and stage.
struct PortfolioGrid: Chart {
  static let kind = ChartKind.portfolio
  static let name = "grid"
  static let meaning =
    "alliances by area and stage, sized by value and coloured by health"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "alliances by stage and area, or by two measures",
    tables: PortfolioQuestion.tables, choices: [\.x, \.y, \.size, \.colour, \.stages]
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(
      PortfolioQuestion(
        x: asked.x, y: asked.y, size: asked.size, colour: asked.colour, stages: asked.stages))
  }

  let findings: PortfolioFindings
  let context: PictureContext
  /// The room for the headings of columns, and of rows.
  private let headHeight: Double
  private let headWidth: Double
  /// Whether a heading is wider than a column is likely to be, so that it takes two lines.
  private let hasLongHeads: Bool

  init?(_ answer: PortfolioFindings, context: PictureContext) {
    guard answer.x?.isNumeric != true, answer.y?.isNumeric != true else { return nil }
    (findings, self.context) = (answer, context)
    hasLongHeads = Self.hasLongHeads(answer)
    headHeight = hasLongHeads ? 44 : 32
    headWidth = Self.headWidth(answer)
  }

  private static let rowPadding = 6.0
  private static let columnGap = 10.0

  func laidOut() -> LaidOutDiagram {
    let looks = PortfolioLooks(findings, theme: context.theme)
    // Many names need the width beside a legend, few the height above one.
    var sheet = ChartSheet(
      Self.kind, title: looks.title, legend: looks.legend, context: context,
      preference: findings.allianceCount > 60 ? .wide(Slide.width) : .large)
    let plan = PortfolioPlan(
      findings,
      room: .init(
        x: sheet.room.x - headWidth, y: sheet.room.y - headHeight - 2),
      names: findings.alliances.map {
        (looks.isBelowTarget($0) ? PortfolioLooks.mark : "") + $0.name
      }, rowPadding: Self.rowPadding, columnGap: Self.columnGap)
    drawHeads(of: plan, on: &sheet)
    var named = 0
    var folded = 0
    var top = headHeight
    for (row, height) in plan.rowHeights.enumerated() {
      drawHead(plan.rows[row], top: top, height: height, plan: plan, on: &sheet)
      for column in plan.columns.indices {
        let cell = plan.cell(row: row, column: column)
        let drawn = draw(
          cell, at: .init(x: headWidth + plan.lefts[column], y: top + Self.rowPadding / 2),
          plan: plan, looks: looks, on: &sheet)
        named += drawn
        folded += cell.folded.count
      }
      top += height
    }
    let extra = folded > 0 ? ["\(folded) counted in their fields, the smallest"] : []
    return sheet.finished(
      "grid", footer: context.footer(looks.footer(named: named, besides: extra), of: findings),
      summary: looks.summary)
  }

  private static func hasLongHeads(_ findings: PortfolioFindings) -> Bool {
    let words = findings.words(of: findings.x) { $0.x }.compactMap { $0 }
    let room = (Slide.width - 180) / Double(max(words.count + 1, 1))
    return words.contains {
      TextMetrics.width(of: $0, size: ChartSheet.text, isBold: true) > room
    }
  }

  private static func headWidth(_ findings: PortfolioFindings) -> Double {
    guard findings.y != nil else { return 0 }
    let widest =
      findings.words(of: findings.y) { $0.y }.map {
        TextMetrics.width(
          of: $0 ?? PortfolioFindings.notGiven, size: ChartSheet.text, isBold: true)
      }.max() ?? 0
    return min(max(widest * 1.03 + 8, 60), 118)
  }

  /// The headings of the columns, with how many alliances each holds and what these are worth.
  private func drawHeads(of plan: PortfolioPlan, on sheet: inout ChartSheet) {
    let bottom = headHeight + plan.rowHeights.reduce(0, +)
    for (position, column) in plan.columns.enumerated() {
      let left = headWidth + plan.lefts[position]
      let width = plan.widths[position]
      let mine = findings.alliances.filter { column.holds($0.x) }
      let heading = PictureText.lines(
        findings.x == nil ? "All" : column.title, width: width / 1.03, size: ChartSheet.text,
        isBold: true, limit: hasLongHeads ? 2 : 1)
      for (line, text) in heading.enumerated() {
        sheet.write(text, x: left, y: 11 + 12 * Double(line), isBold: true)
      }
      let words = count(mine, width: width / 1.03)
      if !words.isEmpty {
        sheet.write(
          words, x: left, y: headHeight - 9, size: ChartSheet.small,
          colour: sheet.theme.mutedText)
      }
      if position > 0 {
        let x = left - Self.columnGap / 2
        sheet.rule(from: .init(x: x, y: 2), to: .init(x: x, y: bottom))
      }
    }
    sheet.rule(
      from: .init(x: 0, y: headHeight), to: .init(x: sheet.room.x, y: headHeight),
      colour: sheet.theme.border, width: 1)
  }

  private func drawHead(
    _ row: PortfolioPlan.Group, top: Double, height: Double, plan: PortfolioPlan,
    on sheet: inout ChartSheet
  ) {
    if top > headHeight {
      sheet.rule(from: .init(x: 0, y: top), to: .init(x: sheet.room.x, y: top))
    }
    guard findings.y != nil else { return }
    let width = headWidth - 8
    let mine = findings.alliances.filter { row.holds($0.y) }
    let limit = max(1, min(3, Int((height - 6) / 12)))
    var lines = PictureText.lines(
      row.title, width: width / 1.03, size: ChartSheet.text, isBold: true, limit: limit)
    var y = top + 12
    for line in lines {
      sheet.write(line, x: 0, y: y, isBold: true)
      y += 12
    }
    lines = TextMetrics.wrap(
      count(mine, width: 2 * width), width: width / 1.03, size: ChartSheet.small, lineLimit: 2)
    for line in lines where y + 3 <= top + height {
      sheet.write(line, x: 0, y: y, size: ChartSheet.small, colour: sheet.theme.mutedText)
      y += 11.5
    }
  }

  /// How many there are and what these are worth, in words where they fit; nothing where the title says it of all.
  private func count(_ entries: [PortfolioFindings.Entry], width: Double) -> String {
    let total = findings.total(of: entries).map { " · \(PictureText.ofScale($0))" } ?? ""
    if total.isEmpty, entries.count == findings.allianceCount { return "" }
    let texts = [Phrase.count(entries.count, "alliance"), "\(entries.count)"].map { $0 + total }
    let text = texts.first { TextMetrics.width(of: $0, size: ChartSheet.small) <= width }
    return text ?? PictureText.clipped(texts[1], to: width, size: ChartSheet.small)
  }

  /// Draws the alliances of a field, and returns how many are named in full.
  private func draw(
    _ cell: PortfolioPlan.Cell, at origin: ChartSheet.Point, plan: PortfolioPlan,
    looks: PortfolioLooks, on sheet: inout ChartSheet
  ) -> Int {
    let most = min(plan.lineHeight - 2, max(plan.slotWidth * 0.28, 9))
    let room = findings.size == nil ? min(most, 14) : most
    let width = (plan.slotWidth - room - 8) / 1.03
    var named = 0
    for (place, entry) in cell.named.enumerated() {
      let x = origin.x + Double(place / cell.lineCount) * plan.slotWidth
      let middle = origin.y + (Double(place % cell.lineCount) + 0.5) * plan.lineHeight
      let mark = looks.isBelowTarget(entry) ? PortfolioLooks.mark : ""
      let text = texts(mark + entry.name, width: width, plan: plan)
      let isNamed = text.isWhole
      named += isNamed ? 1 : 0
      let diameter = looks.diameter(of: entry, most: room)
      let look = looks.look(of: entry)
      sheet.box(
        entry.name,
        .init(
          x: x + (room - diameter) / 2, y: middle - diameter / 2, width: diameter,
          height: diameter),
        fill: look.fill, border: look.border, shape: .ellipse,
        tooltip: looks.tooltip(of: entry), class: "alliance",
        members: [looks.member(entry, shown: isNamed)])
      for (line, words) in text.lines.enumerated() {
        let rise = (Double(line) - Double(text.lines.count - 1) / 2) * text.size * 1.1
        sheet.write(
          words, x: x + room + 4, y: middle + text.size / 3 + rise, size: text.size)
      }
    }
    guard !cell.folded.isEmpty else { return named }
    let place = cell.named.count
    let x = origin.x + Double(place / cell.lineCount) * plan.slotWidth
    let middle = origin.y + (Double(place % cell.lineCount) + 0.5) * plan.lineHeight
    let words = "+ \(cell.folded.count) more"
    let fill = sheet.theme.fill
    sheet.box(
      words,
      .init(
        x: x, y: middle - 5.5, width: TextMetrics.width(of: words, size: ChartSheet.small) + 8,
        height: 11),
      fill: fill, border: fill, shape: .roundedRectangle, lines: [sheet.label(words, on: fill)],
      tooltip: cell.folded.map(\.name).joined(separator: "\n"), class: "folded",
      members: cell.folded.map { looks.member($0, shown: false) })
    return named
  }

  /// The name in one line, or in several, in letters in which it is whole: broken after dashes rather than inside a word.
  private func texts(
    _ name: String, width: Double, plan: PortfolioPlan
  ) -> (lines: [String], size: Double, isWhole: Bool) {
    let sizes = [13, ChartSheet.text, ChartSheet.small]
      .filter { $0 <= (plan.lineHeight >= 40 ? 13 : plan.lineHeight >= 14 ? 10.5 : 9.5) }
    let dashed = name.map { "–-/".contains($0) ? "\($0) " : String($0) }.joined()
    for size in sizes {
      if TextMetrics.width(of: name, size: size) <= width { return ([name], size, true) }
      let limit = Int(plan.lineHeight / (size * 1.1))
      guard limit > 1 else { continue }
      for text in [name, dashed] {
        let lines = PictureText.lines(text, width: width, size: size, limit: limit)
        if Self.isWhole(lines, name) { return (lines, size, true) }
      }
    }
    let size = ChartSheet.small
    let limit = max(1, Int(plan.lineHeight / (size * 1.1)))
    let lines =
      limit > 1
      ? PictureText.lines(name, width: width, size: size, limit: limit)
      : [PictureText.shortened(name, to: width, size: size)]
    return (lines, size, false)
  }

  private static func isWhole(_ lines: [String], _ name: String) -> Bool {
    lines.joined().filter { !$0.isWhitespace } == name.filter { !$0.isWhitespace }
  }
}

extension ChartKind {
  /// Alliances as objects.
  package static let portfolio = ChartKind(rawValue: "portfolio")
}
