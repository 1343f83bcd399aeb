package import GraphvizKit

/// A map that is wanted.
package struct MapRequest: Hashable, Sendable {
  /// What it shows.
  package var view: MapView
  /// How it looks.
  package var style: MapStyle
  /// The engine to use, or `nil` for the best.
  package var layout: LayoutEngine?
  /// What it must be readable on; it is folded, shortened and thinned out until it is.
  package var fit: FitGoal
  /// The name it is asked for by: that of a saved view or of a kind of map; `nil` if it has none.
  package var name: String?
  /// The size of the sheet in points; that of a slide of 13.33 × 7.5 in if `nil`.
  package var sheet: Diagram.Extent?

  /// Asks for a map.
  package init(
    view: MapView, style: MapStyle = MapStyle(), layout: LayoutEngine? = nil,
    fit: FitGoal = .slide
  ) {
    self.view = view
    self.style = style
    self.layout = layout
    self.fit = fit
  }
}
