package import EcosystemModel

/// Alliances and programs with their dates, as far as they have any.
package struct TimelineFindings: Findings {
  /// Something that happened, or will.
  package struct Event: Codable, Hashable, Sendable {
    /// What it is, such as `signed`.
    package let name: String
    /// When it is.
    package let date: CalendarDate
  }

  /// An alliance or a program.
  package struct Entry: Codable, Hashable, Sendable {
    /// What it is.
    package let subject: EntityReference
    /// Its name.
    package let name: String
    /// The alliance that a program belongs to; an alliance's own.
    package let alliance: Alliance.ID
    /// The group of its alliance; `nil` if that is not given.
    package let group: String?
    /// What colours its alliance; `nil` if that is not given.
    package let colour: PortfolioValue?
    /// The first day; `nil` if it is unknown.
    package let start: CalendarDate?
    /// The first day on which it no longer holds, or on which its contract runs out; `nil` if no end is known.
    package let end: CalendarDate?
    /// What else has a date, the earliest first.
    package let events: [Event]
    /// Whether it ends within twelve months after the day.
    package let endsSoon: Bool

    /// Whether it is an alliance rather than a program.
    package var isAlliance: Bool { subject.kind == .alliance }
    /// All its dates.
    package var dates: [CalendarDate] { [start, end].compactMap { $0 } + events.map(\.date) }
  }

  /// The day that parts past from future; `nil` if none was named.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// What groups; `nil` if nothing does.
  package let group: PortfolioField?
  /// What colours; `nil` if nothing does.
  package let colour: PortfolioField?
  /// Those with a date: by group, alliances by their start, each followed by its programs by theirs.
  package let entries: [Entry]
  /// The names of what happens, in the order in which things usually do.
  package let eventNames: [String]
  /// The names of the alliances and programs without any date.
  package let undated: [String]
  /// The number of alliances, dated or not.
  package let allianceCount: Int
  /// The number of programs, dated or not.
  package let programCount: Int

  init(
    of snapshot: Snapshot, on day: CalendarDate?, group: AllianceColumns.Reading?,
    colour: AllianceColumns.Reading?
  ) {
    let ecosystem = snapshot.ecosystem
    date = day
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    (self.group, self.colour) = (group?.field, colour?.field)
    let dates = (
      alliances: DatedColumns(of: Array(ecosystem.alliances)),
      programs: DatedColumns(of: Array(ecosystem.programs))
    )
    func entry<Row: TableEntity>(
      _ row: Row, of alliance: Alliance.ID, _ columns: DatedColumns<Row>
    ) -> Entry {
      let place = ecosystem.alliances.position(of: alliance)
      let span = columns.span(of: row)
      return Entry(
        subject: row.reference, name: ecosystem.name(of: row.reference), alliance: alliance,
        group: place.flatMap { group?.values[$0]?.text },
        colour: place.flatMap { colour?.values[$0] }, start: span.start, end: span.end,
        events: span.events, endsSoon: Self.isSoon(span.end, after: day))
    }
    let alliances = ecosystem.alliances.map { entry($0, of: $0.id, dates.alliances) }
    let programs = Dictionary(
      grouping: ecosystem.programs.map { entry($0, of: $0.alliance, dates.programs) },
      by: \.alliance)
    let words = group?.field.words ?? []
    let ranks = Dictionary(
      words.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let ordered = alliances.sorted { left, right in
      let groups = [left, right].map { $0.group.flatMap { ranks[$0] } ?? words.count }
      return groups[0] != groups[1] ? groups[0] < groups[1] : Self.isEarlier(left, right)
    }
    let all = ordered.flatMap { [$0] + (programs[$0.alliance] ?? []).sorted(by: Self.isEarlier) }
    // An alliance without dates heads its dated programs.
    let heads = Set(all.filter { !$0.isAlliance && !$0.dates.isEmpty }.map(\.alliance))
    entries = all.filter { !$0.dates.isEmpty || $0.isAlliance && heads.contains($0.alliance) }
    undated = all.filter(\.dates.isEmpty).map(\.name)
    eventNames = Self.inUsualOrder(Set(all.flatMap { $0.events.map(\.name) }))
    (allianceCount, programCount) = (ecosystem.alliances.count, ecosystem.programs.count)
  }

  /// Dates of the contract as they follow each other, then the columns of one's own by name.
  private static func inUsualOrder(_ names: Set<String>) -> [String] {
    let usual = [
      \Alliance.negotiated, \.signed, \.filed, \.approved, \.launched, \.expires,
    ].map { DatedColumns<Alliance>.name(ofColumn: Alliance.column($0)) }
    return usual.filter(names.contains) + names.subtracting(usual).sorted()
  }

  private static func isEarlier(_ left: Entry, _ right: Entry) -> Bool {
    let starts = [left, right].map { $0.start ?? $0.dates.min() }
    if let one = starts[0], let other = starts[1], one != other { return one < other }
    if (starts[0] == nil) != (starts[1] == nil) { return starts[0] != nil }
    return (left.name, left.subject.rawID) < (right.name, right.subject.rawID)
  }

  private static func isSoon(_ end: CalendarDate?, after day: CalendarDate?) -> Bool {
    guard let end, let day, end > day else { return false }
    return day.adding(months: 12).map { end <= $0 } ?? true
  }

  /// Those that end within twelve months after the day, the next first.
  package var endingSoon: [Entry] {
    entries.filter(\.endsSoon).enumerated().sorted { left, right in
      guard let one = left.element.end, let other = right.element.end, one != other else {
        return left.offset < right.offset
      }
      return one < other
    }.map(\.element)
  }
}
