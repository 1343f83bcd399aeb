import Cartography
import EcosystemModel
import Insights

extension ReviewMaker {
  /// The answers about the whole ecosystem, as the commands give them.
  func findings() -> [Review.Section] {
    var sections = [
      Review.Section("overlap", "Overlap of committees", context) {
        () throws(InsightError) in try snapshot.answer(OverlapQuestion())
      },
      Review.Section("load", "Load of people", context) { () throws(InsightError) in
        try snapshot.answer(LoadQuestion())
      },
      Review.Section("escalation", "Escalation", context) { () throws(InsightError) in
        try snapshot.answer(EscalationQuestion())
      },
      Review.Section("handoffs", "Handoffs", context) { () throws(InsightError) in
        try snapshot.answer(HandoffReviewQuestion())
      },
      Review.Section("firewalls", "Firewalls", context) { () throws(InsightError) in
        try snapshot.answer(FirewallQuestion())
      },
      Review.Section(
        "scores", "Scores",
        tables: [Rosters(snapshot: snapshot, dateText: dateText).scores { _ in true }],
        otherwise: "There are no scores; the table “scores” has none."),
    ]
    sections += furtherAnswers()
    if let since = question.since {
      sections.append(
        Changes(snapshot: snapshot.on(nil), since: since, until: snapshot.date).section("changes"))
    }
    if let table = question.dataFindings?.told(in: snapshot) {
      sections.append(
        Review.Section(
          "open", "Open findings in the data", tables: [table],
          otherwise: table.notes.last ?? "The inspections found nothing."))
    }
    return sections
  }

  /// Answers about what not every dataset speaks of; those that find nothing to speak of are left out.
  private func furtherAnswers() -> [Review.Section] {
    func told(_ key: String, _ title: String, _ asked: some Question) -> Review.Section? {
      let section = Review.Section(key, title, context) { () throws(InsightError) in
        try snapshot.answer(asked)
      }
      return section.missing == nil ? section : nil
    }
    let hasHours = present.committees.contains { $0.hours != nil }
    let turnover = question.since.flatMap { since in
      snapshot.date.map { TurnoverQuestion(from: since, to: $0, limit: Self.rows) }
    }
    return [
      present.decisions.isEmpty
        ? nil : told("decisions", "Decisions", DecisionQuestion(limit: Self.rows)),
      hasHours ? told("tax", "What decisions cost", TaxQuestion(limit: Self.rows)) : nil,
      told("alignment", "Alignment", AlignmentQuestion(limit: Self.rows)),
      told("health", "Health check", HealthQuestion(limit: Self.rows)),
      told("structure", "Structure", StructureQuestion(limit: Self.rows)),
      told("roles", "Roles", RolesQuestion(limit: Self.rows)),
      turnover.flatMap { told("turnover", "Joiners and leavers", $0) },
    ].compactMap { $0 }
  }

  /// How many rows of each table the portfolio's part shows; the commands tell all.
  private static let rows = 12

  /// Who and what there is in the whole ecosystem.
  func rosters() -> [Review.Section] {
    let rosters = Rosters(snapshot: snapshot, dateText: dateText)
    return [
      Review.Section(
        "alliances", "Alliances", tables: [rosters.alliances],
        otherwise: "There are no alliances; the table “alliances” has none."),
      Review.Section(
        "committees", "Committees", tables: [rosters.charters],
        otherwise: "There are no committees; the table “committees” has none."),
      Review.Section(
        "members", "Governance members", tables: [rosters.seats],
        otherwise: "Nobody has a seat; the table “memberships” has no rows."),
    ]
  }
}
