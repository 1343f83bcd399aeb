import GraphvizKit

/// The lines from what stands above a landscape to the chips that it is linked to: through the room between frames and chips.
///
/// Down beside the frames, along above their row, down beside the frame and in above the chip. What several lines have in common is
/// drawn once.
struct LandscapeLines {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// The room left of all frames for the way down.
  static let margin = 10.0
  /// The room between the centre and the frames.
  static let channel = 14.0
  /// How far from a frame lines run beside it and above its row.
  private static let aside = LandscapePacking.Room.between / 2
  /// How far above a chip lines run.
  private static let above = LandscapePacking.Room.gap / 2
  private static let bend = 4.0

  /// A chip that a line leads to.
  struct Target {
    var chip: Rectangle
    var frame: Rectangle
    /// The upper edge of the row that the frame stands in.
    var rowTop: Double
    /// Whether it is the first row, which the way from the centre runs along.
    var isFirstRow: Bool
  }

  let centre: Rectangle
  /// Where the frames begin, from above and from the left.
  let top: Double
  let left: Double

  /// The curves from the centre to each target.
  func lines(to targets: [Target]) -> [LaidOutDiagram.Curve] {
    let paths = targets.map(corners)
    var lines = paths.map { RoundedPath($0, reach: Self.bend).curve(hasArrow: false) }
    var drawn: [Segment] = []
    let order = paths.indices.sorted {
      (paths[$0].count, targets[$0].chip.y, targets[$0].chip.x)
        < (paths[$1].count, targets[$1].chip.y, targets[$1].chip.x)
    }
    for number in order {
      let own = rest(of: paths[number], behind: drawn)
      lines[number] = RoundedPath(own, reach: Self.bend).curve(hasArrow: false)
      drawn += zip(own, own.dropFirst()).map { Segment(from: $0, to: $1) }
    }
    return lines
  }

  private func corners(to target: Target) -> [Point] {
    let start = Point(x: centre.middle.x, y: centre.y + centre.height)
    let across = top - Self.channel / 2
    let beside = target.frame.x - Self.aside
    let row = target.isFirstRow ? across : target.rowTop - Self.aside
    let inside = target.chip.y - Self.above
    let end = Point(x: target.chip.middle.x, y: target.chip.y)
    let down = target.isFirstRow ? beside : left - Self.aside
    let points = [
      start, Point(x: start.x, y: across), Point(x: down, y: across), Point(x: down, y: row),
      Point(x: beside, y: row), Point(x: beside, y: inside), Point(x: end.x, y: inside), end,
    ]
    return points.reduce(into: []) { path, point in
      if path.last.map({ abs($0.x - point.x) + abs($0.y - point.y) > 0.01 }) ?? true {
        path.append(point)
      }
    }
  }

  /// What of a path no other has drawn.
  private func rest(of path: [Point], behind drawn: [Segment]) -> [Point] {
    guard !drawn.isEmpty else { return path }
    for (number, end) in path.enumerated().dropFirst() {
      let start = path[number - 1]
      // As far along this part as others lead.
      var reached = start
      var isFurther = true
      while isFurther {
        isFurther = false
        for segment in drawn where segment.holds(reached) {
          for tip in [segment.start, segment.end]
          where Segment(from: reached, to: end).holds(tip)
            && Segment(from: reached, to: tip).length > 0.01
          {
            reached = tip
            isFurther = true
          }
          if segment.holds(end) {
            reached = end
            isFurther = false
            break
          }
        }
        if Segment(from: reached, to: end).length < 0.01 { break }
      }
      if Segment(from: reached, to: end).length >= 0.01 {
        return joint(at: reached, path, number) + path[number...]
      }
    }
    return Array(path.suffix(2))
  }

  /// Where a line leaves what is drawn: a bend earlier, since corners there are rounded off.
  private func joint(at point: Point, _ path: [Point], _ number: Int) -> [Point] {
    let start = path[number - 1]
    func back(_ from: Point, _ to: Point) -> Point {
      let length = Segment(from: from, to: to).length
      let share = min(Self.bend, length) / max(length, 0.01)
      return Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
    }
    if Segment(from: start, to: point).length > 0.01 { return [back(point, start)] }
    return number > 1 ? [back(start, path[number - 2]), start] : [start]
  }
}

extension Segment {
  /// Whether a point lies on an upright or level segment.
  fileprivate func holds(_ point: LaidOutDiagram.Point) -> Bool {
    point.x >= min(start.x, end.x) - 0.01 && point.x <= max(start.x, end.x) + 0.01
      && point.y >= min(start.y, end.y) - 0.01 && point.y <= max(start.y, end.y) + 0.01
  }
}
