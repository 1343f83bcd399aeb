import Containers
import Cartography
import GraphvizKit

/// A page of a table as a native table of a presentation.
struct NativeTable {
  let page: TableLayout.Page
  let theme: Theme
  /// Slides by the positions of the rows that lead to them.
  let links: [Int: String]

  /// Adds the table.
  ///
  /// - Returns: The room it takes.
  func draw(
    on slide: inout SlideDrawing, x: Double, y: Double, name: String
  ) -> LaidOutDiagram.Rectangle {
    let frame = LaidOutDiagram.Rectangle(
      x: x, y: y, width: page.width, height: page.height)
    let columns = page.header.cells.map { $0.joined(separator: " ") }.joined(separator: ", ")
    let id = slide.makeID()
    var table = Markup(
      "a:tbl", [:],
      [
        Markup("a:tblPr", ["firstRow": 1, "bandRow": 1]),
        Markup(
          "a:tblGrid", [:],
          page.widths.map { Markup("a:gridCol", ["w": Measure.emu($0)]) }),
      ])
    table.children.append(row(page.header, isHeader: true, on: &slide))
    for row in page.rows {
      table.children.append(self.row(row, isHeader: false, on: &slide))
    }
    slide.append(
      Markup(
        "p:graphicFrame", [:],
        [
          Markup(
            "p:nvGraphicFramePr", [:],
            [
              slide.naming(
                id, "Table: \(name)",
                description: "\(name): \(page.rows.count) rows; columns \(columns)"),
              Markup(
                "p:cNvGraphicFramePr", [:], [Markup("a:graphicFrameLocks", ["noGrp": 1])]),
              Markup("p:nvPr"),
            ]), SlideDrawing.transform(frame, named: "p:xfrm"),
          Markup(
            "a:graphic", [:],
            [
              Markup(
                "a:graphicData",
                ["uri": "http://schemas.openxmlformats.org/drawingml/2006/table"], [table])
            ]),
        ]))
    return frame
  }

  private func row(
    _ row: TableLayout.Row, isHeader: Bool, on slide: inout SlideDrawing
  ) -> Markup {
    let link = row.position.flatMap { links[$0] }
    let cells = row.cells.enumerated().map { number, lines in
      cell(
        lines, isHeader: isHeader, isNumber: page.isNumber[number],
        link: number < 2 ? link : nil, on: &slide)
    }
    return Markup("a:tr", ["h": Measure.emu(row.height)], cells)
  }

  private func cell(
    _ lines: [String], isHeader: Bool, isNumber: Bool, link: String?,
    on slide: inout SlideDrawing
  ) -> Markup {
    // One run, so that the text can be edited; it breaks where it was measured to break.
    let words = lines.enumerated().reduce(into: "") { text, line in
      let isBroken = text.hasSuffix("-") || text.isEmpty
      text += (isBroken ? "" : " ") + line.element
    }
    let run = TextBody.Run(
      text: words, size: TableLayout.size, isBold: isHeader, colour: theme.text,
      link: link.map { .slide($0) })
    var paragraph = TextBody.Paragraph(
      lines: words.isEmpty ? [[]] : [[run]], alignment: isNumber ? .right : .left)
    paragraph.isChecked = false
    let insets = TableLayout.insets
    var properties = Markup(
      "a:tcPr",
      [
        "marL": Measure.emu(insets.horizontal),
        "marR": Measure.emu(insets.horizontal),
        "marT": Measure.emu(insets.vertical),
        "marB": Measure.emu(insets.vertical),
      ])
    for side in ["a:lnL", "a:lnR", "a:lnT"] {
      properties.children.append(Markup(side, ["w": 0], [Markup("a:noFill")]))
    }
    properties.children.append(
      Markup(
        "a:lnB", ["w": Measure.emu(isHeader ? 1 : 0.5)],
        [slide.palette.fill(isHeader ? theme.border : theme.clusterBorder)]))
    properties.children.append(
      isHeader ? slide.palette.fill(theme.fill) : Markup("a:noFill"))
    return Markup(
      "a:tc", [:],
      [TextBody(paragraphs: [paragraph]).markup("a:txBody", on: &slide), properties])
  }
}
