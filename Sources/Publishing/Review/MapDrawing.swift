public import Cartography
public import EcosystemModel
public import GraphvizKit

/// A map that is wanted.
public struct MapRequest: Hashable, Sendable {
  /// What it shows.
  public var view: MapView
  /// How it looks.
  public var style: MapStyle
  /// The engine to use, or nothing for the best.
  public var layout: LayoutEngine?
  /// Whether it may be shortened and thinned out until it can be read on a slide.
  public var fitsSlide: Bool

  /// Asks for a map.
  public init(
    view: MapView, style: MapStyle = MapStyle(), layout: LayoutEngine? = nil,
    fitsSlide: Bool = true
  ) {
    self.view = view
    self.style = style
    self.layout = layout
    self.fitsSlide = fitsSlide
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
  /// The layout failed.
  case graphviz(GraphvizError)
}

/// Draws maps of one ecosystem.
public struct MapDrawing: Sendable {
  private let ecosystem: Ecosystem
  private let provenance: Provenance
  private let timeLimit: Duration

  /// - Parameters:
  ///   - ecosystem: What is drawn.
  ///   - provenance: Where the data comes from.
  ///   - timeLimit: The longest one layout may take.
  public init(of ecosystem: Ecosystem, provenance: Provenance, timeLimit: Duration) {
    self.ecosystem = ecosystem
    self.provenance = provenance
    self.timeLimit = timeLimit
  }

  /// Lays a map out; again with less on it, as long as that is wanted and letters are too small for a slide.
  ///
  /// - Throws: ``MapRefusal`` where nothing is left to draw or no layout worked.
  public func draw(
    _ request: MapRequest, with worker: LayoutWorker
  ) throws(MapRefusal) -> DrawnMap {
    let layout = DiagramLayout(worker: worker, timeLimit: timeLimit)
    var content = MapContent.make(of: ecosystem, view: request.view)
    let first = request.fitsSlide ? SlideFit.firstView(for: content) : request.view
    if first != request.view { content = MapContent.make(of: ecosystem, view: first) }
    var best: (map: DrawnMap, letters: Double)?
    while true {
      guard !content.nodes.isEmpty else {
        if let best { return best.map }
        throw .nothingLeft(Self.why(content))
      }
      let diagram = Diagram.make(
        of: content, in: ecosystem, style: request.style, provenance: provenance)
      let (map, drawing): (LaidOutDiagram, EngineDrawing?)
      do {
        (map, drawing) = try layout.draw(diagram, engine: request.layout)
      } catch {
        throw .graphviz(error)
      }
      let letters = map.smallestLabel
      if letters > best?.letters ?? -1 {
        best = (
          DrawnMap(
            map: map, drawing: drawing, references: content.nodes.map(\.reference)), letters
        )
      }
      guard request.fitsSlide, let less = SlideFit.view(after: content, letters: letters) else {
        break
      }
      content = MapContent.make(of: ecosystem, view: less)
    }
    guard let best else { throw .nothingLeft("") }
    return best.map
  }

  private static func why(_ content: MapContent) -> String {
    let reasons = content.omissions.map { "\($0.count) \($0.reason)" }
    if !reasons.isEmpty { return ": " + reasons.joined(separator: "; ") }
    return content.view.date.map { " as of \($0)" } ?? ""
  }
}
