import EcosystemModel
import GraphvizKit
import TestSupport
import Testing

@testable import Cartography

/// States of an ecosystem beside each other.
@Suite("Pictures of several states on the same places")
struct PanelTests {
  private func content(_ states: [Ecosystem], _ kind: MapKind) -> MapContent {
    var difference = MapDifference(
      of: states.enumerated().map { ($0.element.on(nil), "state \($0.offset + 1)") },
      isSameDataset: true)
    difference.isInPanels = true
    var view = MapView(kind)
    view.difference = difference
    return MapContent.make(of: difference.union.on(nil), view: view)
  }

  private func panels(_ content: MapContent) -> [Diagram] {
    Diagram.panels(of: content, style: MapStyle(), measures: nil, provenance: Provenance())
  }

  /// The map with every box somewhere, and its pictures.
  private func repeated(_ content: MapContent) -> LaidOutDiagram {
    var diagram = Diagram.make(of: content)
    diagram.makeRoom(for: panels(content), of: content)
    let page = SheetComposer(diagram: diagram, mapWidth: 400, mapHeight: 300).compose()
    let map = LaidOutDiagram(
      diagram: diagram, width: page.width, height: page.height,
      boxes: diagram.nodes.indices.map {
        .init(x: Double($0 % 7) * 60, y: Double($0 / 7) * 40, width: 50, height: 30)
      }, routes: diagram.edges.map { _ in .init(curves: []) },
      frames: diagram.clusters.map { _ in nil }, frameLabels: diagram.clusters.map { _ in nil },
      sheet: page.sheet, layout: LayoutCandidate(method: .chips))
    return map.repeated(showing: panels(content)).map
  }

  private static let kinds: [MapKind] = [.ecosystem, .governance, .people]

  @Test("marks after are those of the difference map", arguments: Seeds.upTo(10), kinds)
  func marksAreThoseOfTheDifference(seed: UInt64, kind: MapKind) {
    let states = [Ecosystem.random(seed: seed), Ecosystem.random(seed: seed + 5)]
    let content = content(states, kind)
    let (before, after) = (content.showing(0), content.showing(1))
    #expect(before.nodes.allSatisfy { $0.mark == nil } && before.ties.allSatisfy { $0.mark == nil })
    #expect(after.nodes.map(\.mark) == content.nodes.map(\.mark))
    #expect(after.ties.map(\.mark) == content.ties.map(\.mark))
    // What is new is on the second only, and nothing else is on one only.
    let new = Set(content.nodes.filter { $0.mark == .added }.map(\.reference))
    #expect(before.panel?.absent == new && after.panel?.absent == [])
  }

  @Test("every picture has every box at the same place", arguments: Seeds.upTo(10), 2...5)
  func picturesShareOneLayout(seed: UInt64, count: Int) throws {
    let states = (0..<count).map { Ecosystem.random(seed: seed + UInt64($0)) }
    let content = content(states, .governance)
    let map = repeated(content)
    let pitch = try #require(map.sheet.pitch)
    let grid = try #require(map.diagram.panels)
    #expect(Set(map.diagram.nodes.map(\.key)).count == map.diagram.nodes.count)
    #expect(map.recipe == nil && map.boxes.count == map.diagram.nodes.count)
    var places: [Substring: LaidOutDiagram.Point] = [:]
    for (node, box) in zip(map.diagram.nodes, map.boxes) {
      let mark = try #require(node.key.ranges(of: "--").last)
      let number = try #require(Int(node.key[mark.upperBound...]))
      let shift = grid.shift(of: number - 1, pitch: pitch)
      let place = LaidOutDiagram.Point(x: box.x - shift.x, y: box.y - shift.y)
      let known = places[node.key[..<mark.lowerBound]] ?? place
      #expect(abs(known.x - place.x) < 1e-6 && abs(known.y - place.y) < 1e-6)
      places[node.key[..<mark.lowerBound]] = place
    }
    // Every line ends at boxes of its own picture.
    let keys = Set(map.diagram.nodes.map(\.key))
    for edge in map.diagram.edges { #expect(keys.contains(edge.from) && keys.contains(edge.to)) }
  }

  @Test("each picture shows its own state", arguments: Seeds.upTo(10))
  func picturesShowTheirStates(seed: UInt64) {
    let states = (0..<3).map { Ecosystem.random(seed: seed + UInt64($0)) }
    let content = content(states, .governance)
    let map = repeated(content)
    for (number, state) in states.enumerated() {
      let shown = map.diagram.nodes.filter {
        $0.key.hasSuffix("--\(number + 1)") && !$0.classes.contains("removed")
      }
      #expect(shown.count == state.committees.count)
      let counted = content.stages[number].nodes.values.filter { $0.mark != .removed }
      #expect(counted.count == state.committees.count)
    }
    #expect(content.title.contains("in 3 states from state 1 to state 3"))
    #expect(content.captions.first == "state 1")
  }

  @Test("boxes have room for what they say in any state")
  func boxesHoldTheirWords() {
    let content = content([.random(seed: 3), .random(seed: 4), .random(seed: 5)], .governance)
    var diagram = Diagram.make(of: content)
    let panels = panels(content)
    diagram.makeRoom(for: panels, of: content)
    for panel in panels {
      for (own, all) in zip(panel.nodes, diagram.nodes)
      where !own.classes.contains(Diagram.absent) {
        #expect(own.lines.count <= all.lines.count)
        for (line, room) in zip(own.lines, all.lines) {
          #expect(
            TextMetrics.width(of: line.text, size: line.size, isBold: line.isBold)
              <= TextMetrics.width(of: room.text, size: room.size, isBold: room.isBold))
        }
      }
    }
  }

  @Test("grids hold all pictures", arguments: 2...PanelGrid.most)
  func gridsHoldAll(count: Int) {
    let grid = PanelGrid((0..<count).map { "\($0)" })
    #expect(grid.columns * grid.rows >= count && grid.columns * (grid.rows - 1) < count)
  }
}
