import EcosystemModel
import GraphCore
import GraphvizKit
import TestSupport
import Testing

@testable import Cartography

/// Laws of hierarchies: whatever the tree, a reader can tell the levels.
@Suite struct TierTests {
  /// Shapes of trees: the box above each box but the first.
  private static let shapes: [[Int]] =
    [[], [0], [0, 0], Array(repeating: 0, count: 12), Array(repeating: 0, count: 42)]
    + (1...12).map { seed in
      var random = SplitMix64(state: UInt64(seed))
      let count = 5 + random.next(below: 60)
      return (1..<count).map { node in
        random.next(below: 3) == 0 ? node - 1 : random.next(below: max(1, node / (seed % 4 + 1)))
      }
    }

  private static let theme = Theme.named(.light)

  private static func diagram(_ parents: [Int]) -> Diagram {
    let content = MapContent(
      of: Ecosystem.sample.on(nil), view: MapView(.governance), .init(subject: "Law"))
    var diagram = Diagram.make(of: content)
    diagram.nodes = (0...parents.count).map { number in
      Diagram.Node(
        key: "n\(number)", title: "Committee \(number)", cluster: nil, shape: .roundedRectangle,
        fill: theme.fill, border: theme.border,
        lines: [
          .init(text: "Committee \(number)", size: 12, colour: theme.text)
        ], tooltip: "")
    }
    diagram.edges = parents.enumerated().map { number, parent in
      Diagram.Edge(
        key: "e\(number)", from: "n\(number + 1)", to: "n\(parent)", pointsUp: true,
        arrow: .forward, width: 1, colour: theme.border, tooltip: "")
    }
    return diagram
  }

  /// Boxes between 60 and 150 points wide and one to three lines high.
  private static func sizes(_ diagram: Diagram, seed: UInt64) -> GraphLayout {
    var random = SplitMix64(state: seed)
    var layout = GraphLayout(width: 0, height: 0, origin: .init(x: 0, y: 0))
    layout.nodes = diagram.nodes.map { node in
      .init(
        name: node.key, center: .init(x: 0, y: 0), width: Double(60 + random.next(below: 90)),
        height: Double(22 + 14 * random.next(below: 3)))
    }
    return layout
  }

  @Test(arguments: shapes.indices)
  func everyLevelHoldsOneDepthInTheOrderOfTheData(shape: Int) throws {
    let diagram = Self.diagram(Self.shapes[shape])
    let forest = TierForest(of: diagram)
    let (layout, corners) = TierLayout(
      diagram, sizesOf: Self.sizes(diagram, seed: UInt64(shape))
    ).layout()
    let boxes = layout.nodes.map(\.box)
    for first in boxes.indices {
      for second in boxes.indices where first < second {
        #expect(!boxes[first].intersects(boxes[second]))
        guard Self.shareLevel(boxes[first], boxes[second]) else { continue }
        #expect(forest.depths[first] == forest.depths[second])
        #expect(abs(boxes[first].middle.y - boxes[second].middle.y) < 0.01)
        if forest.parents[first] == forest.parents[second] {
          #expect(boxes[first].x < boxes[second].x)
        }
      }
    }
    for (node, parent) in forest.parents.enumerated() {
      guard let parent else { continue }
      #expect(boxes[parent].y + boxes[parent].height < boxes[node].y)
      let line = try #require(forest.lineUp[node].flatMap { corners[$0] })
      #expect(line.count <= 5)
      let end = try #require(line.last)
      #expect(abs(end.x - boxes[parent].middle.x) < 0.01)
      #expect(abs(end.y - boxes[parent].y - boxes[parent].height) < 0.01)
      for (a, b) in zip(line, line.dropFirst()) { #expect(a.x == b.x || a.y == b.y) }
    }
    let lines = corners.sorted { $0.key < $1.key }.map { Polyline(points: $0.value) }
    for (number, corner) in corners.sorted(by: { $0.key < $1.key }).enumerated() {
      let ends = [diagram.edges[corner.key].from, diagram.edges[corner.key].to]
      for (node, box) in boxes.enumerated() where !ends.contains(diagram.nodes[node].key) {
        #expect(!lines[number].enters(box), "\(ends) over \(node)")
      }
      for (other, second) in corners.sorted(by: { $0.key < $1.key }).enumerated()
      where other > number {
        let others = [diagram.edges[second.key].from, diagram.edges[second.key].to]
        if Set(ends).isDisjoint(with: others) {
          #expect(!lines[number].crosses(lines[other]), "\(ends) and \(others)")
        }
      }
    }
  }

  private static func shareLevel(
    _ first: LaidOutDiagram.Rectangle, _ second: LaidOutDiagram.Rectangle
  ) -> Bool {
    min(first.y + first.height, second.y + second.height) - max(first.y, second.y) > 0.01
  }

  /// Forty-two committees under one stand at letters of 9 pt and more.
  @Test func manyUnderOneFitASlide() {
    let diagram = Self.diagram(Array(repeating: 0, count: 42))
    let layout = TierLayout(diagram, sizesOf: Self.sizes(diagram, seed: 1)).layout().layout
    let room = SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0).rooms()[0]
    #expect(12 * min(room.width / layout.width, room.height / layout.height) >= 9)
  }

  @Test func aSecondLineUpAndACircleAreNoTree() {
    var diagram = Self.diagram([0, 0, 1])
    let edge = diagram.edges[0]
    func line(_ from: Int, _ to: Int) -> Diagram.Edge {
      var line = edge
      (line.key, line.from, line.to) = ("x\(from)-\(to)", "n\(from)", "n\(to)")
      return line
    }
    diagram.edges += [line(3, 2), line(0, 3)]
    let forest = TierForest(of: diagram)
    #expect(forest.otherLines == [3, 4])
    let layout = TierLayout(diagram, sizesOf: Self.sizes(diagram, seed: 2)).layout().layout
    #expect(layout.edges.count == 5)
  }

  /// A board above the trees of several alliances: each stands in its frame, and no other box does.
  @Test func framesHoldWhatIsBelowOneBoxAndNothingElse() throws {
    var diagram = Self.diagram([0, 0, 0, 0, 1, 1, 2, 3, 3, 3, 8, 6])
    let forest = TierForest(of: diagram)
    for (frame, head) in [1, 2, 3].enumerated() {
      diagram.clusters.append(
        .init(
          key: "f\(frame)",
          label: .init(text: "Alliance \(frame)", size: 13, isBold: true, colour: Self.theme.text),
          fill: Self.theme.clusterFill, border: Self.theme.clusterBorder))
      for node in forest.members(below: head) { diagram.nodes[node].cluster = "f\(frame)" }
    }
    #expect(diagram.hasWholeTrees)
    let layout = TierLayout(diagram, sizesOf: Self.sizes(diagram, seed: 4)).layout().layout
    #expect(layout.clusters.count == 3)
    for cluster in layout.clusters {
      for (node, place) in zip(diagram.nodes, layout.nodes) {
        let isInside = cluster.frame.intersects(place.box)
        #expect(isInside == (node.cluster == cluster.name), "\(node.key) and \(cluster.name)")
      }
      for other in layout.clusters where other.name != cluster.name {
        #expect(!cluster.frame.intersects(other.frame))
      }
    }
    diagram.nodes[11].cluster = "f0"
    #expect(!diagram.hasWholeTrees)
  }
}
