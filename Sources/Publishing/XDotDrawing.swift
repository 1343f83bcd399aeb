import Cartography
import GraphvizKit

/// Title, legend and footer in Graphviz' drawing language, which every output format understands.
///
/// The language is described at https://graphviz.org/docs/outputs/canon/#xdot. Its *y* grows upwards.
struct XDotDrawing {
  /// The drawing operations.
  let text: String

  init(_ ornaments: [LaidOutDiagram.Ornament], theme: Theme) {
    text = ornaments.map { Self.operations(for: $0, theme) }.joined(separator: " ")
  }

  /// How far Graphviz draws a text above the baseline that it is given, per point of its size.
  private static let lift = 0.2

  private static func operations(
    for ornament: LaidOutDiagram.Ornament, _ theme: Theme
  ) -> String {
    switch ornament {
    case .text(let line, let point):
      let flags = line.isBold ? 1 : 0
      let size = line.size * theme.letterScale
      let width = text(size * Double(line.text.count) * 0.5)
      return [
        colour("c", line.colour), "t \(flags)", "F \(text(size)) \(counted(theme.lettering.font))",
        "T \(text(point.x)) \(text(-point.y - lift * size)) \(side(line.alignment ?? .start)) \(width)"
          + " \(counted(line.text))",
        "t 0",
      ].joined(separator: " ")
    case .box(let shape, let fill, let border, let width, let stroke, let frame):
      let style =
        "S \(counted("setlinewidth(\(text(width)))"))"
        + (stroke == .solid ? "" : " S \(counted(stroke.rawValue))")
      let box = [colour("c", border), colour("C", fill), style, outline(of: shape, frame)]
        .joined(separator: " ")
      return stroke == .solid ? box : box + " S \(counted("solid"))"
    case .line(let width, let paint, let stroke, let arrow, let start, let end):
      return line(width: width, paint, stroke, arrow, from: start, to: end)
    }
  }

  /// What of a text is at its point: -1 for its beginning, 0 for its middle, 1 for its end.
  private static func side(_ alignment: Diagram.TextLine.Alignment) -> Int {
    switch alignment {
    case .start: -1
    case .middle: 0
    case .end: 1
    }
  }

  private static func outline(
    of shape: Diagram.Shape, _ frame: LaidOutDiagram.Rectangle
  ) -> String {
    guard shape == .ellipse else {
      return polygon(frame.corners(of: shape).map { ($0.x, -$0.y) })
    }
    return "E \(text(frame.x + frame.width / 2)) \(text(-frame.y - frame.height / 2))"
      + " \(text(frame.width / 2)) \(text(frame.height / 2))"
  }

  private static func line(
    width: Double, _ paint: Colour, _ stroke: Diagram.Stroke, _ arrow: Diagram.Arrow,
    from start: LaidOutDiagram.Point, to end: LaidOutDiagram.Point
  ) -> String {
    let style = "setlinewidth(\(text(width)))"
    let sample = SampleLine(from: start, to: end, arrow)
    let neck = sample.neck
    var parts = [
      colour("c", paint), "S \(counted(style))", "S \(counted(stroke.rawValue))",
      "L 2 \(text(start.x)) \(text(-start.y)) \(text(neck.x)) \(text(-neck.y))",
    ]
    if !sample.head.isEmpty {
      parts += [
        "S \(counted("solid"))", colour("C", paint), polygon(sample.head.map { ($0.x, -$0.y) }),
      ]
    }
    parts.append("S \(counted("solid"))")
    return parts.joined(separator: " ")
  }

  private static func polygon(_ points: [(Double, Double)]) -> String {
    "P \(points.count) " + points.map { "\(text($0.0)) \(text($0.1))" }.joined(separator: " ")
  }

  private static func colour(_ operation: String, _ colour: Colour) -> String {
    "\(operation) \(counted(colour.description))"
  }

  /// A string of the language: the number of its bytes, then `-` and the bytes.
  ///
  /// Control characters would end up in the picture's XML, so spaces take their place.
  private static func counted(_ text: String) -> String {
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    return "\(clean.utf8.count) -\(clean)"
  }

  /// A number with at most two decimals.
  static func text(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    guard abs(hundredths) < 1e15 else { return "0" }
    let whole = Int(hundredths)
    let fraction = abs(whole) % 100
    let sign = whole < 0 ? "-" : ""
    guard fraction != 0 else { return "\(sign)\(abs(whole) / 100)" }
    return "\(sign)\(abs(whole) / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

/// A line of the legend, from left to right, with its arrow head.
struct SampleLine {
  /// Where the line ends: at its end, or where its arrow head begins.
  let neck: LaidOutDiagram.Point
  /// The corners of the arrow head, its tip first; empty without one.
  let head: [LaidOutDiagram.Point]

  init(from start: LaidOutDiagram.Point, to end: LaidOutDiagram.Point, _ arrow: Diagram.Arrow) {
    let length = arrow == .forward ? (end.x - start.x) * 0.28 : 0
    let half = length * 0.4
    let neck = LaidOutDiagram.Point(x: end.x - length, y: end.y)
    self.neck = neck
    head =
      length > 0
      ? [end, .init(x: neck.x, y: neck.y - half), .init(x: neck.x, y: neck.y + half)] : []
  }
}

extension LaidOutDiagram.Rectangle {
  /// The corners of a legend's sample of a shape; rounded ones are arcs of short sides.
  func corners(of shape: Diagram.Shape) -> [(x: Double, y: Double)] {
    let (right, bottom, middle) = (x + width, y + height, y + height / 2)
    switch shape {
    case .hexagon:
      let inset = height / 2
      return [
        (x, middle), (x + inset, y), (right - inset, y), (right, middle), (right - inset, bottom),
        (x + inset, bottom),
      ]
    case .roundedRectangle:
      let radius = min(width, height) * 0.3
      let centres = [
        (x: right - radius, y: y + radius), (x: right - radius, y: bottom - radius),
        (x: x + radius, y: bottom - radius), (x: x + radius, y: y + radius),
      ]
      // Cosines of a quarter in four steps; each corner turns them by a quarter more.
      var arc = [(0, -1), (0.3827, -0.9239), (0.7071, -0.7071), (0.9239, -0.3827), (1.0, 0.0)]
      return centres.flatMap { centre in
        defer { arc = arc.map { (-$0.1, $0.0) } }
        return arc.map { (centre.x + radius * $0.0, centre.y + radius * $0.1) }
      }
    case .rectangle, .ellipse:
      return [(x, y), (right, y), (right, bottom), (x, bottom)]
    }
  }
}
