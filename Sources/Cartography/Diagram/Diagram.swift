/// A map that is styled but not yet laid out: boxes, lines and frames with their looks, and what stands around them.
///
/// A plain value without coordinates; lengths are points.
package struct Diagram: Hashable, Sendable, Codable {
  /// The outline of a box.
  package enum Shape: String, Hashable, Sendable, Codable {
    case rectangle, roundedRectangle, ellipse, hexagon
  }

  /// One line of text in a box.
  package struct TextLine: Hashable, Sendable, Codable {
    /// The text, as it is to be read.
    package var text: String
    /// The size of the letters.
    package var size: Double
    /// Whether it is set in bold.
    package var isBold = false
    /// The colour of the letters.
    package var colour: Colour
    /// What of a text outside boxes is at its point, the beginning where nothing; those in boxes stand in the middle.
    package var alignment: Alignment?

    /// What of a text is at the point where it is put.
    package enum Alignment: String, Hashable, Sendable, Codable {
      /// Its beginning.
      case start
      /// Its middle.
      case middle
      /// Its end.
      case end
    }

    package init(
      text: String, size: Double, isBold: Bool = false, colour: Colour,
      alignment: Alignment? = nil
    ) {
      self.alignment = alignment
      self.text = text
      self.size = size
      self.isBold = isBold
      self.colour = colour
    }
  }

  /// A small coloured field with a text, below the lines of a box.
  package struct Chip: Hashable, Sendable, Codable {
    /// The text.
    package var text: String
    /// The colour of the field.
    package var fill: Colour
    /// The colour of the text.
    package var textColour: Colour
    /// The width of the field at letters of the standard size.
    package var width: Double
    /// The outline of a field that would else be lost in its box, or `nil`.
    package var border: Colour?

    /// The size of the letters.
    package static let letters = 11.0
  }

  /// The size of a box that is drawn to scale.
  package struct Extent: Hashable, Sendable, Codable {
    /// From left to right.
    package var width: Double
    /// From top to bottom.
    package var height: Double

    /// Makes a size.
    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// One box.
  package struct Node: Hashable, Sendable, Codable {
    /// The unique key, safe in every format.
    package var key: String
    /// The name people read, in one line.
    package var title: String
    /// The key of the frame it stands in, or `nil`.
    package var cluster: String?
    /// The outline.
    package var shape: Shape
    /// The colour inside.
    package var fill: Colour
    /// The colour of the outline.
    package var border: Colour
    /// The width of the outline.
    package var borderWidth = 1.0
    /// The stroke of the outline; solid where missing.
    package var stroke: Stroke?
    /// The text, line by line.
    package var lines: [TextLine]
    /// Coloured fields below the text.
    package var chips: [Chip] = []
    /// What is shown on pointing at it.
    package var tooltip: String
    /// Where a click leads, or `nil`.
    package var url: String?
    /// Words for styling, such as `committee`.
    package var classes: [String] = []
    /// The size of a box drawn to scale, such as a bar; `nil` where the text decides.
    package var extent: Extent?
    /// Every entity that it stands for, itself included; `nil` where it stands for none, as in charts.
    package var members: [Member]?
  }

  /// One entity that a box stands for.
  package struct Member: Hashable, Sendable, Codable {
    /// What it is, such as `company:astrazeneca`.
    package var key: String
    /// Its name.
    package var name: String
    /// Whether the name stands in the box.
    package var shown: Bool
    /// What stands there for the name, which the legend spells out; `nil` where that is the name itself.
    package var text: String?
  }

  /// The stroke of a line.
  package enum Stroke: String, Hashable, Sendable, Codable {
    case solid, dashed, dotted
  }

  /// Which ends of a line have an arrow head.
  package enum Arrow: String, Hashable, Sendable, Codable {
    case none, forward
  }

  /// One line between two boxes.
  package struct Edge: Hashable, Sendable, Codable {
    /// The unique key, safe in every format.
    package var key: String
    /// The key of the box it starts at.
    package var from: String
    /// The key of the box it ends at.
    package var to: String
    /// Whether the layout should put `to` above `from` rather than below it.
    package var pointsUp = false
    /// Arrow heads.
    package var arrow: Arrow
    /// The width of the line.
    package var width: Double
    /// The colour of the line.
    package var colour: Colour
    /// The stroke.
    package var stroke: Stroke = .solid
    /// The word written on it, or `nil`.
    package var label: TextLine?
    /// What is shown on pointing at it.
    package var tooltip: String
    /// Words for styling, such as `handoff`.
    package var classes: [String] = []
  }

  /// A frame around boxes.
  package struct Cluster: Hashable, Sendable, Codable {
    /// The unique key, safe in every format.
    package var key: String
    /// The title on the frame.
    package var label: TextLine
    /// The colour inside.
    package var fill: Colour
    /// The colour of the outline.
    package var border: Colour
  }

  /// What is drawn, which decides how it is laid out.
  package var kind: Picture
  /// The title above the map.
  package var title: String
  /// The boxes.
  package var nodes: [Node] = []
  /// The lines.
  package var edges: [Edge] = []
  /// The frames.
  package var clusters: [Cluster] = []
  /// What the colours, shapes and lines mean.
  package var legend: [LegendSection] = []
  /// The line below the map: what is shown of what, the filter, the day, the data.
  package var footer: String
  /// What a reader who cannot see the map should know.
  package var summary: String
  /// The colours of the sheet.
  package var theme: Theme
  /// The size of the sheet it is drawn for, in points; that of a slide of 13.33 × 7.5 in where missing.
  package var sheet: Extent?
  /// The pictures that stand beside each other on the same places; one picture where missing.
  package var panels: PanelGrid?
}

/// One question that the legend answers, such as what a colour means.
package struct LegendSection: Hashable, Sendable, Codable {
  /// How an entry is drawn before its text.
  package enum Sample: Hashable, Sendable, Codable {
    case box(
      shape: Diagram.Shape, fill: Colour, border: Colour, borderWidth: Double = 1,
      stroke: Diagram.Stroke = .solid)
    case line(width: Double, colour: Colour, stroke: Diagram.Stroke, arrow: Diagram.Arrow)
    /// Nothing: the text begins where samples do.
    case none
    /// Nothing: the text goes on with that of the entry above, below it.
    case continued
  }

  /// One meaning.
  package struct Entry: Hashable, Sendable, Codable {
    /// What is drawn.
    package var sample: Sample
    /// What it means.
    package var text: String
  }

  /// What the section explains, such as `Colour: region`.
  package var title: String
  /// The meanings.
  package var entries: [Entry]
}
