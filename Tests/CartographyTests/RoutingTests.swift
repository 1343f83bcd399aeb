import GraphCore
import Testing

@testable import Cartography
import GraphvizKit

@Suite(.timeLimit(.minutes(60)))
struct RoutingTests {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// Boxes in the cells of a grid, so that ways are left between them.
  static func grid(_ seed: UInt64) -> (boxes: [Rectangle], lines: [LineRouting.Line]) {
    var random = SplitMix64(state: seed)
    let boxes = (0..<24).map { number in
      let (width, height) = (50 + 60 * random.unit(), 24 + 16 * random.unit())
      return Rectangle(
        x: Double(number % 6) * 160 + 40 * random.unit(),
        y: Double(number / 6) * 90 + 30 * random.unit(), width: width, height: height)
    }
    let lines = (0..<40).map { _ in
      LineRouting.Line(
        from: random.next(below: 24), to: random.next(below: 24),
        hasArrow: random.next(below: 2) == 0)
    }
    return (boxes, lines)
  }

  @Test(arguments: 0..<24)
  func linesLeadAroundForeignBoxes(seed: UInt64) {
    let (boxes, lines) = Self.grid(seed)
    let curves = LineRouting(
      boxes: boxes, shapes: [Diagram.Shape](repeating: .rectangle, count: boxes.count), lines: lines
    ).curves()
    for (line, curve) in zip(lines, curves) where line.from != line.to {
      let path = Polyline(points: curve.flattened(steps: 16))
      for box in boxes.indices where box != line.from && box != line.to {
        #expect(!path.enters(boxes[box]), "line \(line.from) to \(line.to), box \(box)")
      }
      #expect((curve.endTip != nil) == line.hasArrow)
      #expect((curve.points.count - 1) % 3 == 0)
    }
  }

  @Test(arguments: 0..<24)
  func linesBeginAndEndAtTheirBoxes(seed: UInt64) {
    let (boxes, lines) = Self.grid(seed)
    for shape in [Diagram.Shape.rectangle, .ellipse, .hexagon] {
      let curves = LineRouting(
        boxes: boxes, shapes: [Diagram.Shape](repeating: shape, count: boxes.count), lines: lines
      )
      .curves()
      for (line, curve) in zip(lines, curves) where line.from != line.to {
        let ends = [(line.from, curve.points.first), (line.to, curve.endTip ?? curve.points.last)]
        for case (let box, let end?) in ends {
          #expect(abs(Self.distance(of: end, from: boxes[box], shape) - 1) < 1e-6, "\(shape)")
        }
      }
    }
  }

  /// How far a point is from the middle of a box: 1 on its outline.
  private static func distance(
    of point: Point, from box: Rectangle, _ shape: Diagram.Shape
  ) -> Double {
    let across = abs(point.x - box.middle.x) / (box.width / 2)
    let down = abs(point.y - box.middle.y) / (box.height / 2)
    return switch shape {
    case .rectangle, .roundedRectangle: max(across, down)
    case .ellipse: (across * across + down * down).squareRoot()
    case .hexagon: max(down, across + down / 2)
    }
  }

  @Test func parallelLinesStandApart() {
    let boxes = [
      Rectangle(x: 0, y: 0, width: 60, height: 30), Rectangle(x: 300, y: 0, width: 60, height: 30),
    ]
    let curves = LineRouting(
      boxes: boxes, shapes: [.rectangle, .rectangle],
      lines: [
        .init(from: 0, to: 1, hasArrow: true), .init(from: 1, to: 0, hasArrow: true),
      ]
    ).curves()
    let middles = curves.map { Polyline(points: $0.flattened(steps: 8)).point(at: 0.5).y }
    #expect(abs(middles[0] - middles[1]) > 6)
  }

  /// Lines from one box that go nearly the same way can be told apart.
  @Test(arguments: [0.5, 2, 6], [Diagram.Shape.rectangle, .ellipse, .hexagon])
  func linesOfNearlyOneDirectionBeginSideBySide(apart: Double, shape: Diagram.Shape) {
    let boxes = [
      Rectangle(x: 0, y: 0, width: 80, height: 40),
      Rectangle(x: 300, y: 80, width: 60, height: 30),
      Rectangle(x: 620, y: 180 + apart, width: 60, height: 30),
    ]
    let curves = LineRouting(
      boxes: boxes, shapes: [shape, .rectangle, .rectangle],
      lines: [.init(from: 0, to: 1, hasArrow: true), .init(from: 0, to: 2, hasArrow: false)]
    ).curves()
    let starts = curves.compactMap(\.points.first)
    #expect(Segment(from: starts[0], to: starts[1]).length > 3)
    for start in starts {
      #expect(abs(Self.distance(of: start, from: boxes[0], shape) - 1) < 1e-6)
    }
  }

  @Test func waysAlongEachOtherAreSeen() {
    func segment(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Segment {
      Segment(from: Point(x: ax, y: ay), to: Point(x: bx, y: by))
    }
    let line = segment(0, 0, 100, 0)
    #expect(segment(20, 1, 90, 2).runs(along: line) && segment(90, 1, 20, -2).runs(along: line))
    #expect(!segment(0, 5, 100, 5).runs(along: line))
    #expect(!segment(0, 0, 100, 60).runs(along: line))
    #expect(!segment(80, 0, 180, 0).runs(along: line))
    #expect(segment(50, 0, 180, 0).runs(along: line))
  }

  /// A label beside its line is never nearer to another line.
  @Test func labelsBesideTheirLineAreNearestToIt() {
    let boxes = [
      Rectangle(x: 0, y: 0, width: 40, height: 20), Rectangle(x: 90, y: 0, width: 40, height: 20),
      Rectangle(x: 0, y: 38, width: 40, height: 20),
      Rectangle(x: 400, y: 38, width: 40, height: 20),
    ]
    let label = Diagram.TextLine(
      text: "a long label", size: 11, colour: Theme.named(.light).text)
    let lines = [
      Polyline(points: [.init(x: 40, y: 10), .init(x: 90, y: 10)]),
      Polyline(points: [.init(x: 40, y: 48), .init(x: 400, y: 48)]),
    ]
    let frames = LabelPlacement(boxes: boxes, lines: lines, labels: [label, nil]).frames()
    let frame = frames[0]
    #expect(frame.map { !lines[1].enters($0.grown(by: 3)) } ?? false)
  }

  @Test func labelsStandWhereNothingStrikesThem() {
    // A star of twenty labelled lines.
    let hub = Rectangle(x: 470, y: 260, width: 60, height: 24)
    let leaves: [Rectangle] = (0..<20).map { number in
      let across = Double(number) * 50
      let isAbove = number % 2 == 0
      return Rectangle(
        x: isAbove ? across : 950 - across, y: isAbove ? 10 : 520, width: 40, height: 20)
    }
    let boxes = [hub] + leaves
    let label = Diagram.TextLine(text: "12", size: 10, colour: Theme.named(.light).text)
    let lines = leaves.indices.map { LineRouting.Line(from: 0, to: $0 + 1, hasArrow: false) }
    let labels = [Diagram.TextLine?](repeating: label, count: lines.count)
    let curves = LabelledRouting(
      boxes: boxes, shapes: [Diagram.Shape](repeating: .rectangle, count: boxes.count),
      lines: lines,
      labels: labels, titles: []
    ).curves()
    let paths = curves.map { Polyline(points: $0.flattened(steps: 8)) }
    let frames = LabelPlacement(boxes: boxes, lines: paths, labels: labels)
      .frames()
    for (position, frame) in frames.enumerated() {
      guard let frame else {
        Issue.record("Label \(position) has no place.")
        continue
      }
      #expect(!paths.indices.contains { $0 != position && paths[$0].enters(frame) })
      #expect(!boxes.contains { $0.intersects(frame) })
      #expect(!frames.dropFirst(position + 1).contains { $0?.intersects(frame) ?? false })
    }
  }
}
