package import EcosystemModel

extension EcosystemGrowth {
  /// What was asked, as a title.
  package var title: String {
    "What grew and shrank from \(states.first?.name ?? "") to \(states.last?.name ?? "")"
  }

  /// The tables of which anything is there on any state.
  package var present: [TableName] {
    Self.tables.filter { table in states.contains { ($0[table]?.count ?? 0) > 0 } }
  }

  /// The tables whose number changed, or whose rows did.
  package var moving: [TableName] {
    present.filter { table in
      Set(states.map { $0[table]?.count }).count > 1
        || states.contains { $0.moves.contains { $0.table == table } }
    }
  }

  /// The numbers of a table in all states: `17 → 31 → 43 alliances`.
  package func words(_ table: TableName) -> String {
    let counts = states.map { $0[table]?.count ?? 0 }
    let noun = counts.last == 1 ? table.noun.one : table.noun.many
    return counts.map(String.init).joined(separator: " → ") + " \(noun)"
  }

  /// The numbers in sentences, and who came and went on most.
  package var summary: [String] {
    let isOfDays = states.allSatisfy { $0.name == $0.date?.words }
    let span = "from \(states.first?.name ?? "") to \(states.last?.name ?? "")"
    let states = isOfDays ? "On \(states.count) days \(span)" : "In \(states.count) states \(span)"
    guard !moving.isEmpty else { return ["\(states) nothing came or went."] }
    let still = present.filter { !moving.contains($0) }
    let rest =
      still.isEmpty
      ? []
      : [
        "As before: \(Phrase.list(still.map { Phrase.count(self.states.last?[$0]?.count ?? 0, $0.noun.one, $0.noun.many) }, limit: .max))."
      ]
    return ["\(states): \(moving.map(words).joined(separator: "; "))."] + rest
  }

  /// The numbers by state, what came and went between the states, and its names.
  package var tables: [FindingsTable] { [countsTable, stepsTable, movesTable] }

  private var countsTable: FindingsTable {
    var table = FindingsTable(
      id: "counts", title: "How many there are, state by state",
      method: "rows of each table; \(dateText)",
      columns: [.init("table")] + states.map { .init($0.name, .integer) }
        + [.init("change", .integer)])
    for name in present {
      let counts = states.map { $0[name]?.count ?? 0 }
      table.append(
        [.text(name.noun.many)] + counts.map { .integer($0) }
          + [.integer((counts.last ?? 0) - (counts.first ?? 0))])
    }
    return table
  }

  private var stepsTable: FindingsTable {
    var table = FindingsTable(
      id: "steps", title: "How many came and went, step by step",
      method: "since the state before; whoever has another name is the same",
      columns: [
        .init("from"), .init("to"), .init("table"), .init("before", .integer),
        .init("in", .integer), .init("out", .integer), .init("after", .integer),
      ])
    for (before, after) in zip(states, states.dropFirst()) {
      for count in after.counts where count.came + count.went > 0 {
        table.append([
          .text(before.name), .text(after.name), .text(count.table.noun.many),
          .integer(before[count.table]?.count), .integer(count.came), .integer(count.went),
          .integer(count.count),
        ])
      }
    }
    return table
  }

  private var movesTable: FindingsTable {
    var table = FindingsTable(
      id: "moves", title: "What came and went, by name",
      method: "in: new since the state before; out: gone since then",
      columns: [.init("from"), .init("to"), .init("way"), .init("table"), .init("name")])
    for (before, after) in zip(states, states.dropFirst()) {
      for move in after.moves {
        table.append([
          .text(before.name), .text(after.name), .text(move.way.rawValue),
          .text(move.table.noun.one), .text(move.name),
        ])
      }
    }
    return table
  }
}
