import GraphvizKit

extension GraphLayout.Node {
  /// Where the box stands.
  var box: LaidOutDiagram.Rectangle {
    .init(middle: center, width: width, height: height)
  }
}

extension GraphLayout.Label {
  /// Where the text stands.
  var box: LaidOutDiagram.Rectangle {
    .init(middle: center, width: width, height: height)
  }

  mutating func move(by shift: LaidOutDiagram.Point) { center = center.moved(by: shift) }
}

extension GraphLayout.Edge {
  /// Where the line and its label are, as rectangles around them.
  var extents: [LaidOutDiagram.Rectangle] {
    curves.flatMap { $0.points + [$0.startTip, $0.endTip].compactMap(\.self) }.map {
      .init(x: $0.x, y: $0.y, width: 0, height: 0)
    }
      + [label].compactMap { $0?.box }
  }

  mutating func move(by shift: LaidOutDiagram.Point) {
    curves = curves.map { $0.moved(by: shift) }
    label?.move(by: shift)
  }
}

extension GraphLayout.Cluster {
  mutating func move(by shift: LaidOutDiagram.Point) {
    frame = frame.moved(by: shift)
    label?.move(by: shift)
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
