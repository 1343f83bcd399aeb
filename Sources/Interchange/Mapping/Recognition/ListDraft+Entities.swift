import EcosystemModel

extension ListDraft {
  /// Columns that hold the chair, the members or the guests of a committee in one cell.
  mutating func takeSeats() {
    guard ![.memberships, .people, .handoffs].contains(guess.table) else { return }
    var named: [String: CellSource] = [:]
    let person = Vocabulary.Meaning(table: .memberships, column: Membership.column(\.person))
    var before: (column: Int, meaning: SeatWords.Meaning)?
    for column in columns where !taken.contains(column.index) && !column.profile.isEmpty {
      // Without a header of its own, a column of people goes on with the one before.
      let goesOn = before.flatMap { before in
        column.phrase.words.isEmpty && before.column == column.index - 1 ? before.meaning : nil
      }
      guard let meaning = SeatWords.meaning(of: column.header) ?? goesOn,
        fit.value(column.profile, person) > 0, let committee = committee(meaning.committee)
      else { continue }
      before = (column.index, meaning)
      taken.insert(column.index)
      named[meaning.committee ?? ""] = committee
      var seats = TableMapping(.memberships)
      seats.columns = [
        .init(name: Membership.column(\.person), source: .header(column.header)),
        .init(name: Membership.column(\.committee), source: committee),
        .init(name: Membership.column(\.role), source: .constant(meaning.role.rawValue)),
      ]
      extra.append(seats)
    }
    shareChairs()
    guard guess.table != .committees else { return }
    for (word, committee) in named.sorted(by: { $0.key < $1.key })
    where committee.pieces.count > 1 {
      extra.append(made(committee, word))
    }
  }

  /// Two columns of chairs of one committee are its co-chairs.
  private mutating func shareChairs() {
    let role = Membership.column(\.role)
    let chair = CellSource.constant(MembershipRole.chair.rawValue)
    let chaired = extra.filter { $0.source(of: role) == chair }
      .map { $0.source(of: Membership.column(\.committee)) }
    for place in extra.indices where extra[place].source(of: role) == chair {
      let committee = extra[place].source(of: Membership.column(\.committee))
      guard chaired.count(where: { $0 == committee }) > 1 else { continue }
      extra[place].columns.removeAll { $0.name == role }
      extra[place].columns.append(
        .init(name: role, source: .constant(MembershipRole.coChair.rawValue)))
    }
  }

  /// The committee that a column of seats is of: the row's own, or one named after its alliance.
  private func committee(_ word: String?) -> CellSource? {
    if guess.table == .committees { return main.source(of: Committee.nameColumn) }
    if word == nil, let own = key(of: .committee) { return own }
    let owner =
      key(of: .alliance) ?? (guess.table == .companies ? main.source(of: Company.nameColumn) : nil)
    guard let alliance = owner else { return nil }
    return CellSource(pieces: alliance.pieces + [.text(" \(word ?? "committee")")])
  }

  /// The table of a committee that only headers name, with what other headers with the same word say of it.
  private mutating func made(_ committee: CellSource, _ word: String) -> TableMapping {
    var table = TableMapping(.committees)
    table.columns = [.init(name: Committee.nameColumn, source: committee)]
    if let alliance = key(of: .alliance) {
      table.columns.append(.init(name: Committee.column(\.alliance), source: alliance))
    }
    guard !word.isEmpty else { return table }
    table.columns.append(.init(name: Committee.column(\.kind), source: .constant(word)))
    for column in columns where !taken.contains(column.index) && !column.profile.isEmpty {
      let words = column.header.split(separator: " ").map(String.init)
      guard words.contains(word) else { continue }
      let rest = HeaderPhrase(words.filter { $0 != word }.joined(separator: " "))
      let found = Vocabulary.fits(rest, table: .committees).first { found in
        found.value > 0.9 && fit.value(column.profile, found.meaning) >= 0
          && table.source(of: found.meaning.column) == nil
      }
      guard let found else { continue }
      taken.insert(column.index)
      table.columns.append(.init(name: found.meaning.column, source: .header(column.header)))
    }
    return table
  }

  /// Where the rows name a thing of a kind.
  private func key(of kind: EntityReference.Kind) -> CellSource? {
    let name = kind.table.columns.first?.name ?? ""
    if guess.table.kind == kind { return main.source(of: name) }
    for column in main.columns {
      if case .reference(let kinds, _)? = CellSort.of(guess.table, column.name), kinds == [kind],
        ![Person.column(\.manager), Company.column(\.parent)].contains(column.name),
        kind != .person || guess.table == .memberships
      {
        return column.source
      }
    }
    let meaning = Vocabulary.Meaning(table: kind.table, column: name)
    return columns.first { column in
      !column.profile.isEmpty && !taken.contains(column.index)
        && column.fits.contains { $0.meaning == meaning && $0.isTelling && $0.value > 0.9 }
        && fit.value(column.profile, meaning) > -0.5
    }.map { .header($0.header) }
  }

  /// Tables of things that the rows name, where other columns say something of them.
  mutating func takeEntities() {
    guard !guess.isEventLog else { return }
    let kinds: [EntityReference.Kind] = [.alliance, .committee, .company, .person]
    let keys = Dictionary(
      uniqueKeysWithValues: kinds.compactMap { kind in key(of: kind).map { (kind, $0) } })
    if guess.table == .people, let committee = keys[.committee] { takeCommittees(committee) }
    for kind in kinds where kind != guess.table.kind {
      guard let key = keys[kind] else { continue }
      if kind == .company, [.relationships, .conflicts].contains(guess.table) { continue }
      take(kind, key, alliance: keys[.alliance])
    }
  }

  /// Committees beside people are seats of theirs, with their roles where a column has such.
  private mutating func takeCommittees(_ committee: CellSource) {
    guard let person = main.source(of: Person.nameColumn) else { return }
    var seats = TableMapping(.memberships)
    seats.columns = [
      .init(name: Membership.column(\.person), source: person),
      .init(name: Membership.column(\.committee), source: committee),
    ]
    let role = columns.first { column in
      column.profile.roles > 0.6 && !committee.headers.contains(column.header)
        && main.columns.allSatisfy { $0.source.headers != [column.header] }
    }
    if let role {
      seats.columns.append(.init(name: Membership.column(\.role), source: .header(role.header)))
      taken.insert(role.index)
    }
    for column in columns where committee.headers.contains(column.header) {
      taken.insert(column.index)
    }
    let open = columns.filter { !taken.contains($0.index) && !$0.profile.isEmpty }
    let dates = [Membership.column(\.validity.since), Membership.column(\.validity.until)]
    for found in TableGuess(.memberships, among: open, fit: fit).assignments
    where dates.contains(found.meaning.column) {
      seats.columns.append(
        .init(name: found.meaning.column, source: .header(columns[found.column].header)))
      taken.insert(found.column)
    }
    extra.append(seats)
  }

  private mutating func take(
    _ kind: EntityReference.Kind, _ key: CellSource, alliance: CellSource?
  ) {
    let name = kind.table.columns.first?.name ?? ""
    var table = TableMapping(kind.table)
    table.columns = [.init(name: name, source: key)]
    let own = Set(columns.filter { key.headers.contains($0.header) }.map(\.index))
    let isNew = !own.isSubset(of: taken)
    var used = own
    let open = columns.filter {
      !taken.contains($0.index) && !own.contains($0.index) && !$0.profile.isEmpty
    }
    for assignment in TableGuess(kind.table, among: open, fit: fit).assignments
    where isWorth(assignment, of: kind.table) && assignment.meaning.column != name {
      used.insert(assignment.column)
      table.columns.append(
        .init(
          name: assignment.meaning.column, source: .header(columns[assignment.column].header)))
    }
    if let link = link(table, kind, alliance) {
      table.columns.append(link)
      for column in columns where link.source.headers.contains(column.header) {
        used.insert(column.index)
      }
    }
    // Cells may name what no row describes, but not describe half of it.
    let isWhole = kind.table.columns.allSatisfy {
      !$0.isRequired || table.source(of: $0.name) != nil
    }
    guard isWhole, isNew || table.columns.count > 1 else { return }
    taken.formUnion(used)
    extra.append(table)
  }

  /// Whether a column says something of a thing that is not what the sheet is about.
  private func isWorth(_ assignment: TableGuess.Assignment, of table: TableName) -> Bool {
    guard !assignment.meaning.column.hasPrefix("("), assignment.confidence >= 0.65 else {
      return false
    }
    if assignment.isTelling { return true }
    guard case .reference? = CellSort.of(table, assignment.meaning.column) else { return false }
    return fit.value(columns[assignment.column].profile, assignment.meaning) >= 0.6
  }

  /// What the main table says of the thing too: whose the person is, which alliance the committee is of.
  private func link(
    _ table: TableMapping, _ kind: EntityReference.Kind, _ alliance: CellSource?
  ) -> TableMapping.Column? {
    switch (guess.table, kind) {
    case (.alliances, .committee), (.programs, .committee), (.memberships, .committee):
      let name = Committee.column(\.alliance)
      return table.source(of: name) == nil ? alliance.map { .init(name: name, source: $0) } : nil
    case (.memberships, .person):
      let name = Person.column(\.company)
      guard table.source(of: name) == nil else { return nil }
      return main.source(of: Membership.column(\.company)).map { .init(name: name, source: $0) }
    default: return nil
    }
  }
}
