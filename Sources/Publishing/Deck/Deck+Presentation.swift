import Cartography
import GraphvizKit
import Insights

extension Deck {
  /// The slides as a presentation of native shapes and tables.
  ///
  /// - Throws: ``PublishingError`` where the template is none or the file cannot be packed.
  package func presentation(_ options: PresentationOptions) throws(PublishingError) -> [UInt8] {
    try made(options).bytes()
  }

  /// The slides of a presentation, before they are packed.
  func made(_ options: PresentationOptions) throws(PublishingError) -> Presentation {
    let base = try PresentationBase(options, theme: theme)
    // A template leaves other room for tables, so that they are broken into slides anew.
    let slides =
      base.titleFrame == nil
      ? slides : DeckMaker(review: review, plan: plan, frame: base.tableFrame).slides()
    let list = slides.first { $0.key == "contents" }
    let drawn = slides.map { slide in
      var made = made(slide, options, base)
      if let list, slide.key != "title", !slide.key.hasPrefix(list.key) {
        appendWayBack(to: list.key, on: &made.drawing, base)
      }
      if let mark = slide.mark { append(mark, on: &made.drawing) }
      return made
    }
    return Presentation(title: title, base: base, slides: drawn, asked: options.asked)
  }

  private func made(
    _ slide: Slide, _ options: PresentationOptions, _ base: PresentationBase
  ) -> PresentationSlide {
    switch slide.content {
    case .picture(let map):
      var made = PresentationSlide(
        key: slide.key, map: map, lines: options.lines, on: base,
        links: slide.links.mapValues { .slide($0) })
      made.notes = slide.notes
      return made
    case .title(let lines):
      var drawing = SlideDrawing(palette: ThemePalette(theme), letterScale: base.letterScale)
      drawing.appendPlaceholder("ctrTitle", Self.plain([slide.title]), name: "Title")
      if let index = base.subtitleIndex {
        drawing.appendPlaceholder("subTitle", index: index, Self.plain(lines), name: "Subtitle")
      } else {
        drawing.appendText(
          TextBody(paragraphs: lines.map { .init($0, size: 16) }),
          in: .init(x: 72, y: base.height * 0.6, width: base.width - 144, height: 80),
          name: "Subtitle")
      }
      return PresentationSlide(
        key: slide.key, layout: .title, drawing: drawing, notes: slide.notes)
    case .statements(let statements):
      var drawing = SlideDrawing(palette: ThemePalette(theme), letterScale: base.letterScale)
      drawing.appendPlaceholder(
        "title", base.titleBody(slide.title), name: "Title",
        in: base.movesTitle ? base.titleFrame : nil)
      drawing.append(statements, in: base.tableFrame, theme: theme)
      base.appendSlideNumber(to: &drawing)
      return PresentationSlide(key: slide.key, drawing: drawing, notes: slide.notes)
    case .tables(let pages, let notes, let links):
      var drawing = SlideDrawing(palette: ThemePalette(theme), letterScale: base.letterScale)
      drawing.appendPlaceholder(
        "title", base.titleBody(slide.title), name: "Title",
        in: base.movesTitle ? base.titleFrame : nil)
      let frame = base.tableFrame
      var bottom = frame.y
      for (number, page) in pages.enumerated() {
        let left = DeckMaker.left(number, of: pages.count, in: frame)
        let table = NativeTable(page: page, theme: theme, links: links)
          .draw(on: &drawing, x: left, y: frame.y, name: slide.title)
        bottom = max(bottom, table.y + table.height)
      }
      if !notes.isEmpty {
        let lines = notes.map {
          [
            TextBody.Run(text: $0, size: DeckMaker.remark.size, colour: theme.mutedText)
          ]
        }
        drawing.appendText(
          TextBody(paragraphs: [.init(lines: lines)]),
          in: .init(
            x: frame.x, y: bottom + 6, width: frame.width,
            height: Double(notes.count) * DeckMaker.remark.height), name: "Method")
      }
      base.appendSlideNumber(to: &drawing)
      return PresentationSlide(key: slide.key, drawing: drawing, notes: slide.notes)
    }
  }

  /// Text in the look of its placeholder.
  private static func plain(_ lines: [String]) -> TextBody {
    var body = TextBody(
      paragraphs: lines.map { .init(lines: [[.init(text: $0)]], alignment: nil) })
    body.insets = nil
    return body
  }

  /// A word into the margin above the title.
  private func append(_ mark: String, on drawing: inout SlideDrawing) {
    let run = TextBody.Run(text: mark, size: 9, colour: theme.mutedText)
    let text = drawing.textBox(
      TextBody(paragraphs: [.init(lines: [[run]])], isWrapped: false),
      in: .init(x: SheetPage.margin, y: 6, width: 60, height: 12), name: "Mark")
    drawing.append(text)
  }

  /// A small link into the margin above the title.
  private func appendWayBack(
    to key: String, on drawing: inout SlideDrawing, _ base: PresentationBase
  ) {
    let run = TextBody.Run(text: "Contents", size: 9, colour: theme.mutedText, link: .slide(key))
    let text = drawing.textBox(
      TextBody(paragraphs: [.init(lines: [[run]], alignment: .right)], isWrapped: false),
      in: .init(x: SheetPage.margin + base.wayBackRight - 60, y: 6, width: 60, height: 12),
      name: "Link: contents", link: .slide(key))
    drawing.append(text)
  }
}
