import Cartography
import Insights

extension Deck {
  /// The slides as a presentation of native shapes and tables.
  ///
  /// - Throws: ``PublishingError`` where the template is none or the file cannot be packed.
  public func presentation(_ options: PresentationOptions) throws(PublishingError) -> [UInt8] {
    let base = try PresentationBase(options, theme: theme)
    let list = slides.first { $0.key == "contents" }
    let slides = slides.map { slide in
      var made = made(slide, options, base)
      if let list, slide.key != "title", !slide.key.hasPrefix(list.key) {
        appendWayBack(to: list.key, on: &made.drawing)
      }
      return made
    }
    return try Presentation(title: title, base: base, slides: slides).bytes()
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
      var drawing = SlideDrawing(palette: ThemePalette(theme))
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
    case .tables(let pages, let notes, let links):
      var drawing = SlideDrawing(palette: ThemePalette(theme))
      drawing.appendPlaceholder("title", base.titleBody(slide.title), name: "Title")
      let top = base.titleFrame.map { $0.y + $0.height + 6 } ?? DeckMaker.tableFrame.y
      let scale = min(1, base.width / SheetPage.width, (base.height - top - 38) / 440)
      var bottom = top
      for (number, page) in pages.enumerated() {
        let left = DeckMaker.left(number, of: pages.count) * base.width / SheetPage.width
        let frame = NativeTable(page: page, theme: theme, links: links)
          .draw(on: &drawing, x: left, y: top, scale: scale, name: slide.title)
        bottom = max(bottom, frame.y + frame.height)
      }
      if !notes.isEmpty {
        let lines = notes.map {
          [
            TextBody.Run(
              text: $0, size: max(DeckMaker.remark.size * scale, 9), colour: theme.mutedText)
          ]
        }
        drawing.appendText(
          TextBody(paragraphs: [.init(lines: lines)]),
          in: .init(
            x: DeckMaker.tableFrame.x * base.width / SheetPage.width, y: bottom + 6,
            width: DeckMaker.tableFrame.width * scale,
            height: Double(notes.count) * DeckMaker.remark.height * scale), name: "Method")
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

  /// A small link into the margin above the title.
  private func appendWayBack(to key: String, on drawing: inout SlideDrawing) {
    let run = TextBody.Run(text: "Contents", size: 9, colour: theme.mutedText, link: .slide(key))
    let text = drawing.textBox(
      TextBody(paragraphs: [.init(lines: [[run]], alignment: .right)], isWrapped: false),
      in: .init(x: SheetPage.width - SheetPage.margin - 60, y: 6, width: 60, height: 12),
      name: "Link: contents", link: .slide(key))
    drawing.append(text)
  }
}
