package import EcosystemModel
import GraphvizKit

extension LaidOutDiagram {
  /// What a later picture may keep of this one.
  package var memory: PictureMemory {
    PictureMemory(
      width: sheet.panel?.mapWidth ?? width, height: height,
      boxes: zip(diagram.nodes, boxes).map { node, box in
        .init(
          key: node.key, name: node.title, frame: .init(box),
          members: (node.members ?? []).map(\.key))
      },
      lines: zip(diagram.edges, routes).map { edge, route in
        .init(
          from: edge.from, to: edge.to, curves: route.curves.map(PictureMemory.Line.Curve.init),
          corners: route.corners.map { $0.flatMap { [$0.x, $0.y] } })
      },
      groups: zip(diagram.clusters, zip(frames, frameLabels)).compactMap { cluster, place in
        place.0.map {
          .init(key: cluster.key, frame: .init($0), label: place.1.map { [$0.x, $0.y] })
        }
      }, recipe: recipe)
  }

  /// The same with every coordinate a hundredth of a point, as pictures are written.
  func onGrid() -> LaidOutDiagram {
    var map = self
    map.boxes = boxes.map(\.onGrid)
    map.frames = frames.map { $0?.onGrid }
    map.frameLabels = frameLabels.map { $0?.onGrid }
    for number in map.routes.indices {
      map.routes[number].curves = routes[number].curves.map(\.onGrid)
      map.routes[number].corners = routes[number].corners?.map(\.onGrid)
      map.routes[number].label = routes[number].label?.onGrid
    }
    return map
  }
}

extension PictureMemory.Frame {
  init(_ box: LaidOutDiagram.Rectangle) {
    self.init(x: box.x, y: box.y, width: box.width, height: box.height)
  }

  /// The frame in the words of a layout.
  var rectangle: LaidOutDiagram.Rectangle { .init(x: x, y: y, width: width, height: height) }
}

extension PictureMemory.Line.Curve {
  init(_ curve: LaidOutDiagram.Curve) {
    self.init(
      points: curve.points.flatMap { [$0.x, $0.y] },
      startTip: curve.startTip.map { [$0.x, $0.y] }, endTip: curve.endTip.map { [$0.x, $0.y] })
  }

  /// The curve in the words of a layout, so much to the right and down.
  func curve(movedBy shift: LaidOutDiagram.Point) -> LaidOutDiagram.Curve {
    LaidOutDiagram.Curve(
      points: LaidOutDiagram.Point.all(in: points),
      startTip: startTip.flatMap { .all(in: $0).first },
      endTip: endTip.flatMap { .all(in: $0).first }
    ).moved(by: shift)
  }
}

extension LaidOutDiagram.Point {
  /// The points of which a list has the coordinates in turn.
  static func all(in coordinates: [Double]) -> [Self] {
    stride(from: 0, to: coordinates.count - 1, by: 2).map {
      Self(x: coordinates[$0], y: coordinates[$0 + 1])
    }
  }

  fileprivate var onGrid: Self { Self(x: rounded(x), y: rounded(y)) }
}

extension LaidOutDiagram.Rectangle {
  /// Its middle on the grid; no smaller than it was.
  fileprivate var onGrid: Self {
    let (wide, high) = (
      (width * 50 - 1e-6).rounded(.up) / 50, (height * 50 - 1e-6).rounded(.up) / 50
    )
    return Self(
      x: rounded(rounded(middle.x) - wide / 2), y: rounded(rounded(middle.y) - high / 2),
      width: wide, height: high)
  }
}

extension LaidOutDiagram.Curve {
  fileprivate var onGrid: Self {
    Self(points: points.map(\.onGrid), startTip: startTip?.onGrid, endTip: endTip?.onGrid)
  }
}

/// A number of hundredths.
private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
