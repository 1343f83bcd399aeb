import Cartography
import Insights

/// A report as Markdown of GitHub, beside a folder `figures` with its pictures.
struct ReportMarkdown {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// The bytes of the text.
  ///
  /// - Complexity: O(length of the text).
  var bytes: [UInt8] {
    var blocks = ["# \(FindingsTable.escaped(report.review.title))"]
    blocks += report.review.subtitle.map(FindingsTable.escaped)
    for part in report.parts {
      blocks.append("## \(FindingsTable.escaped(part.title))")
      if let mark = report.mark { blocks.append("*\(mark)*") }
      for section in part.sections {
        blocks.append("### \(FindingsTable.escaped(section.title))")
        blocks += section.sentences.map(FindingsTable.escaped)
        if let grounds = section.grounds { blocks.append("*\(FindingsTable.escaped(grounds))*") }
        if let missing = section.missing { blocks.append("*\(FindingsTable.escaped(missing))*") }
        blocks += section.figures.map { figure in
          "![\(FindingsTable.escaped(figure.map.diagram.title))](figures/\(figure.key).svg)"
        }
        // A table's own heading is of the second level.
        blocks += section.tables.map { "##" + $0.markdown.trimmingLastBreaks }
      }
    }
    return Array((blocks.joined(separator: "\n\n") + "\n").utf8)
  }
}

extension String {
  fileprivate var trimmingLastBreaks: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
