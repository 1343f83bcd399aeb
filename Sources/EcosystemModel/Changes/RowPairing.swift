/// Finds out which row of the new state is which of the old one, table by table.
///
/// Entities are who they are by their ids. Other rows are taken off both sides where they say the same; of the rest those that
/// join the same entities, and then those most alike, are one row that was changed.
struct RowPairing<Row: TableRow> {
  /// A row of each state.
  struct Pair {
    let old: Int
    let new: Int
  }

  /// The rows before.
  let old: [Row]
  /// The rows after.
  let new: [Row]
  private let matching: EntityMatching
  /// The rows that are one and may differ.
  private(set) var differing: [Pair] = []
  /// The rows that are gone.
  private(set) var unpairedOld: [Int] = []
  /// The rows that are new.
  private(set) var unpairedNew: [Int] = []

  init(from old: Ecosystem, to new: Ecosystem, _ matching: EntityMatching) {
    self.old = old.rows()
    self.new = new.rows()
    self.matching = matching
  }

  /// What an old row says, with entities under their new names.
  func oldCells(_ position: Int) -> RowCells<Row> {
    var cells = RowCells(old[position])
    if !matching.isEmpty { cells.rename(matching.newName) }
    return cells
  }

  /// What an old row describes, by its new name.
  func entity(ofOld position: Int) -> EntityReference? {
    (old[position] as? any TableEntity).map { matching.newName(of: $0.reference) }
  }

  /// What a new row describes.
  func entity(ofNew position: Int) -> EntityReference? {
    (new[position] as? any TableEntity)?.reference
  }

  /// Pairs the rows.
  mutating func pair() {
    guard Row.table.kind == nil else { return pairEntities() }
    takeOffEnds()
    takeOffEqual { [old] in
      old[$0]
    } of: { [new] in
      new[$0]
    }
    guard !unpairedOld.isEmpty, !unpairedNew.isEmpty else { return }
    let before = Dictionary(uniqueKeysWithValues: unpairedOld.map { ($0, oldCells($0)) })
    let after = Dictionary(uniqueKeysWithValues: unpairedNew.map { ($0, RowCells(new[$0])) })
    if !matching.isEmpty {
      takeOffEqual {
        before[$0]
      } of: {
        after[$0]
      }
    }
    let joining = Row.stated.indices.filter { Row.stated[$0].joins }
    let telling = Row.stated.indices.filter { Row.stated[$0].joins || Row.stated[$0].isIdentifying }
    pairAlike(before, after, by: telling)
    pairAlike(before, after, by: joining, onlyIfAlone: telling != joining)
    pairTurned(before, after, by: joining)
  }

  private mutating func pairEntities() {
    var positions: [EntityReference: Int] = [:]
    for (position, row) in new.enumerated() {
      if let entity = (row as? any TableEntity)?.reference { positions[entity] = position }
    }
    for position in old.indices {
      guard let entity = entity(ofOld: position), let now = positions.removeValue(forKey: entity)
      else {
        unpairedOld.append(position)
        continue
      }
      if old[position] != new[now] { differing.append(Pair(old: position, new: now)) }
    }
    unpairedNew = positions.values.sorted()
  }

  /// Leaves out what both begin and end with, which is nearly everything in most tables.
  private mutating func takeOffEnds() {
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var end = 0
    while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    unpairedOld = Array(start..<old.count - end)
    unpairedNew = Array(start..<new.count - end)
  }

  /// Leaves out rows that say the same on both sides, as often as they do.
  private mutating func takeOffEqual<Key: Hashable>(
    _ oldKey: (Int) -> Key, of newKey: (Int) -> Key
  ) {
    var places = Dictionary(grouping: unpairedNew.reversed(), by: newKey)
    var taken: Set<Int> = []
    unpairedOld.removeAll { position in
      guard let place = places[oldKey(position)]?.popLast() else { return false }
      return taken.insert(place).inserted
    }
    unpairedNew.removeAll(where: taken.contains)
  }

  /// Pairs rows that agree in some columns, those that agree in most others first.
  private mutating func pairAlike(
    _ before: [Int: RowCells<Row>], _ after: [Int: RowCells<Row>], by columns: [Int],
    onlyIfAlone: Bool = false
  ) {
    func key(_ cells: RowCells<Row>?) -> [CellContent] {
      columns.map { cells?.contents[$0] ?? .empty }
    }
    pairGroups(
      unpairedOld.map { ($0, key(before[$0])) }, unpairedNew.map { ($0, key(after[$0])) }
    ) { olds, news in
      guard !onlyIfAlone || (olds.count == 1 && news.count == 1) else { return [] }
      // In very large groups of rows that join the same the order has to do.
      guard olds.count * news.count <= 10_000 else {
        return zip(olds, news).map { Pair(old: $0, new: $1) }
      }
      var rated: [(likeness: Int, pair: Pair)] = []
      for old in olds {
        for new in news {
          guard let left = before[old], let right = after[new] else { continue }
          rated.append((left.likeness(to: right), Pair(old: old, new: new)))
        }
      }
      rated.sort {
        (-$0.likeness, $0.pair.old, $0.pair.new) < (-$1.likeness, $1.pair.old, $1.pair.new)
      }
      var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
      return rated.map(\.pair).filter { pair in
        guard !taken.old.contains(pair.old), !taken.new.contains(pair.new) else { return false }
        taken.old.insert(pair.old)
        taken.new.insert(pair.new)
        return true
      }
    }
  }

  /// Pairs rows that join the same two in the other direction, where there is only one of them.
  private mutating func pairTurned(
    _ before: [Int: RowCells<Row>], _ after: [Int: RowCells<Row>], by columns: [Int]
  ) {
    guard columns.allSatisfy({ !Row.stated[$0].kinds.isEmpty }) else { return }
    func key(_ cells: RowCells<Row>?) -> [EntityReference] {
      columns.flatMap { column -> [EntityReference] in
        if case .references(let named)? = cells?.contents[column] { named } else { [] }
      }.sorted()
    }
    pairGroups(
      unpairedOld.map { ($0, key(before[$0])) }, unpairedNew.map { ($0, key(after[$0])) }
    ) { olds, news in
      olds.count == 1 && news.count == 1 ? [Pair(old: olds[0], new: news[0])] : []
    }
  }

  private mutating func pairGroups<Key: Hashable>(
    _ olds: [(position: Int, key: Key)], _ news: [(position: Int, key: Key)],
    _ pairs: (_ olds: [Int], _ news: [Int]) -> [Pair]
  ) {
    let candidates = Dictionary(grouping: news, by: \.key).mapValues { $0.map(\.position) }
    var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
    for (key, group) in Dictionary(grouping: olds, by: \.key) {
      for pair in pairs(group.map(\.position), candidates[key] ?? []) {
        differing.append(pair)
        taken.old.insert(pair.old)
        taken.new.insert(pair.new)
      }
    }
    unpairedOld.removeAll(where: taken.old.contains)
    unpairedNew.removeAll(where: taken.new.contains)
  }
}

extension RowCells {
  /// In how many cells two rows agree that are not empty in both.
  fileprivate func likeness(to other: Self) -> Int {
    zip(contents, other.contents).count { $0 == $1 && $0 != .empty }
      + (attributes == other.attributes ? 1 : 0)
  }
}

extension Column {
  /// Whether it is a part of what a row is about: what a row cannot be without, but for what is measured.
  var joins: Bool { if case .measured = form { false } else { isRequired } }
}

extension Ecosystem {
  /// The rows of one table.
  package func rows<Row: TableRow>(of type: Row.Type = Row.self) -> [Row] {
    var gathering = RowGathering<Row>()
    visit(&gathering)
    return gathering.rows
  }
}

/// Takes the rows of one table out of an ecosystem.
private struct RowGathering<Wanted: TableRow>: RowVisitor {
  var rows: [Wanted] = []

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    guard Row.table == Wanted.table else { return }
    let gathered: any Sendable = Array(rows)
    if let wanted = gathered as? [Wanted] { self.rows = wanted }
  }
}
