/// Finds ids that look alike and are not the same, such as `ada` in Latin letters and with a Cyrillic `а`.
struct SimilarIDs: Inspection {
  static let rule = "id.similar"
  static let summary =
    "No two ids of one table differ only in case, invisible characters, or letters that look the same."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    var search = Search()
    ecosystem.visit(&search)
    return search.findings
  }

  private struct Search: RowVisitor {
    var findings: [Finding] = []

    mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
      guard Row.self is any TableEntity.Type else { return }
      let entities = rows.compactMap { $0 as? any TableEntity }
      // Ids in small plain letters look like no other such id.
      guard entities.contains(where: { !LookAlike.isKey($0.reference.rawID) }) else { return }
      let groups = Dictionary(grouping: entities.indices) {
        LookAlike.key(entities[$0].reference.rawID)
      }
      for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[1] < $1[1] })
      where Set(group.map { LookAlike.wordKey(entities[$0].name) }).count > 1 {
        let ids = group.map { entities[$0].reference.rawID }
        let odd = ids.lazy.compactMap { id in
          LookAlike.oddity(of: id).map { "; \(Phrase.quoted(id)) has \($0)" }
        }.first
        findings.append(
          Finding(
            .warning,
            "the ids \(Phrase.quotedList(ids)) look alike\(odd ?? ""); if they are one, write it in one way everywhere, otherwise choose ids that differ in more.",
            at: .init(Row.table, group[1]), column: Company.idColumn))
      }
    }
  }
}
