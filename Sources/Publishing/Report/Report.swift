import Cartography
package import GraphvizKit
import Insights

/// A review as a document: what to act on first, then a chapter for each alliance, and the tables where they are wanted.
package struct Report: Sendable {
  /// A heading with sections.
  struct Part: Sendable {
    var key: String
    var title: String
    var sections: [Review.Section]
  }

  let review: Review
  let parts: [Part]

  /// Arranges a review.
  ///
  /// - Parameters:
  ///   - review: What it says.
  ///   - hasTables: Whether rosters, saved views and every table and picture of the answers are part of it.
  package init(_ review: Review, hasTables: Bool = true) {
    self.review = review
    let isPortfolio = !review.findings.isEmpty || !review.overview.figures.isEmpty
    let summary = isPortfolio ? [review.summary] : []
    guard hasTables else {
      let chapters = review.chapters.map { Part(key: $0.key, title: $0.title, sections: $0.brief) }
      parts = (summary + chapters).filter { !$0.sections.isEmpty }
      return
    }
    let portfolio = Part(
      key: "portfolio", title: "Portfolio",
      sections: review.rosters + review.findings)
    let maps = Part(key: "maps", title: "Saved views", sections: review.views)
    let chapters = review.chapters.map {
      Part(key: $0.key, title: $0.title, sections: $0.sections)
    }
    parts = (summary + [portfolio, maps] + chapters).filter { !$0.sections.isEmpty }
  }

  /// The files of the report, each with its path inside a folder.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - pool: Who draws the pictures.
  ///   - timeLimit: The longest a picture may take.
  /// - Returns: The files; the document is the first of them.
  /// - Throws: ``PublishingError`` where a picture cannot be drawn or the pages cannot be joined.
  package func files(
    _ format: ReportFormat, with pool: LayoutPool, timeLimit: Duration
  ) throws(PublishingError) -> [(path: String, bytes: [UInt8])] {
    switch format {
    case .html:
      // The page shows the logo once, at its head.
      let pictures = try drawn(figures.map(\.map.withoutLogo), with: pool, timeLimit: timeLimit)
      return [("report.html", ReportHTML(self, pictures: pictures).bytes)]
    case .markdown:
      let pictures = try drawn(figures.map(\.map), with: pool, timeLimit: timeLimit)
      return [("report.md", ReportMarkdown(self).bytes)]
        + zip(figures, pictures).map { ("figures/\($0.key).svg", $1) }
    case .pdf:
      let pages = ReportPages(self).composed()
      let drawn = try pool.draw(pages.sheets, as: [.pdf], timeLimit: timeLimit).map { $0[0] }
      return [
        ("report.pdf", try PDFBook(title: review.title, bookmarks: pages.bookmarks).joined(drawn))
      ]
    }
  }

  /// The word on each page of a report that is for the house itself.
  var mark: String? { review.isInternal ? "internal" : nil }

  var figures: [Review.Figure] { parts.flatMap { $0.sections.flatMap(\.figures) } }

  private func drawn(
    _ maps: [LaidOutDiagram], with pool: LayoutPool, timeLimit: Duration
  ) throws(PublishingError) -> [[UInt8]] {
    try pool.draw(maps.map { .picture($0) }, as: [.svg], timeLimit: timeLimit).map { $0[0] }
  }
}

extension LaidOutDiagram {
  /// The sheet with the place of its logo empty.
  var withoutLogo: Self {
    var map = self
    map.sheet.logo = nil
    return map
  }
}
