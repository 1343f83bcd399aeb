import GraphvizKit

/// What stands around the map of a ``LaidOutDiagram`` and beneath it, told apart from where it is made to where it is drawn.
package struct Sheet: Hashable, Sendable, Codable {
  /// A line of text whose beginning, middle or end, as it says, is at a point of its baseline.
  package struct PlacedText: Hashable, Sendable, Codable {
    /// The text and its looks.
    package var line: Diagram.TextLine
    /// Where it stands.
    package var baseline: LaidOutDiagram.Point

    /// Puts a text at a point.
    package init(_ line: Diagram.TextLine, at baseline: LaidOutDiagram.Point) {
      self.line = line
      self.baseline = baseline
    }

    /// The text as something to be drawn.
    package var ornament: LaidOutDiagram.Ornament { .text(line, at: baseline) }
  }

  /// What lies beneath the boxes of a picture drawn to scale: axes, areas and the texts beside boxes; empty for a map.
  package var guides: [LaidOutDiagram.Ornament] = []
  /// The lines of the title, which are read before the map.
  package var title: [PlacedText] = []
  /// What colours, shapes and lines mean.
  package var legend: [LaidOutDiagram.Ornament] = []
  /// The facts beside the map; `nil` if there are none.
  package var panel: SidePanel?
  /// The lines of the footer.
  package var footer: [PlacedText] = []
  /// The number of the page, where the sheet is one of a book.
  package var pageNumber: PlacedText?
  /// Where the theme's logo stands; `nil` if there is none.
  package var logo: LaidOutDiagram.Rectangle?

  /// How far apart pictures on the same places stand, to the right and down; `nil` for one picture.
  package var pitch: LaidOutDiagram.Point?

  /// What is drawn, and read, before the map.
  package var beforeMap: [LaidOutDiagram.Ornament] { guides + title.map(\.ornament) }

  /// What is read after the map.
  package var afterMap: [LaidOutDiagram.Ornament] {
    (panel?.ornaments ?? []) + legend + (footer + [pageNumber].compactMap(\.self)).map(\.ornament)
  }
}
