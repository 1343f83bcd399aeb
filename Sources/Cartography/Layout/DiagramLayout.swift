internal import Dispatch
internal import EcosystemModel
package import GraphvizKit
import Synchronization

/// Lays out diagrams, in this process or in worker processes of the layout engine.
///
/// In two steps, so that no search is spent on a map that is far too full: ``draft(_:engine:)`` has the engines try, and
/// ``finish(_:)`` searches on from where they promise most. Both do as much at once as there are workers and processors,
/// and choose by the order of the tries, never by which ends first.
package struct DiagramLayout: Sendable {
  let pool: LayoutPool
  let timeLimit: Duration
  let effort: LayoutEffort

  /// For fewer boxes and lines, another process takes longer to start than one takes for all layouts.
  static let worthAnotherProcess = 60

  /// So few lines are led in no time.
  private static let fewLines = 36

  /// Uses workers, with so much time for each layout of an engine, and so much effort for the search.
  package init(
    pool: LayoutPool = .inProcess, timeLimit: Duration = .seconds(60),
    effort: LayoutEffort = .normal
  ) {
    self.pool = pool
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
  package func layOut(
    _ diagram: Diagram, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> LaidOutDiagram {
    finish(try draft(diagram, engine: engine)).drawn.map
  }

  /// What the engines make of a diagram.
  ///
  /// - Parameters:
  ///   - diagram: The diagram.
  ///   - engine: The engine to use, or nothing to try those that suit the diagram.
  ///   - letters: The letters below which a first layout says that the others are not worth their time; 0 for none.
  ///   - kept: A picture whose places stay, as far as this diagram has anything of it and room for the rest.
  /// - Returns: The best of their layouts, and where a search may go on.
  /// - Throws: ``GraphvizError`` where none of the ways worked; the first one's error.
  package func draft(
    _ diagram: Diagram, engine: LayoutEngine? = nil, worth letters: Double = 0,
    keeping kept: KeptRequest? = nil
  ) throws(GraphvizError) -> LayoutDraft {
    if let kept, let draft = try self.kept(diagram, kept) { return draft }
    if engine == nil, diagram.kind == .map(.landscape) { return landscape(diagram) }
    let candidates =
      engine.map { LayoutCandidate.candidates(for: diagram, engine: $0) }
      ?? LayoutCandidate.candidates(for: diagram, effort: effort)
    var made: [(candidate: LayoutCandidate, layout: GraphLayout)] = []
    var failures: [LayoutDraft.Failure] = []
    for (candidate, outcome) in outcomes(of: candidates, for: diagram, worth: letters) {
      do throws(GraphvizError) {
        let reply = try outcome.get()
        guard let layout = reply.layout else {
          throw GraphvizError(
            code: .invalidReply, message: "The layout came back without positions.")
        }
        made.append((candidate, layout))
      } catch {
        failures.append(.init(layoutName: candidate.name, error: error))
      }
    }
    let starts = promising(
      made.filter { $0.candidate.fillsSlide }, for: diagram)
    // Where letters are too small anyway, one tells how full the map is.
    let isFull =
      letters > 0 && starts.allSatisfy { diagram.smallestLetters(of: $0.filling) < 1.25 * letters }
    var drawn = Self.inParallel(isFull ? min(1, starts.count) : starts.count) { number in
      DrawnLayout(map: composed(diagram, starts[number]))
    }
    let fixed = made.filter { !$0.candidate.fillsSlide }
    let aspect = fixed.isEmpty ? 1 : diagram.roomAspect
    drawn += fixed.map { candidate, layout in
      if candidate.method == .tiers {
        let (placed, corners) = TierLayout(diagram, sizesOf: layout).layout()
        return DrawnLayout(map: compose(diagram, placed, candidate, corners))
      }
      let packed = ComponentPacking(layout: layout, aspect: aspect).packed()
      return DrawnLayout(map: compose(diagram, packed ?? layout, candidate))
    }
    let isChoice = drawn.count > 1 || !starts.isEmpty
    let scores = drawn.map { isChoice ? $0.map.score(asLaidOutFrom: diagram) : 0 }
    // Of equals the first.
    guard let best = drawn.indices.max(by: { (scores[$0], -$0) < (scores[$1], -$1) }) else {
      throw failures.first?.error
        ?? GraphvizError(code: .layoutFailed, message: "There is no layout to try.")
    }
    return LayoutDraft(
      diagram: diagram, starts: starts, best: drawn[best], score: scores[best],
      layouts: made.count, failures: failures)
  }

  /// Chips in frames, which no engine is asked for.
  private func landscape(_ diagram: Diagram) -> LayoutDraft {
    let (styled, layout) = LandscapeLayout(diagram).layout()
    let map = compose(styled, layout, LayoutCandidate(method: .chips))
    return LayoutDraft(
      diagram: styled, starts: [], best: DrawnLayout(map: map), score: 0, layouts: 1, failures: [])
  }

  /// The most legible layout that searches find, starting from what the engines made.
  ///
  /// - Parameters:
  ///   - draft: What the engines made.
  ///   - isEnough: Whether a layout is so good that after the first search from each start no other is needed.
  /// - Returns: The layout, and how many searches it took.
  package func finish(
    _ draft: LayoutDraft, isEnough: (DrawnLayout) -> Bool = { _ in false }
  ) -> (drawn: DrawnLayout, searches: Int) {
    var (best, made) = ((drawn: draft.best, score: draft.score), 0)
    let seeds = effort == .quick ? 0 : effort.searches
    for round in [0..<min(1, seeds), min(1, seeds)..<seeds] where !round.isEmpty {
      let count = draft.starts.count * round.count
      let progress = Progress("looking for the best places", of: count)
      let fillings = Self.inParallel(count) { number in
        defer { progress.finish() }
        let seed = UInt64(round.lowerBound + number % round.count + 1)
        return draft.starts[number / round.count].searched(effort, seed: seed)
      }
      let found = drawn(fillings, of: draft)
      made += count
      for (map, score) in found where score > best.score { best = (DrawnLayout(map: map), score) }
      if isEnough(best.drawn) || isFlawless(best.drawn.map, draft.diagram) { break }
    }
    return (best.drawn, made)
  }

  /// Whether a map with many lines is as good as others found for it can hardly be.
  private func isFlawless(_ map: LaidOutDiagram, _ diagram: Diagram) -> Bool {
    guard diagram.edges.count > Self.fewLines,
      map.diagram.edges.map(\.label) == diagram.edges.map(\.label)
    else { return false }
    let measures = map.legibility()
    return measures.crossings == 0 && measures.covered == 0 && measures.smallestLabel >= 9.6
  }

  /// Those of the ways to fill a slide that cost least, drawn, with how good they are: all of a map with few lines, else half of them.
  ///
  /// To lead many lines takes half as long as to search for places.
  func drawn(
    _ fillings: [LayoutDraft.Start], of draft: LayoutDraft
  ) -> [(map: LaidOutDiagram, score: Double)] {
    let ranked = fillings.indices.sorted {
      (fillings[$0].filling.cost, $0) < (fillings[$1].filling.cost, $1)
    }
    let isSmall = draft.diagram.edges.count <= Self.fewLines
    return Self.inParallel(isSmall ? ranked.count : (ranked.count + 1) / 2) { rank in
      let map = composed(draft.diagram, fillings[ranked[rank]])
      return (map: map, score: map.score(asLaidOutFrom: draft.diagram))
    }
  }

  /// The ways to fill a slide from where a search promises most; of equals the first.
  private func promising(
    _ layouts: [(candidate: LayoutCandidate, layout: GraphLayout)], for diagram: Diagram
  ) -> [LayoutDraft.Start] {
    guard let first = layouts.first else { return [] }
    // The form of the frames is looked for once.
    let filling = diagram.filling(from: first.layout)
    let starts = Self.inParallel(layouts.count) { number in
      LayoutDraft.Start(
        filling: number == 0
          ? filling : diagram.filling(from: layouts[number].layout, like: filling),
        candidate: layouts[number].candidate)
    }
    let ranked = starts.indices.sorted {
      (starts[$0].filling.cost, $0) < (starts[$1].filling.cost, $1)
    }
    return ranked.prefix(2).map { starts[$0] }
  }

  func composed(_ diagram: Diagram, _ start: LayoutDraft.Start) -> LaidOutDiagram {
    compose(diagram, diagram.layout(of: start.filling), start.candidate)
  }

  /// Makes values on all processors, and puts them into their order.
  static func inParallel<Value: Sendable>(
    _ count: Int, make: @Sendable (Int) -> Value
  ) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    let language = Language.current
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let value = Language.speaking(language) { make(number) }
      values.withLock { $0[number] = value }
    }
    return values.withLock { $0 }.compactMap { $0 }
  }

  /// The diagram at the places of a picture of before; `nil` where these are of no use to it.
  private func kept(
    _ diagram: Diagram, _ request: KeptRequest
  ) throws(GraphvizError) -> LayoutDraft? {
    var diagram = diagram
    var extents: [String: LaidOutDiagram.Point] = [:]
    if diagram.kind == .map(.landscape) {
      diagram = LandscapeLayout(diagram).written(as: request.memory)
    }
    let sizes = LayoutRequest(
      graph: diagram.dotGraphOfSizes(), engine: .positioned, wantsGeometry: true)
    for node in try pool.first.run(sizes, timeLimit: timeLimit).layout?.nodes ?? [] {
      extents[node.name] = .init(x: node.width, y: node.height)
    }
    let plan = KeptLayout(
      diagram, sizes: diagram.nodes.map { extents[$0.key] ?? .init(x: 1, y: 1) }, request: request)
    guard var plan else { return nil }
    let map = settled(diagram) { plan.map(of: $0) }
    plan.record.inherited = map.legibility(
      among: plan.standing, without: plan.newLines)
    return LayoutDraft(
      diagram: diagram, starts: [], best: DrawnLayout(map: map, kept: plan.record), score: 0,
      layouts: 1, failures: [])
  }

  /// A layout on its sheet, with every label at its place.
  private func compose(
    _ diagram: Diagram, _ layout: GraphLayout, _ candidate: LayoutCandidate,
    _ corners: [Int: [LaidOutDiagram.Point]] = [:]
  ) -> LaidOutDiagram {
    settled(diagram) { diagram in
      let page = SheetComposer(
        diagram: diagram, mapWidth: layout.width, mapHeight: layout.height
      ).compose()
      var map = LaidOutDiagram(diagram, layout, on: page, as: candidate)
      let origin = LaidOutDiagram.Point(
        x: page.mapOrigin.x - layout.origin.x, y: page.mapOrigin.y + layout.origin.y)
      for (number, points) in corners {
        map.routes[number].corners = points.map { $0.moved(by: origin) }
      }
      return map.onGrid()
    }
  }

  /// A map with every label of its lines at its place.
  ///
  /// Labels without a free place would cover others: they are left to the tooltips, and the footer counts them.
  private func settled(_ diagram: Diagram, _ map: (Diagram) -> LaidOutDiagram) -> LaidOutDiagram {
    var hidden: Set<Int> = []
    while true {
      let shown = hidden.isEmpty ? diagram : diagram.withoutLabels(ofLines: hidden)
      let placed = LabelPlacement.placed(on: map(shown)).onGrid()
      // Those that are left look for places anew, and may find worse ones.
      let further = placed.labelsInTheWay.subtracting(hidden)
      guard !further.isEmpty else { return placed }
      hidden.formUnion(further)
    }
  }
}
