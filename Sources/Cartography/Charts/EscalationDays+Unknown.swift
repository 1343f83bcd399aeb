import EcosystemModel
import GraphvizKit
import Insights

// Ways up of which nobody knows how long they take.
extension EscalationDays {
  private static let (height, gap, pitch) = (22.0, 8.0, 30.0)

  /// The committees of each way as boxes that follow each other, line by line, in place of bars without a length.
  func withoutDays(_ groups: [EscalationGroup]) -> LaidOutDiagram {
    let count = Phrase.count(findings.paths.count, "way up", "ways up")
    let title = "\(count) to a decision, whose days nobody knows"
    var sheet = ChartSheet(Self.kind, title: title, legend: [], context: context)
    var top = 0.0
    var shown = 0
    var rows = 0
    for group in groups {
      let next = draw(group, top: top, on: &sheet)
      (top, shown, rows) = (next + 14, shown + group.starts.count, rows + 1)
      guard top + Self.pitch * 2 < sheet.room.y else { break }
    }
    let missing = "days are known where the committees state a cadence, or the days a matter takes"
    return sheet.finished(
      Self.name, footer: context.footer(footer(shown, rows: rows) + [missing], of: findings),
      summary: title + ". " + findings.summary.joined(separator: " "))
  }

  /// Draws a way and returns where it ends.
  private func draw(
    _ group: EscalationGroup, top: Double, on sheet: inout ChartSheet
  ) -> Double {
    let theme = sheet.theme
    let steps = group.path.steps
    let start = steps.first?.name ?? ""
    let first = group.starts.count == 1 ? start : "Each of \(group.starts.count) committees"
    sheet.write(
      PictureText.clipped(
        ([first] + steps.dropFirst().map(\.name)).joined(separator: "  →  ")
          + (group.path.end == .cycle ? "  →  ▲ in a circle" : ""),
        to: sheet.room.x, size: ChartSheet.text, isBold: true),
      x: 0, y: top + 12, isBold: true)
    guard group.starts.count > 1 else { return top + 18 }
    var (x, y) = (0.0, top + 22)
    for name in group.starts {
      let text = PictureText.clipped(name, to: sheet.room.x - 16, size: ChartSheet.text)
      let width = TextMetrics.width(of: text, size: ChartSheet.text) + 16
      if x > 0, x + width > sheet.room.x { (x, y) = (0, y + Self.pitch) }
      sheet.box(
        name, .init(x: x, y: y, width: width, height: Self.height), fill: theme.fill,
        border: theme.border, shape: .roundedRectangle,
        lines: [sheet.label(text, size: ChartSheet.text, on: theme.fill)],
        tooltip: "\(name)\ndays unknown", class: "committee")
      x += width + Self.gap
    }
    return y + Self.height
  }
}
