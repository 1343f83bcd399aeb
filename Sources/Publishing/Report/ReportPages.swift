import Cartography
import GraphvizKit
import Insights

/// A report as pages: prose and tables from top to bottom, each picture on a page of its own after the one that speaks of it.
struct ReportPages {
  /// The pages with the marks that lead to them.
  struct Composed {
    var sheets: [DocumentSheet] = []
    var bookmarks: [PDFBook.Bookmark] = []
  }

  private let report: Report
  private let theme: Theme
  private static let width = Slide.width - 2 * SheetPage.margin
  /// Where the first line of a page stands.
  private let top: Double
  private static let bottom = Slide.height - 34
  /// The size of sentences.
  private static let prose = 12.5
  /// How wide a column of text is in its own size, at which a line has about 110 letters.
  private static let column = 54.0

  init(_ report: Report) {
    self.report = report
    theme = report.review.theme
    let logo = theme.logoBottom()
    top = max(SheetPage.margin + 12, logo > 0 ? logo + 24 : 0)
  }

  /// The pages in their order.
  ///
  /// - Complexity: O(letters of the report).
  func composed() -> Composed {
    var flow = Flow(title: report.review.title, mark: report.mark, theme: theme, top: top)
    flow.y = 200
    flow.write(report.review.title, size: 36, isBold: true)
    for line in report.review.subtitle { flow.write(line, size: 14, isQuiet: true) }
    flow.mark(report.review.title)
    for part in report.parts {
      flow.endPage()
      flow.mark(part.title)
      flow.write(part.title, size: 22, isBold: true)
      flow.y += 6
      for section in part.sections { compose(section, into: &flow) }
    }
    flow.endPage()
    return flow.composed
  }

  private func compose(_ section: Review.Section, into flow: inout Flow) {
    let opensWithTable = section.sentences.isEmpty && section.missing == nil
    // A heading stays with the first lines below it.
    flow.makeRoom(40 + (opensWithTable ? section.tables.first.map(room) ?? 0 : 50))
    flow.y += 14
    flow.write(section.title, size: 16, isBold: true)
    for sentence in section.sentences { flow.write(sentence, size: Self.prose) }
    if let grounds = section.grounds { flow.write(grounds, size: 9, isQuiet: true) }
    if let missing = section.missing { flow.write(missing, size: Self.prose, isQuiet: true) }
    for figure in section.figures { flow.append(figure.map) }
    for table in section.tables {
      flow.makeRoom(room(for: table))
      flow.y += 10
      if table.title != section.title { flow.write(table.title, size: 12, isBold: true) }
      let room = Self.bottom - flow.y
      let pages = TableLayout(table, width: Self.width)
        .pages(first: room, height: Self.bottom - top)
      for (number, page) in pages.enumerated() {
        if number > 0 { flow.endPage(amidTable: true) }
        flow.y = flow.page.write(page, x: SheetPage.margin, y: flow.y - 8) + 14
      }
      for note in [table.method] + table.notes where !note.isEmpty {
        flow.write(note, size: 9, isQuiet: true)
      }
    }
  }

  /// The room without which a table begins on the next page: of one that fills less than half a page all of it, else a few rows.
  private func room(for table: FindingsTable) -> Double {
    let height = Self.bottom - top
    guard table.rows.count < 40 else { return 90 }
    let pages = TableLayout(table, width: Self.width).pages(first: height, height: height)
    guard pages.count == 1, let page = pages.first, page.height < height / 2 else { return 90 }
    return page.height + 40
  }

  /// What has been written so far, and where the next line goes.
  private struct Flow {
    let title: String
    let mark: String?
    let theme: Theme
    var composed = Composed()
    /// The baseline of a page's first line.
    let top: Double
    var page: SheetPage
    /// The baseline of the next line.
    var y: Double
    /// The pictures that follow the page that is being written.
    private var pictures: [LaidOutDiagram] = []

    init(title: String, mark: String?, theme: Theme, top: Double) {
      self.title = title
      self.mark = mark
      self.theme = theme
      self.top = top
      y = top
      page = SheetPage(title, theme: theme)
    }

    mutating func write(_ text: String, size: Double, isBold: Bool = false, isQuiet: Bool = false) {
      let lines = TextMetrics.wrap(
        FindingsTable.sanitized(String(text.prefix(4_000))),
        width: min(ReportPages.width, size < 14 ? size * ReportPages.column : .infinity),
        size: size, isBold: isBold, lineLimit: 30)
      for line in lines {
        makeRoom(size)
        page.write(
          line, x: SheetPage.margin, y: y, size: size, isBold: isBold,
          colour: isQuiet ? theme.mutedText : nil)
        y += size * 1.35
      }
    }

    /// Goes to the next page where less than so much is left.
    mutating func makeRoom(_ height: Double) {
      if y + height > ReportPages.bottom { endPage() }
    }

    /// Ends the page if something is on it, and lets its pictures follow unless they would part the rows of a table.
    mutating func endPage(amidTable: Bool = false) {
      y = top
      if !page.ornaments.isEmpty {
        page.number(composed.sheets.count + 1, after: mark)
        composed.sheets.append(.page(page))
        page = SheetPage(title, theme: theme)
      }
      guard !amidTable else { return }
      for map in pictures {
        var map = map
        map.sheet.pageNumber = SheetPage.numberText(
          composed.sheets.count + 1, after: mark, theme: theme, scale: map.slideScale)
        composed.sheets.append(.picture(map))
      }
      pictures = []
    }

    /// Puts a picture after the page, so that the text goes on below what speaks of it.
    mutating func append(_ map: LaidOutDiagram) { pictures.append(map) }

    /// Marks the page that is being written.
    mutating func mark(_ title: String) {
      composed.bookmarks.append(.init(title: title, page: composed.sheets.count))
    }
  }
}
