import EcosystemModel

/// Finds out what a sheet is.
struct SheetRecognition {
  let sheet: RawSheet
  let fit: ValueFit

  /// What the sheet is, by itself.
  func proposal() -> SheetProposal {
    if sheet.name.lowercased().contains("(ignore)") {
      return .ignored(sheet, "its name says so")
    }
    if let form = FormRecognition(sheet: sheet, fit: fit).proposal() { return form }
    if let reason = PassedOver.reason(for: sheet) { return .ignored(sheet, reason) }
    let headers = HeaderSearch.headers(of: sheet)
    var proposals = headers.enumerated().flatMap { place, row in
      lists(header: row, end: place + 1 < headers.count ? headers[place + 1] : sheet.rows.count)
    }
    if proposals.isEmpty || (proposals.map(\.confidence).max() ?? 0) < 0.5 {
      if let grid = plainGrid() { proposals = [grid] }
    }
    if proposals.isEmpty, let blocks = BlockRecognition(sheet: sheet, fit: fit).proposal() {
      proposals = [blocks]
    }
    if proposals.isEmpty, headers.isEmpty, let row = HeaderSearch.plainHeader(of: sheet),
      let found = list(header: row, end: sheet.rows.count)
    {
      proposals = [found]
    }
    let sure = proposals.map(\.confidence).max() ?? 0
    if sure < 0.6, let turned = sideways(), turned.confidence > sure + 0.15 {
      proposals = [turned]
    }
    guard !proposals.isEmpty else {
      return .ignored(sheet, "no table is in it that ecomap knows", confidence: 0.6)
    }
    return SheetProposal(
      parts: proposals.flatMap(\.parts),
      confidence: proposals.map(\.confidence).reduce(0, +) / Double(proposals.count),
      doubts: proposals.flatMap(\.doubts),
      roles: proposals.reduce(into: [:]) { $0.merge($1.roles) { first, _ in first } })
  }

  /// The list under a row of headers, or the lists that stand beside each other there, with an empty column between.
  private func lists(header: Int, end: Int) -> [SheetProposal] {
    var groups: [ClosedRange<Int>] = []
    for column in 0..<sheet.width
    where (header..<max(end, header + 1)).contains(where: { !sheet.text($0, column).isEmpty }) {
      if let last = groups.last, last.upperBound == column - 1 {
        groups[groups.count - 1] = last.lowerBound...column
      } else {
        groups.append(column...column)
      }
    }
    if groups.count > 1, groups.allSatisfy({ $0.count > 1 }) {
      let apart = groups.compactMap { list(header: header, end: end, within: $0) }
      if apart.count == groups.count, apart.allSatisfy({ $0.confidence > 0.6 }) { return apart }
    }
    return list(header: header, end: end).map { [$0] } ?? []
  }

  /// The list under a row of headers; `nil` if it is none that is known.
  func list(
    header: Int, end: Int, within range: ClosedRange<Int>? = nil
  ) -> SheetProposal? {
    let rows = SheetRows(of: sheet, header: header, end: end, within: range)
    let columns = rows.columns
    guard let body = rows.body.first, body < sheet.rows.count else { return nil }
    let grid = GridRecognition(sheet: sheet, rows: rows, columns: columns, fit: fit)
    if let found = grid.proposal() { return found }
    let titles = BlockRecognition(sheet: sheet, fit: fit).titles(of: rows)
    let guesses = Self.tables.map { TableGuess($0, among: columns, fit: fit) }
    let chosen = best(guesses, titles: titles, columns: columns)
    guard let chosen else { return nil }
    return ListDraft(
      sheet: sheet, rows: rows, columns: columns, guess: chosen.guess,
      titles: chosen.isBlocks ? titles : nil,
      namesCommittee: chosen.namesCommittee, fit: fit
    ).proposal()
  }

  /// The tables that sheets may hold.
  static let tables: [TableName] = [
    .companies, .people, .functions, .alliances, .programs, .committees, .memberships,
    .relationships, .handoffs, .conflicts, .scores, .affiliations, .decisions,
  ]

  private struct Choice {
    let guess: TableGuess
    var isBlocks = false
    /// Whether the sheet's name is that of the committee.
    var namesCommittee = false
  }

  /// The guess for which most speaks: its columns, and what the sheet and the title above are called.
  private func best(
    _ guesses: [TableGuess], titles: BlockRecognition.Titles?, columns: [TableGuess.Column]
  ) -> Choice? {
    let committee = Membership.column(\.committee)
    var choices: [(value: Double, choice: Choice)] = []
    for guess in guesses {
      let named = nameBonus(guess.table)
      if guess.isComplete {
        choices.append(
          (guess.weight + named + prior(guess, columns), Choice(guess: guess)))
      } else if guess.table == .memberships, guess.lacksOnly(committee) {
        if let titles, titles.kind == .committee {
          choices.append((guess.weight + named + 1.5, Choice(guess: guess, isBlocks: true)))
        } else if NameLexicon.isCommitteeLike(sheet.name)
          || fit.known[.committee]?.name(of: sheet.name) != nil
        {
          let role = guess[Membership.column(\.role)] == nil ? 0 : 1.0
          choices.append(
            (guess.weight + named + role, Choice(guess: guess, namesCommittee: true)))
        }
      }
    }
    // Of equally likely ones the first.
    var best: (value: Double, choice: Choice)?
    for choice in choices where choice.value > best?.value ?? 0 { best = choice }
    return best?.choice
  }

  private func nameBonus(_ table: TableName) -> Double {
    if ColumnName.normalized(sheet.name) == table.rawValue { return 2 }
    let above = sheet.rows.indices.prefix(3).filter { sheet.filled($0).count == 1 }
      .map { sheet.text($0, sheet.filled($0)[0]) }
    let names = Vocabulary.names(of: table)
    return ([sheet.name] + above).map { text in
      let phrase = HeaderPhrase(text)
      return names.map(phrase.fit).max() ?? 0
    }.max() ?? 0
  }

  /// What speaks for a table beside its columns: rare ones need more than a pair of plain words.
  private func prior(_ guess: TableGuess, _ columns: [TableGuess.Column]) -> Double {
    switch guess.table {
    case .affiliations:
      guess[Affiliation.column(\.share)] != nil
        || guess[Affiliation.column(\.validity.since)] != nil ? 0 : -3
    case .functions: -0.8
    case .conflicts: guess[Conflict.column(\.reason)] == nil ? -1 : 0
    case .handoffs:
      guess.isEventLog
        ? 2 : !guess.isByHeaders ? -3 : isBetweenCompanies(guess, columns) ? -2 : 0
    case .relationships: guess.isByHeaders ? 0 : -3
    case .decisions:
      guess.isTelling(Decision.column(\.matter)) || guess.isTelling(Decision.column(\.body))
        ? 0.5 : -3
    case .memberships: 0.6 - Self.manySeats(guess, columns)
    default: 0
    }
  }

  /// Whether both ends are companies and nothing says what is handed over: who supplies whom is a relationship.
  private func isBetweenCompanies(_ guess: TableGuess, _ columns: [TableGuess.Column]) -> Bool {
    guard guess[Handoff.column(\.what)] == nil else { return false }
    return [Handoff.column(\.from), Handoff.column(\.to)].allSatisfy { name in
      guard let profile = columns.first(where: { $0.index == guess[name] })?.profile else {
        return false
      }
      let companies = max(profile.companies, profile.share(of: fit.known[.company]))
      return companies > 0.3 && companies > profile.departments
    }
  }

  /// What speaks against a row for each seat: columns of chairs, or several people in a cell.
  private static func manySeats(_ guess: TableGuess, _ columns: [TableGuess.Column]) -> Double {
    let person = guess[Membership.column(\.person)]
    let chairs = columns.contains { column in
      column.index != person && column.profile.people > 0.4
        && SeatWords.meaning(of: column.header).map { $0.role != .member } ?? false
    }
    let isList = columns.contains { column in
      column.index == person && column.profile.lists >= 0.5
    }
    // A column of chairs alone has a row for each committee.
    let isOfRole = columns.contains { column in
      column.index == person && guess[Membership.column(\.role)] == nil
        && SeatWords.meaning(of: column.header).map { $0.role != .member } ?? false
    }
    return (chairs || isOfRole ? 3 : 0) + (isList ? 1 : 0)
  }

  /// A grid whose headers say nothing by themselves: names both ways.
  private func plainGrid() -> SheetProposal? {
    for row in sheet.rows.indices.prefix(12)
    where sheet.filled(row).count >= 2 && !isGroups(row) {
      let rows = SheetRows(of: sheet, header: row, end: sheet.rows.count)
      guard !rows.body.isEmpty else { continue }
      let grid = GridRecognition(sheet: sheet, rows: rows, columns: rows.columns, fit: fit)
      if let found = grid.proposal() { return found }
    }
    return nil
  }

  /// Whether a row says in merged cells what several columns of the next row belong to.
  private func isGroups(_ row: Int) -> Bool {
    let spans = sheet.spans.count { $0.row == row && $0.columns.count < sheet.width }
    return spans > 1 && row + 1 < sheet.rows.count
      && sheet.filled(row + 1).count > sheet.filled(row).count
  }

  /// The sheet read from left to right, where its headers stand in the first column.
  private func sideways() -> SheetProposal? {
    guard sheet.width <= 200, sheet.rows.count <= 60 else { return nil }
    let turned = sheet.transposed
    guard let header = HeaderSearch.headers(of: turned).first,
      HeaderSearch.rating(header, of: turned).count >= 3
    else { return nil }
    let other = SheetRecognition(sheet: turned, fit: fit)
    guard var found = other.list(header: header, end: turned.rows.count),
      found.parts.allSatisfy({ $0.layout == .list && $0.ignored == nil })
    else { return nil }
    for place in found.parts.indices {
      found.parts[place].layout = .sideways
      found.parts[place].fillDown = []
    }
    return found
  }
}
