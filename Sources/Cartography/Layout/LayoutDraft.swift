public import GraphvizKit

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
}

/// What the engines made of a diagram, before the search for better places.
public struct LayoutDraft: Sendable {
  /// A way to fill the slide, from where a search goes on.
  struct Start: Sendable {
    var filling: Diagram.Filling
    var candidate: LayoutCandidate
  }

  /// An engine's layout that there is not.
  public struct Failure: Sendable {
    /// The layout, such as `dot, left to right`.
    public var layoutName: String
    /// Why it failed or was given up.
    public var error: GraphvizError
  }

  let diagram: Diagram
  /// The ways to fill the slide that promise most, the best first.
  let starts: [Start]
  /// The most legible layout so far.
  public internal(set) var best: DrawnLayout
  /// How good it is, where there was a choice.
  let score: Double
  /// How many layouts the engines made.
  public let layouts: Int
  /// The layouts that are missing from the choice.
  ///
  /// Where a time limit ended one, another run may choose otherwise.
  public let failures: [Failure]
}
