import Cartography
import Containers
import Insights

/// A report as one page for the browser: pictures inside, no script, nothing from the network.
///
/// The page is XML as well as HTML, so that a strict parser can check it.
struct ReportHTML {
  private let report: Report
  private let pictures: [String: [UInt8]]

  init(_ report: Report, pictures: [[UInt8]]) {
    self.report = report
    self.pictures = Dictionary(
      zip(report.figures.map(\.key), pictures), uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of the page.
  ///
  /// - Complexity: O(length of the page).
  var bytes: [UInt8] {
    var page: [UInt8] = []
    func add(_ text: String) {
      page += text.utf8
      page.append(UInt8(ascii: "\n"))
    }
    let title = Self.text(report.review.title)
    add("<!DOCTYPE html>")
    add("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">")
    add("<head>")
    add("<meta charset=\"utf-8\"/>")
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
    add(
      "<meta http-equiv=\"Content-Security-Policy\""
        + " content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"/>")
    add("<meta name=\"generator\" content=\"\(Program.title)\"/>")
    add("<title>\(title)</title>")
    add("<style>\(ReportStyle.sheet)\(ReportStyle.branding(report.review.theme))</style>")
    add("</head>")
    add("<body>")
    add("<header>")
    if let logo = report.review.theme.logo {
      let label = Self.text(logo.label)
      add(
        "<img class=\"logo\" alt=\"\(label)\" src=\"\(logo.address)\""
          + " height=\"\(Int((logo.height * 4 / 3).rounded()))\"/>")
    }
    add("<h1 dir=\"auto\">\(title)</h1>")
    if let mark = report.mark { add("<p class=\"mark\">\(mark)</p>") }
    for line in report.review.subtitle { add("<p class=\"quiet\">\(Self.text(line))</p>") }
    add("</header>")
    contents.forEach(add)
    add("<main>")
    for part in report.parts {
      add("<section class=\"part\" id=\"\(part.key)\">")
      add("<h2 dir=\"auto\">\(Self.text(part.title))</h2>")
      if let mark = report.mark { add("<p class=\"quiet\">\(mark)</p>") }
      for section in part.sections {
        add("<section id=\"\(Self.anchor(section, in: part))\">")
        add("<h3 dir=\"auto\">\(Self.text(section.title))</h3>")
        for sentence in section.sentences { add("<p dir=\"auto\">\(Self.text(sentence))</p>") }
        if let grounds = section.grounds { add("<p class=\"quiet\">\(Self.text(grounds))</p>") }
        if let missing = section.missing {
          add("<p class=\"missing\" dir=\"auto\">\(Self.text(missing))</p>")
        }
        for figure in section.figures {
          add("<figure>")
          page += Self.inline(pictures[figure.key] ?? [], prefix: figure.key).utf8
          add("</figure>")
        }
        for table in section.tables { Self.lines(of: table, in: section).forEach(add) }
        add("</section>")
      }
      add("<p class=\"back\"><a href=\"#contents\">Contents</a></p>")
      add("</section>")
    }
    add("</main>")
    add("</body>")
    add("</html>")
    return page
  }

  private var contents: [String] {
    var lines = ["<nav id=\"contents\"><h2>Contents</h2>", "<ul>"]
    for part in report.parts {
      let isChapter = report.review.chapters.contains { $0.key == part.key }
      lines.append(
        "<li dir=\"auto\"><a href=\"#\(part.key)\">\(Self.text(part.title))</a>")
      if !isChapter || report.review.chapters.count == 1 {
        lines.append("<ul>")
        lines += part.sections.map { section in
          "<li dir=\"auto\"><a href=\"#\(Self.anchor(section, in: part))\">\(Self.text(section.title))</a></li>"
        }
        lines.append("</ul>")
      }
      lines.append("</li>")
    }
    return lines + ["</ul></nav>"]
  }

  /// A chapter of one section has the section's key.
  private static func anchor(_ section: Review.Section, in part: Report.Part) -> String {
    "section-\(part.key)-\(section.key)"
  }

  private static func lines(of table: FindingsTable, in section: Review.Section) -> [String] {
    var lines: [String] = []
    if table.title != section.title { lines.append("<h4 dir=\"auto\">\(text(table.title))</h4>") }
    lines.append(
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(text(table.title))\"><table>"
    )
    lines.append(
      "<thead><tr>"
        + table.columns.map { column in
          "<th scope=\"col\"\(side(column))>\(text(column.title))</th>"
        }.joined() + "</tr></thead>")
    lines.append("<tbody>")
    for row in table.rows {
      lines.append(
        "<tr>"
          + zip(row, table.columns).map { cell, column in
            "<td\(side(column)) dir=\"auto\">\(text(FindingsTable.display(cell, in: column)))</td>"
          }.joined() + "</tr>")
    }
    lines.append("</tbody></table></div>")
    for note in [table.method] + table.notes where !note.isEmpty {
      lines.append("<p class=\"quiet\" dir=\"auto\">\(text(note))</p>")
    }
    return lines
  }

  private static func side(_ column: FindingsTable.Column) -> String {
    column.kind == .text ? "" : " class=\"number\""
  }

  private static func text(_ words: String) -> String {
    XMLText.escaped(FindingsTable.sanitized(words))
  }

  /// A picture as an element of the page; its ids, which others have too, get a prefix.
  private static func inline(_ picture: [UInt8], prefix: String) -> String {
    let text = String(decoding: picture, as: UTF8.self)
    let start = text.firstRange(of: "<svg")?.lowerBound ?? text.startIndex
    return String(text[start...])
      .replacing(" id=\"", with: " id=\"\(prefix)-")
      .replacing(" aria-labelledby=\"", with: " aria-labelledby=\"\(prefix)-")
      .replacing(" aria-describedby=\"", with: " aria-describedby=\"\(prefix)-")
  }
}
