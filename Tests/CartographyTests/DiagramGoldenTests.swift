import EcosystemModel
import Foundation
import GraphvizKit
import TestSupport
import Testing

@testable import Cartography

/// The sample's maps as values, before any layout: what changes here changes what users see.
@Suite(.tags(.golden), .timeLimit(.minutes(60)))
struct DiagramGoldenTests {
  static func diagram(_ kind: MapKind) -> Diagram {
    let sample = Ecosystem.sample
    var view = MapView(kind)
    view.focus = sample.references.first
    view.steps = 1
    let content = MapContent.make(of: sample.on(nil), view: view)
    return Diagram.make(of: content, provenance: Provenance(fingerprint: "0123456789abcdef"))
  }

  @Test(arguments: [MapKind.governance, .ecosystem])
  func diagramIsAsReviewed(kind: MapKind) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(Self.diagram(kind)), as: UTF8.self)
    Golden.expect(text + "\n", named: "\(kind.rawValue).diagram.json")
  }

  @Test(arguments: MapKind.allCases)
  func graphIsAsReviewed(kind: MapKind) {
    Golden.expect(
      Self.diagram(kind).dotGraph(.init(method: .layers(.topToBottom))).text,
      named: "\(kind.rawValue).dot")
  }

  @Test(arguments: MapKind.allCases)
  func diagramSurvivesItsJSON(kind: MapKind) throws {
    let diagram = Self.diagram(kind)
    let read = try JSONDecoder().decode(Diagram.self, from: JSONEncoder().encode(diagram))
    #expect(read == diagram)
  }
}
