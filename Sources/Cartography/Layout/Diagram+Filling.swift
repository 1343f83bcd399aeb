import GraphvizKit

extension Diagram {
  /// Letters on the slide that boxes may shrink to in favour of fewer crossings, in points.
  private static let lettersKept = 9.6

  /// Boxes at their places, and what else is known of them.
  struct Filling: Sendable {
    fileprivate let placement: FramedPlacement
    fileprivate let start: FramedPlacement.Start
    fileprivate var result: FramedPlacement.Result
    fileprivate let sizes: [LaidOutDiagram.Point]
    /// The ends of the lines, by the positions of their boxes.
    fileprivate let ends: [(Int, Int)?]

    /// What crossings, lines over boxes and length come to; less is better.
    var cost: Double { result.cost }

    /// The same boxes after another search from the same start, so many times longer, where it found better places.
    func searched(_ effort: LayoutEffort, seed: UInt64, longer: Double = 1) -> Filling {
      var filling = self
      filling.result = placement.result(from: start, effort: effort, seed: seed, longer: longer)
      return filling.cost < cost ? filling : self
    }
  }

  /// Places every box on a slide-shaped area, starting from a layout, with a quick search; in frames of the same form as
  /// another filling.
  func filling(from layout: GraphLayout, like other: Filling? = nil) -> Filling {
    let laidOut = Dictionary(layout.nodes.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let (positions, frameNumbers) = (nodePositions, framePositions)
    let sizes = nodes.map { node in
      LaidOutDiagram.Point(x: laidOut[node.key]?.width ?? 1, y: laidOut[node.key]?.height ?? 1)
    }
    let start = nodes.map { node in
      LaidOutDiagram.Point(
        x: laidOut[node.key]?.center.x ?? 0, y: laidOut[node.key]?.center.y ?? 0)
    }
    let ends = edges.map { edge in
      positions[edge.from].flatMap { from in positions[edge.to].map { (from, $0) } }
    }
    let placement = FramedPlacement(
      sizes: sizes, lines: ends.compactMap { $0 },
      frames: nodes.map { $0.cluster.flatMap { frameNumbers[$0] } },
      titleWidths: clusters.map {
        TextMetrics.width(of: $0.label.text, size: $0.label.size, isBold: true)
      },
      labels: zip(edges, ends).filter { $1 != nil }.map { edge, _ in
        edge.label.map(LabelPlacement.size) ?? LaidOutDiagram.Point(x: 0, y: 0)
      }, largest: largestArea, rooms: rooms.map { .init(x: $0.width, y: $0.height) })
    let tight = placement.start(from: start, like: other?.start)
    return Filling(
      placement: placement, start: tight, result: placement.result(from: tight, effort: .quick),
      sizes: sizes,
      ends: ends)
  }

  /// The area on which the smallest letters are just as large as they have to be.
  private var largestArea: LaidOutDiagram.Point {
    let scale = smallestLetters / Self.lettersKept
    return .init(x: (largestRoom?.width ?? 0) * scale, y: (largestRoom?.height ?? 0) * scale)
  }

  /// The largest of the rooms that title, legend and footer may leave to the map.
  private var largestRoom: LaidOutDiagram.Rectangle? {
    rooms.max { $0.width * $0.height < $1.width * $1.height }
  }

  private var rooms: [LaidOutDiagram.Rectangle] {
    SheetComposer(diagram: self, mapWidth: 0, mapHeight: 0).rooms()
  }

  /// Width by height of the room for the map.
  var roomAspect: Double {
    largestRoom.map { $0.width / max($0.height, 1) } ?? Slide.width / Slide.height
  }

  /// The smallest letters on a slide if lines need no room beside the boxes of a filling.
  func smallestLetters(of filling: Filling) -> Double {
    let result = filling.result
    let boxes =
      zip(result.places, filling.sizes).map {
        LaidOutDiagram.Rectangle(middle: $0, width: $1.x, height: $1.y)
      } + result.frames
    guard var reach = boxes.first else { return 0 }
    for box in boxes { reach.enclose(box) }
    let page = SheetComposer(diagram: self, mapWidth: reach.width, mapHeight: reach.height)
      .compose()
    let scale = min(slide.width / max(page.width, 1), slide.height / max(page.height, 1))
    return smallestLetters * scale * theme.letterScale
  }

  /// Leads the lines of a filling, and moves everything to the origin.
  func layout(of filling: Filling) -> GraphLayout {
    let (result, sizes, ends) = (filling.result, filling.sizes, filling.ends)
    let boxes = zip(result.places, sizes).map { place, size in
      LaidOutDiagram.Rectangle(
        x: place.x - size.x / 2, y: place.y - size.y / 2, width: size.x, height: size.y)
    }
    let titles = zip(clusters, result.frames).map { cluster, frame in
      cluster.titleFrame(around: Self.titleMiddle(in: frame))
    }
    let drawn = edges.indices.filter { ends[$0] != nil }
    let curves = LabelledRouting(
      boxes: boxes, shapes: nodes.map(\.shape),
      lines: drawn.compactMap { number in
        ends[number].map {
          .init(from: $0.0, to: $0.1, hasArrow: edges[number].arrow == .forward)
        }
      }, labels: drawn.map { edges[$0].label }, titles: titles
    ).curves()
    // Lines that lead around the outermost boxes belong to the map as well, and so do their labels.
    let labels = LabelPlacement(
      boxes: boxes + titles, lines: curves.map { Polyline(points: $0.flattened(steps: 8)) },
      labels: drawn.map { edges[$0].label }
    ).frames().compactMap(\.self)
    let reach =
      (boxes + result.frames + labels).flatMap {
        [($0.x, $0.y), ($0.x + $0.width, $0.y + $0.height)]
      } + curves.flatMap { $0.flattened(steps: 4).map { ($0.x, $0.y) } }
    let left = reach.map(\.0).min() ?? 0
    let top = reach.map(\.1).min() ?? 0
    let shift = LaidOutDiagram.Point(x: -left, y: -top)
    var layout = GraphLayout(
      width: (reach.map(\.0).max() ?? 0) - left, height: (reach.map(\.1).max() ?? 0) - top,
      origin: .init(x: 0, y: 0))
    layout.nodes = zip(nodes, boxes).map { node, box in
      .init(
        name: node.key, center: box.middle.moved(by: shift), width: box.width, height: box.height)
    }
    layout.edges = zip(drawn, curves).map { number, curve in
      let edge = edges[number]
      let curve = edge.pointsUp ? curve.reversed : curve
      return .init(
        tail: edge.from, head: edge.to, key: edge.key,
        curves: [curve.moved(by: shift)])
    }
    layout.clusters = zip(clusters, result.frames).map { cluster, frame in
      .init(
        name: cluster.key, frame: frame.moved(by: shift),
        label: .init(
          center: Self.titleMiddle(in: frame).moved(by: shift), width: frame.width,
          height: FramedPlacement.titleHeight))
    }
    return layout
  }

  /// A number for the look of each line, whatever its label.
  var looks: [Int] {
    var numbers: [Edge: Int] = [:]
    return edges.map { edge in
      let look = Edge(
        key: "", from: "", to: "", arrow: edge.arrow, width: edge.width, colour: edge.colour,
        stroke: edge.stroke, tooltip: "")
      let number = numbers[look] ?? numbers.count
      numbers[look] = number
      return number
    }
  }

  private static func titleMiddle(in frame: LaidOutDiagram.Rectangle) -> LaidOutDiagram.Point {
    .init(x: frame.middle.x, y: frame.y + FramedPlacement.titleHeight / 2 + 4)
  }
}
