import GraphvizKit

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
    /// Whether the data has it the other way round, so that the arrow points back.
    var pointsBack = false
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

  /// What the arrows mean, as far as there are any of their kind.
  static func legend(
    _ ways: [Way], title: String, sound: String, faulty: String, _ theme: Theme
  ) -> [LegendSection] {
    let steps = ways.flatMap(\.steps)
    func entry(_ isFaulty: Bool, _ text: String) -> [LegendSection.Entry] {
      guard steps.contains(where: { $0.isFaulty == isFaulty }) else { return [] }
      return [
        .init(
          sample: .line(
            width: 1.6, colour: isFaulty ? theme.warning : theme.line,
            stroke: isFaulty ? .dashed : .solid, arrow: .forward), text: text)
      ]
    }
    return [LegendSection(title: title, entries: entry(false, sound) + entry(true, faulty))]
  }

  private static let titleHeight = 16.0
  /// More boxes than this do not fit beside each other.
  private static let mostBoxes = 7

  /// Draws as many ways as there is room for, and returns how many these are.
  func draw(on sheet: inout ChartSheet) -> Int {
    let boxes = boxCount(in: sheet.room.x)
    let widest = Self.unit(of: boxes, in: sheet.room.x)
    // Where the ways leave much of the slide empty, everything is drawn closer together: the sheet then grows.
    let spare = sheet.room.y / max(height(boxes: boxes, unit: widest), 1)
    let closer = max(min(widest, 170), widest / min(max(spare, 1), 1.25))
    // Drawn closer together, texts may need more lines.
    let unit = height(boxes: boxes, unit: closer) <= sheet.room.y ? closer : widest
    var top = 0.0
    var shown = 0
    for way in ways {
      let lines = Self.lines(of: way, boxes: boxes)
      let heights = lines.map { Self.height(of: $0, from: way.from, unit: unit) }
      let height = Self.titleHeight + heights.reduce(0, +) + 4
      guard top + height <= sheet.room.y || shown == 0 else { break }
      sheet.write(
        PictureText.clipped(way.title, to: sheet.room.x, size: ChartSheet.text, isBold: true), x: 0,
        y: top + 11, isBold: true)
      var lineTop = top + Self.titleHeight
      for (row, line) in lines.enumerated() {
        draw(
          line, from: row == 0 ? way.from : lines[row - 1].last?.to ?? way.from,
          isContinued: row > 0, middle: lineTop + Self.middle(of: line, unit: unit), unit: unit,
          on: &sheet)
        lineTop += heights[row]
      }
      top += height
      shown += 1
    }
    return shown
  }

  /// From the middle of a box to that of the next, where so many stand beside each other.
  private static func unit(of boxes: Int, in width: Double) -> Double {
    min(width / (Double(boxes) - 0.45), 320)
  }

  /// How many boxes stand beside each other: all of a way if they fit and no word of a name must be broken.
  private func boxCount(in width: Double) -> Int {
    let names = ways.flatMap { [$0.from] + $0.steps.map(\.to) }
    let longest =
      names.flatMap { $0.split(whereSeparator: \.isWhitespace) }
      .map { TextMetrics.width(of: $0, size: ChartSheet.small) }.max() ?? 0
    var boxes = min(Self.mostBoxes, (ways.map(\.steps.count).max() ?? 1) + 1)
    while boxes > 4, longest > Self.unit(of: boxes, in: width) * 0.55 - 8 { boxes -= 1 }
    return boxes
  }

  /// The height of all ways.
  private func height(boxes: Int, unit: Double) -> Double {
    ways.reduce(0) { sum, way in
      sum + Self.titleHeight + 4
        + Self.lines(of: way, boxes: boxes).reduce(0) {
          $0 + Self.height(of: $1, from: way.from, unit: unit)
        }
    }
  }

  private static func height(of line: [Step], from: String, unit: Double) -> Double {
    let below = line.map { texts($0.below, unit).count }.max() ?? 0
    return middle(of: line, unit: unit) + max(22, 8 + 11 * Double(below))
  }

  /// The place of the arrows below the top of a line.
  private static func middle(of line: [Step], unit: Double) -> Double {
    let above = line.map { texts($0.above, unit).count }.max() ?? 0
    return max(22, 8 + 11 * Double(above))
  }

  /// A text at an arrow, in lines.
  private static func texts(_ text: String, _ unit: Double) -> [String] {
    let width = unit * 0.45 - 6
    // Numbers of cases and the like are shortened, not broken.
    let words = text.split(separator: " ").map {
      PictureText.clipped(String($0), to: width, size: ChartSheet.small)
    }
    return PictureText.lines(
      words.joined(separator: " "), width: width, size: ChartSheet.small, limit: 3)
  }

  /// The steps in lines of so many boxes; a line begins with the box at which the one before ended.
  private static func lines(of way: Way, boxes: Int) -> [[Step]] {
    stride(from: 0, to: max(way.steps.count, 1), by: boxes - 1).map { start in
      Array(way.steps[start..<min(start + boxes - 1, way.steps.count)])
    }
  }

  private func draw(
    _ steps: [Step], from: String, isContinued: Bool, middle: Double, unit: Double,
    on sheet: inout ChartSheet
  ) {
    let boxWidth = unit * 0.55
    var previous = box(
      (isContinued ? "… " : "") + from, x: 0, middle: middle, width: boxWidth,
      isEnd: !isContinued, on: &sheet)
    for (place, step) in steps.enumerated() {
      let x = unit * Double(place + 1)
      let key = box(step.to, x: x, middle: middle, width: boxWidth, isEnd: false, on: &sheet)
      let (start, end) = (x - unit + boxWidth, x)
      let ends = [start, end].map { LaidOutDiagram.Point(x: $0, y: middle) }
      sheet.line(
        from: step.pointsBack ? key : previous, to: step.pointsBack ? previous : key,
        over: step.pointsBack ? ends.reversed() : ends,
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
    let unit = (end - start) / 0.45
    let above = Self.texts(step.above, unit)
    for (row, line) in above.reversed().enumerated() {
      sheet.write(
        line, x: (start + end) / 2, y: middle - 5 - 11 * Double(row), size: size, .middle)
    }
    let below = Self.texts(step.below, unit)
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
    let fill = isEnd ? theme.shade(0.3) : theme.fill
    let lines = PictureText.lines(name, width: width - 8, size: ChartSheet.small, limit: 3)
    let height = max(24, 12 * Double(lines.count) + 8)
    return sheet.box(
      name, .init(x: x, y: middle - height / 2, width: width, height: height), fill: fill,
      border: theme.border, shape: .roundedRectangle,
      lines: lines.map { sheet.label($0, on: fill) }, tooltip: name, class: "party")
  }
}
