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
