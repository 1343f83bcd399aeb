public import Cartography
package import EcosystemModel
import Insights
public import Interchange
import Publishing

/// A document that is wanted: the portfolio review with a chapter for each alliance, or the briefing for one.
public struct ReportRequest: Sendable {
  /// The only alliance it is about, by name or id; `nil` for all.
  public var alliance: String?
  /// The title; `nil` for the name of the dataset.
  public var title: String?
  /// Whether rosters, saved views and all tables and pictures of the answers follow.
  package var hasTables = false
  /// The colours of the pictures.
  public var theme = ThemeName.light
  /// The state since which changes are told: a day of the dataset, or another one; `nil` for none.
  package var since: DatasetState?
  package var date: CalendarDate?
  package var conditions: [Condition] = []

  /// Asks for a report.
  ///
  /// - Parameters:
  ///   - alliance: The only alliance it is about, by name or id; `nil` for all.
  ///   - since: The day from which changes are told; `nil` for none.
  ///   - day: The day that everything stands for; `nil` for the latest day of the saved views.
  ///   - conditions: What everything shown must meet, such as `region=Japan`.
  /// - Throws: ``EcomapError`` with code `badRequest` for a day or a condition that cannot be read.
  public init(
    on alliance: String? = nil, since: String? = nil, asOf day: String? = nil,
    where conditions: [String] = []
  ) throws(EcomapError) {
    self.init(
      alliance: alliance, date: try .reading(day), conditions: try Condition.reading(conditions))
    self.since = try CalendarDate.reading(since).map { DatasetState(on: $0) }
  }

  package init(alliance: String?, date: CalendarDate?, conditions: [Condition]) {
    self.alliance = alliance
    self.date = date
    self.conditions = conditions
  }
}

extension Dataset {
  /// Makes a report.
  ///
  /// ```swift
  /// let briefing = try dataset.report(ReportRequest(on: "Enhertu", since: "2019-05-01"))
  /// let page = try briefing.files(as: .html)[0].bytes
  /// ```
  ///
  /// - Parameters:
  ///   - request: What it is about.
  ///   - options: Who draws, and how.
  /// - Returns: The report. A map that could not be drawn is told in ``DrawnReport/remarks``.
  /// - Throws: ``EcomapError`` where a condition makes no sense in the dataset, or there is no such alliance.
  public func report(
    _ request: ReportRequest, _ options: DrawingOptions = DrawingOptions()
  ) throws(EcomapError) -> DrawnReport {
    // A briefing about one alliance names the others that it has to do with, and none else.
    var desk = try ReviewDesk(
      of: self, date: request.date, conditions: request.conditions, theme: request.theme, options)
    var question = desk.question(titled: request.title)
    question.since = request.since.flatMap { $0.dataset == nil ? $0.day : nil }
    question.depth = .briefing
    question.dataFindings = checkTable
    if let alliance = request.alliance {
      guard request.since?.dataset == nil else {
        throw EcomapError(
          .badRequest,
          "A briefing on one alliance tells what began and ended since a day; name a day, or ask for the report on all alliances."
        )
      }
      try desk.ask(forBriefingOn: alliance, titled: request.title, &question)
    } else {
      desk.ask(about: .both, &question)
      // Without a day for all, what began and ended since then is all there is to tell.
      if let since = request.since, since.dataset != nil || desk.snapshot.date != nil {
        try desk.ask(aboutChangesSince: since, &question)
      }
    }
    return DrawnReport(desk.made(question), hasTables: request.hasTables, of: desk)
  }

  /// What ``check()`` tells, as a table.
  private var checkTable: FindingsTable {
    let all = check()
    var table = FindingsTable(
      id: "open", title: "What the inspections found",
      method: "As `ecomap check` lists it, errors first.",
      columns: [.init("Severity"), .init("Where"), .init("Finding"), .init("Rule")])
    let order = all.enumerated().sorted {
      (Self.rank($0.element.severity), $0.offset) < (Self.rank($1.element.severity), $1.offset)
    }
    for (_, finding) in order {
      table.append([
        .text(finding.severity.rawValue), .text(finding.location?.description),
        .text(finding.message), .text(finding.rule),
      ])
    }
    return table
  }

  private static func rank(_ severity: Severity) -> Int {
    Severity.allCases.count { $0 > severity }
  }
}
