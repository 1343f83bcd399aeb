import Containers
import Cartography
import GraphvizKit

/// What a presentation is made from: its size, masters, layouts and theme; the standard one or a template's.
struct PresentationBase: Sendable {
  /// The size of a slide in points.
  var width = Slide.width
  var height = Slide.height
  /// Masters, layouts, themes and what belongs to them.
  var parts: [PackagePart]
  /// The root of `ppt/presentation.xml`, without slides.
  var presentation: Markup
  /// What it refers to, slides aside.
  var relationships: [PackagePart.Relationship]
  /// The layout parts by the sort of slide.
  var layouts: [PresentationSlide.Layout: String]
  /// The notes' master.
  var notesMaster: String
  /// Content types by the ending of a name.
  var defaultTypes: [(ending: String, type: String)]
  /// The room that the layout leaves for the title of a drawn slide; `nil` where a map brings its own.
  var titleFrame: LaidOutDiagram.Rectangle?
  /// Whether the layout has its title where drawings belong, so that slides put it above them.
  var movesTitle = false
  /// The size of the title's letters in the template.
  var titleSize: Double?
  /// The index of the layout's placeholder for the number of the slide, where it has one.
  var slideNumberIndex: Int?
  /// The index of the first slide's placeholder for the subtitle, where it has one.
  var subtitleIndex: Int?
  /// What the template would load from elsewhere, and the part that asks for it.
  var leftOut: [String] = []
  /// The size of letters, where the measured ones are 1; a template's font is its own business.
  var letterScale = 1.0
  /// Whether slides carry along where everything on their maps stands.
  var carriesPlaces = true
  /// The width that is left to titles beside the logo of the standard slide.
  var titleWidth = Slide.width - 2 * Slide.margin

  /// Where a map and what stands around it go on a slide.
  struct MapRoom {
    /// Where the title goes, or `nil` for where the layout has it.
    var title: LaidOutDiagram.Rectangle?
    var map: MapFigure.Placement
    /// The width for lines of text.
    var textWidth: Double
  }

  /// Where a map goes: all of the standard slide, or what a template's title leaves.
  func mapPlacement(for map: LaidOutDiagram) -> MapRoom {
    // A sheet that is made larger than a slide shrinks onto one.
    let unit = min(map.slideScale, width / map.width, height / map.height)
    let margin = map.sheet.footer.first.map { $0.baseline.x * unit } ?? 22
    guard let titleFrame else {
      let lines = Double(max(map.sheet.title.count, 1))
      let size = map.sheet.title.first.map { $0.line.size * unit } ?? 20
      let top = map.sheet.title.first.map { $0.baseline.y * unit - size * 0.905 } ?? margin
      return MapRoom(
        title: .init(x: margin, y: top, width: titleWidth, height: size * 1.25 * lines),
        map: .init(scale: unit), textWidth: Slide.width - 2 * margin)
    }
    // The sheet without its title, as large as it fits below the template's.
    let lastTitle = map.sheet.title.last
    let cut = lastTitle.map { $0.baseline.y + $0.line.size * 0.6 } ?? 0
    let top = titleFrame.y + titleFrame.height
    // The sheet has margins of its own, so its sides may touch those of the slide.
    let scale = min(width / map.width, (height - top) / max(map.height - cut, 1))
    let spare = width - map.width * scale
    return MapRoom(
      title: nil,
      map: .init(scale: scale, x: spare / 2, y: top - cut * scale),
      textWidth: (map.width - 2 * margin / unit) * scale)
  }

  /// The same with slides as large as a sheet that is made larger than usual; a template keeps its size.
  func fitting(_ sheet: Diagram.Extent?) -> PresentationBase {
    guard let sheet, titleFrame == nil else { return self }
    var base = self
    (base.width, base.height) = (sheet.width, sheet.height)
    base.presentation.children = presentation.children.map { child in
      child.name == "p:sldSz"
        ? Markup(child.name, ["cx": Measure.emu(sheet.width), "cy": Measure.emu(sheet.height)])
        : child
    }
    return base
  }

  /// The room of a table: below the title, above the number of the slide.
  var tableFrame: LaidOutDiagram.Rectangle {
    guard let titleFrame else { return DeckMaker.slideFrame }
    let top = titleFrame.y + titleFrame.height + 6
    return .init(
      x: SheetPage.margin, y: top, width: max(width - 2 * SheetPage.margin, 100),
      height: max(height - top - 38, 100))
  }

  /// The size of a sheet that fills the room below the title once its own title is taken away; `nil` for all of a slide.
  var sheet: Diagram.Extent? {
    guard let titleFrame else { return nil }
    // A sheet's margin and one line of its title.
    let cut = 52.0
    return .init(
      width: max(width, 360), height: max(height - titleFrame.y - titleFrame.height + cut, 240))
  }

  /// How far from the left margin a link above the title may reach.
  var wayBackRight: Double { titleFrame == nil ? titleWidth : width - 2 * SheetPage.margin }

  /// The text of a title at the size the layout gives it, or smaller where it would not fit.
  func titleBody(_ title: String) -> TextBody {
    var run = TextBody.Run(text: title)
    // A title that was moved has a frame of its own, for whose size the template's letters were not chosen.
    if let titleFrame, let titleSize = titleSize ?? (movesTitle ? 44 : nil) {
      var size = titleSize
      // What the placeholder keeps free at its sides, and the lines of a font somewhat wider than Arial.
      let width = max(titleFrame.width - 15, 1) / 1.05
      while size > 10,
        Double(TextMetrics.wrap(title, width: width, size: size, isBold: true, lineLimit: 99).count)
          * size * 1.2 > titleFrame.height - 7
      {
        size -= 1
      }
      if size < titleSize { run.size = size }
    }
    var body = TextBody(paragraphs: [.init(lines: [[run]], alignment: nil)])
    body.insets = nil
    return body
  }

  /// Adds the number of the slide, where the layout has a place for it.
  func appendSlideNumber(to drawing: inout SlideDrawing) {
    guard let slideNumberIndex else { return }
    var run = TextBody.Run(text: "‹#›")
    run.isSlideNumber = true
    var body = TextBody(paragraphs: [.init(lines: [[run]], alignment: nil)])
    body.insets = nil
    drawing.appendPlaceholder("sldNum", index: slideNumberIndex, body, name: "Slide number")
  }
}
