import Containers

/// A shape of a slide: what it is known by, where it stands, and what of it data and people change.
struct SlideShape: Hashable, Sendable {
  /// What sort of shape it is.
  enum Kind: Hashable, Sendable {
    /// A shape with text.
    case shape
    /// A line between two shapes.
    case line
    /// A group that is one thing, such as a legend.
    case unit
    /// A table or a chart.
    case table, chart
    /// Anything else.
    case other
  }

  /// Where the coordinates of a group lie on the slide.
  struct Outer: Hashable, Sendable {
    var scaleX = 1.0, scaleY = 1.0, x = 0.0, y = 0.0
  }

  var kind: Kind
  var written: WrittenShape
  /// The number by which the slide knows it.
  var id: Int
  /// The positions of the elements that lead to it from the tree of shapes.
  var path: [Int]
  var outer = Outer()
  /// The ids of the shapes that a line is glued to.
  var from: Int?
  var to: Int?
  /// The role that the slide's layout has for it, such as `title`.
  var role: String?

  var key: String { written.key }
  /// Where it stands on the slide, in its units; `nil` where its layout says so.
  var frame: SlideFrame? {
    get { SlideFrame(written.place) }
    set { written.place = newValue?.list ?? [] }
  }
  /// Whether it stands for something in the data.
  var isKeyed: Bool { kind == .shape && written.name.contains(SlideShape.keyMark) }

  /// Whether it is the label of a line.
  var isLabel: Bool { written.name.hasPrefix(SlideShape.labelMark) }
  /// Whether it is the outline of a frame.
  var isFrame: Bool { written.name.hasPrefix("Frame: ") }
  /// Whether it is part of a map, and drawn as large as that is.
  var isOfMap: Bool { isKeyed || kind == .line || isLabel || isFrame }

  /// What the name of a line begins with.
  static let lineMark = "Line: "
  /// What the name of the label of a line begins with, before that of the line.
  static let labelMark = "Label of "

  /// What stands before the key in the name of a shape.
  static let keyMark = " #"
}

/// An upright rectangle on a slide, in its units.
struct SlideFrame: Hashable, Sendable {
  var x, y, width, height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The rectangle of four numbers, `nil` of any other count.
  init?(_ list: [Int]) {
    guard list.count == 4 else { return nil }
    (x, y) = (Double(list[0]), Double(list[1]))
    (width, height) = (Double(list[2]), Double(list[3]))
  }

  var list: [Int] { [x, y, width, height].map { Int($0.rounded()) } }
  var middleX: Double { x + width / 2 }
  var middleY: Double { y + height / 2 }

  /// Whether both middles are less than a length apart, each way.
  func stands(where other: SlideFrame, within length: Double) -> Bool {
    abs(middleX - other.middleX) <= length && abs(middleY - other.middleY) <= length
  }

  /// Whether both are as large.
  func isAsLarge(as other: SlideFrame, within length: Double) -> Bool {
    abs(width - other.width) <= length && abs(height - other.height) <= length
  }

  /// Whether both share room, or come nearer than a length.
  func meets(_ other: SlideFrame, within length: Double = 0) -> Bool {
    x < other.x + other.width + length && other.x < x + width + length
      && y < other.y + other.height + length && other.y < y + height + length
  }

  /// The smallest rectangle around both.
  func union(_ other: SlideFrame) -> SlideFrame {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return SlideFrame(
      x: left, y: top, width: max(x + width, other.x + other.width) - left,
      height: max(y + height, other.y + other.height) - top)
  }
}

/// What we wrote of a shape: its key, place, words and look.
struct WrittenShape: Hashable, Sendable, Codable {
  var key: String
  var name: String
  /// Left, top, width, height in units of the slide; empty where the layout says so.
  var place: [Int] = []
  var text = ""
  var fill = ""
  var line = ""
  /// The colour of its letters.
  var ink = ""
  /// A checksum of the look of its letters.
  var letters = ""
  /// The preset shape.
  var form = ""
  /// A checksum of its alternative text.
  var tip = ""
  /// Where a click on it leads; empty if nowhere, `nil` if nobody took it down.
  var link: String?
  /// Whether the data no longer has it, so that it stands faded.
  var isGone: Bool?

  private enum CodingKeys: String, CodingKey {
    case key, name, text, fill, line, ink, letters, form, tip, link
    case place = "at"
    case isGone = "gone"
  }
}
