import Cartography
import EcosystemModel
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

/// Words on lines stand where they can be read, or in tooltips.
@Suite(.timeLimit(.minutes(60)))
struct LineLabelTests {
  /// Companies with more to hand over than there is room for on their lines.
  private func crowded(count: Int, lines: Int, stride: Int) -> Ecosystem {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(
      (0..<count).map { Company(id: .init("c\($0)"), name: "Company \($0)") })
    // Every company to those so many places on, round and round, until there are lines enough.
    let pairs = (1..<count).flatMap { step in
      (0..<count).map { ($0, ($0 + step * stride) % count) }
    }.filter { $0.0 < $0.1 }
    for (number, (from, to)) in pairs.prefix(lines).enumerated() {
      var tie = Relationship(from: .company(.init("c\(from)")), to: .company(.init("c\(to)")))
      tie.label = "A long name of thing no. \(number)"
      ecosystem.relationships.append(tie)
    }
    return ecosystem
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func noWordIsCoveredAndNoneIsLost(stride: Int) throws {
    let ecosystem = crowded(count: 11, lines: 22, stride: stride)
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(.ecosystem))
    let diagram = Diagram.make(of: content)
    let words = diagram.edges.compactMap(\.label?.text)
    #expect(words.count == 22)
    let map = try DiagramLayout(
      pool: LayoutPool(PictureTests.worker), timeLimit: .seconds(120), effort: .quick
    ).layOut(diagram)
    let measures = map.legibility()
    #expect(measures.labelOverlaps == 0 && measures.struckLabels == 0)
    let shown = map.diagram.edges.compactMap(\.label?.text)
    let hidden = words.count - shown.count
    #expect(map.diagram.footer.contains("of lines left out") == (hidden > 0))
    if hidden > 0 { #expect(map.diagram.footer.contains("; \(hidden) label")) }
    for (line, original) in zip(map.diagram.edges, diagram.edges) {
      guard let word = original.label?.text, line.label == nil else { continue }
      #expect(line.tooltip.contains(word))
    }
  }
}
