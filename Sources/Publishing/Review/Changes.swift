import EcosystemModel
import Insights

/// What began and what ended after a day, of everything or, in the part of an alliance, of what belongs to it.
struct Changes {
  /// What changed, on all days.
  let snapshot: Snapshot
  /// The day from which changes count.
  let since: CalendarDate
  /// The last day that counts; `nil` for no end.
  let until: CalendarDate?

  /// The changes by day.
  var table: FindingsTable {
    let span = until.map { " up to \($0)" } ?? ""
    var table = FindingsTable(
      id: "changes", title: "What changed since \(since)",
      method: "Rows whose since or until lies after \(since)\(span).",
      columns: [.init("Day", .date), .init("What"), .init("Name"), .init("Where")])
    let sorted = entries.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    for (_, entry) in sorted {
      table.append([.date(entry.day), .text(entry.what), .text(entry.name), .text(entry.place)])
    }
    return table
  }

  /// The changes as a part of a document.
  func section(_ key: String) -> Review.Section {
    var section = Review.Section(
      key, "What changed since \(since)", tables: [table],
      otherwise: "Nothing began or ended since \(since), as far as the dates tell.")
    section.mostRows = 20
    return section
  }

  private typealias Entry = (day: CalendarDate, what: String, name: String, place: String?)

  private var entries: [Entry] {
    var entries: [Entry] = []
    func add(_ validity: Validity, _ start: String, _ end: String, _ name: String, _ place: String?)
    {
      if let day = validity.since, counts(day) { entries.append((day, start, name, place)) }
      if let day = validity.until, counts(day) { entries.append((day, end, name, place)) }
    }
    let ecosystem = snapshot.ecosystem
    func name(_ reference: EntityReference) -> String { ecosystem.name(of: reference) }
    for row in ecosystem.alliances {
      let partners = row.companies.map { name(.company($0)) }.listed
      add(row.validity, "alliance begins", "alliance ends", row.name, partners)
    }
    for row in ecosystem.programs {
      add(
        row.validity, "program begins", "program ends", row.name, name(.alliance(row.alliance)))
    }
    for row in ecosystem.committees {
      add(
        row.validity, "committee begins", "committee ends", row.name,
        snapshot.alliance(of: row.id).map { name(.alliance($0)) })
    }
    for row in ecosystem.memberships {
      add(
        row.validity, "joins as \(row.role.rawValue)", "leaves as \(row.role.rawValue)",
        name(.person(row.person)), name(.committee(row.committee)))
    }
    guard snapshot.alliance == nil else { return entries }
    for row in ecosystem.affiliations {
      add(
        row.validity, "joins", "leaves", name(.person(row.person)), name(.company(row.company)))
    }
    for row in ecosystem.relationships {
      add(
        row.validity, "relationship begins", "relationship ends",
        "\(name(row.from)) – \(name(row.to))",
        row.kind ?? row.label)
    }
    return entries
  }

  private func counts(_ day: CalendarDate) -> Bool {
    day > since && until.map { day <= $0 } ?? true
  }
}
