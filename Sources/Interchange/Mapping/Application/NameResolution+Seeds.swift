import EcosystemModel

// What names a workbook has without a list of them.

extension NameResolution {
  /// Learns names from lists in cells, where no list of the workbook has them: ` / ` stands in few names, and what stands in
  /// two lists is a name.
  mutating func seed(_ row: MappedRow) {
    for cell in row.cells where !cell.isOwn {
      guard case .reference(let kinds, let isList)? = CellSort.of(row.table, cell.column),
        kinds.count == 1, !listed.contains(kinds[0])
      else { continue }
      guard isList else {
        // The companies of people and functions are known too.
        if kinds == [.company], !cell.text.contains(where: { "/,;|&+\n".contains($0) }) {
          books[.company]?.add(cell.text)
        }
        continue
      }
      for part in ListSplitting.likely(cell.text)
      where kinds != [.company] || ListSplitting.pairs(part).count == 1 {
        books[kinds[0]]?.add(part)
      }
    }
  }

  /// Learns companies from cells such as `A & B`, which one company may be called as well: two are meant where both are companies by
  /// their words, or where other cells name one of them too.
  mutating func seedPairs(_ rows: [MappedRow]) {
    guard !listed.contains(.company) else { return }
    var wholes: [String: Set<String>] = [:]
    var pairs: [(text: String, parts: [String])] = []
    for row in rows {
      for cell in row.cells where !cell.isOwn {
        guard case .reference([.company], isList: true)? = CellSort.of(row.table, cell.column)
        else { continue }
        for text in ListSplitting.likely(cell.text) {
          let parts = ListSplitting.pairs(text)
          for part in parts { wholes[part, default: []].insert(text) }
          if parts.count > 1 { pairs.append((text, parts)) }
        }
      }
    }
    for (text, parts) in pairs {
      let isTold =
        parts.allSatisfy(NameLexicon.isCompanyLike)
        || parts.contains { wholes[$0]?.count ?? 0 > 1 || books[.company]?.name(of: $0) != nil }
      guard isTold, Set(parts).count == parts.count else {
        books[.company]?.add(text)
        continue
      }
      for part in parts { books[.company]?.add(part) }
    }
  }
}
