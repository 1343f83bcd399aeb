import Testing

@testable import Cartography
import GraphvizKit

@Suite(.timeLimit(.minutes(60)))
struct BundlingTests {
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// A box on the left and five to the right of it, one below the other.
  private static let fan =
    [Rectangle(x: 0, y: 185, width: 80, height: 30)]
    + (0..<5).map { Rectangle(x: 400, y: Double($0) * 92, width: 80, height: 30) }

  private func curves(
    _ boxes: [Rectangle], _ lines: [LineRouting.Line]
  ) -> [LaidOutDiagram.Curve] {
    LineRouting(
      boxes: boxes, shapes: [Diagram.Shape](repeating: .roundedRectangle, count: boxes.count),
      lines: lines
    ).curves()
  }

  private func polylines(_ curves: [LaidOutDiagram.Curve]) -> [Polyline] {
    curves.map { Polyline(points: $0.flattened(steps: 8)) }
  }

  private func crossings(_ paths: [Polyline], _ lines: [LineRouting.Line]) -> Int {
    lines.indices.reduce(0) { sum, first in
      sum
        + lines.indices.dropFirst(first + 1).count { second in
          Set([lines[first].from, lines[first].to])
            .isDisjoint(with: [lines[second].from, lines[second].to])
            && paths[first].crosses(paths[second])
        }
    }
  }

  @Test(arguments: [true, false])
  func linesSideBySideShareATrunk(leadsAway: Bool) {
    let lines = (1...5).map {
      LineRouting.Line(
        from: leadsAway ? 0 : $0, to: leadsAway ? $0 : 0, hasArrow: true, look: 3)
    }
    let paths = polylines(curves(Self.fan, lines))
    let apart = polylines(
      curves(Self.fan, lines.map { .init(from: $0.from, to: $0.to, hasArrow: true) }))
    #expect(Polyline.ink(of: paths) < 0.9 * Polyline.ink(of: apart))
    // All leave or reach the hub at one place.
    let stems = paths.map { leadsAway ? $0.points.first : $0.points.last }
    #expect(Set(stems.compactMap { $0 }).count < 5)
  }

  @Test func linesOfOtherLooksAndDirectionsStayApart() {
    let lines = (1...5).map {
      LineRouting.Line(
        from: $0 % 2 == 0 ? 0 : $0, to: $0 % 2 == 0 ? $0 : 0, hasArrow: true, look: $0 / 2)
    }
    for curve in curves(Self.fan, lines) {
      #expect(curve.points.count == 4, "A straight line is one curve.")
    }
  }

  @Test func linesWithoutALookStayApart() {
    let lines = (1...5).map { LineRouting.Line(from: 0, to: $0, hasArrow: false) }
    let ends = curves(Self.fan, lines).compactMap(\.points.first)
    #expect(Set(ends).count == 5)
  }

  @Test(arguments: 0..<24)
  func bundlesSaveInkAndCrossNothingMore(seed: UInt64) {
    let (boxes, lines) = RoutingTests.grid(seed)
    let apart = lines.map {
      LineRouting.Line(from: $0.from, to: $0.to, hasArrow: $0.hasArrow)
    }
    let (joined, single) = (polylines(curves(boxes, lines)), polylines(curves(boxes, apart)))
    #expect(Polyline.ink(of: joined) <= Polyline.ink(of: single))
    #expect(crossings(joined, lines) <= crossings(single, apart))
  }

  @Test func somethingIsJoinedInManyMaps() {
    let joined = (0..<24).count { seed in
      let (boxes, lines) = RoutingTests.grid(UInt64(seed))
      let apart = lines.map {
        LineRouting.Line(from: $0.from, to: $0.to, hasArrow: $0.hasArrow)
      }
      return curves(boxes, lines) != curves(boxes, apart)
    }
    #expect(joined >= 8)
  }
}
