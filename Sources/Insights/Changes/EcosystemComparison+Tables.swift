import EcosystemModel

extension EcosystemComparison {
  /// What was asked, as a title.
  package var title: String { "What changed from \(first) to \(second)" }

  /// What changed in sentences: by table, who was recognised, who leads what, and the figures that moved.
  package var summary: [String] {
    guard !isSame else { return ["Nothing changed from \(first) to \(second)."] }
    return [countSentence] + recognisedSentence + chairSentences + figureSentences
  }

  var countSentence: String {
    let acts = [
      (EcosystemChange.Act.added, "new"), (.removed, "gone"), (.changed, "changed"),
    ].compactMap { act, word -> String? in
      let nouns = TableName.allCases.compactMap { table -> String? in
        let count = entries.count { $0.change.table == table && $0.change.act == act }
        return count == 0 ? nil : Phrase.count(count, table.noun.one, table.noun.many)
      }
      return nouns.isEmpty ? nil : "\(word): \(Phrase.list(nouns, limit: .max))"
    }
    let text = acts.joined(separator: "; ")
    return "\(text.prefix(1).uppercased())\(text.dropFirst())."
  }

  var recognisedSentence: [String] {
    let renamed = recognised.filter { $0.oldName != $0.newName }
    guard !renamed.isEmpty else { return [] }
    let names = renamed.map { match in
      let ground = match.ground == .id ? "" : ", recognised by its \(match.ground.rawValue)"
      return "“\(match.oldName)” is now “\(match.newName)”\(ground)"
    }
    let rest = names.count > 4 ? "; and \(names.count - 4) more have other names" : ""
    return [names.prefix(4).joined(separator: "; ") + rest + "."]
  }

  var chairSentences: [String] {
    guard !rechaired.isEmpty else { return [] }
    let words = rechaired.map { chairs in
      switch (chairs.before.isEmpty, chairs.after.isEmpty) {
      case (true, _): "\(chairs.committee) has a chair, \(chairs.after.spoken)"
      case (_, true): "\(chairs.committee) has lost its chair, \(chairs.before.spoken)"
      default:
        "\(chairs.committee) is led by \(chairs.after.spoken) in place of \(chairs.before.spoken)"
      }
    }
    return [
      words.prefix(3).joined(separator: "; ")
        + (words.count > 3 ? "; and \(words.count - 3) more committees have other chairs." : ".")
    ]
  }

  /// The figures that moved, but for mere counts of rows.
  private var figureSentences: [String] {
    let moved = figures.filter { $0.isChanged && $0.question != "counts" }
    let words = moved.compactMap { figure -> String? in
      guard let before = figure.before, let after = figure.after else { return nil }
      return "\(figure.figure) \(figure.text(before)) → \(figure.text(after))"
    }
    guard !words.isEmpty else { return [] }
    return ["Figures: " + words.joined(separator: "; ") + "."]
  }

  /// The changes, the figures, and whoever was recognised or leads something else.
  package var tables: [FindingsTable] {
    [changesTable, figuresTable] + (rechaired.isEmpty ? [] : [chairsTable])
      + (recognised.isEmpty ? [] : [recognisedTable])
  }

  var changesTable: FindingsTable {
    var table = FindingsTable(
      id: "changes", title: "What changed, table by table",
      method:
        "rows compared cell by cell, whatever their order and that of the columns; \(dateText)",
      columns: [
        .init("what"), .init("table"), .init("name"), .init("column"), .init("before"),
        .init("after"),
      ] + (isSameDataset ? [.init("place")] : [.init("place before"), .init("place after")]))
    for entry in entries {
      switch entry.change.act {
      case .added:
        table.append(
          row(entry, .added, column: nil, before: nil, after: entry.details(entry.newTexts), 0))
      case .removed:
        table.append(
          row(entry, .removed, column: nil, before: entry.details(entry.oldTexts), after: nil, 0))
      case .changed:
        for (place, cell) in entry.change.cells.enumerated() where !entry.isMadeOfName(cell) {
          table.append(
            row(
              entry, entry.change.sort(of: cell), column: cell.column,
              before: entry.oldTexts[place], after: entry.newTexts[place], place))
        }
      }
    }
    return table
  }

  private func row(
    _ entry: Entry, _ sort: EcosystemChange.Sort, column: String?, before: String?, after: String?,
    _ place: Int
  ) -> [FindingsTable.Cell] {
    let (old, new) = (entry.oldPlaces[place], entry.newPlaces[place])
    let places = isSameDataset ? [new ?? old] : [old, new]
    return [
      .text(sort.rawValue), .text(entry.change.table.rawValue), .text(entry.name), .text(column),
      .text(before), .text(after),
    ] + places.map { .text($0?.description) }
  }

  var figuresTable: FindingsTable {
    var table = FindingsTable(
      id: "figures", title: "The figures of every question, before and after",
      method:
        "as the command in the first column counts them; because: what came (+) and went (–), or changed most",
      columns: [
        .init("question"), .init("figure"), .init("before", .number, decimals: 1),
        .init("after", .number, decimals: 1), .init("change", .number, decimals: 1),
        .init("because"),
      ])
    for figure in figures {
      func cell(_ value: Double?) -> FindingsTable.Cell {
        figure.isCount ? .integer(value.map { Int($0) }) : .number(value)
      }
      let change = figure.after.flatMap { after in figure.before.map { after - $0 } }
      table.append([
        .text(figure.question), .text(figure.figure), cell(figure.before), cell(figure.after),
        cell(change), figure.because.isEmpty ? .missing : .text(figure.reasons),
      ])
    }
    return table
  }

  private var chairsTable: FindingsTable {
    var table = FindingsTable(
      id: "chairs", title: "Committees with other chairs",
      method: "committees that are there before and after; chairs and co-chairs",
      columns: [.init("committee"), .init("before"), .init("after")])
    for chairs in rechaired {
      table.append([.text(chairs.committee), .list(chairs.before), .list(chairs.after)])
    }
    return table
  }

  private var recognisedTable: FindingsTable {
    var table = FindingsTable(
      id: "recognised", title: "Who has another name or id",
      method:
        "an id is a key, then a name; who has neither is recognised by links, seats and cells if at least half of them are the same",
      columns: [
        .init("what"), .init("before"), .init("after"), .init("id before"), .init("id after"),
        .init("recognised by"), .init("likeness", .percent, decimals: 0),
      ])
    for match in recognised {
      table.append([
        .text(match.new.kind.rawValue), .text(match.oldName), .text(match.newName),
        .text(match.old.rawID), .text(match.new.rawID), .text(match.ground.rawValue),
        .number(match.likeness),
      ])
    }
    return table
  }
}

extension EcosystemComparison.Entry {
  /// What a row that came or went says beside its name, as far as it fits a cell; the file, and JSON, have the rest.
  fileprivate func details(_ texts: [String?]) -> String? {
    let details = zip(change.cells, texts).compactMap { cell, text -> String? in
      guard let text, !change.isNamed(by: cell), !change.isRemark(cell) else { return nil }
      return "\(cell.column): \(text)"
    }
    let shown = details.count > 4 ? details.prefix(3) : details[...]
    guard !shown.isEmpty else { return nil }
    return shown.joined(separator: "; ")
      + (details.count > shown.count ? "; and \(details.count - shown.count) more cells" : "")
  }

  /// Whether a cell is the id of somebody who has another name, which an id made of the name follows.
  fileprivate func isMadeOfName(_ cell: EcosystemChange.Cell) -> Bool {
    change.isID(cell) && change.sorts.contains(.renamed)
  }
}

extension FigureChange {
  /// A value as people read it.
  package func text(_ value: Double) -> String {
    NumberText.short(value, limit: isCount ? 0 : 1)
  }

  /// What makes the difference, the first eight of it.
  package var reasons: String {
    let shown = because.count > 8 ? Array(because.prefix(7)) : because
    return shown.joined(separator: "; ")
      + (because.count > shown.count ? "; and \(because.count - shown.count) more" : "")
  }
}

extension [String] {
  fileprivate var spoken: String { Phrase.list(self, limit: 3) }
}
