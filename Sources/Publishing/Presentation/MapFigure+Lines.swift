import Containers
import Cartography
import GraphvizKit

extension MapFigure {
  /// A connector, glued to a site at either end.
  func drawConnector(
    _ edge: Diagram.Edge, _ line: GluedLines.Line, from: Int, to: Int, on slide: inout SlideDrawing
  ) {
    let elbow = Elbow(line.points.map { placement($0) })
    let id = slide.makeID()
    let title = title(of: edge)
    slide.append(
      Markup(
        "p:cxnSp", [:],
        [
          Markup(
            "p:nvCxnSpPr", [:],
            [
              slide.naming(
                id, SlideShape.lineMark + title,
                description: edge.tooltip.isEmpty ? title : edge.tooltip),
              Markup(
                "p:cNvCxnSpPr", [:],
                [
                  Markup("a:stCxn", ["id": from, "idx": line.from.index]),
                  Markup("a:endCxn", ["id": to, "idx": line.to.index]),
                ]), Markup("p:nvPr"),
            ]),
          Markup(
            "p:spPr", [:],
            [
              elbow.transform, elbow.geometry,
              slide.line(
                edge.colour, width: edge.width * placement.scale, stroke: edge.stroke,
                arrow: edge.arrow),
            ]),
        ]))
  }

  /// The rectangle that a straight line spans, mirrored where it does not fall to the right.
  static func transform(
    from start: LaidOutDiagram.Point, to end: LaidOutDiagram.Point
  ) -> Markup {
    SlideDrawing.transform(
      .init(
        x: min(start.x, end.x), y: min(start.y, end.y), width: abs(end.x - start.x),
        height: abs(end.y - start.y)), isMirroredX: end.x < start.x, isMirroredY: end.y < start.y)
  }

  /// The curves of a line, each a freeform.
  func drawCurves(
    _ edge: Diagram.Edge, _ route: LaidOutDiagram.Route, on slide: inout SlideDrawing
  ) {
    for curve in route.curves where curve.points.count > 1 {
      drawCurve(curve, of: edge, on: &slide)
    }
  }

  private func drawCurve(
    _ curve: LaidOutDiagram.Curve, of edge: Diagram.Edge, on slide: inout SlideDrawing
  ) {
    let points = curve.points.map { placement($0) }
    let start = curve.startTip.map { placement($0) }
    let tip = curve.endTip.map { placement($0) }
    let all = points + [start, tip].compactMap { $0 }
    let (left, top) = (all.map(\.x).min() ?? 0, all.map(\.y).min() ?? 0)
    let frame = LaidOutDiagram.Rectangle(
      x: left, y: top, width: (all.map(\.x).max() ?? 0) - left,
      height: (all.map(\.y).max() ?? 0) - top)
    func point(_ point: LaidOutDiagram.Point) -> Markup {
      Markup("a:pt", ["x": Measure.emu(point.x - left), "y": Measure.emu(point.y - top)])
    }
    var path = Markup(
      "a:path",
      ["w": Measure.emu(frame.width), "h": Measure.emu(frame.height), "fill": "none"],
      [Markup("a:moveTo", [:], [point(start ?? points[0])])])
    if start != nil { path.children.append(Markup("a:lnTo", [:], [point(points[0])])) }
    for first in stride(from: 1, to: points.count - 2, by: 3) {
      path.children.append(
        Markup("a:cubicBezTo", [:], points[first...(first + 2)].map { point($0) }))
    }
    if let tip { path.children.append(Markup("a:lnTo", [:], [point(tip)])) }
    let id = slide.makeID()
    let title = title(of: edge)
    slide.append(
      Markup(
        "p:sp", [:],
        [
          Markup(
            "p:nvSpPr", [:],
            [
              slide.naming(
                id, SlideShape.lineMark + title,
                description: edge.tooltip.isEmpty ? title : edge.tooltip),
              Markup("p:cNvSpPr"), Markup("p:nvPr"),
            ]),
          Markup(
            "p:spPr", [:],
            [
              SlideDrawing.transform(frame),
              Markup(
                "a:custGeom", [:],
                [
                  Markup("a:avLst"), Markup("a:gdLst"), Markup("a:ahLst"), Markup("a:cxnLst"),
                  Markup("a:rect", ["l": 0, "t": 0, "r": "r", "b": "b"]),
                  Markup("a:pathLst", [:], [path]),
                ]), Markup("a:noFill"),
              slide.line(
                edge.colour, width: edge.width * placement.scale, stroke: edge.stroke,
                arrow: edge.arrow),
            ]), TextBody(paragraphs: []).markup(on: &slide),
        ]))
  }
}
