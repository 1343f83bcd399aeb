import EcosystemModel
import GraphvizKit
import Insights

/// Days and hours on two days beside each other, and how the change in days hangs on the figure that matters most.
struct TaxBeforeAfter: Chart {
  static let kind = TaxBars.kind
  static let name = "bars"
  static let meaning =
    "days and person-hours on two days, and the figure on which the change hangs"

  let findings: TaxComparison
  let figures: [TaxComparison.Figure]
  let context: PictureContext

  init?(_ answer: TaxComparison, context: PictureContext) {
    figures = answer.figures.filter { $0.before != nil || $0.after != nil }
    guard !figures.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
  }

  private static let rowHeight = 58.0
  private static let curveHeight = 150.0

  func laidOut() -> LaidOutDiagram {
    var sheet = ChartSheet(
      Self.kind, title: title, legend: twoDays.legend("Day", context.theme), context: context,
      preference: .wide(640))
    let height = min(
      Self.rowHeight,
      (sheet.room.y - (curve.isEmpty ? 0 : Self.curveHeight)) / Double(figures.count))
    for (row, figure) in figures.enumerated() {
      draw(figure, top: Double(row) * height, on: &sheet)
    }
    drawCurve(top: Double(figures.count) * height + 14, on: &sheet)
    return sheet.finished(
      "before and after",
      footer: context.footer(
        [
          "each figure on a scale of its own",
          "days and hours for a decision: averages over the ways that can be compared",
        ], of: findings), summary: "\(title). \(findings.summary.joined(separator: " "))")
  }

  private var title: String {
    let told = [findings.figures.first, findings.figures.dropFirst(2).first].compactMap { $0 }
    let changes = told.compactMap { figure -> String? in
      guard let old = figure.before, let new = figure.after else { return nil }
      return "\(figure.name) \(NumberText.change(from: old, to: new))"
    }
    return changes.isEmpty ? findings.title : changes.joined(separator: ", ").sentenceStart
  }

  private func draw(
    _ figure: TaxComparison.Figure, top: Double, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let unit = figure.name.hasPrefix("days") ? "d" : "h"
    let most = max(figure.before ?? 0, figure.after ?? 0, 1e-9)
    let scale = (sheet.room.x - 170) / most
    sheet.write(figure.name.sentenceStart, x: 2, y: top + 11)
    for (place, value) in [figure.before, figure.after].enumerated() {
      let y = top + 16 + 17 * Double(place)
      let date = place == 0 ? findings.first : findings.second
      guard let value else {
        sheet.write(
          "\(date): unknown", x: 4, y: y + 11, size: ChartSheet.small, colour: theme.mutedText)
        continue
      }
      let change =
        place == 1
        ? figure.before.map { ", \(NumberText.change(from: $0, to: value))" } ?? "" : ""
      twoDays.draw(
        place, key: "\(figure.name) \(place == 0 ? "before" : "after")", y: y,
        width: max(value * scale, 1), figure: "\(PictureText.number(value)) \(unit)\(change)",
        tooltip: "\(figure.name) on \(date): \(PictureText.number(value)) \(unit)", on: &sheet)
    }
  }

  /// The change in days for each value of the figure on which it hangs most; none if it hangs on nothing.
  private var curve: [(text: String, change: Double)] {
    guard let pivot = findings.escalation.pivot, let after = findings.figures.first?.after,
      pivot.curve.count > 1
    else { return [] }
    return pivot.curve.filter { $0.average > 0 }.map { ($0.text, after / $0.average - 1) }
  }

  private func drawCurve(top: Double, on sheet: inout ChartSheet) {
    let points = curve
    guard let pivot = findings.escalation.pivot, points.count > 1 else { return }
    let theme = sheet.theme
    let kind = pivot.isBeforeIllustrative ? ", a figure that no source states" : ""
    sheet.write(
      PictureText.clipped(
        "The change in days, had the \(pivot.figure.rawValue) of \(pivot.committee) been another on \(findings.first)\(kind)",
        to: sheet.room.x - 4, size: ChartSheet.text, isBold: true), x: 2, y: top + 10, isBold: true)
    let changes = points.map(\.change) + [0]
    let (low, high) = (changes.min() ?? -1, changes.max() ?? 0)
    let plot = ChartSheet.Rectangle(
      x: 30, y: top + 36, width: sheet.room.x - 90, height: Self.curveHeight - 76)
    func y(_ change: Double) -> Double {
      plot.y + (high - change) / max(high - low, 1e-9) * plot.height
    }
    sheet.rule(from: .init(x: plot.x, y: y(0)), to: .init(x: plot.x + plot.width, y: y(0)))
    sheet.write(
      "0 %", x: plot.x - 6, y: y(0) + 3.5, size: ChartSheet.small, colour: theme.mutedText, .end)
    let step = plot.width / Double(points.count - 1)
    let spots = points.enumerated().map { place, point in
      ChartSheet.Point(x: plot.x + step * Double(place), y: y(point.change))
    }
    let keys = zip(points, spots).map { point, spot in
      sheet.box(
        "change at \(point.text)", .init(x: spot.x - 3.5, y: spot.y - 3.5, width: 7, height: 7),
        fill: theme.ink, shape: .ellipse,
        tooltip: "\(Self.change(point.change)) in days at \(point.text)", class: "outcome")
    }
    for place in spots.indices.dropFirst() {
      sheet.line(
        from: keys[place - 1], to: keys[place], over: [spots[place - 1], spots[place]],
        colour: theme.ink, width: 1.8,
        tooltip: "\(points[place - 1].text) to \(points[place].text)", class: "span")
    }
    for (place, (point, spot)) in zip(points, spots).enumerated() {
      let isEnd = place == 0 || place == points.count - 1
      sheet.write(
        Self.change(point.change), x: spot.x, y: spot.y - 8, size: ChartSheet.small, isBold: isEnd,
        on: theme.background, .middle)
      sheet.write(
        point.text, x: spot.x, y: plot.y + plot.height + 22, size: ChartSheet.small,
        colour: theme.mutedText, .middle)
    }
  }

  private static func change(_ share: Double) -> String {
    "\(share > 0 ? "+" : share < 0 ? "−" : "")\(PictureText.percent(abs(share)))"
  }

  private var twoDays: TwoDays { TwoDays(findings.first, findings.second) }
}
