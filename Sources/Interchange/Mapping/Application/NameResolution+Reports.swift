import EcosystemModel

// What is told of names: which were guessed, respelt or left alone.

extension NameResolution {
  mutating func note(
    _ text: String, as name: String, _ kind: EntityReference.Kind, _ cell: MappedRow.Cell,
    _ row: MappedRow
  ) {
    let known = respelt[kind]?[text]
    respelt[kind, default: [:]][text] = (
      name, (known?.count ?? 0) + 1, known?.first ?? cell, known?.row ?? row
    )
  }

  mutating func ask(
    _ text: String, _ near: String, _ kind: EntityReference.Kind, _ cell: MappedRow.Cell,
    _ row: MappedRow
  ) {
    guard let line = cell.row, let column = cell.position else { return }
    questions.append(
      MappingQuestion(
        text:
          "Is \(Phrase.quoted(text)) the \(kind.rawValue) \(Phrase.quoted(near))? It is read as that; if it is another, say so under names: \(kind.rawValue).",
        cells: [.init(sheet: row.sheet, row: line, column: column)],
        location: sources.sheets[row.sheet].location(line, column)))
  }

  mutating func report() {
    let to = Relationship.column(\.to)
    if let first = loops.first, let cell = first.cells.first(where: { $0.column == to }) {
      diagnostics.append(
        Diagnostic(
          severity: .note, rule: "mapping.loops",
          message:
            "\(Phrase.count(loops.count, "relationship")) of something with itself, of \(Phrase.quoted(first[to] ?? ""))\(loops.count > 1 ? " first" : ""), \(loops.count == 1 ? "is" : "are") left out",
          location: sources.sheets[first.sheet].location(first.row, cell.position)))
    }
    for kind in EntityReference.Kind.allCases {
      let spellings = (respelt[kind] ?? [:]).sorted { $0.key < $1.key }
        .filter { Slug.text(of: $0.key) != Slug.text(of: $0.value.name) }
      if let first = spellings.first {
        diagnostics.append(
          Diagnostic(
            severity: .note, rule: "mapping.spelling",
            message:
              "\(kind.table.rawValue) are named in other spellings, read as those of their list: "
              + Phrase.list(
                spellings.map { "\(Phrase.quoted($0.key)) as \(Phrase.quoted($0.value.name))" },
                limit: 5),
            location: location(first.value.first, first.value.row)))
      }
      let new = added.filter { $0.kind == kind }
      if let first = new.first {
        diagnostics.append(
          Diagnostic(
            severity: .note, rule: "mapping.added",
            message:
              "\(Phrase.count(new.count, "name")) \(new.count == 1 ? "stands" : "stand") in no list of \(kind.table.rawValue) and \(new.count == 1 ? "is" : "are") added: "
              + Phrase.list(new.map { Phrase.quoted($0.row.cells[0].text) }, limit: 5),
            location: location(first.row.cells[0], first.row)))
      }
    }
  }

  func location(_ cell: MappedRow.Cell, _ row: MappedRow) -> Location {
    sources.sheets[row.sheet].location(cell.row ?? row.row, cell.position)
  }
}
