package import Cartography
package import EcosystemModel
package import GraphvizKit
package import Insights

/// A map with what its boxes stand for.
package struct DrawnMap: Sendable {
  /// The map on its sheet.
  package var map: LaidOutDiagram
  /// What the boxes stand for, in their order.
  package var references: [EntityReference]
  /// What it took to find it.
  package var search: SearchRecord
}

/// What it took to find the layout of a map.
package struct SearchRecord: Sendable {
  /// How many times the map was drawn, each time with less on it.
  package var contents = 0
  /// How many layouts the engines made.
  package var layouts = 0
  /// How many searches for better places there were.
  package var searches = 0
  /// The engines' layouts that are missing, which another run may have.
  package var failures: [LayoutDraft.Failure] = []
  /// What was asked for and the map cannot show, a clause each.
  package var unmet: [String] = []
  /// Whether the map was folded or thinned out, so that drawing everything might show it.
  package var isReduced = false
  /// What became of the places of a picture of before; `nil` where there was none to keep.
  package var kept: KeptRecord?
}

/// Why there is no map.
package enum MapRefusal: Error, Hashable, Sendable {
  /// Nothing is left to draw; the text ends the sentence by saying why, and is empty where nobody knows.
  case nothingLeft(String)
  /// A metric that the style asks for cannot be computed.
  case measure(InsightError)
  /// The layout failed.
  case graphviz(GraphvizError)

  /// A sentence that says why.
  package var message: String {
    switch self {
    case .nothingLeft(let reason): "Nothing is left to draw\(reason)."
    case .measure(let error): error.message
    case .graphviz(let error): error.message
    }
  }

  /// Whether there was something to draw.
  var isFailure: Bool {
    if case .nothingLeft = self { false } else { true }
  }
}

/// Draws maps.
package struct MapDrawing: Sendable {
  private let provenance: Provenance
  private let timeLimit: Duration
  private let effort: LayoutEffort
  private let places: PlaceBook

  /// - Parameters:
  ///   - provenance: Where the data comes from.
  ///   - timeLimit: The longest one layout may take.
  ///   - effort: How long to search for a legible layout.
  ///   - places: The pictures whose places are to be kept.
  package init(
    provenance: Provenance, timeLimit: Duration,
    effort: LayoutEffort = .normal, places: PlaceBook = PlaceBook()
  ) {
    self.provenance = provenance
    self.timeLimit = timeLimit
    self.effort = effort
    self.places = places
  }

  /// Lays a map out; again with less on it, as long as that is wanted and it cannot be read yet.
  ///
  /// - Parameters:
  ///   - request: The map.
  ///   - snapshot: What it shows.
  ///   - pool: Who lays it out.
  /// - Returns: The map with what its boxes stand for.
  /// - Throws: ``MapRefusal`` where nothing is left to draw or no layout worked.
  package func draw(
    _ request: MapRequest, of snapshot: Snapshot, with pool: LayoutPool
  ) throws(MapRefusal) -> DrawnMap {
    guard let memory = places.memory(for: request) else {
      return try draw(request, of: snapshot, with: pool, keeping: nil)
    }
    let kept = try draw(request, of: snapshot, with: pool, keeping: memory)
    guard !isGood(kept, request.fit, memory) else { return kept }
    // Places are worth nothing on a map that cannot be read.
    var fresh = try draw(request, of: snapshot, with: pool, keeping: nil)
    guard
      kept.search.kept == nil
        || request.fit.prefers(fresh.map.legibility(), to: Self.measures(of: kept))
    else { return kept }
    var record = KeptRecord()
    record.isFresh = true
    fresh.search.kept = record
    return fresh
  }

  /// Whether a map at the places of before can be read, or as well as it could before.
  private func isGood(_ kept: DrawnMap, _ goal: FitGoal, _ memory: PictureMemory) -> Bool {
    guard kept.search.kept != nil else { return false }
    let measures = Self.measures(of: kept)
    let lines = kept.map.diagram.edges.count
    return goal == .none || goal.isMet(by: measures, lines: lines)
      || goal.isMet(by: measures, like: memory.recipe)
  }

  /// How legible a map at the places of before is, but for what people arranged.
  private static func measures(of kept: DrawnMap) -> Legibility {
    kept.map.legibility().besides(kept.search.kept?.inherited)
  }

  private func draw(
    _ request: MapRequest, of snapshot: Snapshot, with pool: LayoutPool,
    keeping memory: PictureMemory?
  ) throws(MapRefusal) -> DrawnMap {
    let layout = DiagramLayout(pool: pool, timeLimit: timeLimit, effort: effort)
    var fit = SlideFit(of: snapshot, view: request.view, goal: request.fit, following: memory)
    let kept = memory.map { KeptRequest($0, letters: request.fit.letters) }
    var best: Attempt?
    var last: Attempt?
    var metrics: MapMeasures?
    var record = SearchRecord()
    while true {
      guard let content = fit.next(after: last?.measures) else {
        // Folding came to its end without a search; what one finds may fit, or tell what else to fold.
        guard var unsearched = last, !unsearched.isSearched else { break }
        unsearched.search(with: layout, for: request.fit, &record)
        last = unsearched
        best = best.map { unsearched.isPreferred(to: $0, for: request.fit) ? unsearched : $0 }
        continue
      }
      guard !content.nodes.isEmpty else {
        if best != nil { break }
        throw .nothingLeft(Self.why(content))
      }
      if metrics?.kinds != content.availableKinds {
        do {
          metrics = try MapMeasures.make(for: request.style, on: content)
        } catch {
          throw .measure(error)
        }
      }
      let attempt = try attempt(content, metrics, request, layout, kept, &record)
      last = attempt
      if best.map({ attempt.isPreferred(to: $0, for: request.fit) }) ?? true { best = attempt }
    }
    guard var best else { throw .nothingLeft("") }
    if !best.isSearched { best.search(with: layout, for: request.fit, &record) }
    best.polish(with: layout, for: request.fit, &record)
    record.unmet = Diagram.unmet(on: best.content, style: request.style, measures: metrics)
    let view = best.content.view
    record.isReduced =
      view.rollUp == .communities || view.reduction != Reduction() || view.limit != nil
    record.kept = best.drawn.kept
    best.drawn.map.recipe?.view = request.name
    best.drawn.map.recipe?.fold(as: view, asked: request.view.kind)
    var measures = best.drawn.map.legibility()
    measures.smallestLabel = best.measures.smallestLabel / best.enlargement
    best.drawn.map.recipe?.measure(measures)
    let references = best.content.nodes.map(\.reference)
    let panels = Diagram.panels(
      of: best.content, style: request.style, measures: metrics, provenance: provenance)
    let (map, origins) = best.drawn.map.repeated(showing: panels)
    return DrawnMap(map: map, references: origins.map { references[$0] }, search: record)
  }

  /// Draws a content; what is far too full to fit is not searched, since it is folded further anyway.
  private func attempt(
    _ content: MapContent, _ metrics: MapMeasures?, _ request: MapRequest, _ layout: DiagramLayout,
    _ kept: KeptRequest?, _ record: inout SearchRecord
  ) throws(MapRefusal) -> Attempt {
    var diagram = Diagram.make(
      of: content, style: request.style, measures: metrics, provenance: provenance)
    diagram.sheet = request.sheet
    diagram.makeRoom(
      for: Diagram.panels(
        of: content, style: request.style, measures: metrics, provenance: provenance), of: content)
    let draft: LayoutDraft
    do {
      draft = try layout.draft(
        diagram, engine: request.layout, worth: Self.hopeless * request.fit.letters, keeping: kept)
    } catch {
      throw .graphviz(error)
    }
    record.contents += 1
    record.layouts += draft.layouts
    record.failures += draft.failures
    // Slides of a template leave less room; to enlarge letters a little loses less than to fold what nearly fits.
    var attempt = Attempt(
      content, draft,
      enlargement: request.hasOwnSlide ? 1 : Measure.readable / Measure.nearlyReadable)
    if request.fit == .none || request.fit.isNear(attempt.measures, lines: content.ties.count) {
      attempt.search(with: layout, for: request.fit, &record)
    }
    return attempt
  }

  /// A share of the letters that can be read below which no layout makes up for the rest.
  private static let hopeless = 0.7

  private static func why(_ content: MapContent) -> String {
    let reasons = content.omissions.map(\.text)
    if !reasons.isEmpty { return ": " + reasons.joined(separator: "; ") }
    return content.snapshot.date.map { " as of \($0)" } ?? ""
  }
}

extension MapRequest {
  /// Whether the map is for a slide of ours, or for its part beside facts.
  fileprivate var hasOwnSlide: Bool {
    sheet == nil || sheet == SidePanel.mapSheet(on: Slide.extent)
  }
}
