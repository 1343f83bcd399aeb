/// A graph to lay out, and what is wanted of it.
package struct LayoutRequest: Sendable, Hashable {
  /// The graph as DOT text; it must hold exactly one graph.
  package var dot: String
  /// The algorithm that places the nodes.
  package var engine: LayoutEngine
  /// The formats to draw the one layout in; the reply holds one rendering for each, in this order.
  package var formats: [RenderFormat]
  /// Whether the reply holds the geometry as a ``GraphLayout``.
  package var wantsGeometry: Bool
  /// The dots per inch of PNG renderings; `nil` takes the graph's `dpi` attribute, or 96.
  ///
  /// 96 dots per inch are one pixel per CSS pixel; 192 suit high-density screens.
  package var pngResolution: Double?
  /// The pictures that nodes show.
  package var images: [LayoutImage] = []

  /// Creates a request for DOT text.
  package init(
    dot: String, engine: LayoutEngine = .dot, formats: [RenderFormat] = [],
    wantsGeometry: Bool = false, pngResolution: Double? = nil
  ) {
    self.dot = dot
    self.engine = engine
    self.formats = formats
    self.wantsGeometry = wantsGeometry
    self.pngResolution = pngResolution
  }

  /// Creates a request for a graph.
  package init(
    graph: DOTGraph, engine: LayoutEngine = .dot, formats: [RenderFormat] = [],
    wantsGeometry: Bool = false, pngResolution: Double? = nil
  ) {
    self.init(
      dot: graph.text(for: formats.contains(.svg) ? .markup : .plain), engine: engine,
      formats: formats, wantsGeometry: wantsGeometry,
      pngResolution: pngResolution)
  }
}
