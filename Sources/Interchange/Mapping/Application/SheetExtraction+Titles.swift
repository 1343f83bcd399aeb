import EcosystemModel

// Titles that the rows below them belong to, and where a part ends.

extension SheetExtraction {
  /// The row at which the next part begins: its headers, or the title that stands above them after an empty row.
  func end(after first: Int, _ others: [Int]) -> Int {
    guard let next = others.filter({ $0 > first }).min() else { return sheet.rows.count }
    var title = next
    while title > first, sheet.filled(title - 1).count == 1 {
      title -= 1
      guard title > 0 else { break }
      let isApart = sheet.lines[title] - sheet.lines[title - 1] > 1
      if isApart || sheet.filled(title - 1).isEmpty { return title }
    }
    return next
  }

  /// The title of the first block, where it stands above the headers, with what stands between the two.
  mutating func titleAbove(
    _ layout: SheetLayout, _ mapping: SheetMapping
  ) -> (text: String, row: Int, column: Int)? {
    guard let header = layout.headers.row,
      let row = (0..<header).last(where: {
        layout.isTitle($0, of: sheet) && !sheet.isSubtitle($0)
      }), let column = sheet.filled(row).first
    else { return nil }
    mark(.used, row, column)
    let title = (text: sheet.text(row, column), row: row, column: column)
    for below in (row + 1)..<max(header, row + 1) where sheet.isSubtitle(below) {
      takeSubtitle(below, sheet.filled(below)[0], below: title, mapping)
    }
    return title
  }

  /// Takes what a line below the name of a committee says of it, as `Meets: quarterly | Chair: Ann Lee` does.
  mutating func takeSubtitle(
    _ row: Int, _ column: Int, below title: (text: String, row: Int, column: Int),
    _ mapping: SheetMapping
  ) {
    let committee = Membership.column(\.committee)
    guard mapping.tables.first?.source(of: committee)?.pieces == [.title] else {
      return markRest(.ignored("a line below the title"), row)
    }
    mark(.used, row, column)
    var body = MappedRow(table: .committees, sheet: index, row: row)
    body.cells = [
      .init(
        column: Committee.nameColumn, text: title.text, row: title.row, position: title.column)
    ]
    let text = sheet.text(row, column)
    for part in text.split(whereSeparator: { "|;\n".contains($0) }).map({ String($0).trimmed }) {
      let halves = part.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      let (label, value) = halves.count == 2 ? (halves[0], halves[1]) : ("", part)
      if CadenceReading.timesPerYear(part) != nil {
        body.cells.append(
          .init(column: Committee.column(\.cadence), text: part, row: row, position: column))
      } else if let seat = SeatWords.meaning(of: label), seat.role != .member {
        for person in ListSplitting.likely(value) where !WordReading.isVacant(person) {
          var found = MappedRow(table: .memberships, sheet: index, row: row)
          found.cells = [
            .init(
              column: Membership.column(\.person), text: person, row: row, position: column),
            .init(column: committee, text: title.text, row: title.row, position: title.column),
            .init(
              column: Membership.column(\.role), text: seat.role.rawValue, row: nil, position: nil),
          ]
          rows.append(found)
        }
      } else {
        let known = Vocabulary.fits(HeaderPhrase(label), table: .committees).first {
          $0.value > 0.9 && ![.name, .id].contains(CellSort.of(.committees, $0.meaning.column))
        }?.meaning.column
        body.cells.append(
          .init(
            column: known ?? (label.isEmpty ? "note" : label), text: value, row: row,
            position: column, isOwn: known == nil))
      }
    }
    if body.cells.count > 1 { rows.append(body) }
  }
}

extension RawSheet {
  /// Whether a row has one text that says more of the title right above it, as `Meets: quarterly` does below a committee's name.
  func isSubtitle(_ row: Int) -> Bool {
    guard row > 0, filled(row).count == 1, filled(row - 1).count == 1,
      lines[row] - lines[row - 1] == 1, let column = filled(row).first
    else { return false }
    // What stands between a title and people without headers is about these.
    let next = rows.indices.dropFirst(row + 1).first { filled($0).count != 1 }
    guard let next, filled(next).count > 1 else { return false }
    let text = text(row, column)
    let label = text.split(separator: ":", maxSplits: 1).first.map(String.init) ?? text
    guard !NameLexicon.isCommitteeLike(label),
      NameLexicon.isCommitteeLike(self.text(row - 1, filled(row - 1)[0])) || isSubtitle(row - 1)
    else { return false }
    return text.contains(where: { ":|".contains($0) }) || CadenceReading.timesPerYear(text) != nil
      || !NameLexicon.isPersonLike(PersonText(text).name) && text.contains(" ")
  }
}
