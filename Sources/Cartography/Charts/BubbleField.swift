import EcosystemModel
import GraphvizKit
import Insights

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bubbles at places that mean something, and names beside them that touch neither each other nor another bubble.
struct BubbleField {
  typealias Rectangle = ChartSheet.Rectangle
  typealias Point = ChartSheet.Point

  /// One bubble.
  struct Bubble {
    let entry: PortfolioFindings.Entry
    var x: Double
    var y: Double
    let diameter: Double
    /// How far it may be moved to both sides without saying something else.
    let freedom: Point
    /// The place on a scale that it was moved off, where it no longer covers it.
    var place: Point?

    var frame: Rectangle {
      .init(x: x - diameter / 2, y: y - diameter / 2, width: diameter, height: diameter)
    }
  }

  /// The name of a bubble.
  struct Label {
    var lines: [String]
    var frame: Rectangle
    /// A line from the bubble to a name that does not stand at it.
    var leader: (from: Point, to: Point)?
    /// Whether it is the whole name.
    var isWhole: Bool
  }

  let frame: Rectangle
  /// The largest first, so that smaller ones are drawn upon them.
  private(set) var bubbles: [Bubble]
  /// How many were moved off the place of another.
  private(set) var movedCount = 0

  static let lineHeight = 10.6

  init(frame: Rectangle, bubbles: [Bubble]) {
    self.frame = frame
    self.bubbles = bubbles.enumerated().sorted {
      (-$0.element.diameter, $0.offset) < (-$1.element.diameter, $1.offset)
    }.map(\.element)
  }

  /// Moves bubbles that lie on others aside, as far as their places leave them free; on scales those at one place fan out around it.
  mutating func part() {
    for place in bubbles.indices.dropFirst() {
      let others = bubbles[..<place]
      let bubble = bubbles[place]
      let offsets = Self.offsets(of: bubble)
      let best =
        offsets.enumerated().min { left, right in
          let overlaps = [left, right].map { trial in
            Self.overlap(of: bubble, movedBy: trial.element, with: others, in: frame)
          }
          return (overlaps[0], left.offset) < (overlaps[1], right.offset)
        }?.element ?? Point(x: 0, y: 0)
      guard best.x != 0 || best.y != 0 else { continue }
      let isOff =
        max(abs(best.x) - bubble.freedom.x, abs(best.y) - bubble.freedom.y) > bubble.diameter * 0.45
      bubbles[place].place = isOff ? Point(x: bubble.x, y: bubble.y) : nil
      bubbles[place].x += best.x
      bubbles[place].y += best.y
      movedCount += 1
    }
  }

  /// Where a bubble may stand, the nearest first.
  private static func offsets(of bubble: Bubble) -> [Point] {
    let step = max(bubble.diameter * 1.04, 4)
    let reach = Point(
      x: max(bubble.freedom.x - bubble.diameter / 2, bubble.diameter * 0.45),
      y: max(bubble.freedom.y - bubble.diameter / 2, bubble.diameter * 0.45))
    let counts = (x: min(Int(reach.x / step), 16), y: min(Int(reach.y / step), 16))
    var offsets: [Point] = []
    for column in -counts.x...counts.x {
      for row in -counts.y...counts.y {
        offsets.append(.init(x: Double(column) * step, y: Double(row) * step))
      }
    }
    // Where there is no room beside others, they may overlap by half.
    for half in [-1.5, -0.5, 0.5, 1.5] {
      if abs(half) * step <= reach.x { offsets.append(.init(x: half * step, y: 0)) }
      if abs(half) * step <= reach.y { offsets.append(.init(x: 0, y: half * step)) }
    }
    if counts.x == 0, counts.y == 0 {
      // Around its place: by less than its own width it still covers that, farther away a line leads there.
      for share in [0.45, 1.05, 1.6, 2.1] {
        for direction in 0..<12 {
          let angle = Double(direction) * Double.pi / 6
          offsets.append(
            .init(
              x: cos(angle) * share * bubble.diameter, y: sin(angle) * share * bubble.diameter))
        }
      }
    }
    return offsets.enumerated().sorted { left, right in
      let far = [left, right].map { $0.element.x * $0.element.x + $0.element.y * $0.element.y }
      return ((far[0] * 100).rounded(), left.offset) < ((far[1] * 100).rounded(), right.offset)
    }.map(\.element)
  }

  /// How much of it others cover: the sum of the shares of their widths.
  private static func overlap(
    of bubble: Bubble, movedBy offset: Point, with others: ArraySlice<Bubble>, in frame: Rectangle
  ) -> Double {
    let (x, y) = (bubble.x + offset.x, bubble.y + offset.y)
    let radius = bubble.diameter / 2
    var sum = 0.0
    if x - radius < frame.x || x + radius > frame.x + frame.width || y - radius < frame.y
      || y + radius > frame.y + frame.height
    {
      sum += 1
    }
    for other in others {
      let gap = hypot(other.x - x, other.y - y) - (other.diameter + bubble.diameter) / 2
      // What hardly more than touches is seen well enough.
      if gap < -0.1 * bubble.diameter { sum += -gap / bubble.diameter }
    }
    return (sum * 20).rounded()
  }

  /// The names that have room, those of the largest bubbles first.
  func labels(_ text: (PortfolioFindings.Entry) -> String) -> [Alliance.ID: Label] {
    var labels: [Alliance.ID: Label] = [:]
    var taken: [Rectangle] = []
    let circles = bubbles.map(\.frame)
    var rest: [Bubble] = []
    for bubble in bubbles {
      let lines = Self.lines(of: text(bubble.entry))
      guard let label = place(lines, at: bubble, taken, circles, isFar: false) else {
        rest.append(bubble)
        continue
      }
      labels[bubble.entry.alliance] = label
      taken.append(label.frame)
    }
    for bubble in rest {
      let lines = Self.lines(of: text(bubble.entry))
      guard let label = place(lines, at: bubble, taken, circles, isFar: true) else { continue }
      labels[bubble.entry.alliance] = label
      taken.append(label.frame)
      if let leader = label.leader { taken.append(Self.room(of: leader)) }
    }
    return labels
  }

  private static let longest = 130.0

  /// The name in one line, or in up to three where it is long.
  private static func lines(of name: String) -> (lines: [String], isWhole: Bool) {
    let lines = PictureText.lines(name, width: longest, size: ChartSheet.small, limit: 3)
    return (lines, lines.joined(separator: " ") == name)
  }

  private func place(
    _ text: (lines: [String], isWhole: Bool), at bubble: Bubble, _ taken: [Rectangle],
    _ circles: [Rectangle], isFar: Bool
  ) -> Label? {
    let width =
      (text.lines.map { TextMetrics.width(of: $0, size: ChartSheet.small) }.max() ?? 0) * 1.03
    let height = ChartSheet.small * 1.15 + Double(text.lines.count - 1) * Self.lineHeight
    let distances = isFar ? [10.0, 18, 28, 40, 55] : [2.0]
    for distance in distances {
      let reach = bubble.diameter / 2 + distance
      for direction in 0..<(isFar ? 16 : 8) {
        let label = frame(
          width, height, at: bubble, reach: reach, direction: direction * (isFar ? 1 : 2))
        guard isInside(label), !taken.contains(where: { $0.inset(by: -1).intersects(label) }),
          !circles.contains(where: { $0.inset(by: 0.5).intersects(label) })
        else { continue }
        let leader = isFar ? Self.leader(from: bubble, to: label) : nil
        if let leader {
          let way = Self.room(of: leader)
          guard !taken.contains(where: { $0.intersects(way) }) else { continue }
        }
        return Label(
          lines: text.lines, frame: label, leader: leader,
          isWhole: text.isWhole)
      }
    }
    return nil
  }

  /// To the right first, then to the left, above, below and between.
  private static let order = [0, 8, 12, 4, 14, 2, 10, 6, 15, 1, 9, 7, 13, 3, 11, 5]

  private func frame(
    _ width: Double, _ height: Double, at bubble: Bubble, reach: Double, direction: Int
  ) -> Rectangle {
    let place = direction % 2 == 0 ? direction / 2 : 8 + direction / 2
    let angle = Double(Self.order[place]) / 8 * Double.pi
    let (side, rise) = (cos(angle), sin(angle))
    let anchor = Point(x: bubble.x + side * reach, y: bubble.y + rise * reach)
    // The name begins, ends or has its middle where the direction leads.
    let x = anchor.x - width * (1 - side) / 2
    let y = anchor.y - height * (1 - rise) / 2
    return .init(x: x, y: y, width: width, height: height)
  }

  private func isInside(_ label: Rectangle) -> Bool {
    label.x >= frame.x + 1 && label.y >= frame.y + 1
      && label.x + label.width <= frame.x + frame.width - 1
      && label.y + label.height <= frame.y + frame.height - 1
  }

  /// From the rim of a bubble to the nearest point of a name.
  private static func leader(from bubble: Bubble, to label: Rectangle) -> (from: Point, to: Point) {
    let end = Point(
      x: min(max(bubble.x, label.x), label.x + label.width),
      y: min(max(bubble.y, label.y), label.y + label.height))
    let length = max(hypot(end.x - bubble.x, end.y - bubble.y), 1e-9)
    let share = bubble.diameter / 2 / length
    return (
      Point(
        x: bubble.x + (end.x - bubble.x) * share, y: bubble.y + (end.y - bubble.y) * share), end
    )
  }

  private static func room(of leader: (from: Point, to: Point)) -> Rectangle {
    .init(
      x: min(leader.from.x, leader.to.x), y: min(leader.from.y, leader.to.y),
      width: abs(leader.to.x - leader.from.x), height: abs(leader.to.y - leader.from.y))
  }
}
