import Cartography
import Containers
import GraphvizKit

/// Title, legend and footer as SVG elements, in the coordinates of the sheet.
///
/// ``XDotDrawing`` draws the same for the formats that have no source text; Graphviz would have to load a font for each of
/// its sizes only to learn how wide the texts are, which nobody asks.
struct SVGOrnaments {
  /// The elements, one per line.
  let lines: [String]

  init(
    _ ornaments: some Sequence<LaidOutDiagram.Ornament>, theme: Theme, id: String = "sheet"
  ) {
    let elements = ornaments.flatMap { Self.elements(for: $0, theme) }
    lines = ["<g id=\"\(id)\" class=\"\(id)\">"] + elements + ["</g>"]
  }

  /// The elements of a logo, which bring its picture along.
  static func lines(of logo: Logo, in frame: LaidOutDiagram.Rectangle) -> [String] {
    let label = XMLText.escaped(logo.label)
    return [
      "<g id=\"logo\" class=\"logo\" role=\"img\" aria-label=\"\(label)\">",
      "<title>\(label)</title>",
      "<image x=\"\(number(frame.x))\" y=\"\(number(frame.y))\" width=\"\(number(frame.width))\""
        + " height=\"\(number(frame.height))\" xlink:href=\"\(logo.address)\"/>", "</g>",
    ]
  }

  private static func elements(
    for ornament: LaidOutDiagram.Ornament, _ theme: Theme
  ) -> [String] {
    switch ornament {
    case .text(let line, let point):
      let weight = line.isBold ? " font-weight=\"bold\"" : ""
      return [
        "<text text-anchor=\"\((line.alignment ?? .start).rawValue)\" x=\"\(number(point.x))\" y=\"\(number(point.y))\""
          + " font-family=\"\(theme.fontFamily)\"\(weight)"
          + " font-size=\"\(number(line.size * theme.letterScale))\""
          + " fill=\"\(line.colour)\">\(XMLText.escaped(line.text))</text>"
      ]
    case .box(let shape, let fill, let border, let width, let stroke, let frame):
      let pen =
        "stroke=\"\(border)\"" + (width == 1 ? "" : " stroke-width=\"\(number(width))\"")
        + dashes(stroke)
      return [outline(of: shape, frame, "fill=\"\(fill)\" \(pen)")]
    case .line(let width, let colour, let stroke, let arrow, let start, let end):
      let sample = SampleLine(from: start, to: end, arrow)
      let pen = "stroke=\"\(colour)\" stroke-width=\"\(number(width))\""
      let line = polyline(
        [(start.x, start.y), (sample.neck.x, sample.neck.y)],
        "fill=\"none\" \(pen)\(dashes(stroke))")
      guard !sample.head.isEmpty else { return [line] }
      return [line, polygon(sample.head.map { ($0.x, $0.y) }, "fill=\"\(colour)\" \(pen)")]
    }
  }

  private static func outline(
    of shape: Diagram.Shape, _ frame: LaidOutDiagram.Rectangle, _ paint: String
  ) -> String {
    if shape == .ellipse {
      return "<ellipse \(paint) cx=\"\(number(frame.x + frame.width / 2))\""
        + " cy=\"\(number(frame.y + frame.height / 2))\" rx=\"\(number(frame.width / 2))\""
        + " ry=\"\(number(frame.height / 2))\"/>"
    }
    return polygon(frame.corners(of: shape), paint)
  }

  /// The dashes that Graphviz writes for the same strokes.
  private static func dashes(_ stroke: Diagram.Stroke) -> String {
    switch stroke {
    case .solid: ""
    case .dashed: " stroke-dasharray=\"5,2\""
    case .dotted: " stroke-dasharray=\"1,5\""
    }
  }

  private static func polygon(_ points: [(x: Double, y: Double)], _ paint: String) -> String {
    "<polygon \(paint) points=\"\(text(points))\"/>"
  }

  private static func polyline(_ points: [(x: Double, y: Double)], _ paint: String) -> String {
    "<polyline \(paint) points=\"\(text(points))\"/>"
  }

  private static func text(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  private static func number(_ value: Double) -> String { XDotDrawing.text(value) }
}
