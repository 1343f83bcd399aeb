import Cartography
import Containers
import GraphvizKit

/// A page of text, boxes and lines on a sheet as large as a slide, for what is no map: title pages, tables, prose.
struct SheetPage: Sendable {
  /// The size of a page.
  static let width = Slide.width
  static let height = Slide.height
  /// Where text and tables stand.
  static let margin = 22.0

  /// What the page is, for those who cannot see it.
  var title: String
  var theme: Theme
  var ornaments: [LaidOutDiagram.Ornament] = []

  init(_ title: String, theme: Theme) {
    self.title = title
    self.theme = theme
  }

  /// Writes a line of text whose letters stand on a baseline.
  mutating func write(
    _ text: String, x: Double, y: Double, size: Double, isBold: Bool = false,
    colour: Colour? = nil
  ) {
    let line = Diagram.TextLine(
      text: text, size: size, isBold: isBold, colour: colour ?? theme.text)
    ornaments.append(.text(line, at: .init(x: x, y: y)))
  }

  /// Fills a rectangle.
  mutating func area(_ frame: LaidOutDiagram.Rectangle, fill: Colour) {
    ornaments.append(.box(shape: .rectangle, fill: fill, border: fill, frame: frame))
  }

  /// Draws a horizontal line.
  mutating func rule(y: Double, from left: Double, to right: Double, width: Double = 0.6) {
    ornaments.append(
      .line(
        width: width, colour: theme.clusterBorder, stroke: .solid, arrow: .none,
        from: .init(x: left, y: y), to: .init(x: right, y: y)))
  }

  /// Writes the number of the page into its lower right corner, after a word about all pages.
  mutating func number(_ number: Int, after mark: String? = nil) {
    ornaments.append(Self.numberText(number, after: mark, theme: theme, scale: 1).ornament)
  }

  /// The number of a page that is drawn `scale` times as large, after a word about all pages.
  static func numberText(
    _ number: Int, after mark: String? = nil, theme: Theme, scale: Double,
    in slide: Diagram.Extent = Slide.extent
  ) -> Sheet.PlacedText {
    let text = (mark.map { "\($0) · " } ?? "") + "\(number)"
    let line = Diagram.TextLine(text: text, size: 9 / scale, colour: theme.mutedText)
    let width = TextMetrics.width(of: text, size: 9)
    return .init(
      line,
      at: .init(x: (slide.width - margin - width) / scale, y: (slide.height - 8) / scale))
  }

  /// The page as a graph without nodes, for the formats that Graphviz draws.
  var graph: DOTGraph {
    var graph = DOTGraph(
      name: "page", direction: .directed,
      attributes: [
        "bgcolor": .literal(theme.background.description),
        "fontname": .literal(theme.lettering.font), "margin": 0, "pad": 0,
        "_background": .literal(XDotDrawing(ornaments, theme: theme).text),
      ])
    graph.nodes = DOTGraph.corners(width: Slide.width, height: Slide.height)
    if let logo = theme.logo { graph.nodes.append(logo.node(in: logo.frame(on: Slide.extent))) }
    return graph
  }

  /// The page as a picture for the web.
  var svg: [UInt8] {
    let logo = theme.logo.map { SVGOrnaments.lines(of: $0, in: $0.frame(on: Slide.extent)) } ?? []
    let links = logo.isEmpty ? "" : " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    let lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\"\(links) width=\"\(Int(Slide.width))pt\""
        + " height=\"\(Int(Slide.height))pt\" viewBox=\"0 0 \(Int(Slide.width)) \(Int(Slide.height))\""
        + " role=\"img\" aria-labelledby=\"page-title\">",
      "<title id=\"page-title\">\(XMLText.escaped(title))</title>",
      "<desc>Made with \(Program.title).</desc>",
      "<rect width=\"100%\" height=\"100%\" fill=\"\(theme.background)\"/>",
    ]
    return Array(
      ((lines + logo + SVGOrnaments(ornaments, theme: theme).lines + ["</svg>"]).joined(
        separator: "\n") + "\n").utf8)
  }
}
