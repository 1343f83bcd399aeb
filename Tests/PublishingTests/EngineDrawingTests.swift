import Cartography
import EcosystemModel
import Foundation
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

/// What the engine draws while it lays a map out is what drawing the sheet gives.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct EngineDrawingTests {
  @Test(arguments: [0, 1, 2, 3])
  func bothWaysToDrawAgree(seed: UInt64) throws {
    var ecosystem = seed == 0 ? Ecosystem.sample : Ecosystem.random(seed: seed)
    // One tree: several are moved after the layout.
    let root = try #require(ecosystem.committees.first { $0.parent == nil }?.id)
    ecosystem.committees = Roster(
      ecosystem.committees.map { committee in
        var committee = committee
        if committee.parent == nil, committee.id != root { committee.parent = root }
        return committee
      })
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(.governance))
    let diagram = Diagram.make(of: content, style: MapStyle())
    let drawn = try DiagramLayout(pool: LayoutPool(PictureTests.worker), timeLimit: .seconds(60))
      .draft(diagram, engine: .dot).best
    let map = drawn.map
    guard let drawing = drawn.drawing else {
      // Labels of lines are placed after the layout, so that its drawing is not the map.
      #expect(diagram.edges.contains { $0.label != nil })
      return
    }
    let publisher = MapPublisher(worker: PictureTests.worker, timeLimit: .seconds(60))
    let quick = try Self.marks(publisher.publish(map, drawing: drawing, as: [.svg])[0])
    let careful = try Self.marks(publisher.publish(map, as: [.svg])[0])
    #expect(quick.count == careful.count && quick.count > map.diagram.nodes.count)
    for (name, points) in careful {
      let others = try #require(quick[name], "\(name) is missing")
      #expect(points.count == others.count, "\(name)")
      for (point, other) in zip(points, others) {
        #expect(abs(point - other) < 0.1, "\(name): \(point) and \(other)")
      }
    }
  }

  /// The numbers of each outline, line and text, on the sheet, by the element's id and its number there.
  private static func marks(_ svg: [UInt8]) throws -> [String: [Double]] {
    let text = String(decoding: svg, as: UTF8.self)
    let shift = try #require(text.firstMatch(of: /translate\((-?[\d.]+) (-?[\d.]+)\)/))
    let offset = try [#require(Double(shift.1)), #require(Double(shift.2))]
    var marks: [String: [Double]] = [:]
    var (id, count) = ("", 0)
    for line in text.split(separator: "\n").drop(while: { !$0.contains("translate(") }) {
      if let group = line.firstMatch(of: /<g [^>]*id="([^"]*)"/) {
        (id, count) = (String(group.1), 0)
        if id == "legend" { break }
      }
      guard let places = line.firstMatch(of: /\s(?:points|d)="([^"]*)"/) else { continue }
      let numbers = places.1.matches(of: /-?[\d.]+/).compactMap { Double($0.0) }
      // A line may be drawn from either of its ends.
      let ways = [0, 1].map { axis in
        numbers.indices.filter { $0 % 2 == axis }.map { numbers[$0] + offset[axis] }.sorted()
      }
      marks["\(id) \(count)"] = ways[0] + ways[1]
      count += 1
    }
    return marks
  }
}
