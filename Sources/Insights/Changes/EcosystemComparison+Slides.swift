import EcosystemModel

// What slides and documents tell of changes.
extension EcosystemComparison {
  /// What changed and what followed, for people who decide: a sentence each with what stands behind it.
  package var statements: [(sentence: String, remark: String)] {
    guard !isSame else { return [("Nothing changed since \(stateBefore).", "")] }
    // `New: 1 company` becomes `New since spring.xlsx: 1 company`.
    let counts = countSentence.split(separator: ":", maxSplits: 1)
    let changes = (
      sentence: counts.joined(separator: " since \(stateBefore):"),
      remark: (leadingNames + recognisedSentence + chairSentences).joined(separator: " ")
    )
    let moved = movedFigures
    let words = moved.prefix(3).compactMap { figure -> String? in
      guard let before = figure.before, let after = figure.after else { return nil }
      return "\(figure.figure) \(figure.text(before)) → \(figure.text(after))"
    }
    guard let leading = moved.first, !words.isEmpty else { return [changes] }
    let text = words.joined(separator: "; ")
    let because = leading.because.prefix(2).joined(separator: "; ")
    let reasons = because.isEmpty ? "" : "\(leading.figure) because of \(because)"
    return [
      changes,
      (
        "\(text.prefix(1).uppercased())\(text.dropFirst()).",
        reasons.isEmpty ? "" : "\(reasons.prefix(1).uppercased())\(reasons.dropFirst())."
      ),
    ]
  }

  /// The day before, or the file without the folders above it, which nobody but its owner needs to know.
  package var stateBefore: String { first.split(separator: "/").last.map(String.init) ?? first }

  /// The companies, alliances and committees that are new, gone or changed, by name.
  private var leadingNames: [String] {
    let tables: Set<TableName> = [.companies, .alliances, .committees]
    let acts = [
      (EcosystemChange.Act.added, "new"), (.removed, "gone"), (.changed, "changed"),
    ].compactMap { act, word -> String? in
      let names = entries.filter { $0.change.act == act && tables.contains($0.change.table) }
        .map(\.name)
      return names.isEmpty ? nil : "\(word): \(Phrase.list(names, limit: 6))"
    }
    guard !acts.isEmpty else { return [] }
    let text = acts.joined(separator: "; ")
    return ["\(text.prefix(1).uppercased())\(text.dropFirst())."]
  }

  /// The figures of answers that are known on both sides and differ, days until a decision first.
  private var movedFigures: [FigureChange] {
    let moved = figures.filter {
      $0.isChanged && $0.question != "counts" && $0.before != nil && $0.after != nil
    }
    return moved.filter { $0.question == "escalation" }
      + moved.filter { $0.question != "escalation" }
  }

  /// The figures that moved, and what changed, without the places in the files, as slides tell it.
  package var slideTables: (figures: FindingsTable, changes: FindingsTable) {
    var figures = figuresTable
    figures.title = "Figures before and after"
    var changes = changesTable.withoutColumns(from: Self.placeColumn).sorted(by: Self.rank)
    changes.notes.append("`ecomap diff` lists all, with their places in the files.")
    return (figures.keeping { number, _ in self.figures[number].isChanged }, changes)
  }

  private static let placeColumn = 6

  /// What a board asks first: who takes part, then who decides, then how.
  private static func rank(_ row: [FindingsTable.Cell]) -> Int {
    let order: [TableName] = [
      .companies, .alliances, .committees, .people, .memberships, .relationships, .conflicts,
      .decisions, .handoffs, .programs,
    ]
    guard row.count > 1, case .text(let name) = row[1] else { return order.count }
    return order.firstIndex { $0.rawValue == name } ?? order.count
  }
}

extension FindingsTable {
  /// The rows that a condition lets through, by their number.
  fileprivate func keeping(_ isKept: (Int, [Cell]) -> Bool) -> FindingsTable {
    var table = FindingsTable(id: id, title: title, method: method, columns: columns)
    for (number, row) in rows.enumerated() where isKept(number, row) { table.append(row) }
    return table
  }

  /// The rows by their ranks, those of one rank in their order.
  fileprivate func sorted(by rank: ([Cell]) -> Int) -> FindingsTable {
    var table = FindingsTable(id: id, title: title, method: method, columns: columns)
    let order = rows.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    for (_, row) in order { table.append(row) }
    return table
  }

  /// The table up to a column.
  fileprivate func withoutColumns(from end: Int) -> FindingsTable {
    var table = FindingsTable(
      id: id, title: title, method: method, columns: Array(columns.prefix(end)))
    for row in rows { table.append(Array(row.prefix(end))) }
    return table
  }
}
