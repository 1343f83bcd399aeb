import Cartography
import EcosystemModel
import Insights

/// Makes what is said about one alliance, which its partners may read: it sees nothing that they may not.
struct ChapterMaker {
  let facts: AllianceFacts
  /// What the alliance's partners may be told.
  let told: Snapshot
  let question: ReviewQuestion
  let context: PictureContext
  let dateText: String

  private var alliance: Alliance { facts.alliance }

  /// The alliance's part of what its partners may be told.
  private var part: Snapshot { facts.part }

  private var here: Ecosystem { part.ecosystem }

  private var rosters: Rosters { Rosters(snapshot: part, dateText: dateText) }

  /// What is said, with the map first or after the rosters.
  func chapter(map: Review.Section) -> Review.Chapter {
    var sections: [Review.Section]
    switch question.depth {
    case .map:
      sections = [map]
      for figure in map.figures.indices {
        sections[0].figures[figure].map = map.figures[figure].map
          .beside(facts.sections, on: question.sheet)
      }
    case .briefing: sections = [summary(key: map.key)] + briefing(map)
    }
    return Review.Chapter(
      key: map.key, alliance: alliance.id, title: alliance.name, sections: sections,
      hidesAnything: part.withheld != nil)
  }

  private func summary(key: String) -> Review.Section {
    var section = Review.Section(key: "\(key)--summary", title: "Summary and north star")
    section.sentences = [
      alliance.northStar.map { "North star: \($0)" } ?? "No north star is recorded."
    ]
    section.sentences += facts.sections.flatMap { topic in
      topic.title == "Alliance" ? topic.facts : topic.facts.map { "\(topic.title): \($0)" }
    }
    if !alliance.validity.contains(part.date) {
      section.sentences.append("The alliance does not exist \(dateText).")
    }
    if let withheld = part.withheld { section.sentences.append(withheld.sentence) }
    section.tables = [rosters.alliances, rosters.programs].filter { !$0.rows.isEmpty }
    return section
  }

  private func briefing(_ map: Review.Section) -> [Review.Section] {
    let key = map.key
    var map = map
    map.key = "\(key)--map"
    map.title = here.committees.isEmpty ? "Map" : "Governance map"
    var members = Review.Section(
      "\(key)--members", "Governance members and decision rights", tables: [rosters.seats],
      otherwise: "Nobody has a seat on a committee of this alliance.")
    members.mostRows = 8
    var charters = Review.Section(
      "\(key)--committees", "Committee charters and cadence", tables: [rosters.charters],
      otherwise: "The alliance has no committees.")
    charters.mostRows = 4
    var sections = [members, charters, map]
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
    sections.append(loadSection("\(key)--load"))
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
    let hasPeers = alliance.companies.count > 1 && !here.functions.isEmpty
    sections.append(
      answered("peers", "Peers", unless: hasPeers ? nil : "Peers need two partners with functions.")
      { () throws(InsightError) in try peers() })
    sections.append(
      answered("firewalls", "Firewalls", unless: nil) { () throws(InsightError) in
        try part.answer(FirewallQuestion())
      })
    sections.append(
      Review.Section(
        "\(key)--scores", "Scores", tables: [rosters.scores { _ in true }],
        otherwise: "No scores are recorded for this alliance."))
    if let since = question.since {
      sections.append(
        Changes(snapshot: part.on(nil), since: since, until: part.date)
          .section("\(key)--changes"))
    }
    sections.append(openFindings("\(key)--open"))
    return sections
  }

  private func peers() throws(InsightError) -> PeerMatrix {
    let peers = try told.answer(PeerQuestion(of: alliance.id))
    guard !peers.functions.isEmpty else {
      throw InsightError(
        .missingData,
        "No function of the partners takes part: none has a seat on a committee or a link to another here."
      )
    }
    return peers
  }

  /// Messages about the data that name the alliance or one of its committees, and nothing behind a firewall.
  private func openFindings(_ key: String) -> Review.Section {
    let title = "Open findings in the data"
    guard let all = question.dataFindings else {
      return Review.Section(key, title, missing: "The data was not inspected.")
    }
    let own = NamesInText(
      of: Set([alliance.reference] + here.committees.map(\.reference)), in: part.origin)
    var table = all.naming(own).told(in: part)
    table.method += " Those that name the alliance or one of its committees."
    return Review.Section(
      key, title, tables: [table],
      otherwise: table.notes.last
        ?? "The inspections found nothing that names the alliance or its committees.")
  }

  /// The load of those who have a seat here: numbers of all their duties, words of those in this alliance only.
  private func loadSection(_ key: String) -> Review.Section {
    let seated = Set(here.memberships.map(\.person))
    let own = (try? part.allLoads())?.people ?? []
    let reasons = Dictionary(
      own.map { ($0.person, $0.reasons) }, uniquingKeysWith: { first, _ in first })
    let seats = Dictionary(
      own.map { ($0.person, $0.seats.count) }, uniquingKeysWith: { first, _ in first })
    var table = FindingsTable(
      id: "load", title: "Hours a month of those with a seat here",
      method:
        "Hours of all their duties\(part.withheld == nil ? "" : " but those that are withheld"); seats elsewhere are counted and not named; \(dateText).",
      columns: [
        .init("Person"), .init("Company"), .init("Hours", .hours), .init("Can give", .hours),
        .init("Load", .percent, decimals: 0), .init("Seats here", .integer),
        .init("Seats elsewhere", .integer), .init("Why"),
      ])
    for person in facts.load?.people ?? [] where seated.contains(person.person) {
      let here = seats[person.person] ?? 0
      let words =
        person.reasons.filter(\.kind.isOfNumbers)
        + (reasons[person.person] ?? []).filter { !$0.kind.isOfNumbers }
      table.append([
        .text(self.here.name(of: .person(person.person))),
        .text(
          self.here.company(of: .person(person.person)).map { self.here.name(of: .company($0)) }),
        .number(person.hours), .number(person.capacity), .number(person.loadShare),
        .integer(here), .integer(person.seats.count - here), .list(words.map(\.text)),
      ])
    }
    return Review.Section(
      key, "Load of people", tables: [table],
      otherwise: "Nobody with a duty has a seat on a committee of this alliance.")
  }
}
