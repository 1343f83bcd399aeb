/// Finds words of a column that are probably one: kinds, stages, areas and regions in two spellings.
struct SimilarWords: Inspection {
  static let rule = "word.similar"
  static let summary =
    "No two kinds, stages, areas or regions differ only in case, punctuation, or letters that look the same."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    var search = Search()
    ecosystem.visit(&search)
    return search.findings
  }

  private struct Search: RowVisitor {
    var findings: [Finding] = []

    mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
      for column in Row.contract.columns where column.isCategory {
        guard case .text(let path) = column.form, !rows.isKnownBlank(path) else { continue }
        var groups: [String: [(word: String, position: Int)]] = [:]
        var seen: Set<String> = []
        for (position, row) in rows.enumerated() {
          guard let word = row[keyPath: path], seen.insert(word).inserted else { continue }
          let key = LookAlike.wordKey(word)
          if groups[key]?.contains(where: { $0.word == word }) != true {
            groups[key, default: []].append((word, position))
          }
        }
        let several = groups.values.filter { $0.count > 1 }
        for group in several.sorted(by: { $0[1].position < $1[1].position }) {
          let words = group.map(\.word)
          let odd = words.lazy.compactMap { word in
            LookAlike.oddity(of: word).map { "; \(Phrase.quoted(word)) has \($0)" }
          }.first
          findings.append(
            Finding(
              .warning,
              "the column \(column.name) has \(Phrase.quotedList(words)), which look like one word\(odd ?? ""); write it in one way in every row.",
              at: .init(Row.table, group[1].position), column: column.name))
        }
      }
    }
  }
}
