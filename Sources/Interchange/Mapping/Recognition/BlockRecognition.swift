import EcosystemModel

/// Finds titles that the rows below them belong to, such as the name of a committee above its members.
struct BlockRecognition {
  let sheet: RawSheet
  let fit: ValueFit

  struct Titles {
    let rows: [Int]
    let kind: EntityReference.Kind
  }

  /// The titles between and above the rows of a list, where most of them name one kind of thing; `nil` if they do not.
  func titles(of rows: SheetRows) -> Titles? {
    // The first title may stand above the headers.
    var found = rows.titles.filter { !sheet.isSubtitle($0) }
    if let first = rows.body.first {
      let lines = (0..<rows.header).count(where: sheet.isSubtitle)
      found += (0..<first).filter { row in
        row != rows.header && sheet.filled(row).count == 1 && row >= rows.header - 2 - lines
          && !sheet.isSubtitle(row) && !found.contains(row)
      }
    }
    return titles(found.sorted())
  }

  private func titles(_ rows: [Int]) -> Titles? {
    guard !rows.isEmpty else { return nil }
    let texts = rows.map { sheet.text($0, sheet.filled($0)[0]) }
    for kind in [EntityReference.Kind.committee, .alliance, .company] {
      let met = texts.count { text in
        fit.known[kind]?.name(of: text) != nil
          || kind == .committee && NameLexicon.isCommitteeLike(text) && text.count < 60
          || kind == .company && NameLexicon.isCompanyLike(text) && text.count < 40
      }
      if met * 10 >= texts.count * 6, rows.count >= 2 || kind == .committee {
        return Titles(rows: rows, kind: kind)
      }
    }
    return nil
  }

  /// Blocks without headers: a committee's name, and below it people, perhaps with their roles.
  func proposal() -> SheetProposal? {
    let titleRows = sheet.rows.indices.filter { row in
      let columns = sheet.filled(row)
      return columns.count == 1 && columns[0] <= 1 && isCommittee(sheet.text(row, columns[0]))
    }
    guard let titles = titles(titleRows), titles.kind == .committee, titles.rows.count >= 2 else {
      return nil
    }
    let first = titles.rows[0]
    let body = sheet.rows.indices.filter {
      $0 > first && !titles.rows.contains($0) && !sheet.filled($0).isEmpty && !sheet.isSubtitle($0)
    }
    let lettered = SheetHeaders(of: sheet, row: nil)
    let columns = lettered.names.indices.map { index in
      TableGuess.Column(
        index: index, header: lettered.names[index], phrase: HeaderPhrase(""),
        profile: ColumnProfile(sheet, column: index, rows: body))
    }
    let guess = TableGuess(.memberships, among: columns, fit: fit)
    guard let person = guess[Membership.column(\.person)] else { return nil }
    var table = TableMapping(.memberships)
    table.columns = [
      .init(name: Membership.column(\.person), source: .header(lettered.names[person])),
      .init(name: Membership.column(\.committee), source: CellSource(pieces: [.title])),
    ]
    var part = SheetMapping(sheet: sheet.name)
    for assignment in guess.assignments where assignment.column != person {
      table.columns.append(
        .init(name: assignment.meaning.column, source: .header(lettered.names[assignment.column])))
    }
    part.layout = .blocks
    if columns[person].profile.isLastNameFirst { part.lastNameFirst = [lettered.names[person]] }
    part.ownColumns = columns.filter { column in
      !column.profile.isEmpty
        && !table.columns.contains { $0.source.headers.contains(column.header) }
    }.map(\.header)
    let company = columns.first { column in
      column.index != person && part.ownColumns.contains(column.header)
        && column.profile.share(of: fit.known[.company]) > 0.4
    }
    if let company {
      table.columns.append(
        .init(name: Membership.column(\.company), source: .header(company.header)))
      part.ownColumns.removeAll { $0 == company.header }
    }
    part.tables = [table]
    return SheetProposal(parts: [part], confidence: 0.75)
  }

  private func isCommittee(_ text: String) -> Bool {
    text.count < 60
      && (NameLexicon.isCommitteeLike(text) || fit.known[.committee]?.name(of: text) != nil)
  }
}
