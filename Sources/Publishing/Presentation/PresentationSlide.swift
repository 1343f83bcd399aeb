import Cartography
import Containers
import EcosystemModel
import GraphvizKit

/// One slide of a presentation.
struct PresentationSlide {
  /// The sort of slide, which decides on its layout.
  enum Layout: String, CaseIterable, Hashable, Sendable {
    /// The first slide.
    case title
    /// A title above something drawn.
    case titleOnly
  }

  /// The name by which others link to it.
  var key: String
  var layout = Layout.titleOnly
  var drawing: SlideDrawing
  /// What the speaker reads.
  var notes: String
  /// Where everything of its map stands, which it carries along; `nil` if it shows none.
  var places: CarriedPlaces?
}

/// The places of a map, and where its points lie on a slide.
struct CarriedPlaces: Hashable, Encodable {
  var memory: PictureMemory
  var scale: Double
  var x: Double
  var y: Double

  init?(_ map: LaidOutDiagram, _ placement: MapFigure.Placement) {
    guard map.recipe != nil else { return nil }
    (memory, scale, x, y) = (map.memory, placement.scale, placement.x, placement.y)
  }

  /// The part that holds it: XML of no language that others know, so that programs leave it as it is.
  func part(_ number: Int) throws(PublishingError) -> PackagePart {
    let text = String(decoding: try MapPublisher.compact(self), as: UTF8.self)
    return PackagePart(
      "customXml/item\(number).xml", type: "application/xml",
      Markup("places", ["xmlns": "urn:ecomap:places"], text: text))
  }
}

extension WrittenSlide {
  /// The part that holds it.
  func part(_ number: Int) throws(PublishingError) -> PackagePart {
    PackagePart("customXml/item\(number).xml", type: "application/xml", bytes: try document())
  }
}

extension PresentationSlide {
  /// A slide with a map, its title, legend and footer.
  ///
  /// - Parameters:
  ///   - key: The name by which others link to it.
  ///   - map: The map.
  ///   - lines: How lines are drawn.
  ///   - base: What the presentation is made from.
  ///   - links: Where clicks on boxes lead, by the boxes' keys.
  init(
    key: String, map: LaidOutDiagram, lines: LineStyle, on base: PresentationBase,
    links: [String: LinkTarget] = [:]
  ) {
    var drawing = SlideDrawing(
      palette: ThemePalette(map.diagram.theme), letterScale: base.letterScale)
    let room = base.mapPlacement(for: map)
    let unit = room.map.scale
    if let frame = room.title {
      let size = map.sheet.title.first.map { $0.line.size * unit } ?? 20
      var body = TextBody(paragraphs: [.init(map.diagram.title, size: size, isBold: true)])
      body.insets = .init()
      drawing.appendPlaceholder("title", body, name: "Title", in: frame)
    } else {
      let body = base.titleBody(map.diagram.title)
      drawing.appendPlaceholder(
        "title", body, name: "Title", in: base.movesTitle ? base.titleFrame : nil)
    }
    let figure = MapFigure(
      map, lines: lines, placement: room.map, links: links,
      shrinksText: base.titleFrame != nil)
    figure.drawGuides(on: &drawing)
    figure.draw(on: &drawing)
    figure.drawLegend(on: &drawing)
    if let panel = map.sheet.panel { drawing.append(panel, placement: room.map) }
    if let first = map.sheet.footer.first {
      let scale = room.map.scale
      let frames = map.sheet.footer.map {
        MapFigure.frame(of: $0.line, at: room.map($0.baseline), scale: scale)
      }
      let run = TextBody.Run(
        text: map.diagram.footer, size: first.line.size * scale, colour: first.line.colour)
      drawing.appendText(
        TextBody(paragraphs: [.init(lines: [[run]])]),
        in: .init(
          x: frames[0].x, y: frames[0].y, width: room.textWidth,
          height: frames.reduce(0) { $0 + $1.height * 1.13 }), name: "Footer")
    }
    base.appendSlideNumber(to: &drawing)
    let notes = [map.diagram.summary, map.diagram.footer].filter { !$0.isEmpty }
    self.init(
      key: key, layout: .titleOnly, drawing: drawing, notes: notes.joined(separator: "\n"),
      places: base.carriesPlaces ? CarriedPlaces(map, room.map) : nil)
  }
}

extension SlideDrawing {
  /// Adds facts beside a map, a text for each topic.
  fileprivate mutating func append(_ panel: SidePanel, placement: MapFigure.Placement) {
    let size = panel.size * placement.scale
    for block in panel.blocks {
      func run(_ text: String, isBold: Bool = false) -> [TextBody.Run] {
        [TextBody.Run(text: text, size: size, isBold: isBold, colour: panel.colour)]
      }
      var body = TextBody(
        paragraphs: [
          .init(
            lines: [run(block.section.title, isBold: true)] + block.section.facts.map { run($0) })
        ])
      body.insets = .init()
      appendText(body, in: placement(block.frame), name: block.section.title)
    }
  }
}
