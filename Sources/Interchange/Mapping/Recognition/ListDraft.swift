import EcosystemModel

/// Makes the mapping of a list out of what its columns were taken for.
struct ListDraft {
  let sheet: RawSheet
  let rows: SheetRows
  let columns: [TableGuess.Column]
  let guess: TableGuess
  private let titles: BlockRecognition.Titles?
  private let namesCommittee: Bool
  let fit: ValueFit

  private typealias Parts = Vocabulary.Parts

  var main: TableMapping
  var extra: [TableMapping] = []
  var taken: Set<Int> = []
  var part: SheetMapping
  private var doubts: [(header: String, column: String, confidence: Double)] = []

  init(
    sheet: RawSheet, rows: SheetRows, columns: [TableGuess.Column], guess: TableGuess,
    titles: BlockRecognition.Titles?, namesCommittee: Bool, fit: ValueFit
  ) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
    self.guess = guess
    self.titles = titles
    self.namesCommittee = namesCommittee
    self.fit = fit
    main = TableMapping(guess.table)
    part = SheetMapping(sheet: sheet.name)
  }

  /// The proposal for the sheet, or for the part under its row of headers.
  consuming func proposal() -> SheetProposal {
    takeMain()
    takeLevels()
    takeRights()
    takeSeats()
    takeEntities()
    takeRest()
    part.tables = [main] + extra
    part.layout = guess.isEventLog ? .eventLog : titles == nil ? .list : .blocks
    markHabits()
    let sure = guess.assignments.map(\.confidence)
    return SheetProposal(
      parts: [part], confidence: sure.isEmpty ? 0.5 : sure.reduce(0, +) / Double(sure.count),
      doubts: doubts)
  }

  private func header(_ column: Int) -> String { columns[column].header }

  private mutating func add(_ name: String, _ source: CellSource) {
    main.columns.append(.init(name: name, source: source))
  }

  private mutating func takeMain() {
    let hasParts = guess[Parts.firstName] != nil && guess[Parts.lastName] != nil
    for found in guess.assignments.sorted(by: { $0.column < $1.column }) {
      if hasParts, found.meaning.column == Person.nameColumn, found.confidence < 0.6 { continue }
      taken.insert(found.column)
      if found.confidence < 0.6 {
        doubts.append((header(found.column), found.meaning.column, found.confidence))
      }
      guard !found.meaning.column.hasPrefix("(") || guess.isEventLog else { continue }
      add(found.meaning.column, .header(header(found.column)))
      note(unitsOf: found.column)
    }
    join(Parts.firstName, Parts.lastName, " ", as: Person.nameColumn, in: .people)
    join(Parts.fromCompany, Parts.fromFunction, "/", as: Handoff.column(\.from), in: .handoffs)
    join(Parts.toCompany, Parts.toFunction, "/", as: Handoff.column(\.to), in: .handoffs)
    join(
      Parts.otherCompany, Alliance.column(\.companies), "|", as: Alliance.column(\.companies),
      in: .alliances)
    joinNumbered()
    if guess.table == .alliances, main.source(of: Alliance.column(\.validity.since)) == nil,
      let signed = main.source(of: Alliance.column(\.signed))
    {
      // Where no other day is given, an alliance begins when its contract is signed.
      add(Alliance.column(\.validity.since), signed)
    }
    guard guess.table == .memberships else { return }
    if titles != nil { add(Membership.column(\.committee), CellSource(pieces: [.title])) }
    if namesCommittee { add(Membership.column(\.committee), CellSource(pieces: [.sheet])) }
  }

  /// Joins two parts into one column, which takes the place of the second where that was one of its own.
  private mutating func join(
    _ one: String, _ other: String, _ between: String, as name: String, in table: TableName
  ) {
    let found = [guess[one], guess[other]].compactMap(\.self)
    guard guess.table == table, guess[one] != nil || other.hasPrefix("("), !found.isEmpty else {
      return
    }
    var pieces: [CellSource.Piece] = [.header(header(found[0]))]
    if found.count > 1 { pieces += [.text(between), .header(header(found[1]))] }
    main.columns.removeAll { $0.name == name }
    main.columns.insert(.init(name: name, source: CellSource(pieces: pieces)), at: 0)
  }

  /// Numbered columns such as `Partner 3` belong to the list that `Partner 1` is of.
  private mutating func joinNumbered() {
    func base(_ words: [String]) -> [String] { words.filter { Int($0) == nil } }
    for place in main.columns.indices {
      guard case .reference(_, isList: true)? = CellSort.of(guess.table, main.columns[place].name)
      else { continue }
      let headers = main.columns[place].source.headers
      let bases = columns.filter { headers.contains($0.header) }.map { base($0.phrase.words) }
      for column in columns where !taken.contains(column.index) && !column.profile.isEmpty {
        let words = base(column.phrase.words)
        guard words.count < column.phrase.words.count, bases.contains(words) else { continue }
        main.columns[place].source.pieces += [.text("|"), .header(column.header)]
        taken.insert(column.index)
      }
    }
  }

  private mutating func note(unitsOf column: Int) {
    let header = header(column)
    guard let open = header.firstIndex(where: { "([".contains($0) }),
      let close = header.lastIndex(where: { ")]".contains($0) }), open < close
    else {
      if let unit = QuantityUnit.unit(after: header) { part.units[header] = unit }
      return
    }
    let inside = String(header[header.index(after: open)..<close])
    let words = QuantityUnit.words(of: inside)
    guard !words.isEmpty, words.allSatisfy({ QuantityUnit($0) != nil }) else { return }
    part.units[header] = inside
  }

  private mutating func takeRest() {
    for column in columns where !taken.contains(column.index) {
      if column.profile.isEmpty {
        continue
      } else if column.profile.isRunningNumber, column.profile.distinct > 1 {
        part.ignoredColumns[column.header] = "a running number"
      } else if isBeside(column) {
        part.ignoredColumns[column.header] = "beside the list, and none of its columns"
      } else {
        part.ownColumns.append(column.header)
      }
    }
    // A key that only counts rows says nothing.
    for column in columns where column.profile.isRunningNumber {
      let isKey = main.columns.contains { entry in
        CellSort.of(guess.table, entry.name) == .id && entry.source.headers == [column.header]
      }
      if isKey, !isReferred(column) {
        main.columns.removeAll { $0.source.headers == [column.header] }
        part.ignoredColumns[column.header] = "a running number"
      }
    }
  }

  /// Whether a column stands apart, behind an empty one, with little in it and under no header of the trade, as a legend does.
  private func isBeside(_ column: TableGuess.Column) -> Bool {
    guard column.index > 0, column.fits.isEmpty else { return false }
    let before = columns[column.index - 1]
    return before.profile.isEmpty && before.phrase.words.isEmpty
      && column.profile.blanks * 2 >= column.profile.count
  }

  /// Whether another column of the sheet names rows by these numbers.
  private func isReferred(_ key: TableGuess.Column) -> Bool {
    let keys = Set(key.profile.texts)
    return columns.contains { column in
      column.index != key.index && !column.profile.isEmpty && column.profile.numbers > 0.9
        && column.profile.texts.allSatisfy(keys.contains)
        && main.columns.contains { entry in
          if case .reference? = CellSort.of(guess.table, entry.name) {
            return entry.source.headers == [column.header]
          }
          return false
        }
    }
  }

  /// Blanks that repeat the cell above, names with the last name first, and rows that add up.
  private mutating func markHabits() {
    let keys = Set(
      part.tables.flatMap { table in
        table.columns.filter { column in
          if case .reference? = CellSort.of(table.table, column.name) { return true }
          return table.table != guess.table && CellSort.of(table.table, column.name) == .name
        }.flatMap(\.source.headers)
      })
    let named =
      main.source(of: guess.table == .people ? Person.nameColumn : Membership.column(\.person))?
      .headers ?? []
    let people = columns.first { column in
      column.profile.blanks == 0
        && (column.profile.surePeople > 0.25 || named.count > 1 && named.contains(column.header))
    }
    // Who has no other part in a decision has none.
    let parts = Set(
      guess.assignments.filter { $0.meaning.column.hasPrefix("(") }.map { header($0.column) })
    for column in columns
    where keys.contains(column.header) && column.profile.blanks > 0 && !column.profile.isEmpty
      && !(guess.table == .decisions && parts.contains(column.header))
    {
      if isGrouping(column, before: people?.index) { part.fillDown.append(column.header) }
    }
    for column in columns where column.profile.surePeople > 0.2 && !column.profile.isEmpty {
      if column.profile.isLastNameFirst { part.lastNameFirst.append(column.header) }
    }
  }

  /// Whether a column names a group once, above its rows.
  private func isGrouping(_ column: TableGuess.Column, before other: Int?) -> Bool {
    guard let first = rows.body.first, !sheet.text(first, column.index).isEmpty,
      column.profile.blanks * 10 >= column.profile.count * 3
    else { return false }
    if let other, column.index > other { return false }
    // Merged cells below tell that every row was meant to have one.
    var last = ""
    for row in rows.body {
      let text = sheet.text(row, column.index)
      guard !text.isEmpty, sheet.cell(row, column.index)?.isRepeated != true else { continue }
      if text == last { return false }
      last = text
    }
    return other.map { column.index < $0 } ?? isRequired(column)
  }

  private func isRequired(_ column: TableGuess.Column) -> Bool {
    let required = Set(guess.table.columns.filter(\.isRequired).map(\.name))
    return main.columns.contains {
      required.contains($0.name) && $0.source.headers.contains(column.header)
    }
  }
}
