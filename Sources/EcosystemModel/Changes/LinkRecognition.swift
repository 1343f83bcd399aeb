/// Recognises those who have another id and another name by what they are linked with.
///
/// Everybody has marks: the seats, links, handoffs and rows of others that name them, with what these say, and their own cells. Two
/// of one kind are one if they share at least half of their marks, each more with the other than with anybody else. People must
/// share a word of their names too: whoever takes over all seats of another is a successor, not the same person.
struct LinkRecognition {
  /// The least share of marks.
  private static let leastLikeness = 0.5
  /// Marks that more than so many have tell nobody apart.
  private static let commonMark = 50

  private let old: Ecosystem
  private let new: Ecosystem
  private var left: [EntityReference]
  private var open: [EntityReference]
  /// Who is known, those included that were recognised here.
  private(set) var matching: EntityMatching

  init(from old: Ecosystem, to new: Ecosystem, knowing matching: EntityMatching) {
    self.old = old
    self.new = new
    self.matching = matching
    let present = Set(new.references)
    let known = Set(old.references.map(matching.newName))
    left = old.references.filter { !present.contains(matching.newName(of: $0)) }
    open = new.references.filter { !known.contains($0) }
    let kinds = Set(left.map(\.kind)).intersection(open.map(\.kind))
    left.removeAll { !kinds.contains($0.kind) }
    open.removeAll { !kinds.contains($0.kind) }
  }

  /// Finds matches, round by round: who is recognised helps to recognise others.
  mutating func recognise() {
    while !left.isEmpty, !open.isEmpty {
      let matches = round()
      guard !matches.isEmpty else { return }
      for match in matches { matching.add(match) }
      let done = Set(matches.flatMap { [$0.old, $0.new] })
      left.removeAll(where: done.contains)
      open.removeAll(where: done.contains)
    }
  }

  private func round() -> [EntityMatch] {
    let (strangers, newcomers) = (Set(left), Set(open))
    var before = MarkGathering(of: strangers) { [matching] entity in
      strangers.contains(entity) ? nil : matching.newName(of: entity)
    }
    old.visit(&before)
    var after = MarkGathering(of: newcomers) { newcomers.contains($0) ? nil : $0 }
    new.visit(&after)
    var bearers: [Mark: [EntityReference]] = [:]
    for entity in open {
      for mark in after.marks[entity, default: [:]].keys {
        bearers[mark, default: []].append(entity)
      }
    }
    var best: [EntityReference: Rival] = [:]
    var bestBack: [EntityReference: Rival] = [:]
    let weights = after.marks.mapValues { $0.values.reduce(0, +) }
    for entity in left {
      let own = before.marks[entity, default: [:]]
      let weight = own.values.reduce(0, +)
      let words = wordsToShare(with: entity)
      var shared: [EntityReference: Double] = [:]
      for (mark, part) in own {
        guard let others = bearers[mark], others.count <= Self.commonMark else { continue }
        for other in others where other.kind == entity.kind {
          shared[other, default: 0] += min(part, after.marks[other]?[mark] ?? 0)
        }
      }
      for (other, common) in shared where shares(words, other) {
        let total = weight + (weights[other] ?? 0)
        // Sums of halves and quarters are exact, whatever their order.
        let likeness = 2 * common / total
        best[entity, default: Rival()].challenge(other, likeness)
        bestBack[other, default: Rival()].challenge(entity, likeness)
      }
    }
    return left.compactMap { entity in
      guard let rival = best[entity], rival.likeness >= Self.leastLikeness,
        let other = rival.entity,
        bestBack[other]?.entity == entity
      else { return nil }
      return EntityMatch(
        old: entity, new: other, oldName: old.name(of: entity), newName: new.name(of: other),
        ground: .links, likeness: rival.likeness)
    }
  }

  /// The words of which another one must have some to be the same; `nil` where the name tells nothing.
  private func wordsToShare(with entity: EntityReference) -> Set<String>? {
    guard case .person(let id) = entity, old.people[id]?.kind == .person else { return nil }
    return Set(NameKey.words(of: old.name(of: entity)).filter { $0.count > 1 })
  }

  private func shares(_ words: Set<String>?, _ other: EntityReference) -> Bool {
    words.map { !$0.isDisjoint(with: NameKey.words(of: new.name(of: other))) } ?? true
  }
}

/// The one most alike so far; nobody where two are equally so.
private struct Rival {
  var entity: EntityReference?
  var likeness = 0.0

  mutating func challenge(_ other: EntityReference, _ value: Double) {
    if value > likeness {
      (entity, likeness) = (other, value)
    } else if value == likeness {
      entity = nil
    }
  }
}

/// Something by which an entity can be recognised: a cell of its own, or a row that names it, with what that row tells of others.
private struct Mark: Hashable {
  let table: TableName
  let column: String
  let tells: [CellContent]
}

/// Gathers the marks of some entities.
private struct MarkGathering: RowVisitor {
  private let wanted: Set<EntityReference>
  private let kinds: Set<EntityReference.Kind>
  /// What both states call somebody; `nil` of those who are in one of them only, as far as is known.
  private let common: (EntityReference) -> EntityReference?
  /// The marks of each with their weights.
  private(set) var marks: [EntityReference: [Mark: Double]] = [:]

  init(
    of wanted: Set<EntityReference>, common: @escaping (EntityReference) -> EntityReference?
  ) {
    self.wanted = wanted
    self.common = common
    kinds = Set(wanted.map(\.kind))
  }

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    let naming = Row.stated.filter { !kinds.isDisjoint(with: $0.kinds) }
    let isOwn = Row.table.kind.map(kinds.contains) ?? false
    guard !naming.isEmpty || isOwn else { return }
    let telling = Row.stated.filter(\.tells)
    for row in rows {
      if isOwn, let entity = (row as? any TableEntity)?.reference, wanted.contains(entity) {
        note(cellsOf: row, of: entity)
      }
      for column in naming {
        for entity in column.references(of: row) where wanted.contains(entity) {
          let tells = tells(of: row, telling, beside: column)
          guard !tells.isEmpty else { continue }
          let mark = Mark(table: Row.table, column: column.name, tells: tells)
          marks[entity, default: [:]][mark, default: 0] += 1
        }
      }
    }
  }

  /// What a row says beside whom it names in one column: of an entity who it is, else whom it names elsewhere and in which role;
  /// nothing where it names nobody whom both states know.
  private func tells<Row: TableRow>(
    of row: Row, _ columns: [Column<Row>], beside column: Column<Row>
  ) -> [CellContent] {
    if let entity = (row as? any TableEntity)?.reference {
      return common(entity).map { [.references([$0])] } ?? []
    }
    let contents = columns.compactMap { other in
      other.name == column.name ? nil : inCommon(other.content(of: row))
    }
    let isKnown = contents.contains { if case .references = $0 { true } else { false } }
    return isKnown ? contents : []
  }

  /// A cell that names entities weighs as much as a row of others, any other a quarter.
  private mutating func note<Row: TableRow>(cellsOf row: Row, of entity: EntityReference) {
    for column in Row.stated where !column.isID {
      if case .name = column.form { continue }
      guard let content = inCommon(column.content(of: row)) else { continue }
      let mark = Mark(table: Row.table, column: "own " + column.name, tells: [content])
      marks[entity, default: [:]][mark] = column.kinds.isEmpty ? 0.25 : 1
    }
  }

  /// What a cell tells that both states can say; `nil` if that is nothing.
  private func inCommon(_ content: CellContent) -> CellContent? {
    guard case .references(let named) = content else { return content == .empty ? nil : content }
    let known = named.compactMap(common)
    return known.isEmpty ? nil : .references(known)
  }
}

extension Column {
  /// Whether it tells what a row is about: whom it names, words of a closed list, and what tells rows apart.
  fileprivate var tells: Bool {
    switch form {
    case .reference, .choice, .name: true
    default: isIdentifying
    }
  }
}
