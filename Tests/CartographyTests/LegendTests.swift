import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// One look means one thing: everything drawn is in the legend, and nothing else.
struct LegendTests {
  struct Line: Hashable {
    let colour: Colour
    let stroke: Diagram.Stroke
    let arrow: Diagram.Arrow
  }

  static let views: [MapView] = {
    let sample = Ecosystem.sample
    var views = MapKind.allCases.filter { $0 != .focus }.map { MapView($0) }
    for reference in sample.references {
      for steps in 1...2 {
        var view = MapView(.focus)
        (view.focus, view.steps) = (reference, steps)
        views.append(view)
      }
    }
    for level in RollUp.levels(of: .people) {
      var view = MapView(.people)
      view.rollUp = level
      views.append(view)
    }
    return views.flatMap { view in
      var folded = view
      folded.reduction.groupsTwins = true
      folded.reduction.leafTies = 2
      return [view, folded]
    }
  }()

  @Test(arguments: Theme.Name.allCases)
  func everyLookIsExplainedAndEveryExplanationUsed(name: Theme.Name) {
    for ecosystem in [Ecosystem.sample] {
      for (number, view) in Self.views.enumerated() {
        for colour in [nil, "kind", "company", "entity"] {
          var style = MapStyle()
          style.theme = Theme.named(name)
          style.colour = colour
          let content = MapContent.make(of: ecosystem.on(nil), view: view)
          let diagram = Diagram.make(of: content, style: style)
          expectLegendFits(
            diagram, hasKinds: view.rollUp != .communities,
            "\(view.kind) \(number) \(view.focus?.description ?? "") \(colour ?? "")")
        }
      }
    }
  }

  private func expectLegendFits(_ diagram: Diagram, hasKinds: Bool, _ place: String) {
    let samples = diagram.legend.flatMap(\.entries).map(\.sample)
    let drawn = Set(
      diagram.edges.map { Line(colour: $0.colour, stroke: $0.stroke, arrow: $0.arrow) })
    let lines = samples.compactMap { sample -> (line: Line, width: Double)? in
      guard case .line(let width, let colour, let stroke, let arrow) = sample else { return nil }
      return (Line(colour: colour, stroke: stroke, arrow: arrow), width)
    }
    #expect(Set(lines.map(\.line)) == drawn, "lines, \(place)")
    // Every sample is as wide as a line that is drawn so, and the widest is among them.
    let widths = Dictionary(grouping: diagram.edges) {
      Line(colour: $0.colour, stroke: $0.stroke, arrow: $0.arrow)
    }
    for (line, width) in lines {
      #expect(widths[line]?.contains { $0.width == width } ?? false, "width \(width), \(place)")
    }
    #expect(lines.map(\.width).max() == diagram.edges.map(\.width).max(), "widest, \(place)")
    let hasNumbers = diagram.edges.contains { $0.label.map { Int($0.text) != nil } ?? false }
    let explainsNumbers = diagram.legend.flatMap(\.entries).contains {
      $0.text.contains(/(number of links|number of seats|shared people|shared alliances)(: \d+)?$/)
    }
    #expect(hasNumbers == explainsNumbers, "numbers, \(place)")

    let boxes = samples.compactMap { sample -> (Diagram.Shape, Colour, Double)? in
      guard case .box(let shape, let fill, _, let width, _) = sample else { return nil }
      return (shape, fill, width)
    }
    let shapes = Set(diagram.nodes.map(\.shape))
    let isOneKind = Set(diagram.nodes.map { $0.classes.first ?? "" }).count == 1
    let section = diagram.legend.first { $0.title == "Shapes" }?.entries.map(\.sample) ?? []
    let kinds = section.compactMap { sample -> Diagram.Shape? in
      if case .box(let shape, _, _, 1, _) = sample { shape } else { nil }
    }
    // Where each kind has a colour, one section says both.
    let both = diagram.legend.first { $0.title == "Kinds" }?.entries ?? []
    if both.isEmpty, hasKinds {
      #expect(Set(kinds) == (isOneKind ? [] : shapes), "shapes, \(place)")
    }
    if !both.isEmpty { #expect(kinds.isEmpty, "shapes said twice, \(place)") }
    #expect(
      Set(diagram.nodes.map(\.borderWidth)).isSubset(of: Set(boxes.map(\.2) + [1])),
      "outlines, \(place)")
    let fills = Set(diagram.nodes.map(\.fill))
    if !boxes.isEmpty || fills.count > 1 {
      let colours = diagram.legend.contains { $0.title.hasPrefix("Colour") || $0.title == "Kinds" }
      // Frames with the names of colours are all the legend these need.
      let framed = colours ? [] : diagram.nodes.filter { $0.cluster != nil }.map(\.fill)
      let plain = (isOneKind || !hasKinds ? [diagram.theme.fill] : []) + framed
      #expect(fills.subtracting(boxes.map(\.1)).subtracting(plain).isEmpty, "fills, \(place)")
    }
    let chips = Set(diagram.nodes.flatMap(\.chips).map(\.fill))
    let colour = (diagram.legend.first { $0.title.hasPrefix("Colour") }?.entries ?? []) + both
    for entry in colour {
      guard case .box(_, let fill, _, _, _) = entry.sample else { continue }
      #expect(fills.union(chips).contains(fill), "\(entry.text), \(place)")
    }
    let seats = diagram.legend.first { $0.title.hasPrefix("Voting") }?.entries ?? []
    // The fields of values have the colours of outlines in the legend, those of seats the fills.
    let explained = (seats + colour).flatMap { entry -> [Colour] in
      if case .box(_, let fill, let border, _, _) = entry.sample { [fill, border] } else { [] }
    }
    #expect(
      chips.subtracting([diagram.theme.fill]).isSubset(of: explained), "chips, \(place)")
  }
}
