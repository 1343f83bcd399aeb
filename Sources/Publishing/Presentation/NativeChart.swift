import Cartography
import Containers

/// A picture of bars as a chart of the presentation's own, whose figures can be changed as a spreadsheet.
///
/// It draws the bars alone, exactly where the picture has them: names, scale and marks are shapes around it.
struct NativeChart: Hashable {
  let figures: BarFigures
  let palette: ThemePalette
  /// The size of letters in points of the slide.
  let letters: Double

  /// The size of letters in bars, in points of the picture.
  static let letters = 9.5

  private static let vocabulary = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  private static let type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

  /// The chart and the spreadsheet behind it.
  ///
  /// - Parameter number: A number that no other chart of the presentation has.
  /// - Returns: Both parts.
  /// - Throws: ``PublishingError`` where the spreadsheet cannot be packed.
  func parts(number: Int) throws(PublishingError) -> [PackagePart] {
    let sheet = ChartWorkbook(figures: figures)
    return [
      PackagePart(
        "ppt/charts/bars\(number).xml", type: Self.type, markup,
        [
          .init(
            id: "rId1", type: "package", target: "../embeddings/bars\(number).xlsx")
        ]),
      PackagePart(
        "ppt/embeddings/bars\(number).xlsx", type: ChartWorkbook.type, bytes: try sheet.bytes()),
    ]
  }

  /// The frame on a slide that shows the chart.
  ///
  /// - Parameters:
  ///   - frame: Where it stands, in points.
  ///   - reference: The id by which the slide knows the chart.
  ///   - description: What a reader who cannot see it should know.
  ///   - slide: The slide.
  /// - Returns: The frame.
  static func frame(
    _ frame: LaidOutDiagram.Rectangle, reference: String, description: String,
    on slide: inout SlideDrawing
  ) -> Markup {
    let id = slide.makeID()
    var chart = Markup("c:chart", ["r:id": reference])
    chart["xmlns:c"] = vocabulary
    return Markup(
      "p:graphicFrame", [:],
      [
        Markup(
          "p:nvGraphicFramePr", [:],
          [
            slide.naming(id, "Chart", description: description), Markup("p:cNvGraphicFramePr"),
            Markup("p:nvPr"),
          ]), SlideDrawing.transform(frame, named: "p:xfrm"),
        Markup("a:graphic", [:], [Markup("a:graphicData", ["uri": vocabulary], [chart])]),
      ])
  }

  /// The figures and words of a chart, whichever program wrote it.
  static func figures(in chart: Markup) -> String {
    chart.all("c:ser").map { series in
      let numbers = series.children.filter { ["c:tx", "c:cat", "c:val"].contains($0.name) }
      return numbers.map { part in
        part.all("c:v").map { $0.text ?? "" }.map { text in
          Double(text).map { String(($0 * 1e6).rounded() / 1e6) } ?? text
        }.joined(separator: "\t")
      }.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// The chart's own part.
  var markup: Markup {
    var root = Markup(
      "c:chartSpace", [:],
      [
        value("date1904", 0), value("roundedCorners", 0),
        Markup(
          "c:chart", [:],
          [
            value("autoTitleDeleted", 1), plot, value("plotVisOnly", 1),
            value("dispBlanksAs", "gap"),
          ]
        ),
        Markup("c:spPr", [:], [Markup("a:noFill"), Markup("a:ln", [:], [Markup("a:noFill")])]),
        Markup("c:externalData", ["r:id": "rId1"], [value("autoUpdate", 0)]),
      ])
    root["xmlns:c"] = Self.vocabulary
    root["xmlns:a"] = OfficeNames.drawing
    root["xmlns:r"] = String(OfficeNames.officeRelationship.dropLast())
    return root
  }

  private func value(_ name: String, _ value: some CustomStringConvertible) -> Markup {
    Markup("c:" + name, ["val": value.description])
  }

  private var plot: Markup {
    let edges = ["xMode", "yMode"].map { value($0, "edge") }
    let extent = [("x", 0), ("y", 0), ("w", 1), ("h", 1)].map { value($0.0, $0.1) }
    let layout = Markup(
      "c:layout", [:],
      [Markup("c:manualLayout", [:], [value("layoutTarget", "inner")] + edges + extent)])
    let gap = (1 / max(figures.thickness, 0.01) - 1) * 100
    let bars = Markup(
      "c:barChart", [:],
      [value("barDir", "bar"), value("grouping", "stacked"), value("varyColors", 0)]
        + figures.series.indices.map(series)
        + [
          value("gapWidth", Int(min(max(gap, 0), 500).rounded())), value("overlap", 100),
          value("axId", 1), value("axId", 2),
        ])
    return Markup("c:plotArea", [:], [layout, bars, rowAxis, lengthAxis])
  }

  /// The rows from top to bottom, without words: the names beside the bars are shapes.
  private var rowAxis: Markup {
    Markup(
      "c:catAx", [:],
      [
        value("axId", 1), Markup("c:scaling", [:], [value("orientation", "maxMin")]),
        value("delete", 1), value("axPos", "l"), value("majorTickMark", "none"),
        value("minorTickMark", "none"), value("tickLblPos", "nextTo"), value("crossAx", 2),
        value("crosses", "autoZero"),
      ])
  }

  /// The lengths, which do not follow the figures: the scale beneath the bars is made of shapes.
  private var lengthAxis: Markup {
    Markup(
      "c:valAx", [:],
      [
        value("axId", 2),
        Markup(
          "c:scaling", [:],
          [
            value("orientation", "minMax"), value("max", figures.scale.upperBound),
            value("min", figures.scale.lowerBound),
          ]), value("delete", 1), value("axPos", "t"), value("majorTickMark", "none"),
        value("minorTickMark", "none"), value("tickLblPos", "nextTo"), value("crossAx", 1),
        value("crosses", "autoZero"), value("crossBetween", "between"),
      ])
  }

  private func series(_ position: Int) -> Markup {
    let series = figures.series[position]
    let last = figures.rows.count + 1
    let column = ChartWorkbook.column(position + 1)
    let points = figures.exceptions.filter { $0.series == position }.sorted { $0.row < $1.row }
      .map { point in
        Markup(
          "c:dPt", [:],
          [
            value("idx", point.row), value("invertIfNegative", 0), value("bubble3D", 0),
            look(point.fill, point.border, width: point.width),
          ])
      }
    return Markup(
      "c:ser", [:],
      [
        value("idx", position), value("order", position),
        Markup("c:tx", [:], [words("Sheet1!$\(column)$1", [series.name])]),
        look(series.fill, series.border, width: 0.8),
        value("invertIfNegative", 0),
      ] + points + [
        labels(of: series),
        Markup("c:cat", [:], [words("Sheet1!$A$2:$A$\(last)", figures.rows)]),
        Markup("c:val", [:], [numbers("Sheet1!$\(column)$2:$\(column)$\(last)", series)]),
      ])
  }

  private func look(_ fill: Colour?, _ border: Colour?, width: Double) -> Markup {
    let outline: Markup =
      border.map { Markup("a:ln", ["w": Measure.emu(width)], [palette.fill($0)]) }
      ?? Markup("a:ln", [:], [Markup("a:noFill")])
    return Markup("c:spPr", [:], [fill.map { palette.fill($0) } ?? Markup("a:noFill"), outline])
  }

  /// The lengths inside the fields that have room for them.
  private func labels(of series: BarFigures.Series) -> Markup {
    guard let fill = series.fill, !series.labelled.isEmpty else {
      return Markup("c:dLbls", [:], [value("delete", 1)])
    }
    let hidden = series.values.indices.filter { !series.labelled.contains($0) }
    let theme = palette.theme
    let ink = theme.text.contrast(to: fill) >= 4.5 ? theme.text : fill.readableText
    let properties = Markup(
      "a:pPr", [:],
      [
        Markup(
          "a:defRPr", ["sz": Measure.fontSize(letters)], [palette.fill(ink)])
      ])
    return Markup(
      "c:dLbls", [:],
      hidden.map { Markup("c:dLbl", [:], [value("idx", $0), value("delete", 1)]) } + [
        Markup("c:numFmt", ["formatCode": series.format, "sourceLinked": 0]),
        Markup("c:spPr", [:], [Markup("a:noFill"), Markup("a:ln", [:], [Markup("a:noFill")])]),
        Markup(
          "c:txPr", [:],
          [
            Markup("a:bodyPr"), Markup("a:lstStyle"),
            Markup("a:p", [:], [properties, Markup("a:endParaRPr", ["lang": "en-GB"])]),
          ]), value("dLblPos", "ctr"), value("showLegendKey", 0), value("showVal", 1),
        value("showCatName", 0), value("showSerName", figures.namesFields ? 1 : 0),
        value("showPercent", 0), value("showBubbleSize", 0), Markup("c:separator", text: ": "),
      ])
  }

  private func words(_ place: String, _ words: [String]) -> Markup {
    let points = words.enumerated().map { number, word in
      Markup("c:pt", ["idx": number], [Markup("c:v", text: word)])
    }
    return Markup(
      "c:strRef", [:],
      [
        Markup("c:f", text: place),
        Markup("c:strCache", [:], [value("ptCount", words.count)] + points),
      ])
  }

  private func numbers(_ place: String, _ series: BarFigures.Series) -> Markup {
    let points = series.values.enumerated().compactMap { number, value in
      value.map { Markup("c:pt", ["idx": number], [Markup("c:v", text: $0.description)]) }
    }
    return Markup(
      "c:numRef", [:],
      [
        Markup("c:f", text: place),
        Markup(
          "c:numCache", [:],
          [Markup("c:formatCode", text: series.format), value("ptCount", series.values.count)]
            + points),
      ])
  }
}
