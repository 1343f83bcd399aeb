import EcosystemModel

/// Makes handoffs of event logs and of tables of responsibilities.
enum HandoffLayouts {
  private typealias Parts = Vocabulary.Parts

  /// The rows, with those that are events or responsibilities replaced by handoffs.
  static func replaced(_ rows: [MappedRow], in book: RawBook, _ mapping: WorkbookMapping)
    -> [MappedRow]
  {
    var result: [MappedRow] = []
    var events: [Int: [MappedRow]] = [:]
    var tasks: [Int: [MappedRow]] = [:]
    for row in rows {
      if row[Parts.resource] != nil, row[Parts.matter] != nil {
        events[row.sheet, default: []].append(row)
      } else if row[letter] != nil {
        tasks[row.sheet, default: []].append(row)
      } else {
        result.append(row)
      }
    }
    for (_, log) in events.sorted(by: { $0.key < $1.key }) {
      result += people(in: log, Parts.resource) + handoffs(of: log)
    }
    for (_, grid) in tasks.sorted(by: { $0.key < $1.key }) {
      if grid[0].table == .decisions {
        result += decisions(in: grid)
        continue
      }
      // Where most are people by their first names, others who read like one are too.
      let bearers = people(in: grid, bearer)
      let sure = bearers.count { NameLexicon.isSurelyPerson($0[Person.nameColumn] ?? "") }
      result += bearers.filter { row in
        let name = row[Person.nameColumn] ?? ""
        return NameLexicon.isSurelyPerson(name)
          || sure * 2 >= bearers.count && NameLexicon.isPersonLike(name)
      }
      result += handoffs(among: grid)
    }
    return result
  }

  /// Who decides by the letters: the accountable, or the responsible where nobody is; other parts are heard or told.
  private static func decisions(in cells: [MappedRow]) -> [MappedRow] {
    let decided = Set(cells.filter { letters(of: $0).contains("A") }.map(\.row))
    return cells.map { cell in
      let letters = letters(of: cell)
      let right: DecisionRight =
        letters.contains("A") || letters.contains("R") && !decided.contains(cell.row)
        ? .decides : letters.contains(where: { "RCS".contains($0) }) ? .consulted : .informed
      var row = cell
      row.cells.removeAll { entry in
        entry.column == letter || entry.column == Decision.column(\.days) && right != .decides
      }
      let place = cell.cells.first { $0.column == letter }
      row.cells.append(
        .init(
          column: Decision.column(\.right), text: right.rawValue, row: place?.row,
          position: place?.position))
      return row
    }
  }

  private static func letters(of row: MappedRow) -> String { (row[letter] ?? "").uppercased() }

  /// Rows of the people that a column names; departments are none.
  private static func people(in rows: [MappedRow], _ column: String) -> [MappedRow] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      guard let cell = row.cells.first(where: { $0.column == column }),
        !NameLexicon.isDepartmentLike(cell.text), seen.insert(cell.text).inserted
      else { return nil }
      var person = MappedRow(table: .people, sheet: row.sheet, row: row.row)
      person.cells = [
        .init(column: Person.nameColumn, text: cell.text, row: cell.row, position: cell.position)
      ]
      return person
    }
  }

  /// The column of the letter in a table of responsibilities, and of the header over it.
  static let letter = "(letter)"
  static let bearer = "(bearer)"

  private struct Passing: Hashable {
    let from: String
    let to: String
    let what: String
  }

  /// Who hands a case to whom: each event to the next of its case, if another does it; equal ones are one row.
  private static func handoffs(of events: [MappedRow]) -> [MappedRow] {
    let timed = events.map { ($0, EventTime.seconds($0[Parts.time] ?? "")) }
    let cases = Dictionary(grouping: timed) { $0.0[Parts.matter] ?? "" }
    var passings: [Passing: (hours: [Double], row: MappedRow, count: Int)] = [:]
    for (_, events) in cases.sorted(by: {
      ($0.value[0].0.row, $0.key) < ($1.value[0].0.row, $1.key)
    }) {
      let ordered = events.sorted { ($0.1 ?? 0, $0.0.row) < ($1.1 ?? 0, $1.0.row) }
      for (one, next) in zip(ordered, ordered.dropFirst()) {
        guard let from = one.0[Parts.resource], let to = next.0[Parts.resource], from != to else {
          continue
        }
        let passing = Passing(from: from, to: to, what: next.0[Parts.activity] ?? "")
        var entry = passings[passing] ?? ([], next.0, 0)
        if let start = one.1, let end = next.1, end >= start {
          entry.hours.append((end - start) / 3600)
        }
        entry.count += 1
        passings[passing] = entry
      }
    }
    return passings.sorted {
      ($0.value.row.row, $0.key.from, $0.key.what) < ($1.value.row.row, $1.key.from, $1.key.what)
    }.map { passing, found in
      var row = found.row
      let time = row.cells.first { $0.column == Parts.time }
      row.cells = []
      row[Handoff.column(\.from)] = passing.from
      row[Handoff.column(\.to)] = passing.to
      if !passing.what.isEmpty { row[Handoff.column(\.what)] = passing.what }
      let sorted = found.hours.sorted()
      if !sorted.isEmpty {
        let hours = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        row.cells.append(
          .init(
            column: Handoff.column(\.hours),
            text: NumberText.text(of: (hours * 100).rounded() / 100),
            row: time?.row, position: time?.position))
      }
      row.cells.append(
        .init(column: "cases", text: String(found.count), row: nil, position: nil, isOwn: true))
      return row
    }
  }

  /// What is handed over for a task: the consulted to the responsible, these to the accountable and the informed.
  private static func handoffs(among cells: [MappedRow]) -> [MappedRow] {
    var result: [MappedRow] = []
    for (_, task) in Dictionary(grouping: cells, by: \.row).sorted(by: { $0.key < $1.key }) {
      func bearers(_ wanted: Character) -> [(name: String, row: MappedRow)] {
        task.filter { letters(of: $0).contains(wanted) }
          .compactMap { row in row[bearer].map { ($0, row) } }
      }
      let doers = bearers("R").isEmpty ? bearers("A") : bearers("R")
      func pass(_ from: (name: String, row: MappedRow), _ to: (name: String, row: MappedRow)) {
        guard from.name != to.name else { return }
        var row = to.row
        row.cells.removeAll { $0.column == letter || $0.column == bearer }
        row[Handoff.column(\.from)] = from.name
        row[Handoff.column(\.to)] = to.name
        result.append(row)
      }
      for doer in doers {
        for adviser in bearers("C") { pass(adviser, doer) }
        for one in bearers("A") + bearers("I") { pass(doer, one) }
      }
    }
    return result
  }
}

/// Moments of event logs.
enum EventTime {
  /// Seconds since 1970, whatever the zone; `nil` if the text is no moment.
  static func seconds(_ text: String) -> Double? {
    guard let day = DateReading.iso(text, order: .dayMonth).flatMap(CalendarDate.init(_:)) else {
      return nil
    }
    var seconds = Double(day.dayNumber) * 86_400
    guard let colon = text.firstIndex(of: ":") else { return seconds }
    let hours = text[..<colon].reversed().prefix { $0.isNumber }
    seconds += 3600 * (Double(String(hours.reversed())) ?? 0)
    let rest = text[text.index(after: colon)...].split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == ":" })
    seconds += 60 * (Double(rest[0].prefix { $0.isNumber }) ?? 0)
    if rest.count > 1 { seconds += Double(rest[1].prefix { $0.isNumber || $0 == "." }) ?? 0 }
    return seconds
  }
}
