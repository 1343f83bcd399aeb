import Cartography
import EcosystemModel
import GraphCore
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

/// Maps at places that people arranged: nobody loses a name for it, and nothing else moves.
@Suite(.timeLimit(.minutes(60)))
struct KeptMapLawTests {
  private static func drawn(
    _ growth: Growth, _ count: Int, keeping memory: PictureMemory? = nil
  ) throws -> DrawnMap {
    let kinds: [Growth: MapKind] = [
      .network: .landscape, .hub: .ecosystem, .hierarchy: .governance, .reporting: .reporting,
      .people: .people,
    ]
    return try MapDrawing(
      provenance: .init(), timeLimit: .seconds(60), effort: .quick,
      places: PlaceBook(memory.map { [$0] } ?? [])
    ).draw(
      MapRequest(view: MapView(kinds[growth] ?? .ecosystem)),
      of: Ecosystem.growing(growth, to: count, seed: 1).on(nil), with: .inProcess)
  }

  private static let counts: [Growth: Int] = [.hub: 16, .hierarchy: 12, .people: 12]
  private static let before = Result {
    try counts.mapValues { $0 }.map { ($0.key, try drawn($0.key, $0.value)) }
      .reduce(into: [Growth: DrawnMap]()) { $0[$1.0] = $1.1 }
  }

  @Test(arguments: [Growth.hub, .hierarchy, .people], Seeds.upTo(6))
  func shapesThatOverlapALittleKeepAllNames(growth: Growth, seed: UInt64) throws {
    let fresh = try #require(Self.before.get()[growth])
    var random = SplitMix64(state: seed)
    var memory = fresh.map.memory
    // Some are laid over the edge of another, each in one of four corners.
    var pushed: Set<Int> = []
    for _ in 0..<2 {
      let one = Int.random(in: 0..<memory.boxes.count, using: &random)
      let other = Int.random(in: 0..<memory.boxes.count, using: &random)
      guard one != other else { continue }
      let (frame, place) = (memory.boxes[one].frame, memory.boxes[other].frame)
      let overlap = Double.random(in: 0.08...0.4, using: &random)
      memory.boxes[one].frame.x =
        Bool.random(using: &random)
        ? place.x + place.width * (1 - overlap) : place.x - frame.width + place.width * overlap
      // Nowhere beside the map, where a title or a legend may stand.
      let (left, right) = (
        memory.boxes.map(\.frame.x).min() ?? 0,
        memory.boxes.map { $0.frame.x + $0.frame.width }.max() ?? 0
      )
      memory.boxes[one].frame.x = min(max(memory.boxes[one].frame.x, left), right - frame.width)
      memory.boxes[one].frame.y =
        place.y + frame.height * Double.random(in: -0.5...0.5, using: &random)
      pushed.formUnion([one, other])
    }
    let count = try #require(Self.counts[growth])
    let kept = try Self.drawn(growth, count, keeping: memory)
    let record = try #require(kept.search.kept)
    #expect(!record.isFresh && record.added.isEmpty, "\(record.notes)")
    #expect(kept.map.legibility().named >= fresh.map.legibility().named - 3)
    // A second time nothing is left to be done.
    let again = try Self.drawn(growth, count, keeping: kept.map.memory)
    #expect(again.map.boxes == kept.map.boxes, "\(again.search.kept?.notes ?? [])")
    // What nobody touched stays beside all else that nobody touched.
    let moved = record.moved.map(\.name)
    var shifts: [(x: Double, y: Double)] = []
    for (number, node) in fresh.map.diagram.nodes.enumerated()
    where !pushed.contains(number) && !moved.contains(node.title) && record.growth == 1 {
      let now = try #require(kept.map.diagram.nodes.firstIndex { $0.key == node.key })
      shifts.append(kept.map.boxes[now].shift(from: fresh.map.boxes[number]))
      #expect(abs(shifts[0].x - (shifts.last?.x ?? 0)) < 0.05, "\(node.title)")
      #expect(abs(shifts[0].y - (shifts.last?.y ?? 0)) < 0.05, "\(node.title)")
    }
  }
}

extension LaidOutDiagram.Rectangle {
  fileprivate func shift(from other: Self) -> (x: Double, y: Double) {
    (x + width / 2 - other.x - other.width / 2, y + height / 2 - other.y - other.height / 2)
  }
}
