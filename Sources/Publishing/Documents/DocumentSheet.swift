import Cartography
import GraphvizKit

/// A sheet of a document.
enum DocumentSheet: Sendable {
  /// A map or the picture of an answer.
  case picture(LaidOutDiagram)
  /// Text and tables.
  case page(SheetPage)
}

extension LayoutPool {
  /// The bytes of sheets in several formats, in their order.
  ///
  /// - Throws: ``PublishingError`` with code `drawingFailed` or `tooMuch`, that of the first sheet which cannot be drawn.
  func draw(
    _ sheets: [DocumentSheet], as formats: [RenderFormat], timeLimit: Duration
  ) throws(PublishingError) -> [[[UInt8]]] {
    let outcomes = map(sheets) { sheet, worker in
      Result { () throws(PublishingError) in
        try Self.draw(sheet, as: formats, with: worker, timeLimit: timeLimit)
      }
    }
    return try outcomes.map { outcome throws(PublishingError) in try outcome.get() }
  }

  private static func draw(
    _ sheet: DocumentSheet, as formats: [RenderFormat], with worker: LayoutWorker,
    timeLimit: Duration
  ) throws(PublishingError) -> [[UInt8]] {
    switch sheet {
    case .picture(let map) where formats == [.pdf]:
      // All pages of a document are as large as a slide, however large the map was laid out.
      var graph = map.positionedGraph(withOrnaments: true)
      graph.attributes["size"] = .literal("\(Slide.width / 72),\(Slide.height / 72)!")
      var request = LayoutRequest(graph: graph, engine: .positioned, formats: formats)
      request.show(map.diagram.theme.logo)
      return try worker.draw(request, timeLimit: timeLimit).map(\.bytes)
    case .picture(let map):
      return try MapPublisher(worker: worker, timeLimit: timeLimit)
        .publish(map, as: formats.compactMap { OutputFormat(rawValue: $0.rawValue) })
    case .page(let page):
      let drawn = formats.filter { $0 != .svg }
      var files: [RenderFormat: [UInt8]] = [.svg: page.svg]
      if !drawn.isEmpty {
        var request = LayoutRequest(
          graph: page.graph, engine: .positioned, formats: drawn,
          pngResolution: 1920 * 72 / Slide.width)
        request.show(page.theme.logo)
        for rendering in try worker.draw(request, timeLimit: timeLimit) {
          files[rendering.format] = rendering.bytes
        }
      }
      return formats.map { files[$0] ?? [] }
    }
  }
}

extension SheetPage {
  /// Writes a page of a table.
  ///
  /// - Returns: Where it ends.
  mutating func write(_ table: TableLayout.Page, x: Double, y: Double) -> Double {
    var top = y
    area(.init(x: x, y: y, width: table.width, height: table.header.height), fill: theme.fill)
    for row in [table.header] + table.rows {
      let isHeader = row.position == nil
      var left = x
      for (number, (lines, width)) in zip(row.cells, table.widths).enumerated() {
        for (line, text) in lines.enumerated() {
          let used = TextMetrics.width(of: text, size: TableLayout.size, isBold: isHeader)
          let inset = TableLayout.insets.horizontal
          write(
            text, x: table.isNumber[number] ? left + width - inset - used : left + inset,
            y: top + TableLayout.insets.vertical + TableLayout.size * 0.95
              + Double(line) * TableLayout.lineHeight, size: TableLayout.size, isBold: isHeader)
        }
        left += width
      }
      top += row.height
      rule(y: top, from: x, to: x + table.width, width: isHeader ? 1 : 0.5)
    }
    return top
  }
}
