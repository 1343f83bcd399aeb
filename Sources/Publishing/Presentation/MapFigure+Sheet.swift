import Containers
import Cartography
import GraphvizKit

extension MapFigure {
  /// Adds the legend as one group.
  func drawLegend(on slide: inout SlideDrawing) {
    let meanings = map.diagram.legend.map { section in
      "\(section.title): \(section.entries.map(\.text).joined(separator: ", "))"
    }
    drawGroup(
      of: map.sheet.legend, named: "Legend", sample: "Sample",
      meaning: meanings.joined(separator: "; "),
      on: &slide)
  }

  /// Adds axes, areas and texts of a picture drawn to scale as one group beneath everything else.
  func drawGuides(on slide: inout SlideDrawing) {
    drawGroup(
      of: map.sheet.guides, named: "Scale", sample: "Guide", meaning: map.diagram.summary,
      on: &slide)
  }

  private func drawGroup(
    of ornaments: [LaidOutDiagram.Ornament], named name: String, sample: String, meaning: String,
    on slide: inout SlideDrawing
  ) {
    guard !ornaments.isEmpty else { return }
    var frames: [LaidOutDiagram.Rectangle] = []
    let members = ornaments.map { ornament in
      let (shape, frame) = shape(of: ornament, in: name, sample: sample, on: &slide)
      frames.append(frame)
      return shape
    }
    let left = frames.map(\.x).min() ?? 0
    let top = frames.map(\.y).min() ?? 0
    let frame = LaidOutDiagram.Rectangle(
      x: left, y: top, width: (frames.map { $0.x + $0.width }.max() ?? 0) - left,
      height: (frames.map { $0.y + $0.height }.max() ?? 0) - top)
    slide.append(slide.group(members, name: name, description: meaning, frame: frame))
  }

  private func shape(
    of ornament: LaidOutDiagram.Ornament, in group: String, sample: String,
    on slide: inout SlideDrawing
  ) -> (Markup, LaidOutDiagram.Rectangle) {
    switch ornament {
    case .text(let text, let baseline):
      let frame = Self.frame(of: text, at: placement(baseline), scale: placement.scale)
      let run = TextBody.Run(
        text: text.text, size: text.size * placement.scale, isBold: text.isBold, colour: text.colour
      )
      let body = TextBody(
        paragraphs: [.init(lines: [[run]], alignment: .init(text.alignment ?? .start))],
        isWrapped: false)
      return (slide.textBox(body, in: frame, name: "\(group): \(text.text)"), frame)
    case .box(let shape, let fill, let border, let width, let stroke, let frame):
      let frame = placement(frame)
      let id = slide.makeID()
      let box = Markup(
        "p:sp", [:],
        [
          Markup(
            "p:nvSpPr", [:],
            [
              slide.naming(
                id, "\(group): \(sample.lowercased())", description: "\(sample) of a shape"),
              Markup("p:cNvSpPr"), Markup("p:nvPr"),
            ]),
          Markup(
            "p:spPr", [:],
            [
              SlideDrawing.transform(frame), shape.geometry(frame, scale: placement.scale),
              slide.palette.fill(fill),
              slide.line(border, width: width * placement.scale, stroke: stroke),
            ]), TextBody(paragraphs: []).markup(on: &slide),
        ])
      return (box, frame)
    case .line(let width, let colour, let stroke, let arrow, let start, let end):
      let (start, end) = (placement(start), placement(end))
      let id = slide.makeID()
      let line = Markup(
        "p:cxnSp", [:],
        [
          Markup(
            "p:nvCxnSpPr", [:],
            [
              slide.naming(
                id, "\(group): \(sample.lowercased())", description: "\(sample) of a line"),
              Markup("p:cNvCxnSpPr"), Markup("p:nvPr"),
            ]),
          Markup(
            "p:spPr", [:],
            [
              Self.transform(from: start, to: end),
              Markup("a:prstGeom", ["prst": "line"], [Markup("a:avLst")]),
              slide.line(colour, width: width * placement.scale, stroke: stroke, arrow: arrow),
            ]),
        ])
      let frame = LaidOutDiagram.Rectangle(
        x: min(start.x, end.x), y: min(start.y, end.y), width: abs(end.x - start.x),
        height: abs(end.y - start.y))
      return (line, frame)
    }
  }

  /// The box around a line of text whose letters stand on a baseline; Arial rises 0.905 of its size above it.
  static func frame(
    of text: Diagram.TextLine, at baseline: LaidOutDiagram.Point, scale: Double
  ) -> LaidOutDiagram.Rectangle {
    let size = text.size * scale
    let width = TextMetrics.width(of: text.text, size: size, isBold: text.isBold) + size * 0.2
    let left =
      switch text.alignment ?? .start {
      case .start: baseline.x
      case .middle: baseline.x - width / 2
      case .end: baseline.x - width
      }
    return .init(x: left, y: baseline.y - size * 0.905, width: width, height: size * 1.15)
  }
}

extension TextBody.Alignment {
  fileprivate init(_ alignment: Diagram.TextLine.Alignment) {
    self =
      switch alignment {
      case .start: .left
      case .middle: .centre
      case .end: .right
      }
  }
}
