/// The loops in a table where each row may name one other row as its parent.
enum ParentLoops {
  /// Every loop once, as positions from its first row along the parents; loops in the order of their first rows.
  ///
  /// Each row has at most one parent, so that following the parents from every row, and stopping at rows seen before, finds
  /// all loops.
  ///
  /// - Complexity: O(number of rows).
  static func all(count: Int, parent: (Int) -> Int?) -> [[Int]] {
    var walkOf = [Int](repeating: -1, count: count)
    var loops: [[Int]] = []
    for start in 0..<count where walkOf[start] < 0 {
      var path: [Int] = []
      var next: Int? = start
      while let position = next, walkOf[position] < 0 {
        walkOf[position] = start
        path.append(position)
        next = parent(position)
      }
      guard let entry = next, walkOf[entry] == start,
        let entryIndex = path.firstIndex(of: entry)
      else { continue }
      loops.append(startingAtFirstRow(Array(path[entryIndex...])))
    }
    return loops.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private static func startingAtFirstRow(_ loop: [Int]) -> [Int] {
    guard let first = loop.min(), let turn = loop.firstIndex(of: first) else { return loop }
    return Array(loop[turn...] + loop[..<turn])
  }

  /// One error for each loop in a roster, at its first row, with the loop written out.
  static func findings<Element: Entity>(
    in roster: Roster<Element>, noun: String, verb: String, column: String,
    chains: ParentChains
  ) -> [Finding] {
    let loops = all(count: roster.count) { chains.parent(of: $0) }
    return loops.compactMap { loop in
      guard let first = loop.first else { return nil }
      let names = loop.map { Phrase.quoted(roster[$0].name) }
      let row = Finding.Row(Element.table, first)
      if loop.count == 1 {
        return Finding(
          .error, "\(noun) \(names[0]) \(verb) itself; empty its \(column) or name another.",
          at: row, column: column)
      }
      let shown = names.count > 8 ? names.prefix(7) + ["… (\(names.count - 7) more)"] : names[...]
      let chain = (shown + [names[0]]).joined(separator: " → ")
      return Finding(
        .error,
        "\(noun) \(names[0]) \(verb) itself in the end: \(chain); break the loop by emptying one \(column).",
        at: row, column: column)
    }
  }
}
