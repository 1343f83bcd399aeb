import GraphvizKit

/// Where lines leave their boxes: those that go nearly the same way, side by side rather than on top of each other.
struct LinePorts {
  typealias Point = LaidOutDiagram.Point

  /// How far apart two such lines begin.
  private static let apart = 5.0

  private let boxes: [LaidOutDiagram.Rectangle]
  private let shapes: [Diagram.Shape]
  private let lines: [LineRouting.Line]
  private let paths: [[Point]]
  /// By how much each end is moved, those of starts first.
  private var shifts: [Point]

  /// An end of a line, as its box sees it.
  private struct End {
    var line: Int
    var isStart: Bool
    var angle: Double
    /// From the middle of the box to where the line can be seen.
    var hidden: Double
  }

  /// Looks for lines that leave a box nearly the same way; paths lead from the middle of a box to that of another.
  ///
  /// - Complexity: O(*e*·log *e*) for *e* lines.
  init(
    boxes: [LaidOutDiagram.Rectangle], shapes: [Diagram.Shape], lines: [LineRouting.Line],
    paths: [[Point]]
  ) {
    (self.boxes, self.shapes, self.lines, self.paths) = (boxes, shapes, lines, paths)
    shifts = [Point](repeating: .init(x: 0, y: 0), count: 2 * lines.count)
    var ends = [[End]](repeating: [], count: boxes.count)
    for (number, path) in paths.enumerated() where path.count > 1 {
      for (box, isStart, next) in [
        (lines[number].from, true, path[1]), (lines[number].to, false, path[path.count - 2]),
      ] {
        let middle = boxes[box].middle
        let exit = Outline(boxes[box], shapes[box]).exit(towards: next)
        let direction = Segment(from: middle, to: next)
        ends[box].append(
          End(
            line: number, isStart: isStart, angle: direction.angle,
            hidden: Segment(from: middle, to: exit).length))
      }
    }
    for box in boxes.indices { part(ends[box], at: box) }
  }

  private mutating func part(_ ends: [End], at box: Int) {
    let ranked = ends.sorted { ($0.angle, $0.line) < ($1.angle, $1.line) }
    var groups: [[End]] = []
    for end in ranked {
      let isNear = groups.last?.last.map { last in
        (end.angle - last.angle) * (end.hidden + Segment.together) < Segment.near
      }
      if isNear ?? false {
        groups[groups.count - 1].append(end)
      } else {
        groups.append([end])
      }
    }
    let half = boxes[box].half(grownBy: 0)
    for group in groups where group.count > 1 {
      let step = min(Self.apart, 1.4 * min(half.x, half.y) / Double(group.count))
      for (rank, end) in group.enumerated() {
        let by = (Double(rank) - Double(group.count - 1) / 2) * step
        let way = Segment.direction(end.angle)
        shifts[2 * end.line + (end.isStart ? 0 : 1)] = Point(x: -way.y * by, y: way.x * by)
      }
    }
  }

  /// The corners of a line from outline to outline; the plain ones where moved ones are in the way of others.
  func corners(of line: Int, isFree: ([Point]) -> Bool) -> [Point] {
    let (from, to) = (lines[line].from, lines[line].to)
    var path = paths[line]
    let plain = path
    path[0] = path[0].moved(by: shifts[2 * line])
    path[path.count - 1] = path[path.count - 1].moved(by: shifts[2 * line + 1])
    if path != plain, !isFree(path) { path = plain }
    let start = Outline(boxes[from], shapes[from]).exit(from: path[0], towards: path[1])
    let end = Outline(boxes[to], shapes[to]).exit(
      from: path[path.count - 1], towards: path[path.count - 2])
    return [start] + path[1..<(path.count - 1)] + [end]
  }
}

extension Segment {
  /// A number that grows with the angle of its direction, 0 to 4, in steps that are nearly those of the angle in quarters of a turn.
  fileprivate var angle: Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let sum = abs(dx) + abs(dy)
    guard sum > 0 else { return 0 }
    return dy >= 0 ? (dx >= 0 ? dy / sum : 1 - dx / sum) : (dx < 0 ? 2 - dy / sum : 3 + dx / sum)
  }

  /// The direction of such a number, of length 1.
  fileprivate static func direction(_ angle: Double) -> Point {
    let (quarter, part) = (Int(angle) % 4, angle - angle.rounded(.down))
    let (x, y) = [
      (1 - part, part), (-part, 1 - part), (part - 1, -part), (part, part - 1),
    ][quarter]
    let length = (x * x + y * y).squareRoot()
    return Point(x: x / length, y: y / length)
  }
}

extension Outline {
  /// Where a straight line from a point inside to one outside leaves the box.
  func exit(from start: Point, towards end: Point) -> Point {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<30 {
      let share = (low + high) / 2
      let point = Point(
        x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
      if contains(point) { low = share } else { high = share }
    }
    return Point(x: start.x + (end.x - start.x) * low, y: start.y + (end.y - start.y) * low)
  }
}
