import Cartography
import EcosystemModel

/// What lies on either side of each firewall, for pages of the house itself that name both.
package struct Walls: Sendable {
  private var sides: [(NamesInText, NamesInText)] = []

  /// No firewalls: nothing is marked.
  init() {}

  /// Takes the rows of conflicts: of an alliance all that the partners of the other one must not read, of a company its name.
  ///
  /// - Complexity: O(conflicts · rows of the dataset).
  init(of snapshot: Snapshot) {
    let whole = snapshot.whole
    func names(of side: EntityReference, hiddenFrom other: EntityReference) -> NamesInText {
      var entities: Set = [side]
      if case .alliance = side, case .alliance(let other) = other {
        // Functions have names that many have.
        entities.formUnion(snapshot.told(to: other).hidden.filter { $0.kind != .function })
      }
      return NamesInText(of: entities, in: snapshot.origin)
    }
    sides = whole.conflicts.map { row in
      (names(of: row.a, hiddenFrom: row.b), names(of: row.b, hiddenFrom: row.a))
    }
  }

  /// Whether texts name something on both sides of a firewall.
  func areBothNamed(in texts: [String]) -> Bool {
    sides.contains { side in
      texts.contains(where: side.0.appear) && texts.contains(where: side.1.appear)
    }
  }
}

extension Deck.Slide {
  /// Everything that can be read on it or about it.
  var texts: [String] {
    let shown: [String] =
      switch content {
      case .title(let lines): lines
      case .picture(let map):
        map.diagram.nodes.flatMap { [$0.title, $0.tooltip] + $0.lines.map(\.text) }
          + map.diagram.edges.map(\.tooltip) + map.diagram.clusters.map(\.label.text)
          + map.diagram.legend.flatMap { $0.entries.map(\.text) } + [map.diagram.footer]
          + map.sheet.guides.compactMap {
            if case .text(let line, _) = $0 { line.text } else { nil }
          }
      case .statements(let statements): statements.flatMap { [$0.text, $0.remark] }
      case .tables(let pages, let notes, _):
        pages.flatMap { page in
          page.rows.flatMap { row in row.cells.map { $0.joined(separator: " ") } }
        } + notes
      }
    let panel = if case .picture(let map) = content { map.sheet.panel } else { SidePanel?.none }
    return [title, notes] + shown + (panel?.blocks.flatMap(\.section.facts) ?? [])
  }
}
