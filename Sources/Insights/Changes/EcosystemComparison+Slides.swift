import EcosystemModel

// What slides and documents tell of changes.
extension EcosystemComparison {
  /// What changed and what followed, for people who decide: a sentence each with what stands behind it.
  package var statements: [(sentence: String, remark: String)] {
    guard !isSame else { return [("Nothing changed from \(first) to \(second).", "")] }
    let counts = countSentence
    let changes = (
      sentence: "Since \(first): \(counts.prefix(1).lowercased())\(counts.dropFirst())",
      remark: (recognisedSentence + chairSentences).joined(separator: " ")
    )
    let moved = movedFigures
    let words = moved.prefix(3).compactMap { figure -> String? in
      guard let before = figure.before, let after = figure.after else { return nil }
      return "\(figure.figure) \(figure.text(before)) → \(figure.text(after))"
    }
    guard let leading = moved.first, !words.isEmpty else { return [changes] }
    let text = words.joined(separator: "; ")
    let reasons = leading.because.isEmpty ? "" : "\(leading.figure) because of \(leading.reasons)"
    return [
      changes,
      (
        "\(text.prefix(1).uppercased())\(text.dropFirst()).",
        reasons.isEmpty ? "" : "\(reasons.prefix(1).uppercased())\(reasons.dropFirst())."
      ),
    ]
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
    return (
      figures.keeping { number, _ in self.figures[number].isChanged },
      changesTable.withoutColumns(from: Self.placeColumn)
    )
  }

  private static let placeColumn = 6
}

extension FindingsTable {
  /// The rows that a condition lets through, by their number.
  fileprivate func keeping(_ isKept: (Int, [Cell]) -> Bool) -> FindingsTable {
    var table = FindingsTable(id: id, title: title, method: method, columns: columns)
    for (number, row) in rows.enumerated() where isKept(number, row) { table.append(row) }
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
