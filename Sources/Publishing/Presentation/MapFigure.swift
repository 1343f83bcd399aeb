import Containers
import Cartography
import GraphvizKit

/// Draws a laid-out map with native shapes: each box one shape with its text inside, each line a connector or a curve.
struct MapFigure {
  /// Where the map's own points come to lie on the slide.
  struct Placement: Hashable, Sendable {
    var scale: Double
    var x = 0.0
    var y = 0.0

    func callAsFunction(_ point: LaidOutDiagram.Point) -> LaidOutDiagram.Point {
      .init(x: x + point.x * scale, y: y + point.y * scale)
    }

    func callAsFunction(_ frame: LaidOutDiagram.Rectangle) -> LaidOutDiagram.Rectangle {
      .init(
        x: x + frame.x * scale, y: y + frame.y * scale, width: frame.width * scale,
        height: frame.height * scale)
    }
  }

  let map: LaidOutDiagram
  let glued: [GluedLines.Line?]
  let placement: Placement
  /// Where a click on a box leads, by the box's key.
  let links: [String: LinkTarget]
  /// Whether programs may make letters smaller where the template's font is wider than the measured one.
  let shrinksText: Bool
  private let names: [String: String]

  init(
    _ map: LaidOutDiagram, lines: LineStyle, placement: Placement,
    links: [String: LinkTarget] = [:],
    shrinksText: Bool = false
  ) {
    self.shrinksText = shrinksText
    switch lines {
    case .glued:
      let glued = GluedLines(map)
      self.map = glued.map
      self.glued = glued.lines
    case .exact:
      self.map = map
      glued = map.routes.map { _ in nil }
    }
    self.placement = placement
    self.links = links
    names = Dictionary(
      map.diagram.nodes.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds the lines, then the frames with their boxes, then the boxes of no frame, then the words on the lines.
  ///
  /// Frames have no fill, since the lines between boxes lie behind them.
  func draw(on slide: inout SlideDrawing) {
    // Lines come first, but they name the ids of the boxes they are glued to.
    drawChart(on: &slide)
    let ids = map.diagram.nodes.map { _ in slide.makeID() }
    let byKey = Dictionary(
      zip(map.diagram.nodes.map(\.key), ids), uniquingKeysWith: { first, _ in first })
    for (number, edge) in map.diagram.edges.enumerated() {
      if let line = glued[number], let from = byKey[edge.from], let to = byKey[edge.to] {
        drawConnector(edge, line, from: from, to: to, on: &slide)
      } else {
        drawCurves(edge, map.routes[number], on: &slide)
      }
    }
    for (position, cluster) in map.diagram.clusters.enumerated() {
      drawFrame(cluster, at: position, ids: ids, on: &slide)
    }
    let drawn = map.bars?.boxes ?? []
    for (number, node) in map.diagram.nodes.enumerated()
    where isFree(node) && !drawn.contains(node.key) {
      slide.append(box(number, id: ids[number], on: &slide))
    }
    for (edge, route) in zip(map.diagram.edges, map.routes) {
      drawLabel(edge, route, on: &slide)
    }
  }

  /// Adds the bars of a picture of bars as a chart.
  private func drawChart(on slide: inout SlideDrawing) {
    guard let bars = map.bars, !bars.boxes.isEmpty else { return }
    slide.append(
      NativeChart(
        figures: bars, palette: slide.palette, letters: NativeChart.letters * placement.scale),
      in: placement(bars.plot), description: map.diagram.summary)
  }

  /// Whether the box stands in no frame that is drawn.
  private func isFree(_ node: Diagram.Node) -> Bool {
    guard let position = map.diagram.clusters.firstIndex(where: { $0.key == node.cluster }) else {
      return true
    }
    return map.frames[position] == nil
  }

  func box(_ number: Int, id: Int, on slide: inout SlideDrawing) -> Markup {
    let node = map.diagram.nodes[number]
    let frame = placement(map.boxes[number])
    return Markup(
      "p:sp", [:],
      [
        Markup(
          "p:nvSpPr", [:],
          [
            slide.naming(
              id, name(of: node), description: node.tooltip,
              link: links[node.key] ?? node.url.map(LinkTarget.web)), Markup("p:cNvSpPr"),
            Markup("p:nvPr"),
          ]),
        Markup(
          "p:spPr", [:],
          [
            SlideDrawing.transform(frame), node.shape.geometry(frame, scale: placement.scale),
            slide.palette.fill(node.fill),
            slide.line(
              node.border, width: node.borderWidth * placement.scale,
              stroke: node.stroke ?? .solid),
          ]), text(of: node, in: frame).markup(on: &slide),
      ])
  }

  /// The name by which people find a shape; on a map with the key at its end, by which places are read back.
  private func name(of node: Diagram.Node) -> String {
    guard map.recipe != nil else { return node.title }
    return node.title.prefix(max(0, 118 - node.key.count)) + " #" + node.key
  }

  /// The lines of a box as laid out; lines of one look make up a paragraph.
  private func text(of node: Diagram.Node, in frame: LaidOutDiagram.Rectangle) -> TextBody {
    var paragraphs: [TextBody.Paragraph] = []
    var look: Diagram.TextLine?
    for text in node.lines {
      if let last = look, last.size == text.size, last.isBold == text.isBold,
        last.colour == text.colour
      {
        paragraphs[paragraphs.count - 1].lines.append([line(text)])
      } else {
        paragraphs.append(.init(lines: [[line(text)]], alignment: .centre))
      }
      look = text
    }
    if !node.chips.isEmpty { paragraphs.append(chips(node.chips)) }
    for position in paragraphs.indices { paragraphs[position].isChecked = false }
    let widest =
      node.lines.map {
        TextMetrics.width(of: $0.text, size: $0.size, isBold: $0.isBold) * placement.scale
      }.max() ?? 0
    let room = node.shape == .rectangle || node.shape == .roundedRectangle ? frame.width : 0
    // Where the lines fill their shape, a slightly wider font must not break them once more.
    return TextBody(
      paragraphs: paragraphs, anchor: .middle,
      isWrapped: shrinksText || (room > widest * 1.06 && node.chips.isEmpty),
      shrinks: shrinksText)
  }

  /// The coloured fields as letters on a coloured ground, apart by spaces.
  private func chips(_ chips: [Diagram.Chip]) -> TextBody.Paragraph {
    var runs: [TextBody.Run] = []
    for chip in chips {
      if !runs.isEmpty { runs.append(.init(text: " ", size: 11 * placement.scale)) }
      // Letters on a ground are as wide as they are: blanks beside them make up the width that shows the seats.
      let blank = TextMetrics.width(of: "\u{A0}", size: Diagram.Chip.letters)
      let free = chip.width - TextMetrics.width(of: chip.text, size: Diagram.Chip.letters)
      let blanks = max(chip.text.isEmpty ? 1 : 0, Int((free / blank).rounded()))
      let left = String(repeating: "\u{A0}", count: blanks / 2)
      let right = String(repeating: "\u{A0}", count: blanks - blanks / 2)
      runs.append(
        .init(
          text: left + chip.text + right, size: Diagram.Chip.letters * placement.scale,
          colour: chip.textColour, highlight: chip.fill))
    }
    var paragraph = TextBody.Paragraph(lines: [runs], alignment: .centre)
    paragraph.spaceBefore = 3 * placement.scale
    return paragraph
  }

  func line(_ text: Diagram.TextLine) -> TextBody.Run {
    .init(
      text: text.text, size: text.size * placement.scale, isBold: text.isBold, colour: text.colour)
  }

  /// What the line means, in words.
  func title(of edge: Diagram.Edge) -> String {
    let arrow = edge.arrow == .forward ? "→" : "–"
    return "\(names[edge.from] ?? edge.from) \(arrow) \(names[edge.to] ?? edge.to)"
  }

  private func drawLabel(
    _ edge: Diagram.Edge, _ route: LaidOutDiagram.Route, on slide: inout SlideDrawing
  ) {
    guard let label = edge.label, let middle = route.label.map({ placement($0) }) else { return }
    let size = label.size * placement.scale
    let width = TextMetrics.width(of: label.text, size: size) + 4 * placement.scale
    var paragraph = TextBody.Paragraph(lines: [[line(label)]], alignment: .centre)
    paragraph.isChecked = false
    slide.appendText(
      TextBody(paragraphs: [paragraph], anchor: .middle, isWrapped: false),
      in: .init(
        x: middle.x - width / 2, y: middle.y - size * 0.6, width: width, height: size * 1.2),
      name: SlideShape.labelMark + title(of: edge), fill: map.diagram.theme.background)
  }
}

/// How the lines of a map are drawn in a presentation.
public enum LineStyle: String, CaseIterable, Hashable, Sendable, Codable {
  /// Straight connectors that are glued to the boxes and follow when one is moved.
  case glued
  /// Curves as in the picture, which stay where they are.
  case exact
}
