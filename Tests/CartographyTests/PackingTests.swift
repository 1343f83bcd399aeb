import GraphvizKit
import TestSupport
import Testing

@testable import Cartography

/// Disconnected parts come to stand in the room's shape, each as the engine laid it out.
struct PackingTests {
  /// Chains of boxes side by side, as `dot` sets them; some in frames of their own.
  private static func ribbon(_ parts: Int, framed: Bool) -> GraphLayout {
    var layout = GraphLayout(width: 0, height: 100, origin: .init(x: 0, y: 0))
    var x = 0.0
    for part in 0..<parts {
      let width = 60 + 17 * Double(part % 5)
      for level in 0...(part % 3) {
        layout.nodes.append(
          .init(
            name: "\(part)-\(level)", center: .init(x: x + width / 2, y: 20 + 40 * Double(level)),
            width: width, height: 30))
        guard level > 0 else { continue }
        let points = [5.0, 6, 7, 8].map {
          GraphLayout.Point(x: x + width / 2, y: 30 + 40 * Double(level - 1) + $0)
        }
        layout.edges.append(
          .init(
            tail: "\(part)-\(level - 1)", head: "\(part)-\(level)", key: "\(part)-\(level)",
            curves: [.init(points: points, endTip: points[3])]))
      }
      if framed, part % 4 == 0 {
        layout.clusters.append(
          .init(
            name: "frame \(part)", frame: .init(x: x - 8, y: 0, width: width + 16, height: 130),
            label: .init(center: .init(x: x + width / 2, y: 4), width: 40, height: 8)))
      }
      x += width + 30
    }
    layout.width = x
    return layout
  }

  @Test(arguments: [4, 9, 30, 71], [false, true])
  func partsAreSetInTheShapeOfTheRoom(parts: Int, framed: Bool) throws {
    let layout = Self.ribbon(parts, framed: framed)
    let packed = try #require(ComponentPacking(layout: layout, aspect: 2).packed())
    func need(_ layout: GraphLayout) -> Double { max(layout.width / 2, layout.height) }
    #expect(need(packed) < need(layout))
    if parts > 20 {
      #expect(packed.width / packed.height > 1.2 && packed.width / packed.height < 3)
    }
    // Boxes and lines of a part keep their places among each other.
    for (old, new) in zip(layout.edges, packed.edges) {
      let tail = try #require(layout.nodes.firstIndex { $0.name == old.tail })
      let head = try #require(layout.nodes.firstIndex { $0.name == old.head })
      let dx = packed.nodes[tail].center.x - layout.nodes[tail].center.x
      let dy = packed.nodes[tail].center.y - layout.nodes[tail].center.y
      #expect(abs(packed.nodes[head].center.x - layout.nodes[head].center.x - dx) < 1e-9)
      #expect(abs(packed.nodes[head].center.y - layout.nodes[head].center.y - dy) < 1e-9)
      for (a, b) in zip(old.curves[0].points, new.curves[0].points) {
        #expect(abs(b.x - a.x - dx) < 1e-9 && abs(b.y - a.y - dy) < 1e-9)
      }
    }
    for (rank, first) in packed.nodes.enumerated() {
      #expect(first.box.x >= 0 && first.box.x + first.box.width <= packed.width + 1e-9)
      #expect(first.box.y >= 0 && first.box.y + first.box.height <= packed.height + 1e-9)
      for second in packed.nodes[(rank + 1)...] { #expect(!first.box.intersects(second.box)) }
    }
    for (old, new) in zip(layout.clusters, packed.clusters) {
      func members(_ layout: GraphLayout, _ frame: GraphLayout.Rectangle) -> [String] {
        let frame = LaidOutDiagram.Rectangle(
          x: frame.x, y: frame.y, width: frame.width, height: frame.height)
        return layout.nodes.filter { frame.intersects($0.box) }.map(\.name)
      }
      #expect(members(layout, old.frame) == members(packed, new.frame))
    }
  }

  @Test func manyPartsInOneFrameStandInRows() throws {
    var layout = Self.ribbon(24, framed: false)
    layout.clusters = [
      .init(
        name: "all", frame: .init(x: -10, y: -10, width: layout.width + 20, height: 150),
        label: .init(center: .init(x: layout.width / 2, y: -4), width: 60, height: 10))
    ]
    let packed = try #require(ComponentPacking(layout: layout, aspect: 1.8).packed())
    #expect(packed.width < layout.width / 3)
    let frame = packed.clusters[0].frame
    for node in packed.nodes {
      #expect(node.box.x >= frame.x && node.box.x + node.box.width <= frame.x + frame.width)
      #expect(node.box.y >= frame.y && node.box.y + node.box.height <= frame.y + frame.height)
    }
  }

  @Test func oneConnectedPartStays() {
    var layout = Self.ribbon(2, framed: false)
    layout.edges.append(.init(tail: layout.nodes[0].name, head: layout.nodes[1].name))
    #expect(ComponentPacking(layout: layout, aspect: 2).packed() == nil)
    #expect(
      ComponentPacking(
        layout: GraphLayout(width: 1, height: 1, origin: .init(x: 0, y: 0)), aspect: 2
      ).packed() == nil)
  }
}
