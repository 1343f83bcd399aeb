internal import Dispatch
public import GraphvizKit
import Synchronization

/// What an engine drew of a map while it laid it out.
public struct EngineDrawing: Sendable {
  /// The picture as SVG, as the engine writes it: without title, legend and footer.
  public let svg: [UInt8]
  /// Where the picture's origin lies on the sheet.
  public let origin: LaidOutDiagram.Point
}

/// The layout that was chosen for a diagram.
public struct DrawnLayout: Sendable {
  /// The laid-out diagram on its sheet.
  public var map: LaidOutDiagram
  /// The engine's own drawing of it, where nothing was changed since.
  public var drawing: EngineDrawing?
  /// Whether it was searched for, rather than given up after a first look.
  public var isSearched = true
}

/// Lays out diagrams in a worker process of the layout engine.
public struct DiagramLayout: Sendable {
  private let worker: LayoutWorker
  private let timeLimit: Duration
  private let effort: LayoutEffort

  /// Uses a worker, with so much time for each layout of an engine, and so much effort for the search.
  public init(worker: LayoutWorker, timeLimit: Duration, effort: LayoutEffort = .normal) {
    self.worker = worker
    self.timeLimit = timeLimit
    self.effort = effort
  }

  /// The most legible layout of a diagram.
  ///
  /// - Parameters:
  ///   - diagram: The diagram.
  ///   - engine: The engine to use, or nothing to try those that suit the diagram.
  /// - Returns: The laid-out diagram on its sheet.
  /// - Throws: ``GraphvizError`` where none of the ways worked; the first one's error.
  public func layOut(
    _ diagram: Diagram, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> LaidOutDiagram {
    try draw(diagram, engine: engine).map
  }

  /// The most legible layout of a diagram, with the engine's drawing where nothing of the layout was changed since.
  ///
  /// Drawing the sheet once more, with everything at its place, gives the same picture but takes as long as a small layout.
  ///
  /// - Parameters:
  ///   - diagram: The diagram.
  ///   - engine: The engine to use, or nothing to try those that suit the diagram.
  ///   - isPromising: Whether a layout found quickly is worth a search for a better one; nothing to search in any case.
  /// - Returns: The laid-out diagram on its sheet, and its drawing.
  /// - Throws: ``GraphvizError`` where none of the ways worked; the first one's error.
  public func draw(
    _ diagram: Diagram, engine: LayoutEngine? = nil, isPromising: ((Legibility) -> Bool)? = nil
  ) throws(GraphvizError) -> DrawnLayout {
    let candidates =
      engine.map { LayoutCandidate.candidates(for: diagram, engine: $0) }
      ?? LayoutCandidate.candidates(for: diagram)
    var best: (drawn: DrawnLayout, score: Double)?
    var firstError: GraphvizError?
    func attempt(_ make: () throws(GraphvizError) -> DrawnLayout) {
      do throws(GraphvizError) {
        let drawn = try make()
        let score = candidates.count > 1 ? drawn.map.score(asLaidOutFrom: diagram) : 0
        if score > best?.score ?? -.infinity { best = (drawn, score) }
      } catch {
        firstError = firstError ?? error
      }
    }
    let filling = candidates.filter(\.fillsSlide)
    if !filling.isEmpty {
      attempt { () throws(GraphvizError) in
        try layOutFilling(diagram, filling, isPromising: isPromising)
      }
    }
    // Labels of lines are moved after the layout.
    let drawsFinally = diagram.edges.allSatisfy { $0.label == nil }
    for candidate in candidates where !candidate.fillsSlide {
      attempt { () throws(GraphvizError) in
        let reply = try reply(
          to: LayoutRequest(
            graph: diagram.dotGraph(candidate), engine: candidate.engine,
            formats: drawsFinally ? [.svg] : [], wantsGeometry: true))
        let (map, origin) = compose(diagram, reply.layout, candidate)
        return DrawnLayout(
          map: map, drawing: reply.svg.map { EngineDrawing(svg: $0, origin: origin) })
      }
    }
    if let best { return best.drawn }
    throw firstError ?? GraphvizError(code: .layoutFailed, message: "There is no layout to try.")
  }

  /// The best of several ways to fill a slide.
  private func layOutFilling(
    _ diagram: Diagram, _ candidates: [LayoutCandidate], isPromising: ((Legibility) -> Bool)?
  ) throws(GraphvizError) -> DrawnLayout {
    var starts: [(layout: GraphLayout, candidate: LayoutCandidate)] = []
    var firstError: GraphvizError?
    for candidate in candidates {
      do throws(GraphvizError) {
        let graph = diagram.dotGraph(candidate)
        starts.append((try geometry(of: graph, candidate.engine), candidate))
      } catch {
        firstError = firstError ?? error
      }
    }
    let begun = starts
    let quick = Self.inParallel(begun.count) { diagram.filling(from: begun[$0].layout) }
    // The search goes on where it promises most; of equals with the first.
    let promising = quick.indices.sorted { (quick[$0].cost, $0) < (quick[$1].cost, $1) }.prefix(2)
    @Sendable func composed(_ filling: Diagram.Filling, start: Int) -> LaidOutDiagram {
      compose(diagram, diagram.layout(of: filling), begun[start].candidate).map
    }
    if let isPromising, effort != .quick, let start = promising.first {
      let map = composed(quick[start], start: start)
      if !isPromising(map.legibility()) { return DrawnLayout(map: map, isSearched: false) }
    }
    let drafts = Self.inParallel(promising.count * effort.searches) { number in
      let start = promising[number / effort.searches]
      let seed = number % effort.searches + 1
      let filling =
        effort == .quick ? quick[start] : quick[start].searched(effort, seed: UInt64(seed))
      let map = composed(filling, start: start)
      return (map: map, score: map.score(asLaidOutFrom: diagram))
    }
    var best: (map: LaidOutDiagram, score: Double)?
    for draft in drafts where draft.score > best?.score ?? -.infinity { best = draft }
    guard let best else {
      throw firstError
        ?? GraphvizError(code: .layoutFailed, message: "There is no layout to try.")
    }
    return DrawnLayout(map: best.map)
  }

  /// Makes values on all processors, and puts them into their order.
  private static func inParallel<Value: Sendable>(
    _ count: Int, make: @Sendable (Int) -> Value
  ) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let value = make(number)
      values.withLock { $0[number] = value }
    }
    return values.withLock { $0 }.compactMap { $0 }
  }

  /// A layout on its sheet, with every label at its place, and where its origin lies there.
  ///
  /// Labels without a free place would cover others: they are left to the tooltips, and the footer counts them.
  private func compose(
    _ diagram: Diagram, _ layout: GraphLayout, _ candidate: LayoutCandidate
  ) -> (map: LaidOutDiagram, origin: LaidOutDiagram.Point) {
    let (map, origin) = composeWhole(diagram, layout, candidate)
    let hidden = map.labelsInTheWay
    guard !hidden.isEmpty else { return (map, origin) }
    return composeWhole(diagram.withoutLabels(ofLines: hidden), layout, candidate)
  }

  private func composeWhole(
    _ diagram: Diagram, _ layout: GraphLayout, _ candidate: LayoutCandidate
  ) -> (map: LaidOutDiagram, origin: LaidOutDiagram.Point) {
    let sheet = SheetComposer(
      diagram: diagram, mapWidth: layout.width, mapHeight: layout.height
    ).compose()
    let map = LaidOutDiagram(
      diagram, layout: layout, sheet: sheet, layoutName: candidate.name)
    let origin = LaidOutDiagram.Point(
      x: sheet.mapOrigin.x - layout.origin.x, y: sheet.mapOrigin.y + layout.origin.y)
    return (LabelPlacement.placed(on: map), origin)
  }

  private func geometry(
    of graph: DOTGraph, _ engine: LayoutEngine
  ) throws(GraphvizError) -> GraphLayout {
    try reply(to: LayoutRequest(graph: graph, engine: engine, wantsGeometry: true)).layout
  }

  private func reply(
    to request: LayoutRequest
  ) throws(GraphvizError) -> (layout: GraphLayout, svg: [UInt8]?) {
    let reply = try worker.run(request, timeLimit: timeLimit)
    guard let layout = reply.layout else {
      throw GraphvizError(code: .invalidReply, message: "The layout came back without positions.")
    }
    return (layout, reply.bytes(of: .svg))
  }
}

extension LaidOutDiagram {
  /// Moves a layout to its place on the sheet and puts its parts into the diagram's order.
  init(_ diagram: Diagram, layout: GraphLayout, sheet: SheetComposer.Sheet, layoutName: String) {
    func place(_ point: GraphLayout.Point) -> Point {
      Point(x: point.x + sheet.mapOrigin.x, y: point.y + sheet.mapOrigin.y)
    }
    let nodes = Dictionary(layout.nodes.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let edges = Dictionary(
      layout.edges.map { ($0.key ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    let clusters = Dictionary(
      layout.clusters.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    self.init(
      diagram: diagram, width: sheet.width, height: sheet.height,
      boxes: diagram.nodes.map { node in
        guard let box = nodes[node.key] else { return Rectangle(x: 0, y: 0, width: 0, height: 0) }
        let centre = place(box.center)
        return Rectangle(
          x: centre.x - box.width / 2, y: centre.y - box.height / 2, width: box.width,
          height: box.height)
      },
      routes: diagram.edges.map { edge in
        let laidOut = edges[edge.key]
        let curves = (laidOut?.curves ?? []).map { curve in
          Curve(
            points: curve.points.map(place), startTip: curve.startTip.map(place),
            endTip: curve.endTip.map(place))
        }
        return Route(
          curves: edge.pointsUp ? curves.reversed().map(\.reversed) : curves,
          label: laidOut?.label.map { place($0.center) },
          labelSize: laidOut?.label.map { Point(x: $0.width, y: $0.height) })
      },
      frames: diagram.clusters.map { cluster in
        clusters[cluster.key].map { laidOut in
          let corner = place(.init(x: laidOut.frame.x, y: laidOut.frame.y))
          return Rectangle(
            x: corner.x, y: corner.y, width: laidOut.frame.width, height: laidOut.frame.height)
        }
      },
      frameLabels: diagram.clusters.map { cluster in
        clusters[cluster.key].flatMap { $0.label.map { place($0.center) } }
      },
      ornaments: sheet.ornaments, logo: sheet.logo, layoutName: layoutName)
  }
}

extension LaidOutDiagram.Curve {
  /// The same curve from its end to its start.
  var reversed: Self {
    Self(points: points.reversed(), startTip: endTip, endTip: startTip)
  }
}
