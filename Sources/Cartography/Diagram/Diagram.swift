/// A map that is styled but not yet laid out: boxes, lines and frames with their looks, and what stands around them.
///
/// A plain value without coordinates; lengths are points.
public struct Diagram: Hashable, Sendable, Codable {
  /// The outline of a box.
  public enum Shape: String, Hashable, Sendable, Codable {
    case rectangle, roundedRectangle, ellipse, hexagon
  }

  /// One line of text in a box.
  public struct TextLine: Hashable, Sendable, Codable {
    /// The text, as it is to be read.
    public var text: String
    /// The size of the letters.
    public var size: Double
    /// Whether it is set in bold.
    public var isBold = false
    /// The colour of the letters.
    public var colour: Colour
    /// What of a text outside boxes is at its point, the beginning where nothing; those in boxes stand in the middle.
    public var alignment: Alignment?

    /// What of a text is at the point where it is put.
    public enum Alignment: String, Hashable, Sendable, Codable {
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
  public struct Chip: Hashable, Sendable, Codable {
    /// The text.
    public var text: String
    /// The colour of the field.
    public var fill: Colour
    /// The colour of the text.
    public var textColour: Colour
    /// The width of the field at letters of the standard size.
    public var width: Double
    /// The outline of a field that would else be lost in its box, or nothing.
    public var border: Colour?

    /// The size of the letters.
    package static let letters = 11.0
  }

  /// The size of a box that is drawn to scale.
  public struct Extent: Hashable, Sendable, Codable {
    /// From left to right.
    public var width: Double
    /// From top to bottom.
    public var height: Double

    /// Makes a size.
    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// One box.
  public struct Node: Hashable, Sendable, Codable {
    /// The unique key, safe in every format.
    public var key: String
    /// The name people read, in one line.
    public var title: String
    /// The key of the frame it stands in, or nothing.
    public var cluster: String?
    /// The outline.
    public var shape: Shape
    /// The colour inside.
    public var fill: Colour
    /// The colour of the outline.
    public var border: Colour
    /// The width of the outline.
    public var borderWidth = 1.0
    /// The text, line by line.
    public var lines: [TextLine]
    /// Coloured fields below the text.
    public var chips: [Chip] = []
    /// What is shown on pointing at it.
    public var tooltip: String
    /// Where a click leads, or nothing.
    public var url: String?
    /// Words for styling, such as `committee`.
    public var classes: [String] = []
    /// The size of a box drawn to scale, such as a bar; nothing where the text decides.
    public var extent: Extent?
  }

  /// The stroke of a line.
  public enum Stroke: String, Hashable, Sendable, Codable {
    case solid, dashed, dotted
  }

  /// Which ends of a line have an arrow head.
  public enum Arrow: String, Hashable, Sendable, Codable {
    case none, forward
  }

  /// One line between two boxes.
  public struct Edge: Hashable, Sendable, Codable {
    /// The unique key, safe in every format.
    public var key: String
    /// The key of the box it starts at.
    public var from: String
    /// The key of the box it ends at.
    public var to: String
    /// Whether the layout should put `to` above `from` rather than below it.
    public var pointsUp = false
    /// Arrow heads.
    public var arrow: Arrow
    /// The width of the line.
    public var width: Double
    /// The colour of the line.
    public var colour: Colour
    /// The stroke.
    public var stroke: Stroke = .solid
    /// The word written on it, or nothing.
    public var label: TextLine?
    /// What is shown on pointing at it.
    public var tooltip: String
    /// Words for styling, such as `handoff`.
    public var classes: [String] = []
  }

  /// A frame around boxes.
  public struct Cluster: Hashable, Sendable, Codable {
    /// The unique key, safe in every format.
    public var key: String
    /// The title on the frame.
    public var label: TextLine
    /// The colour inside.
    public var fill: Colour
    /// The colour of the outline.
    public var border: Colour
  }

  /// What is drawn, which decides how it is laid out.
  public var kind: Picture
  /// The title above the map.
  public var title: String
  /// The boxes.
  public var nodes: [Node] = []
  /// The lines.
  public var edges: [Edge] = []
  /// The frames.
  public var clusters: [Cluster] = []
  /// What the colours, shapes and lines mean.
  public var legend: [LegendSection] = []
  /// The line below the map: what is shown of what, the filter, the day, the data.
  public var footer: String
  /// What a reader who cannot see the map should know.
  public var summary: String
  /// The colours of the sheet.
  public var theme: Theme
  /// The size of the sheet it is drawn for, in points; that of a slide of 13.33 × 7.5 in where missing.
  public var sheet: Extent?
}

/// One question that the legend answers, such as what a colour means.
public struct LegendSection: Hashable, Sendable, Codable {
  /// How an entry is drawn before its text.
  public enum Sample: Hashable, Sendable, Codable {
    case box(shape: Diagram.Shape, fill: Colour, border: Colour, borderWidth: Double = 1)
    case line(width: Double, colour: Colour, stroke: Diagram.Stroke, arrow: Diagram.Arrow)
    case none
  }

  /// One meaning.
  public struct Entry: Hashable, Sendable, Codable {
    /// What is drawn.
    public var sample: Sample
    /// What it means.
    public var text: String
  }

  /// What the section explains, such as `Colour: region`.
  public var title: String
  /// The meanings.
  public var entries: [Entry]
}
