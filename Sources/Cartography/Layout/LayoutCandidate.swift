public import GraphvizKit

/// One way to lay out a diagram: an engine and its settings.
public struct LayoutCandidate: Hashable, Sendable {
  /// What the user reads, such as `dot, left to right`.
  public var name: String
  /// The engine.
  public var engine: LayoutEngine
  /// Settings of the graph.
  public var attributes: DOTAttributes
  /// The key of the box in the centre, for engines that have one.
  public var root: String?
  /// Whether the engine's places are only the start, and boxes are then placed to fill a slide.
  public var fillsSlide = false
  /// Whether every other childless child of a box moves one layer on, which narrows wide hierarchies.
  public var staggersLeaves = false
  /// By how much a layout must be better to be chosen: equals on two levels look as if one stood above the other.
  var handicap: Double { staggersLeaves ? 3 : 0 }
  /// Whether the engine gets frames and boxes in reverse order, which it takes as where to begin.
  public var startsReversed = false

  /// The ways worth trying for a diagram; all of them are laid out, and the most legible is kept.
  ///
  /// The list depends only on the diagram and the effort, so that the same map always gets the same layout; each effort
  /// tries what the one below it tries, and more. Large maps get one fast way, or some with much effort, since the
  /// careful engines take minutes for them.
  public static func candidates(
    for diagram: Diagram, effort: LayoutEffort = .normal
  ) -> [LayoutCandidate] {
    let size = diagram.nodes.count + diagram.edges.count
    let seeds = effort == .thorough ? [1, 2, 3, 4] : [1]
    if size > 1200 { return seeds.prefix(2).map { .multilevel(routed: false, seed: $0) } }
    if size > 400 { return seeds.map { .multilevel(routed: true, seed: $0) } }
    switch diagram.kind {
    case .map(.governance): return layered(diagram, effort)
    case .chart:
      return [LayoutCandidate(name: "to scale", engine: .positioned, attributes: [:])]
    case .map(.ecosystem), .map(.people), .map(.focus):
      var list = free(around: diagram.hub, effort)
      if diagram.edges.count < 2 * diagram.nodes.count {
        list += varied([.layers(.topToBottom), .layers(.leftToRight)], effort)
      }
      return list
    }
  }

  /// The engine the user asks for, with the settings that suit the diagram.
  public static func candidates(for diagram: Diagram, engine: LayoutEngine) -> [LayoutCandidate] {
    let isLarge = diagram.nodes.count + diagram.edges.count > 400
    return switch engine {
    case .dot: layered(diagram, .normal)
    case .neato: [1, 2].map { .stress(seed: $0).filling }
    case .fdp: [.springs(routed: !isLarge)]
    case .sfdp: [isLarge ? .multilevel(routed: false) : .multilevel(routed: false).filling]
    case .twopi: [diagram.hub.map { .rings(around: $0).filling } ?? .stress(seed: 1)]
    case .circo, .osage, .positioned:
      [LayoutCandidate(name: engine.rawValue, engine: engine, attributes: apart(routed: !isLarge))]
    }
  }

  /// The ways to begin with boxes anywhere, which are then placed to fill a slide.
  private static func free(around hub: String?, _ effort: LayoutEffort) -> [LayoutCandidate] {
    let seeds =
      switch effort {
      case .quick: [1]
      case .normal: [1, 2]
      case .thorough: [1, 2, 3, 4]
      }
    var list: [LayoutCandidate] = seeds.map { .stress(seed: $0).filling }
    list.append(.multilevel(routed: false).filling)
    if let hub { list.append(.rings(around: hub).filling) }
    if effort == .thorough {
      list += [.multilevel(routed: false, seed: 2).filling, .springs(routed: false).filling]
    }
    return list
  }

  /// The ways to lay out layers.
  ///
  /// A row of leaves is wider than a slide as soon as there are many: then layers follow each other from left to right, or
  /// the leaves stand in two rows.
  private static func layered(_ diagram: Diagram, _ effort: LayoutEffort) -> [LayoutCandidate] {
    let ways: [LayoutCandidate] =
      diagram.nodes.count > 8 && diagram.hasRowsOfLeaves
      ? [.layers(.leftToRight), .layers(.topToBottom).staggered]
      : [.layers(.topToBottom), .layers(.leftToRight)]
    return varied(ways, effort)
  }

  /// The ways, and with much effort each of them closer together and begun from the other end.
  private static func varied(
    _ ways: [LayoutCandidate], _ effort: LayoutEffort
  ) -> [LayoutCandidate] {
    effort == .thorough ? ways + ways.map(\.closer) + ways.map(\.reversed) : ways
  }

  /// Which way layers follow each other.
  enum Direction: String {
    case topToBottom = "TB"
    case leftToRight = "LR"
  }

  static func layers(_ direction: Direction) -> LayoutCandidate {
    LayoutCandidate(
      name: "dot, " + (direction == .topToBottom ? "top to bottom" : "left to right"), engine: .dot,
      attributes: [
        "rankdir": .escaped(direction.rawValue), "nodesep": .number(0.28),
        "ranksep": .number(0.5), "splines": "true", "nslimit": 10, "nslimit1": 10, "mclimit": 2,
      ])
  }

  static func stress(seed: Int) -> LayoutCandidate {
    LayoutCandidate(
      name: "neato, start \(seed)", engine: .neato,
      attributes: apart(routed: true).merging([
        "start": .number(Double(seed)), "maxiter": 500, "pack": 18, "packmode": "graph",
      ]))
  }

  static func springs(routed: Bool) -> LayoutCandidate {
    LayoutCandidate(
      name: "fdp", engine: .fdp,
      attributes: apart(routed: routed).merging(["start": 1, "K": .number(0.5)]))
  }

  static func multilevel(routed: Bool, seed: Int = 1) -> LayoutCandidate {
    LayoutCandidate(
      name: seed == 1 ? "sfdp" : "sfdp, start \(seed)", engine: .sfdp,
      attributes: apart(routed: routed).merging([
        "start": .number(Double(seed)), "K": .number(0.6),
      ]))
  }

  static func rings(around hub: String) -> LayoutCandidate {
    LayoutCandidate(
      name: "twopi", engine: .twopi,
      attributes: apart(routed: true).merging(["ranksep": .number(1.6)]), root: hub)
  }

  /// The same places, but only as a start for filling a slide.
  var filling: LayoutCandidate {
    var candidate = self
    candidate.name += ", fitted to the slide"
    candidate.fillsSlide = true
    // Lines are drawn once the boxes have their final places.
    candidate.attributes["splines"] = "none"
    candidate.attributes["overlap"] = "true"
    candidate.attributes["ratio"] = nil
    return candidate
  }

  /// The same layers with every other leaf moved one layer on.
  var staggered: LayoutCandidate {
    var candidate = self
    candidate.name += ", leaves staggered"
    candidate.staggersLeaves = true
    return candidate
  }

  /// The same layers with less room between them and between the boxes of one.
  var closer: LayoutCandidate {
    var candidate = self
    candidate.name += ", closer"
    candidate.attributes["nodesep"] = .number(0.18)
    candidate.attributes["ranksep"] = .number(0.36)
    return candidate
  }

  /// The same layers, with the order of boxes searched from the other end.
  var reversed: LayoutCandidate {
    var candidate = self
    candidate.name += ", reversed"
    candidate.startsReversed = true
    return candidate
  }

  /// Boxes kept apart, the map stretched to the shape of a slide, lines around boxes or, faster, straight.
  private static func apart(routed: Bool) -> DOTAttributes {
    [
      "overlap": "prism", "sep": "+9", "esep": "+4", "ratio": .number(0.5),
      "splines": routed ? "true" : "line",
    ]
  }
}

extension Diagram {
  /// The key of the box with the most lines, where it has clearly more than any other box.
  var hub: String? {
    var degree: [String: Int] = [:]
    for edge in edges {
      degree[edge.from, default: 0] += 1
      degree[edge.to, default: 0] += 1
    }
    let ranked = nodes.indices.sorted { left, right in
      (-(degree[nodes[left].key] ?? 0), left) < (-(degree[nodes[right].key] ?? 0), right)
    }
    guard let first = ranked.first, let most = degree[nodes[first].key], most >= 4 else {
      return nil
    }
    return nodes[first].key
  }
}
