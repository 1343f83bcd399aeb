import Cartography
import EcosystemModel
import GraphvizKit
import Insights

/// Puts a review onto slides.
struct DeckMaker {
  let review: Review
  let plan: DeckPlan
  /// The room of a table on a slide: below the title, above the number.
  let frame: LaidOutDiagram.Rectangle
  private let filling: Double

  /// The room of a table on a slide of our own.
  static let slideFrame = LaidOutDiagram.Rectangle(
    x: SheetPage.margin, y: 62, width: Slide.width - 2 * SheetPage.margin, height: 440)
  /// The size of the remarks below a table, and the height of one line of them.
  static let remark = (size: 9.0, height: 12.0)
  /// A table on slides ends after so many rows, and says so.
  static let mostRows = 150
  private static let contents = "contents"

  /// - Parameters:
  ///   - review: What is shown.
  ///   - plan: Which parts of it.
  ///   - frame: The room of a table on the slides of a template; `nil` for slides of our own.
  init(review: Review, plan: DeckPlan, frame: LaidOutDiagram.Rectangle? = nil) {
    self.review = review
    self.plan = plan
    self.frame = frame ?? Self.slideFrame
    filling = frame == nil ? TableLayout.ownFilling : TableLayout.otherFilling
  }

  func slides() -> [Deck.Slide] {
    let main = review.views + review.chapters.flatMap { $0.sections.prefix(1) }
    let hasAppendix = plan.parts.contains(.appendix)
    let changes = plan.parts.contains(.changes) ? changeSlides : []
    let overview = plan.parts.contains(.overview) ? pictures(of: [review.overview]) : []
    let (summary, nextSteps) = statements
    var (maps, shown) = (
      plan.parts.contains(.subjects) ? pictures(of: main) : [],
      plan.parts.contains(.findings) ? leadingPictures : []
    )
    if let most = plan.mostSlides {
      let room = max(
        0, most - 1 - summary.count - changes.count - overview.count - nextSteps.count)
      maps = Array(maps.prefix(room))
      shown = Array(shown.prefix(room - maps.count))
    }
    let tables = hasAppendix ? appendix : []
    let front = Set(shown.map(\.key))
    let charts = hasAppendix ? pictures(of: review.findings).filter { !front.contains($0.key) } : []
    var slides = [
      Deck.Slide(
        key: "title", title: review.title, content: .title(review.subtitle),
        notes: ([review.title] + review.subtitle).joined(separator: "\n"))
    ]
    slides += summary + changes + overview
    let listed = maps + shown + nextSteps + charts + tables
    slides += hasAppendix ? contents(of: listed, from: slides.count + 1) : []
    slides += listed + (hasAppendix ? missing : [])
    let keys = Set(slides.map(\.key))
    let links = targets(maps: main, tables).filter { keys.contains($0.value) }
    // What is about one alliance is for its partners, and names nothing that they may not read.
    let told = Set(review.chapters.map(\.key))
    return numbered(slides).map { slide in
      var slide = linked(slide, to: links)
      if !told.contains(slide.key), review.walls.areBothNamed(in: slide.texts) {
        slide.mark = "internal"
        slide.notes = "For internal use only.\n" + slide.notes
      }
      return slide
    }
  }

  func pictures(of sections: [Review.Section]) -> [Deck.Slide] {
    sections.flatMap { section in
      section.figures.map { figure in
        let footer = figure.map.diagram.footer
        return Deck.Slide(
          key: figure.key, title: figure.map.diagram.title, content: .picture(figure.map),
          notes: (section.sentences + [footer]).filter { !$0.isEmpty }.joined(separator: "\n"))
      }
    }
  }

  /// Slides about entities: the map of an alliance, the map around something, the table of members for the rest.
  private func targets(
    maps: [Review.Section], _ tables: [Deck.Slide]
  ) -> [EntityReference: String] {
    var targets: [EntityReference: String] = [:]
    for chapter in review.chapters where !(chapter.sections.first?.figures.isEmpty ?? true) {
      targets[.alliance(chapter.alliance)] = chapter.key
    }
    // A map belongs to the smallest picture that shows an entity.
    let figures = maps.flatMap(\.figures).enumerated().sorted {
      ($0.element.references.count, $0.offset) < ($1.element.references.count, $1.offset)
    }
    for (_, figure) in figures {
      for reference in figure.references where targets[reference] == nil {
        targets[reference] = figure.key
      }
    }
    return targets
  }

  private func linked(
    _ slide: Deck.Slide, to targets: [EntityReference: String]
  ) -> Deck.Slide {
    guard
      let figure = review.sections.lazy.flatMap(\.figures).first(where: { $0.key == slide.key })
    else { return slide }
    var slide = slide
    // What keeps something back leads nowhere but to itself and to the rosters.
    let isClosed = review.chapters.contains { $0.hidesAnything && $0.key == slide.key }
    let closed = Set((review.chapters.map(\.key) + review.views.map(\.key)))
    for (node, reference) in zip(figure.map.diagram.nodes, figure.references) {
      guard let target = targets[reference], target != slide.key,
        !isClosed || !closed.contains(target)
      else { continue }
      slide.links[node.key] = target
    }
    return slide
  }

  /// The list of the slides that follow, in up to three columns.
  private func contents(of slides: [Deck.Slide], from start: Int) -> [Deck.Slide] {
    let entries = slides.enumerated().filter { !$0.element.isContinuation }
    // The list takes slides itself, which moves all others; the number of its pages does not depend on the numbers.
    func pages(_ shift: Int) -> [Deck.Slide] {
      var table = FindingsTable(
        id: Self.contents, title: "Contents", method: "",
        columns: [.init("Slide", .integer), .init("What it shows")])
      var rows: [Int: String] = [:]
      for (number, entry) in entries {
        rows[table.rows.count] = entry.key
        table.append([.integer(start + shift + number), .text(entry.listed ?? entry.title)])
      }
      let (parts, count) = columns(of: table)
      let starts = Array(stride(from: 0, to: parts.count, by: count))
      return starts.enumerated().map { number, first in
        Deck.Slide(
          key: number == 0 ? Self.contents : "\(Self.contents)-\(number + 1)",
          title: starts.count > 1 ? "Contents (\(number + 1) of \(starts.count))" : "Contents",
          content: .tables(
            Array(parts[first..<min(first + count, parts.count)]), notes: [], links: rows),
          notes: "Contents")
      }
    }
    return pages(pages(0).count)
  }

  /// A table on as few columns of a slide as it fits, of about the same height; three to a slide where it takes more.
  private func columns(of table: FindingsTable) -> (parts: [TableLayout.Page], count: Int) {
    for count in 1...3 {
      let width = frame.width / Double(count) - (count > 1 ? 12 : 0)
      let layout = TableLayout(table, width: width, filling: filling)
      let parts = layout.pages(first: frame.height, height: frame.height)
      guard parts.count <= count || count == 3 else { continue }
      guard parts.count > 1, parts.count <= count else { return (parts, count) }
      let whole = parts.reduce(0) { $0 + $1.height }
      for height in stride(from: whole / Double(count), to: frame.height, by: 4) {
        let level = layout.pages(first: height, height: height)
        if level.count <= count { return (level, count) }
      }
      return (parts, count)
    }
    return ([], 1)
  }

  /// What the deck would show if the data had it.
  private var missing: [Deck.Slide] {
    var table = FindingsTable(
      id: "missing", title: "What the data does not tell", method: "",
      columns: [.init("Part"), .init("Why it is not there")])
    let sections =
      [review.overview] + review.views + review.findings + review.rosters
      + review.chapters.flatMap(\.sections)
    for section in sections {
      if let reason = section.missing { table.append([.text(section.title), .text(reason)]) }
    }
    return table.rows.isEmpty ? [] : pages(of: table, key: "missing")
  }

  /// Where one of several tables side by side begins.
  static func left(
    _ number: Int, of count: Int, in frame: LaidOutDiagram.Rectangle
  ) -> Double {
    frame.x + Double(number) * frame.width / Double(max(count, 1))
  }

  /// Rosters first, then the main table of every answer.
  private var appendix: [Deck.Slide] {
    review.rosters.flatMap { section in
      section.tables.enumerated().flatMap { number, table in
        pages(of: table, key: "\(section.key)-table\(number)")
      }
    }
      + review.findings.flatMap { section in
        // The list of everyone behind a wall is for the yearly review, and fills a deck.
        section.tables.filter { $0.id != "review" }.prefix(2).enumerated()
          .flatMap { number, table in
            pages(of: Self.titled(table, in: section), key: "\(section.key)-table\(number)")
          }
      }
  }

  /// The table with a title that tells its topic.
  private static func titled(
    _ table: FindingsTable, in section: Review.Section
  ) -> FindingsTable {
    let topic = section.title.split(separator: " ").first?.lowercased() ?? ""
    guard !table.title.lowercased().contains(topic) else { return table }
    var table = table
    table.title = section.title + (table.title.contains(":") ? " – " : ": ") + table.title
    return table
  }

  /// A table, split over as many slides as it needs.
  func pages(
    of whole: FindingsTable, key: String, mostRows: Int = DeckMaker.mostRows
  ) -> [Deck.Slide] {
    var table = whole
    if whole.rows.count > mostRows {
      table = FindingsTable(
        id: whole.id, title: whole.title, method: whole.method, columns: whole.columns)
      whole.rows.prefix(mostRows).forEach { table.append($0) }
      table.notes =
        ["\(whole.rows.count - mostRows) more of \(whole.rows.count) rows are left out."]
        + whole.notes
    }
    let notes = ([table.method] + table.notes).filter { !$0.isEmpty }.flatMap {
      TextMetrics.wrap(
        FindingsTable.sanitized($0), width: frame.width / 1.03, size: Self.remark.size,
        lineLimit: 3)
    }.prefix(8)
    let room = frame.height - Double(notes.count) * Self.remark.height - 6
    let pages = TableLayout(table, width: frame.width, filling: filling)
      .pages(first: room, height: room)
    return pages.enumerated().map { number, page in
      Deck.Slide(
        key: number == 0 ? key : "\(key)-\(number + 1)",
        title: table.title + (pages.count > 1 ? " (\(number + 1) of \(pages.count))" : ""),
        content: .tables([page], notes: Array(notes), links: [:]),
        notes: ([table.title, table.method] + table.notes).filter { !$0.isEmpty }
          .joined(separator: "\n"), listed: table.title, isContinuation: number > 0)
    }
  }
}
