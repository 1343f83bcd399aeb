public import Cartography
public import EcosystemModel
public import Insights

/// What decks and reports are made of: maps, findings and rosters of one ecosystem, each in its section.
public struct Review: Sendable {
  /// A picture with what its boxes stand for.
  public struct Figure: Sendable {
    /// The name by which documents refer to it, of letters, digits and hyphens.
    public var key: String
    /// The picture on its sheet.
    public var map: LaidOutDiagram
    /// What the boxes of a map stand for, in their order; empty for pictures of findings.
    public var references: [EntityReference] = []
  }

  /// A part with its sentences, pictures and tables, or the reason why there is nothing.
  public struct Section: Sendable {
    /// The name by which documents refer to it, of letters, digits and hyphens.
    public var key: String
    /// The heading.
    public var title: String
    /// The answer in sentences.
    public var sentences: [String] = []
    /// The pictures.
    public var figures: [Figure] = []
    /// The tables that have rows.
    public var tables: [FindingsTable] = []
    /// Why there is nothing, where there is nothing.
    public var missing: String?
    /// Whether a map failed, so that what is missing is there in the data.
    public var hasFailed = false
    /// The layouts that its map could not be chosen from.
    public var failures: [LayoutDraft.Failure] = []
  }

  /// What is said about one alliance.
  public struct Chapter: Sendable {
    /// The name by which documents refer to it, of letters, digits and hyphens.
    public var key: String
    /// The alliance.
    public var alliance: Alliance.ID
    /// Its name.
    public var title: String
    /// The parts, the summary first.
    public var sections: [Section]
  }

  /// What it is about.
  public var title: String
  /// What is counted, the day, and the data.
  public var subtitle: [String]
  /// The colours.
  public var theme: Theme
  /// The map of everything.
  public var overview: Section
  /// The saved views.
  public var views: [Section]
  /// Who and what there is.
  public var rosters: [Section]
  /// What was found out.
  public var findings: [Section]
  /// One for each alliance.
  public var chapters: [Chapter]

  /// The sections whose map could not be drawn, in their order.
  public var failed: [Section] { sections.filter(\.hasFailed) }

  /// The maps in their order, without the pictures of findings.
  public var maps: [LaidOutDiagram] {
    sections.flatMap(\.figures).map(\.map).filter { !$0.diagram.kind.isChart }
  }

  /// The overview, the saved views, and what is said about each alliance.
  public var sections: [Section] { [overview] + views + chapters.flatMap(\.sections) }
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
