import EcosystemModel
import GraphvizKit
import Insights

/// One row of a timeline: the name, the bar, the marks, and a word where it ends soon.
struct TimelineRow {
  let entry: TimelineFindings.Entry
  /// The programs of an alliance that have no row.
  let folded: [TimelineFindings.Entry]
  /// Its number among the rows, from 0.
  let number: Int
  let middle: Double
  let height: Double

  static let indent = 10.0

  static func name(of entry: TimelineFindings.Entry, folded: [TimelineFindings.Entry]) -> String {
    entry.name + (folded.isEmpty ? "" : " (+ \(Phrase.count(folded.count, "program")))")
  }

  func draw(
    nameRoom: Double, axis: TimeAxis, looks: TimelineLooks, on sheet: inout ChartSheet
  ) {
    let left = entry.isAlliance ? 0 : Self.indent
    let name = Self.name(of: entry, folded: folded)
    let isBold = entry.endsSoon
    let text = PictureText.shortened(
      name, to: (nameRoom - left) / 1.03, size: ChartSheet.small, isBold: isBold)
    sheet.write(
      text, x: left, y: middle + 3.3, size: ChartSheet.small, isBold: isBold,
      colour: entry.isAlliance ? sheet.theme.text : sheet.theme.mutedText)
    let isShown = text == name
    let end = drawBar(nameRoom: nameRoom, isShown: isShown, axis: axis, looks: looks, on: &sheet)
    let last = drawMarks(axis: axis, looks: looks, on: &sheet)
    guard entry.endsSoon, let day = entry.end else { return }
    sheet.write(
      "▲ \(day)", x: max(end, last) + 6, y: middle + 3.3, size: ChartSheet.small, isBold: true,
      on: sheet.theme.background)
  }

  /// How high a bar is in a row of a height.
  static func thickness(isAlliance: Bool, height: Double) -> Double {
    min(height - 4, isAlliance ? 14 : 9)
  }

  /// Puts a bar from day to day into the figures.
  private func register(
    _ start: CalendarDate, _ end: CalendarDate, _ fill: Colour, _ border: Colour, key: String,
    on sheet: inout ChartSheet
  ) {
    guard
      let begin = sheet.bars?.series("from", fill: nil, format: "yyyy-mm-dd"),
      let length = sheet.bars?.series("duration in days", fill: fill, format: "General")
    else { return }
    let first = Double(start.dayNumber)
    sheet.bars?.put(first + TimelineBars.firstDay, in: begin, row: number)
    sheet.bars?.put(Double(end.dayNumber) - first, in: length, row: number)
    sheet.bars?.exceptions.append(
      .init(
        series: length, row: number, fill: fill, border: border, width: entry.endsSoon ? 1.8 : 0.8))
    sheet.bars?.boxes.insert(key)
  }

  /// Draws the bar, and returns where it ends.
  private func drawBar(
    nameRoom: Double, isShown: Bool, axis: TimeAxis, looks: TimelineLooks,
    on sheet: inout ChartSheet
  ) -> Double {
    let theme = sheet.theme
    let look = looks.look(of: entry)
    let thickness = Self.thickness(isAlliance: entry.isAlliance, height: height)
    let members =
      [looks.member(entry, shown: isShown)] + folded.map { looks.member($0, shown: false) }
    let edge = sheet.room.x
    @discardableResult
    func bar(_ from: Double, _ to: Double) -> String {
      sheet.box(
        entry.name,
        .init(
          x: from, y: middle - thickness / 2, width: max(to - from, 2), height: thickness),
        fill: look.fill, border: entry.endsSoon ? theme.text : look.border,
        width: entry.endsSoon ? 1.8 : 0.8,
        tooltip: looks.tooltip(of: entry), class: entry.isAlliance ? "alliance" : "program",
        members: members)
    }
    switch (entry.start, entry.end) {
    case (let start?, let end?):
      let key = bar(axis.x(start), axis.x(end))
      // Bars of programs are thinner, which one chart cannot show.
      if entry.isAlliance {
        register(
          start, end, look.fill, entry.endsSoon ? theme.text : look.border, key: key, on: &sheet)
      }
      return axis.x(end)
    case (let start?, nil):
      // The bar ends where its arrow begins.
      let from = axis.x(start)
      let tip = edge - 2
      bar(from, max(tip - 14, from + 2))
      sheet.rule(
        from: .init(x: max(tip - 14, from + 2), y: middle), to: .init(x: tip, y: middle),
        colour: look.border, width: 1.4, arrow: .forward)
      return tip
    case (nil, let end?):
      let to = axis.x(end)
      sheet.rule(
        from: .init(x: nameRoom + 4, y: middle), to: .init(x: to - 4, y: middle),
        colour: look.border, width: 1.4, stroke: .dotted)
      bar(to - 4, to)
      return to
    case (nil, nil):
      let days = entry.dates.map(axis.x)
      if let first = days.min(), let last = days.max() { bar(first, last) }
      return days.max() ?? nameRoom
    }
  }

  /// Draws what has a date, side by side where days are close, and returns where the last mark ends.
  private func drawMarks(
    axis: TimeAxis, looks: TimelineLooks, on sheet: inout ChartSheet
  ) -> Double {
    let size = min(height - 1, 13)
    var free = -Double.infinity
    for event in entry.events {
      let x = max(axis.x(event.date), free + size / 2)
      free = x + size / 2
      let fill = looks.markFill
      sheet.box(
        "\(event.name) of \(entry.name)",
        .init(x: x - size / 2, y: middle - size / 2, width: size, height: size), fill: fill,
        border: sheet.theme.text, width: 1, shape: .ellipse,
        lines: [
          sheet.label(looks.letters[event.name] ?? "", isBold: true, on: fill)
        ], tooltip: "\(entry.name)\n\(event.name) \(event.date)", class: "event")
    }
    return free
  }
}
