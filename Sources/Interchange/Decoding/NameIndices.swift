import EcosystemModel

/// The index of each kind of entity, changed in place: a dictionary would copy an index for each look into it.
struct NameIndices {
  private var all = Array(repeating: NameIndex(), count: EntityReference.Kind.allCases.count)

  /// The index of a kind.
  subscript(kind: EntityReference.Kind) -> NameIndex {
    _read { yield all[kind.place] }
    _modify { yield &all[kind.place] }
  }

  /// What the bytes of cells name, where an id or a name of one kind of the first group says it by itself; `nil` elsewhere.
  ///
  /// - Parameters:
  ///   - texts: The cells.
  ///   - groups: The kinds of entity that they may name.
  ///   - touched: Takes what was loaded ahead, which means nothing.
  /// - Returns: What each cell names.
  func meanings(
    of texts: CellTexts, among groups: [[EntityReference.Kind]], touched: inout UInt32
  ) -> [EntityReference?] {
    var meanings = [EntityReference?](repeating: nil, count: texts.keys.count)
    let first = (groups.first ?? []).map(\.place)
    let isEnd = groups.count > 1 || first.count > 1
    var isUnclear = [Bool](repeating: false, count: meanings.count)
    if isEnd, first.contains(where: { all[$0].hasMarks }) {
      // `kind:id` and `Company/Function` come before names.
      for place in isUnclear.indices {
        isUnclear[place] = texts.bytes[texts.fields[place].range].contains(where: NameIndex.isMark)
      }
    }
    for kind in first where !all[kind].entries.isEmpty {
      touched ^= all[kind].touched(texts)
      let positions = all[kind].exactPositions(of: texts)
      for place in positions.indices where positions[place] != NameIndex.nothing {
        let position = Int(positions[place])
        isUnclear[place] = isUnclear[place] || position < 0 || meanings[place] != nil
        meanings[place] = isUnclear[place] ? nil : all[kind].references[position]
      }
    }
    return meanings
  }
}
