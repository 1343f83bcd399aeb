/// Ways from one end to another, one below the other: boxes joined by arrows that say what passes and who answers for it.
struct WayRows {
  /// One arrow and the box it leads to.
  struct Step {
    var to: String
    /// What passes, above the arrow.
    var above: String
    /// Who answers for it and how long it takes, below the arrow.
    var below: String
    /// Whether something is missing, such as an owner.
    var isFaulty: Bool
    var tooltip: String
  }

  /// One way.
  struct Way {
    /// Said above it, such as `1: 3 handoffs, 48 h`.
    var title: String
    var from: String
    var steps: [Step]
  }

  let ways: [Way]

  private static let lineHeight = 56.0
  private static let titleHeight = 17.0
  /// More boxes than this do not fit beside each other.
  private static let mostBoxes = 7

  /// Draws as many ways as there is room for, and returns how many these are.
  func draw(on sheet: inout ChartSheet) -> Int {
    let boxes = min(Self.mostBoxes, (ways.map(\.steps.count).max() ?? 1) + 1)
    let unit = min(sheet.room.x / (Double(boxes) - 0.45), 320)
    var top = 0.0
    var shown = 0
    for way in ways {
      let lines = Self.lines(of: way, boxes: boxes)
      let height = Self.titleHeight + Self.lineHeight * Double(lines.count) + 4
      guard top + height <= sheet.room.y || shown == 0 else { break }
      sheet.write(way.title, x: 0, y: top + 11, isBold: true)
      for (row, line) in lines.enumerated() {
        draw(
          line, from: row == 0 ? way.from : lines[row - 1].last?.to ?? way.from,
          isContinued: row > 0,
          top: top + Self.titleHeight + Self.lineHeight * Double(row), unit: unit, on: &sheet)
      }
      top += height
      shown += 1
    }
    return shown
  }

  /// The steps in lines of so many boxes; a line begins with the box at which the one before ended.
  private static func lines(of way: Way, boxes: Int) -> [[Step]] {
    stride(from: 0, to: max(way.steps.count, 1), by: boxes - 1).map { start in
      Array(way.steps[start..<min(start + boxes - 1, way.steps.count)])
    }
  }

  private func draw(
    _ steps: [Step], from: String, isContinued: Bool, top: Double, unit: Double,
    on sheet: inout ChartSheet
  ) {
    let boxWidth = unit * 0.55
    let middle = top + Self.lineHeight / 2
    var previous = box(
      (isContinued ? "… " : "") + from, x: 0, middle: middle, width: boxWidth,
      isEnd: !isContinued, on: &sheet)
    for (place, step) in steps.enumerated() {
      let x = unit * Double(place + 1)
      let key = box(step.to, x: x, middle: middle, width: boxWidth, isEnd: false, on: &sheet)
      let (start, end) = (x - unit + boxWidth, x)
      sheet.line(
        from: previous, to: key,
        over: [.init(x: start, y: middle), .init(x: end, y: middle)],
        colour: step.isFaulty ? sheet.theme.warning : sheet.theme.line, width: 1.6,
        stroke: step.isFaulty ? .dashed : .solid, arrow: .forward, tooltip: step.tooltip,
        class: step.isFaulty ? "ownerless" : "step")
      label(step, from: start, to: end, middle: middle, on: &sheet)
      previous = key
    }
  }

  private func label(
    _ step: Step, from start: Double, to end: Double, middle: Double, on sheet: inout ChartSheet
  ) {
    let size = ChartSheet.small
    let above = ChartText.lines(step.above, width: end - start - 6, size: size, limit: 2)
    for (row, line) in above.reversed().enumerated() {
      sheet.write(
        line, x: (start + end) / 2, y: middle - 5 - 11 * Double(row), size: size, .middle)
    }
    let below = ChartText.lines(step.below, width: end - start - 6, size: size, limit: 2)
    for (row, line) in below.enumerated() {
      sheet.write(
        line, x: (start + end) / 2, y: middle + 12 + 11 * Double(row), size: size,
        isBold: step.isFaulty && row == 0,
        colour: step.isFaulty ? sheet.theme.warning : sheet.theme.mutedText, .middle)
    }
  }

  private func box(
    _ name: String, x: Double, middle: Double, width: Double, isEnd: Bool,
    on sheet: inout ChartSheet
  ) -> String {
    let theme = sheet.theme
    let fill = isEnd ? theme.tinted(theme.category(0)) : theme.fill
    let lines = ChartText.lines(name, width: width - 8, size: ChartSheet.small, limit: 3)
    let height = max(24, 12 * Double(lines.count) + 8)
    return sheet.box(
      name, .init(x: x, y: middle - height / 2, width: width, height: height), fill: fill,
      border: theme.border, shape: .roundedRectangle,
      lines: lines.map { sheet.label($0, on: fill) }, tooltip: name, class: "party")
  }
}
