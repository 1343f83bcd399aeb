package import EcosystemModel
package import GraphvizKit

/// A map with every place on its sheet fixed: what the renderers see, and all that they see.
///
/// Lengths are points of the sheet, *x* to the right and *y* down from its top left corner. A sheet is as wide as its
/// map needs; its shape is that of a 16:9 slide, and ``slideScale`` says how much it shrinks to fit one.
package struct LaidOutDiagram: Hashable, Sendable, Codable {
  /// A point of the sheet.
  package typealias Point = GraphLayout.Point
  /// A rectangle of the sheet.
  package typealias Rectangle = GraphLayout.Rectangle
  /// A chain of cubic Bézier curves on the sheet.
  package typealias Curve = GraphLayout.Curve

  /// The run of one line.
  package struct Route: Hashable, Sendable, Codable {
    /// Where the line goes, from its `from` to its `to`.
    package var curves: [Curve]
    /// The middle of its label, or `nil`.
    package var label: Point?
    /// The extent of its label.
    package var labelSize: Point?
    /// The corners of a line of right angles, from box to box; `nil` for any other.
    ///
    /// The curves leave out what a line has in common with another that draws it.
    package var corners: [Point]?
  }

  /// Something that stands beside or beneath the map.
  package enum Ornament: Hashable, Sendable, Codable {
    /// A text whose beginning, middle or end, as it says, is at a point of its baseline.
    case text(Diagram.TextLine, at: Point)
    /// A sample of a box.
    case box(
      shape: Diagram.Shape, fill: Colour, border: Colour, borderWidth: Double = 1,
      stroke: Diagram.Stroke = .solid, frame: Rectangle)
    /// A sample of a line, from left to right.
    case line(
      width: Double, colour: Colour, stroke: Diagram.Stroke, arrow: Diagram.Arrow, from: Point,
      to: Point)
  }

  /// What is drawn.
  package var diagram: Diagram
  /// The width of the sheet.
  package var width: Double
  /// The height of the sheet.
  package var height: Double
  /// The boxes' frames, in the order of `diagram.nodes`.
  package var boxes: [Rectangle]
  /// The lines' runs, in the order of `diagram.edges`.
  package var routes: [Route]
  /// The frames' rectangles, in the order of `diagram.clusters`; `nil` for one the engine does not draw.
  package var frames: [Rectangle?]
  /// The middles of the frames' titles, in the same order.
  package var frameLabels: [Point?]
  /// What stands around and beneath them.
  package var sheet = Sheet()
  /// The layout that was chosen.
  package var layout: LayoutCandidate
  /// The figures, where it is a picture of bars.
  package var bars: BarFigures?
  /// What else was chosen, for a later picture to keep; `nil` for the picture of an answer.
  package var recipe: PictureRecipe?

  /// How much the sheet shrinks (below 1) or grows to fit a slide of 13.33 × 7.5 in, or what it is made for instead.
  package var slideScale: Double {
    let slide = diagram.slide
    return min(slide.width / max(width, 1), slide.height / max(height, 1))
  }
}

extension Diagram {
  /// The size of what the picture is made for, in points.
  package var slide: Extent { sheet ?? Slide.extent }
}

/// The slide that maps are made for: 13.33 × 7.5 in, in points.
package enum Slide {
  /// The width in points.
  package static let width = 960.0
  /// The height in points.
  package static let height = 540.0

  /// Both.
  package static let extent = Diagram.Extent(width: width, height: height)

  /// What is left free at its sides.
  package static let margin = 22.0
  /// The middle of the letters of a title's first line, from the top.
  package static let titleMiddle = 33.0
}
