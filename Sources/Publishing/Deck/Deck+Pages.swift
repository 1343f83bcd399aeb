import Cartography
package import GraphvizKit
import Insights

extension Deck {
  /// The slides as one PDF document with bookmarks.
  ///
  /// - Parameters:
  ///   - pool: Who draws the pages.
  ///   - timeLimit: The longest a page may take.
  /// - Returns: The bytes of the document.
  /// - Throws: ``PublishingError`` where a page cannot be drawn or joined.
  package func document(
    with pool: LayoutPool, timeLimit: Duration
  ) throws(PublishingError) -> [UInt8] {
    let pages = try pool.draw(sheets, as: [.pdf], timeLimit: timeLimit).map { $0[0] }
    return try PDFBook(title: title, bookmarks: bookmarks).joined(pages)
  }

  /// The slides as pictures, each in SVG and PNG, with the names of the files.
  ///
  /// - Throws: ``PublishingError`` where a slide cannot be drawn.
  package func pictures(
    with pool: LayoutPool, timeLimit: Duration
  ) throws(PublishingError) -> [(name: String, bytes: [UInt8])] {
    let drawn = try pool.draw(sheets, as: [.svg, .png], timeLimit: timeLimit)
    let digits = max(2, String(slides.count).count)
    return zip(slides, drawn).enumerated().flatMap { number, pair in
      let plain = String(number + 1)
      let padded = String(repeating: "0", count: max(0, digits - plain.count)) + plain
      return zip(["svg", "png"], pair.1).map {
        (name: "\(padded)-\(pair.0.key).\($0)", bytes: $1)
      }
    }
  }

  private var bookmarks: [PDFBook.Bookmark] {
    slides.enumerated().map { .init(title: $0.element.title, page: $0.offset) }
  }

  private func titledPage(_ title: String) -> SheetPage {
    var page = SheetPage(title, theme: theme)
    page.write(
      TextMetrics.wrap(
        FindingsTable.sanitized(title), width: theme.titleWidth(), size: 20, isBold: true,
        lineLimit: 1
      ).first ?? "", x: SheetPage.margin, y: 42, size: 20, isBold: true)
    return page
  }

  private var sheets: [DocumentSheet] {
    slides.enumerated().map { number, slide in
      switch slide.content {
      case .picture(var map):
        map.sheet.pageNumber = SheetPage.numberText(
          number + 1, after: slide.mark, theme: theme, scale: map.slideScale, in: map.diagram.slide)
        return .picture(map)
      case .title(let lines):
        var page = SheetPage(slide.title, theme: theme)
        let size = 36.0
        let title = TextMetrics.wrap(
          FindingsTable.sanitized(slide.title), width: SheetPage.width - 144, size: size,
          isBold: true, lineLimit: 4)
        var y = 260 - Double(title.count - 1) * size * 1.2
        for line in title {
          page.write(line, x: 72, y: y, size: size, isBold: true)
          y += size * 1.2
        }
        for line in lines {
          page.write(FindingsTable.sanitized(line), x: 72, y: y, size: 16, colour: theme.mutedText)
          y += 22
        }
        if slide.mark != nil { page.number(number + 1, after: slide.mark) }
        return .page(page)
      case .statements(let statements):
        var page = titledPage(slide.title)
        page.write(statements, in: DeckMaker.slideFrame)
        page.number(number + 1, after: slide.mark)
        return .page(page)
      case .tables(let tables, let notes, _):
        var page = titledPage(slide.title)
        var y = 0.0
        for (number, table) in tables.enumerated() {
          let frame = DeckMaker.slideFrame
          let left = DeckMaker.left(number, of: tables.count, in: frame)
          y = max(y, page.write(table, x: left, y: frame.y) + 14)
        }
        for note in notes {
          page.write(
            note, x: SheetPage.margin, y: y, size: DeckMaker.remark.size, colour: theme.mutedText)
          y += DeckMaker.remark.height
        }
        page.number(number + 1, after: slide.mark)
        return .page(page)
      }
    }
  }
}
