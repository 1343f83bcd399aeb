/// Finds functions, alliances, programs and committees whose names differ only in spelling.
///
/// Companies and people have rules of their own, which know legal forms and courtesies.
struct SimilarEntityNames: Inspection {
  static let rule = "name.similar"
  static let summary =
    "No two functions of a company, alliances, programs or committees have names that differ only in spelling."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return findings(ecosystem.functions) { $0.company.rawValue }
      + findings(ecosystem.alliances) { _ in "" }
      + findings(ecosystem.programs) { $0.alliance.rawValue }
      + findings(ecosystem.committees) { $0.alliance?.rawValue ?? "" }
  }

  private func findings<Row: TableEntity>(
    _ rows: Roster<Row>, within owner: (Row) -> String
  ) -> [Finding] {
    let groups = Dictionary(grouping: rows.indices) { position in
      [LookAlike.wordKey(rows[position].name), owner(rows[position])]
    }
    let several = groups.values.filter { group in
      group.count > 1 && Set(group.map { rows[$0].name }).count > 1
    }
    return several.sorted { $0[1] < $1[1] }.map { group in
      var seen: Set<String> = []
      let names = group.map { rows[$0].name }.filter { seen.insert($0).inserted }
      return Finding(
        .warning,
        "the \(Row.table.rawValue) \(Phrase.quotedList(names)) look like one \(Row.kind.rawValue); keep one spelling and use it in every row.",
        at: .init(Row.table, group[1]), column: Row.nameColumn)
    }
  }
}
