import Cartography
import EcosystemModel
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

/// What is named on a map grows with what there is: one company, committee or person more takes at most three names off.
///
/// `.ci/naming-law.py` follows more ecosystems, and farther.
@Suite(.timeLimit(.minutes(60)))
struct NamingLawTests {
  private static func named(
    _ growth: Growth, _ count: Int, seed: UInt64
  ) throws -> (named: Int, letters: Double) {
    let kind: MapKind =
      switch growth {
      case .network: .landscape
      case .hub: .ecosystem
      case .hierarchy: .governance
      case .reporting: .reporting
      case .people: .people
      }
    let ecosystem = Ecosystem.growing(growth, to: count, seed: seed)
    let drawn = try MapDrawing(provenance: .init(), timeLimit: .seconds(60)).draw(
      MapRequest(view: MapView(kind)), of: ecosystem.on(nil), with: .inProcess)
    let everyone = drawn.map.diagram.nodes.flatMap { $0.members ?? [] }
    #expect(Set(everyone.map(\.key)).count == everyone.count)
    let measures = drawn.map.legibility()
    return (measures.named, measures.smallestLabel)
  }

  /// The size, the seed, and how many are named at least.
  @Test(
    arguments: [
      (.network, 41, 1, 41), (.network, 99, 1, 90), (.network, 120, 1, 95), (.network, 140, 2, 90),
      (.hub, 40, 1, 40),
      (.hub, 89, 2, 85), (.hierarchy, 42, 1, 42), (.hierarchy, 60, 2, 55), (.hierarchy, 90, 1, 70),
      (.reporting, 45, 1, 45), (.reporting, 90, 2, 70), (.people, 18, 1, 18),
    ] as [(Growth, Int, UInt64, Int)])
  func oneMoreTakesAtMostThreeNamesOff(
    growth: Growth, count: Int, seed: UInt64, least: Int
  ) throws {
    let before = try Self.named(growth, count, seed: seed)
    let after = try Self.named(growth, count + 1, seed: seed)
    #expect(before.named >= least && before.letters >= 9)
    #expect(after.named >= before.named - 3 && after.letters >= 9)
  }
}
