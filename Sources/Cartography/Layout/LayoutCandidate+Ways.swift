package import GraphvizKit

extension LayoutCandidate {
  /// The key of the box in the centre, for engines that have one.
  var root: String? { if case .rings(let root) = method { root } else { nil } }

  /// Settings of the graph.
  var attributes: DOTAttributes {
    var attributes = methodAttributes
    if fillsSlide {
      // Lines are drawn once the boxes have their final places.
      attributes["splines"] = "none"
      attributes["overlap"] = "true"
      attributes["ratio"] = nil
    }
    return attributes
  }

  private var methodAttributes: DOTAttributes {
    switch method {
    case .layers(let direction):
      [
        "rankdir": .escaped(direction.rawValue), "nodesep": .number(isCloser ? 0.18 : 0.28),
        "ranksep": .number(isCloser ? 0.36 : 0.5), "splines": "true", "nslimit": 10,
        "nslimit1": 10, "mclimit": 2,
      ]
    case .stress(let seed):
      apart.merging([
        "start": .number(Double(seed)), "maxiter": 500, "pack": 18, "packmode": "graph",
      ])
    case .springs: apart.merging(["start": 1, "K": .number(0.5)])
    case .multilevel(let seed):
      apart.merging(["start": .number(Double(seed)), "K": .number(0.6)])
    case .rings: apart.merging(["ranksep": .number(1.6)])
    case .engine: apart
    case .tiers, .chips, .toScale: [:]
    }
  }

  /// Boxes kept apart, the map stretched to the shape of a slide, lines around boxes or, faster, straight.
  private var apart: DOTAttributes {
    [
      "overlap": "prism", "sep": "+9", "esep": "+4", "ratio": .number(0.5),
      "splines": isRouted ? "true" : "line",
    ]
  }

  /// The ways worth trying for a diagram; all of them are laid out, and the most legible is kept.
  ///
  /// The list depends only on the diagram and the effort, so that the same map always gets the same layout; each effort
  /// tries what the one below it tries, and more. Large maps get one fast way, or some with much effort, since the
  /// careful engines take minutes for them.
  package static func candidates(
    for diagram: Diagram, effort: LayoutEffort = .normal
  ) -> [LayoutCandidate] {
    let size = diagram.nodes.count + diagram.edges.count
    let seeds = effort == .thorough ? [1, 2, 3, 4] : [1]
    if diagram.kind == .map(.landscape) { return [LayoutCandidate(method: .chips)] }
    if diagram.isHierarchy, diagram.hasWholeTrees {
      return [LayoutCandidate(method: .tiers)]
    }
    if size > 1200 {
      return seeds.prefix(2).map { .init(method: .multilevel(seed: $0), isRouted: false) }
    }
    if size > 400 { return seeds.map { .init(method: .multilevel(seed: $0)) } }
    switch diagram.kind {
    case .map(.governance), .map(.reporting): return varied([layers[0]], effort)
    case .chart:
      return [LayoutCandidate(method: .toScale("to scale"))]
    case .map(.ecosystem), .map(.people), .map(.focus), .map(.landscape):
      var list = free(around: diagram.hub, effort)
      // Frames among layers take much time, and mostly more room than there is on a full map; a few shapes leave the slide empty.
      let suits =
        diagram.clusters.isEmpty
        ? diagram.nodes.count > fewAlone : diagram.nodes.count <= fewInFrames
      if diagram.edges.count < 2 * diagram.nodes.count, suits || effort == .thorough {
        list += varied(layers, effort)
      }
      return list
    }
  }

  /// So few shapes without frames stand anywhere rather than in layers.
  private static let fewAlone = 8
  /// So few shapes in frames may stand in layers where time is short.
  private static let fewInFrames = 24

  /// The engine the user asks for, with the settings that suit the diagram.
  package static func candidates(for diagram: Diagram, engine: LayoutEngine) -> [LayoutCandidate] {
    let isLarge = diagram.nodes.count + diagram.edges.count > 400
    return switch engine {
    case .dot: diagram.isHierarchy ? [layers[0]] : layers
    case .neato: [1, 2].map { Self(method: .stress(seed: $0)).filling }
    case .fdp: [.init(method: .springs, isRouted: !isLarge)]
    case .sfdp: [isLarge ? multilevel : multilevel.filling]
    case .twopi:
      [
        diagram.hub.map { Self(method: .rings(around: $0)).filling }
          ?? .init(method: .stress(seed: 1))
      ]
    case .circo, .osage, .positioned:
      [LayoutCandidate(method: .engine(engine), isRouted: !isLarge)]
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
    var list: [LayoutCandidate] = seeds.map { .init(method: .stress(seed: $0)).filling }
    list.append(multilevel.filling)
    if let hub { list.append(Self(method: .rings(around: hub)).filling) }
    if effort == .thorough {
      list += [
        Self(method: .multilevel(seed: 2), isRouted: false).filling,
        Self(method: .springs, isRouted: false).filling,
      ]
    }
    return list
  }

  /// The ways, and with much effort each of them closer together and begun from the other end.
  private static func varied(
    _ ways: [LayoutCandidate], _ effort: LayoutEffort
  ) -> [LayoutCandidate] {
    effort == .thorough ? ways + ways.map(\.closer) + ways.map(\.reversed) : ways
  }

  private static var layers: [LayoutCandidate] {
    [.init(method: .layers(.topToBottom)), .init(method: .layers(.leftToRight))]
  }

  private static var multilevel: LayoutCandidate {
    .init(method: .multilevel(seed: 1), isRouted: false)
  }

  /// The same places, but only as a start for filling a slide.
  private var filling: LayoutCandidate { with { $0.fillsSlide = true } }

  /// The same layers with less room between them and between the boxes of one.
  private var closer: LayoutCandidate { with { $0.isCloser = true } }

  /// The same layers, with the order of boxes searched from the other end.
  private var reversed: LayoutCandidate { with { $0.startsReversed = true } }

  private func with(_ change: (inout LayoutCandidate) -> Void) -> LayoutCandidate {
    var candidate = self
    change(&candidate)
    return candidate
  }
}

extension Diagram {
  /// Whether some stand above others.
  var isHierarchy: Bool { [.map(.governance), .map(.reporting)].contains(kind) }

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
