import EcosystemModel

/// The columns of a table that hold days: those of the contract, and those of one's own in which every cell is one.
struct DatedColumns<Row: TableEntity> {
  /// When a row begins and ends, and what happens to it.
  struct Span {
    var start: CalendarDate?
    var end: CalendarDate?
    var events: [TimelineFindings.Event] = []
  }

  private let own: [String]

  /// Looks through the rows for columns of one's own that hold days; years alone could be any number.
  init(of rows: [Row]) {
    let names = Attributes.names(usedIn: rows.lazy.map(\.attributes))
    own = names.sorted().filter { name in
      let cells = rows.compactMap { $0.attributes[name] }
      return cells.contains { $0.contains("-") } && cells.allSatisfy { CalendarDate($0) != nil }
    }
  }

  /// What a column is called among events: `negotiated since` for `negotiated_since`.
  static func name(ofColumn column: String) -> String {
    column.split { $0 == "_" || $0.isWhitespace }.joined(separator: " ").lowercased()
  }

  /// Begins on the first day stated, or else when it was signed or what came first; ends with its validity, or else its contract.
  func span(of row: Row) -> Span {
    var span = Span()
    for column in Row.contract.columns {
      guard case .date(let path) = column.form, let day = row[keyPath: path] else { continue }
      switch column.name {
      case Alliance.column(\.validity.since): span.start = day
      case Alliance.column(\.validity.until): span.end = day
      default: span.events.append(.init(name: Self.name(ofColumn: column.name), date: day))
      }
    }
    for name in own {
      guard let day = row.attributes[name].flatMap({ CalendarDate($0) }) else { continue }
      span.events.append(.init(name: Self.name(ofColumn: name), date: day))
    }
    span.events = span.events.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }.map(\.element)
    func day(_ column: String) -> CalendarDate? {
      span.events.first { $0.name == Self.name(ofColumn: column) }?.date
    }
    let contract = [Alliance.column(\.negotiated), Alliance.column(\.expires)]
      .map(Self.name(ofColumn:))
    span.start =
      span.start ?? day(Alliance.column(\.signed))
      ?? span.events.first { !contract.contains($0.name) && !$0.name.hasPrefix(contract[0]) }?.date
    span.end = span.end ?? day(Alliance.column(\.expires))
    return span
  }
}
