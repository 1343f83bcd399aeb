import Cartography

/// Text inside a shape, a placeholder or a cell of a table: paragraphs of runs, and how they stand in it.
struct TextBody: Hashable, Sendable {
  /// Where the lines of a paragraph begin or end.
  enum Alignment: String, Hashable, Sendable {
    case left = "l"
    case centre = "ctr"
    case right = "r"
  }

  /// Where the paragraphs stand in the height of their shape.
  enum Anchor: String, Hashable, Sendable {
    case top = "t"
    case middle = "ctr"
    case bottom = "b"
  }

  /// Text of one look.
  struct Run: Hashable, Sendable {
    var text: String
    /// The size of the letters in points of the slide, or `nil` for the placeholder's.
    var size: Double?
    var isBold = false
    var colour: Colour?
    /// The colour behind the letters.
    var highlight: Colour?
    /// Where a click leads.
    var link: LinkTarget?
    /// The number of the slide in place of the text.
    var isSlideNumber = false
  }

  /// Lines that belong together; runs of one line after the other.
  struct Paragraph: Hashable, Sendable {
    var lines: [[Run]]
    /// Nothing for the placeholder's.
    var alignment: Alignment? = .left
    var isBulleted = false
    /// Space before the paragraph in points.
    var spaceBefore = 0.0
    /// Names are not to be underlined as misspelt.
    var isChecked = true

    init(_ text: String, size: Double? = nil, isBold: Bool = false, colour: Colour? = nil) {
      lines = [[Run(text: text, size: size, isBold: isBold, colour: colour)]]
    }

    init(lines: [[Run]], alignment: Alignment? = .left) {
      self.lines = lines
      self.alignment = alignment
    }
  }

  var paragraphs: [Paragraph]
  var anchor = Anchor.top
  /// Whether lines are broken at the width of the shape.
  var isWrapped = true
  /// Whether letters may become smaller until the text fits its shape.
  var shrinks = false
  /// Room between the text and the sides of the shape, in points; `nil` for the placeholder's.
  var insets: Insets? = Insets()

  /// Room in points.
  struct Insets: Hashable, Sendable {
    var horizontal = 0.0
    var vertical = 0.0
  }
}
