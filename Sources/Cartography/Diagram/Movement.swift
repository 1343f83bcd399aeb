import GraphvizKit

extension LaidOutDiagram.Point {
  /// The point so much to the right and down.
  func moved(by shift: Self) -> Self { Self(x: x + shift.x, y: y + shift.y) }
}

extension LaidOutDiagram.Rectangle {
  /// The rectangle so much to the right and down.
  func moved(by shift: LaidOutDiagram.Point) -> Self {
    Self(x: x + shift.x, y: y + shift.y, width: width, height: height)
  }

  /// A rectangle around a point.
  init(middle: LaidOutDiagram.Point, width: Double, height: Double) {
    self.init(
      x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
  }

  /// The point in the middle.
  var middle: LaidOutDiagram.Point { .init(x: x + width / 2, y: y + height / 2) }
}

extension LaidOutDiagram.Curve {
  /// The length of an arrow head at a line's end, as Graphviz draws it.
  private static let tipLength = 7.0

  /// A chain of straight lines over two points or more, the last of them the tip of an arrow head where there is one.
  static func straight(_ points: [LaidOutDiagram.Point], hasTip: Bool) -> Self {
    var points = points
    var tip: LaidOutDiagram.Point?
    if hasTip, let last = points.last {
      let before = points[points.count - 2]
      let (dx, dy) = (last.x - before.x, last.y - before.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1e-6)
      let share = max(1 - tipLength / length, 0.01)
      points[points.count - 1] = .init(x: before.x + dx * share, y: before.y + dy * share)
      tip = last
    }
    var controls = [points[0]]
    for (from, to) in zip(points, points.dropFirst()) {
      for share in [1.0 / 3, 2.0 / 3, 1] {
        controls.append(
          .init(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share))
      }
    }
    return Self(points: controls, startTip: nil, endTip: tip)
  }

  /// The curve so much to the right and down.
  func moved(by shift: LaidOutDiagram.Point) -> Self {
    Self(
      points: points.map { $0.moved(by: shift) }, startTip: startTip?.moved(by: shift),
      endTip: endTip?.moved(by: shift))
  }

  /// The same curve from its end to its start.
  var reversed: Self { Self(points: points.reversed(), startTip: endTip, endTip: startTip) }
}

extension LaidOutDiagram.Ornament {
  /// The ornament so much to the right and down.
  func moved(by shift: LaidOutDiagram.Point) -> Self {
    switch self {
    case .text(let line, let point): .text(line, at: point.moved(by: shift))
    case .box(let shape, let fill, let border, let width, let stroke, let frame):
      .box(
        shape: shape, fill: fill, border: border, borderWidth: width, stroke: stroke,
        frame: frame.moved(by: shift))
    case .line(let width, let colour, let stroke, let arrow, let from, let to):
      .line(
        width: width, colour: colour, stroke: stroke, arrow: arrow, from: from.moved(by: shift),
        to: to.moved(by: shift))
    }
  }
}
