import GraphvizKit

/// What stands around a map, with the size of the sheet and the map's top left corner on it.
struct ComposedSheet {
  var width: Double
  var height: Double
  var mapOrigin: LaidOutDiagram.Point
  var sheet: Sheet
  /// How many points of the sheet are one of the slide it is composed on.
  var unit: Double
  /// Whether the legend stands beside the map, not below it.
  var isBeside: Bool
}

/// Puts a laid-out map onto a slide-shaped sheet with its title, legend and footer.
///
/// The map keeps its own points; the sheet around it is made as large as a slide would have to be for the map to fill the
/// room it gets, and title, legend and footer get the sizes that come out right once the sheet is a slide.
///
/// Letters of a wide font are drawn smaller, so that lines are as long as measured. All is composed on a slide so much smaller
/// that they can be read again when that is enlarged.
struct SheetComposer {
  private static let titleSize = 20.0
  static let textSize = 10.0
  static let lineHeight = 15.0

  let diagram: Diagram
  let mapWidth: Double
  let mapHeight: Double

  /// How much smaller than the slide is what stands on it when it is composed.
  private var shrinkage: Double { Footer.shrinkage(for: diagram.theme) }

  /// The slide as it is composed.
  private var slide: Diagram.Extent {
    .init(width: diagram.slide.width * shrinkage, height: diagram.slide.height * shrinkage)
  }

  private var margin: Double { Slide.margin * shrinkage }

  /// Where the legend stands, and the room that is left to the map, in points of the slide.
  private struct Arrangement {
    var legend: [PlacedSection]
    var legendOrigin: LaidOutDiagram.Point
    var mapArea: LaidOutDiagram.Rectangle
    var scale: Double
  }

  private struct PlacedSection {
    var section: LegendSection
    var x: Double
    var y: Double
  }

  struct Extent {
    var width: Double
    var height: Double
  }

  /// The room for a map whose letters keep their size: beside the legend, and above it.
  ///
  /// - Parameter footerLines: How many lines the footer will take, where it is not yet written.
  /// - Returns: One room or two.
  func rooms(footerLines: Int? = nil) -> [LaidOutDiagram.Rectangle] {
    let room = room(titleLines: titles.count, footerLines: footerLines ?? footers.count)
    let beside = arrangeBeside(in: room)
    return (beside.scale > 0.001 ? [beside.mapArea] : []) + [arrangeBelow(in: room).mapArea]
  }

  private var titles: [String] {
    TextMetrics.wrap(
      diagram.title, width: diagram.theme.titleWidth(on: diagram.slide) * shrinkage,
      size: Self.titleSize, isBold: true, lineLimit: 2)
  }

  private var footers: [String] {
    Footer.lines(of: diagram.footer, on: diagram.slide, theme: diagram.theme)
  }

  /// The room between title and footer.
  private func room(titleLines: Int, footerLines: Int) -> LaidOutDiagram.Rectangle {
    let top =
      max(
        margin + Double(titleLines) * Self.titleSize * 1.25,
        diagram.theme.logoBottom(on: diagram.slide) * shrinkage) + 6
    let bottom = slide.height - margin - Double(footerLines) * Footer.size * 1.3
    return .init(x: margin, y: top, width: slide.width - 2 * margin, height: bottom - top - 10)
  }

  func compose() -> ComposedSheet {
    let room = room(titleLines: titles.count, footerLines: footers.count)
    let beside = arrangeBeside(in: room)
    let below = arrangeBelow(in: room)
    let isBeside = below.scale <= beside.scale * 1.05
    let best = isBeside ? beside : below
    // One point of the map is `scale` points of the slide; everything else is enlarged the other way.
    var page = composed(isBeside: isBeside, unit: 1 / best.scale)
    let spare = (
      best.mapArea.width - mapWidth * best.scale, best.mapArea.height - mapHeight * best.scale
    )
    page.mapOrigin = .init(
      x: (best.mapArea.x + spare.0 / 2) * page.unit, y: (best.mapArea.y + spare.1 / 2) * page.unit)
    return page
  }

  /// The room of the map on a sheet of which so many points are one of the slide.
  func area(isBeside: Bool, unit: Double) -> LaidOutDiagram.Rectangle {
    let room = room(titleLines: titles.count, footerLines: footers.count)
    let area = (isBeside ? arrangeBeside(in: room) : arrangeBelow(in: room)).mapArea
    return .init(
      x: area.x * unit, y: area.y * unit, width: area.width * unit, height: area.height * unit)
  }

  /// A sheet of which so many points are one of the slide; the map begins where its room does.
  func composed(isBeside: Bool, unit: Double) -> ComposedSheet {
    let (titles, footers) = (titles, footers)
    let room = room(titleLines: titles.count, footerLines: footers.count)
    let bottom = room.y + room.height + 10
    let best = isBeside ? arrangeBeside(in: room) : arrangeBelow(in: room)
    var sheet = Sheet()
    for (row, title) in titles.enumerated() {
      let baseline = margin + Self.titleSize * (0.9 + 1.25 * Double(row))
      sheet.title.append(
        text(title, Self.titleSize, isBold: true, x: margin, y: baseline, unit))
    }
    for placed in best.legend {
      sheet.legend += draw(
        placed.section, x: best.legendOrigin.x + placed.x, y: best.legendOrigin.y + placed.y, unit)
    }
    for (row, footer) in footers.enumerated() {
      let baseline = bottom + Footer.size * (1.1 + 1.3 * Double(row))
      sheet.footer.append(
        text(
          footer, Footer.size, colour: diagram.theme.mutedText, x: margin, y: baseline,
          unit))
    }
    addPanels(in: best.mapArea, to: &sheet, unit)
    sheet.logo = diagram.theme.logo.map { logo in
      let frame = logo.frame(on: diagram.slide)
      let unit = unit * shrinkage
      return .init(
        x: frame.x * unit, y: frame.y * unit, width: frame.width * unit,
        height: frame.height * unit)
    }
    return ComposedSheet(
      width: slide.width * unit, height: slide.height * unit,
      mapOrigin: .init(x: best.mapArea.x * unit, y: best.mapArea.y * unit), sheet: sheet,
      unit: unit, isBeside: isBeside)
  }

  /// How many times their size letters may have: the fewer shapes, the more, so that a map of three neither shouts nor gets lost.
  static func mostEnlarged(_ shapes: Int) -> Double {
    max(1.3, min(1.6, 1.85 - 0.05 * Double(shapes)))
  }

  private func scale(in area: LaidOutDiagram.Rectangle) -> Double {
    let most = Self.mostEnlarged(diagram.nodes.count)
    return max(min(area.width / max(mapWidth, 1), area.height / max(mapHeight, 1), most), 0.001)
  }

  /// The legend as a column to the right of the map.
  private func arrangeBeside(in room: LaidOutDiagram.Rectangle) -> Arrangement {
    var y = 0.0
    var placed: [PlacedSection] = []
    for section in diagram.legend {
      placed.append(PlacedSection(section: section, x: 0, y: y))
      y += Self.extent(of: section).height + 10
    }
    let column = diagram.legend.map { Self.extent(of: $0).width }.max() ?? 0
    var area = room
    if column > 0 { area.width -= column + 18 }
    // A column that is too tall for the slide is no choice at all.
    let fits = y - 10 <= room.height
    let cell = cell(of: area)
    return Arrangement(
      legend: placed,
      legendOrigin: .init(
        x: room.x + room.width - column, y: room.y + max(0, (room.height - y) / 2)),
      mapArea: cell, scale: fits ? scale(in: cell) : 0.001)
  }

  /// The legend as blocks in rows below the map; long sections in several columns, where that leaves more room.
  private func arrangeBelow(in room: LaidOutDiagram.Rectangle) -> Arrangement {
    // Charts are made for the room that a legend of one column for each section leaves.
    let most = if case .map = diagram.kind { 3 } else { 1 }
    let longest = diagram.legend.map(\.entries.count).max() ?? 0
    let choices = (1...most).map { columns in
      let rows = max((longest + columns - 1) / columns, Self.fewestRows)
      return shelved(diagram.legend.flatMap { $0.columns(of: rows) }, width: room.width)
    }
    let (placed, height) = choices.dropFirst().reduce(choices[0]) {
      $1.height < $0.height ? $1 : $0
    }
    var area = room
    if height > 0 { area.height = max(area.height - height - 12, 40) }
    let cell = cell(of: area)
    return Arrangement(
      legend: placed, legendOrigin: .init(x: room.x, y: room.y + room.height - height),
      mapArea: cell, scale: scale(in: cell))
  }

  /// Columns of a legend hold no fewer rows than this.
  private static let fewestRows = 4

  /// Sections in rows from the left, and how high these are.
  private func shelved(
    _ sections: [LegendSection], width: Double
  ) -> (placed: [PlacedSection], height: Double) {
    var (x, y, rowHeight) = (0.0, 0.0, 0.0)
    var placed: [PlacedSection] = []
    for section in sections {
      let extent = Self.extent(of: section)
      if x > 0, x + extent.width > width {
        y += rowHeight + 8
        (x, rowHeight) = (0, 0)
      }
      placed.append(PlacedSection(section: section, x: x, y: y))
      x += extent.width + 28
      rowHeight = max(rowHeight, extent.height)
    }
    return (placed, y + rowHeight)
  }

  func text(
    _ text: String, _ size: Double, isBold: Bool = false, colour: Colour? = nil, x: Double,
    y: Double, _ unit: Double
  ) -> Sheet.PlacedText {
    .init(
      Diagram.TextLine(
        text: text, size: size * unit, isBold: isBold, colour: colour ?? diagram.theme.text),
      at: .init(x: x * unit, y: y * unit))
  }
}
