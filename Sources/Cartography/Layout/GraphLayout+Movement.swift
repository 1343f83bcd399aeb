import GraphvizKit

extension GraphLayout.Point {
  mutating func move(by shift: LaidOutDiagram.Point) {
    x += shift.x
    y += shift.y
  }
}

extension GraphLayout.Node {
  /// Where the box stands.
  var box: LaidOutDiagram.Rectangle {
    .init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }
}

extension GraphLayout.Edge {
  /// Where the line and its label are, as rectangles around them.
  var extents: [LaidOutDiagram.Rectangle] {
    curves.flatMap { $0.points + [$0.startTip, $0.endTip].compactMap(\.self) }.map {
      .init(x: $0.x, y: $0.y, width: 0, height: 0)
    }
      + [label].compactMap(\.self).map {
        .init(
          x: $0.center.x - $0.width / 2, y: $0.center.y - $0.height / 2, width: $0.width,
          height: $0.height)
      }
  }

  mutating func move(by shift: LaidOutDiagram.Point) {
    for curve in curves.indices {
      for point in curves[curve].points.indices { curves[curve].points[point].move(by: shift) }
      curves[curve].startTip?.move(by: shift)
      curves[curve].endTip?.move(by: shift)
    }
    label?.center.move(by: shift)
  }
}

extension GraphLayout.Cluster {
  mutating func move(by shift: LaidOutDiagram.Point) {
    frame.x += shift.x
    frame.y += shift.y
    label?.center.move(by: shift)
  }
}

extension LaidOutDiagram.Rectangle {
  /// Grows until another one is inside.
  mutating func enclose(_ other: Self) {
    let right = max(x + width, other.x + other.width)
    let bottom = max(y + height, other.y + other.height)
    (x, y) = (min(x, other.x), min(y, other.y))
    (width, height) = (right - x, bottom - y)
  }
}
