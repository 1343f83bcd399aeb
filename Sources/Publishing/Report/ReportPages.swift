import Cartography
import GraphvizKit
import Insights

/// A report as pages: prose and tables from top to bottom, each picture on a page of its own.
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
    flow.makeRoom(90)
    flow.y += 14
    flow.write(section.title, size: 16, isBold: true)
    for sentence in section.sentences { flow.write(sentence, size: 11) }
    if let missing = section.missing { flow.write(missing, size: 11, isQuiet: true) }
    for figure in section.figures { flow.append(figure.map) }
    for table in section.tables {
      flow.makeRoom(90)
      flow.y += 10
      if table.title != section.title { flow.write(table.title, size: 12, isBold: true) }
      let room = Self.bottom - flow.y
      let pages = TableLayout(table, width: Self.width)
        .pages(first: room, height: Self.bottom - top)
      for (number, page) in pages.enumerated() {
        if number > 0 { flow.endPage() }
        flow.y = flow.page.write(page, x: SheetPage.margin, y: flow.y - 8) + 14
      }
      for note in [table.method] + table.notes where !note.isEmpty {
        flow.write(note, size: 9, isQuiet: true)
      }
    }
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
        FindingsTable.sanitized(String(text.prefix(4_000))), width: ReportPages.width,
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

    /// Ends the page if something is on it.
    mutating func endPage() {
      defer { y = top }
      guard !page.ornaments.isEmpty else { return }
      page.number(composed.sheets.count + 1, after: mark)
      composed.sheets.append(.page(page))
      page = SheetPage(title, theme: theme)
    }

    mutating func append(_ map: LaidOutDiagram) {
      endPage()
      var map = map
      map.sheet.pageNumber = SheetPage.numberText(
        composed.sheets.count + 1, after: mark, theme: theme, scale: map.slideScale)
      composed.sheets.append(.picture(map))
    }

    /// Marks the page that is being written.
    mutating func mark(_ title: String) {
      composed.bookmarks.append(.init(title: title, page: composed.sheets.count))
    }
  }
}
