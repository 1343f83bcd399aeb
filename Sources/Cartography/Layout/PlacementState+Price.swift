import GraphvizKit

// What boxes and lines cost where they stand.
extension PlacementState {
  /// What is paid for, in points of line length.
  ///
  /// A line over a box is cheaper than a crossing, since it will be led around the box.
  private enum Price {
    static let crossing = 400.0
    static let overrun = 300.0
    static let length = 0.35
    static let cramped = 350.0
  }

  /// What is paid for the boxes that move and their lines, before the step.
  var priceBefore: Double {
    var price = 0.0
    for line in changed {
      price += length(line) + Price.crossing * meetings.crossings(of: line)
      price += Price.overrun * Double(meetings.overruns(of: line))
    }
    for box in moving { price += Price.overrun * Double(meetings.overruns(over: box)) }
    return price
  }

  /// What will be paid for the boxes that move and their lines; a price above the limit may be too low.
  mutating func price(upTo limit: Double) -> Double {
    var price = 0.0
    for line in changed { price += length(line) }
    for line in changed {
      if price > limit { return price }
      price += Price.crossing * meetings.nextCrossings(of: line)
      price += Price.overrun * Double(meetings.nextOverruns(of: line))
    }
    for box in moving {
      if price > limit { return price }
      price += Price.overrun * Double(meetings.nextOverruns(over: box))
    }
    return price
  }

  /// Takes the step, whose whole price was asked for.
  mutating func take() { meetings.take(lines: changed, boxes: moving) }

  /// What everything costs.
  var price: Double {
    var state = self
    state.moving = []
    state.markLines()
    return lines.indices.reduce(0) { sum, line in
      sum + length(line) + Price.crossing * state.meetings.crossings(of: line) / 2
        + Price.overrun * Double(state.meetings.overruns(of: line))
    }
  }

  /// What is paid for the length of a line, be it too long or too short for its label.
  private func length(_ line: Int) -> Double {
    let ends = meetings.collisions.lines[line]
    let (dx, dy) = (ends.bx - ends.ax, ends.by - ends.ay)
    return Price.length * (dx * dx + dy * dy).squareRoot() + cramped(line)
  }

  /// What is paid for a line that is too short for its label.
  private func cramped(_ line: Int) -> Double {
    guard line < wanted.count, wanted[line].x > 0 else { return 0 }
    let (from, to) = lines[line]
    let (dx, dy) = (places[to].x - places[from].x, places[to].y - places[from].y)
    let free = 2 * Self.clearance
    let across = (dx < 0 ? -dx : dx) - halves[from].x - halves[to].x + free
    let down = (dy < 0 ? -dy : dy) - halves[from].y - halves[to].y + free
    let share = max(across / wanted[line].x, down / wanted[line].y)
    return share >= 1 ? 0 : Price.cramped * (1 - max(share, 0))
  }
}
