package import Cartography
package import EcosystemModel
package import Insights

/// What decks and reports are made of: maps, findings and rosters of one ecosystem, each in its section.
package struct Review: Sendable {
  /// A picture with what its boxes stand for.
  package struct Figure: Sendable {
    /// The name by which documents refer to it, of letters, digits and hyphens.
    package var key: String
    /// The picture on its sheet.
    package var map: LaidOutDiagram
    /// What the boxes of a map stand for, in their order; empty for pictures of findings.
    package var references: [EntityReference] = []
  }

  /// A part with its sentences, pictures and tables, or the reason why there is nothing.
  package struct Section: Sendable {
    /// The name by which documents refer to it, of letters, digits and hyphens.
    package var key: String
    /// The heading.
    package var title: String
    /// The answer in sentences.
    package var sentences: [String] = []
    /// How much of what the answer rests on no source states; `nil` if all is stated.
    var grounds: String?
    /// The pictures.
    package var figures: [Figure] = []
    /// What of it people who decide should hear.
    package var headlines: [Headline] = []
    /// The tables that have rows.
    package var tables: [FindingsTable] = []
    /// How many rows of its tables a short document shows; `nil` if it shows none of them.
    var mostRows: Int?
    /// Why there is nothing, where there is nothing.
    package var missing: String?
    /// Whether a map failed, so that what is missing is there in the data.
    package var hasFailed = false
    /// The layouts that its map could not be chosen from.
    package var failures: [LayoutDraft.Failure] = []
    /// What became of the places of a picture of before.
    package var kept: [String] = []
  }

  /// What is said about one alliance.
  package struct Chapter: Sendable {
    /// The name by which documents refer to it, of letters, digits and hyphens.
    package var key: String
    /// The alliance.
    package var alliance: Alliance.ID
    /// Its name.
    package var title: String
    /// The parts, the summary first.
    package var sections: [Section]
    /// Whether it leaves out what lies behind firewalls.
    var hidesAnything = false
  }

  /// What it is about.
  package var title: String
  /// What is counted, the day, and the data.
  package var subtitle: [String]
  /// The colours.
  package var theme: Theme
  /// The map of everything.
  package var overview: Section
  /// What changed since another state: the map, the figures and the list; `nil` where nobody asked.
  package var change: Section?
  /// The same in sentences for people who decide, each with what stands behind it.
  var changeStatements: [(sentence: String, remark: String)] = []
  /// The saved views.
  package var views: [Section]
  /// Who and what there is.
  package var rosters: [Section]
  /// What was found out.
  package var findings: [Section]
  /// One for each alliance.
  package var chapters: [Chapter]

  /// Whether it is for the house itself, as a document of it says on each page: it names both sides of every firewall.
  package var isInternal = false

  /// What its pages must not name together without saying that they are for the house itself.
  package var walls = Walls()

  /// What people who decide should hear first, five at most, each with the section that shows it.
  package var headlines: [(headline: Headline, section: Section)] {
    let sections = findings.flatMap { section in section.headlines.map { ($0, section) } }
    return sections.map(\.0).leading(5).compactMap { headline in
      sections.first { $0.0 == headline }.map { (headline, $0.1) }
    }
  }

  /// The sections whose map could not be drawn, in their order.
  package var failed: [Section] { sections.filter(\.hasFailed) }

  /// The maps in their order, without the pictures of findings.
  package var maps: [LaidOutDiagram] {
    sections.flatMap(\.figures).map(\.map).filter { !$0.diagram.kind.isChart }
  }

  /// The overview, the saved views, and what is said about each alliance.
  package var sections: [Section] {
    [overview] + [change].compactMap(\.self) + views + chapters.flatMap(\.sections)
  }
}

extension Review.Section {
  /// A section that says why there is nothing.
  init(_ key: String, _ title: String, missing: String) {
    self.init(key: key, title: title)
    self.missing = missing
  }

  /// A section of tables; without any row it says so.
  init(_ key: String, _ title: String, tables: [FindingsTable], otherwise missing: String) {
    self.init(key: key, title: title)
    self.tables = tables.filter { !$0.rows.isEmpty }
    if self.tables.isEmpty { self.missing = missing }
  }

  /// The answer to a question, with its pictures and tables; or why there is none.
  init<Answer: Findings>(
    _ key: String, _ title: String, _ context: PictureContext,
    _ question: () throws(InsightError) -> Answer
  ) {
    self.init(key: key, title: title)
    do {
      let findings = try question()
      sentences = findings.summary
      headlines = findings.headlines
      grounds = findings.grounds?.remark.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." }
      tables = findings.tables.filter { !$0.rows.isEmpty }
      figures = ChartCatalog.all.compactMap { chart in
        chart.laidOut(findings, context).map {
          Review.Figure(key: "\(key)-\(chart.name)", map: $0)
        }
      }
      if sentences.isEmpty, tables.isEmpty, figures.isEmpty { missing = "Nothing was found." }
    } catch {
      missing = error.message
    }
  }
}
