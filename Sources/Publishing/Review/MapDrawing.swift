public import Cartography
public import EcosystemModel
public import GraphvizKit
public import Insights

/// A map that is wanted.
public struct MapRequest: Hashable, Sendable {
  /// What it shows.
  public var view: MapView
  /// How it looks.
  public var style: MapStyle
  /// The engine to use, or nothing for the best.
  public var layout: LayoutEngine?
  /// What it must be readable on; it is folded, shortened and thinned out until it is.
  public var fit: FitGoal
  /// The size of the sheet in points; that of a slide of 13.33 × 7.5 in where missing.
  public var sheet: Diagram.Extent?

  /// Asks for a map.
  public init(
    view: MapView, style: MapStyle = MapStyle(), layout: LayoutEngine? = nil,
    fit: FitGoal = .slide
  ) {
    self.view = view
    self.style = style
    self.layout = layout
    self.fit = fit
  }
}

/// A map with what its boxes stand for.
public struct DrawnMap: Sendable {
  /// The map on its sheet.
  public var map: LaidOutDiagram
  /// What the engine drew of it, where that is the map.
  public var drawing: EngineDrawing?
  /// What the boxes stand for, in their order.
  public var references: [EntityReference]
}

/// Why there is no map.
public enum MapRefusal: Error, Hashable, Sendable {
  /// Nothing is left to draw; the text ends the sentence by saying why, and is empty where nobody knows.
  case nothingLeft(String)
  /// A metric that the style asks for cannot be computed.
  case measure(InsightError)
  /// The layout failed.
  case graphviz(GraphvizError)

  /// A sentence that says why.
  var message: String {
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

/// Draws maps of one ecosystem.
public struct MapDrawing: Sendable {
  private let ecosystem: Ecosystem
  private let provenance: Provenance
  private let timeLimit: Duration
  private let effort: LayoutEffort

  /// - Parameters:
  ///   - ecosystem: What is drawn.
  ///   - provenance: Where the data comes from.
  ///   - timeLimit: The longest one layout may take.
  ///   - effort: How long to search for a legible layout.
  public init(
    of ecosystem: Ecosystem, provenance: Provenance, timeLimit: Duration,
    effort: LayoutEffort = .normal
  ) {
    self.ecosystem = ecosystem
    self.provenance = provenance
    self.timeLimit = timeLimit
    self.effort = effort
  }

  /// Lays a map out; again with less on it, as long as that is wanted and it cannot be read yet.
  ///
  /// - Throws: ``MapRefusal`` where nothing is left to draw or no layout worked.
  public func draw(
    _ request: MapRequest, with worker: LayoutWorker
  ) throws(MapRefusal) -> DrawnMap {
    let layout = DiagramLayout(worker: worker, timeLimit: timeLimit, effort: effort)
    var fit = SlideFit(of: ecosystem, view: request.view, goal: request.fit)
    var best: (map: DrawnMap, measures: Legibility, isSearched: Bool)?
    var measures: Legibility?
    var metrics: MapMeasures?
    func drawn(
      _ diagram: Diagram, of content: MapContent, _ isPromising: ((Legibility) -> Bool)? = nil
    ) throws(MapRefusal) -> (map: DrawnMap, measures: Legibility, isSearched: Bool) {
      do {
        let drawn = try layout.draw(diagram, engine: request.layout, isPromising: isPromising)
        return (
          DrawnMap(
            map: drawn.map, drawing: drawn.drawing, references: content.nodes.map(\.reference)),
          drawn.map.legibility(), drawn.isSearched
        )
      } catch {
        throw .graphviz(error)
      }
    }
    var unsearched: (diagram: Diagram, content: MapContent)?
    while let content = fit.next(after: measures) {
      guard !content.nodes.isEmpty else {
        if let best { return best.map }
        throw .nothingLeft(Self.why(content))
      }
      if metrics?.kinds != content.availableKinds {
        do {
          metrics = try MapMeasures.make(for: request.style, on: content, of: ecosystem)
        } catch {
          throw .measure(error)
        }
      }
      var diagram = Diagram.make(
        of: content, in: ecosystem, style: request.style, measures: metrics,
        provenance: provenance)
      diagram.sheet = request.sheet
      // What is far too full is folded further without a search.
      var found = try drawn(diagram, of: content) {
        request.fit == .none || request.fit.isNear($0, lines: content.ties.count)
      }
      // Slides of a template leave less room; to enlarge letters a little loses less than to fold what nearly fits.
      if request.sheet != nil {
        found.measures.smallestLabel *= Measure.readable / Measure.nearlyReadable
      }
      measures = found.measures
      if best.map({ request.fit.prefers(found.measures, to: $0.measures) }) ?? true {
        best = found
        unsearched = found.isSearched ? nil : (diagram, content)
      }
    }
    guard let best else { throw .nothingLeft("") }
    if let (diagram, content) = unsearched { return try drawn(diagram, of: content).map }
    return best.map
  }

  private static func why(_ content: MapContent) -> String {
    let reasons = content.omissions.map { "\($0.count) \($0.reason)" }
    if !reasons.isEmpty { return ": " + reasons.joined(separator: "; ") }
    return content.view.date.map { " as of \($0)" } ?? ""
  }
}
