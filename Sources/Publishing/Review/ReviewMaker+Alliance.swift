import Cartography
import EcosystemModel
import Insights

extension ReviewMaker {
  /// What is said about an alliance.
  func chapter(
    on alliance: Alliance, map: Review.Section, load: LoadFindings?
  ) -> Review.Chapter {
    var sections = [map]
    if question.depth == .briefing {
      sections = [summary(of: alliance, key: map.key)] + briefing(on: alliance, map, load)
    }
    return Review.Chapter(
      key: map.key, alliance: alliance.id, title: alliance.name, sections: sections)
  }

  private func summary(of alliance: Alliance, key: String) -> Review.Section {
    let here = snapshot.within(alliance.id).ecosystem
    let partners = alliance.companies.map { whole.name(of: .company($0)) }
    var section = Review.Section(key: "\(key)--summary", title: "Summary and north star")
    section.sentences = [
      alliance.northStar.map { "North star: \($0)" } ?? "No north star is recorded.",
      partners.isEmpty
        ? "No partners are recorded." : "Partners: \(partners.joined(separator: ", ")).",
    ]
    let seats = Set(here.memberships.map(\.person)).count
    section.sentences.append(
      "\(here.committees.count) committees with \(seats) people, \(here.programs.count) programs, \(here.handoffs.count) handoffs."
    )
    if !alliance.validity.contains(snapshot.date) {
      section.sentences.append("The alliance does not exist \(dateText).")
    }
    let rosters = Rosters(snapshot: snapshot, dateText: dateText, alliance: alliance.id)
    section.tables = [rosters.alliances, rosters.programs].filter { !$0.rows.isEmpty }
    return section
  }

  private func briefing(
    on alliance: Alliance, _ map: Review.Section, _ load: LoadFindings?
  ) -> [Review.Section] {
    let key = map.key
    let part = snapshot.within(alliance.id)
    let here = part.ecosystem
    let rosters = Rosters(snapshot: snapshot, dateText: dateText, alliance: alliance.id)
    var map = map
    map.key = "\(key)--map"
    map.title = here.committees.isEmpty ? "Map" : "Governance map"
    var sections = [
      Review.Section(
        "\(key)--members", "Governance members and decision rights", tables: [rosters.seats],
        otherwise: "Nobody has a seat on a committee of this alliance."),
      Review.Section(
        "\(key)--committees", "Committee charters and cadence", tables: [rosters.charters],
        otherwise: "The alliance has no committees."), map,
    ]
    func answered(
      _ name: String, _ title: String, unless missing: String?,
      _ question: () throws(InsightError) -> some Findings
    ) -> Review.Section {
      if let missing { return Review.Section("\(key)--\(name)", title, missing: missing) }
      return Review.Section("\(key)--\(name)", title, context, question)
    }
    let count = here.committees.count
    sections.append(
      answered(
        "overlap", "Overlap of committees",
        unless: count > 1 ? nil : "Overlap needs two committees; the alliance has \(count)."
      ) { () throws(InsightError) in try part.answer(OverlapQuestion()) })
    sections.append(loadSection("\(key)--load", of: here, load))
    sections.append(
      answered(
        "handoffs", "Handoffs",
        unless: here.handoffs.isEmpty ? "No handoffs are recorded for this alliance." : nil
      ) { () throws(InsightError) in try part.answer(HandoffReviewQuestion()) })
    sections.append(
      answered(
        "escalation", "Escalation",
        unless: here.committees.isEmpty ? "The alliance has no committees." : nil
      ) { () throws(InsightError) in try part.answer(EscalationQuestion()) })
    sections.append(peers(of: alliance, key: key))
    sections.append(
      answered(
        "firewalls", "Firewalls",
        unless: whole.conflicts(of: alliance.id).isEmpty
          ? "No firewall concerns this alliance." : nil
      ) { () throws(InsightError) in try part.answer(FirewallQuestion()) })
    sections.append(
      Review.Section(
        "\(key)--scores", "Scores",
        tables: [
          Rosters(snapshot: part, dateText: dateText).scores { _ in true }
        ], otherwise: "No scores are recorded for this alliance."))
    if let since = question.since {
      sections.append(
        changes(
          Changes(
            snapshot: snapshot.allDays, since: since, until: snapshot.date, alliance: alliance.id),
          key: "\(key)--changes"))
    }
    sections.append(openFindings("\(key)--open", alliance, here))
    return sections
  }

  /// Messages about the data that name the alliance or one of its committees.
  private func openFindings(
    _ key: String, _ alliance: Alliance, _ here: Ecosystem
  ) -> Review.Section {
    let title = "Open findings in the data"
    guard let all = question.dataFindings else {
      return Review.Section(key, title, missing: "The data was not inspected.")
    }
    let names = Set(
      [alliance.name, alliance.id.rawValue] + here.committees.flatMap { [$0.name, $0.id.rawValue] })
    var table = FindingsTable(
      id: all.id, title: all.title,
      method: "\(all.method) Those that name the alliance or one of its committees.",
      columns: all.columns)
    for row in all.rows {
      let isNamed = row.contains { cell in
        guard case .text(let words) = cell else { return false }
        // Messages quote the names they speak of.
        return words.split(separator: "\"").contains { names.contains(String($0)) }
      }
      if isNamed { table.append(row) }
    }
    return Review.Section(
      key, title, tables: [table],
      otherwise: "The inspections found nothing that names the alliance or its committees.")
  }

  private func peers(of alliance: Alliance, key: String) -> Review.Section {
    guard alliance.companies.count > 1, !whole.functions.isEmpty else {
      return Review.Section(
        "\(key)--peers", "Peers", missing: "Peers need two partners with functions.")
    }
    return Review.Section("\(key)--peers", "Peers", context) { () throws(InsightError) in
      try snapshot.answer(PeerQuestion(of: alliance.id))
    }
  }

  /// The whole load of those who have a seat here, from the one answer about everybody.
  private func loadSection(
    _ key: String, of here: Ecosystem, _ load: LoadFindings?
  ) -> Review.Section {
    let seated = Set(here.memberships.map(\.person))
    var table = FindingsTable(
      id: "load", title: "Hours a month of those with a seat here",
      method: "All their duties, not only those in this alliance; \(dateText).",
      columns: [
        .init("Person"), .init("Company"), .init("Hours", .hours), .init("Can give", .hours),
        .init("Load", .percent, decimals: 0), .init("Seats in all", .integer), .init("Why"),
      ])
    for person in load?.people ?? [] where seated.contains(person.person) {
      table.append([
        .text(person.name), .text(person.company), .number(person.hours), .number(person.capacity),
        .number(person.loadShare), .integer(person.seats.count),
        .list(person.reasons.map(\.text)),
      ])
    }
    return Review.Section(
      key, "Load of people", tables: [table],
      otherwise: "Nobody with a duty has a seat on a committee of this alliance.")
  }
}
