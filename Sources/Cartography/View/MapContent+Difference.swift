import EcosystemModel

extension MapContent {
  /// Puts the states before and after of what is on the map beside each other, and marks what differs.
  ///
  /// What is there after says what it says then, with a line for what changed; what is gone says what it said.
  ///
  /// - Complexity: That of the content of both states.
  mutating func mark(_ difference: MapDifference) {
    var view = view
    view.difference = nil
    view.rollUp = view.rollUp ?? Self.rollUp(of: view.kind, for: snapshot)
    let before = Self.whole(of: difference.before, view: view.shown(in: difference.before))
    let after = Self.whole(of: difference.after, view: view.shown(in: difference.after))
    let old = Dictionary(before.nodes.map { ($0.reference, $0) }) { first, _ in first }
    let new = Dictionary(after.nodes.map { ($0.reference, $0) }) { first, _ in first }
    let notes = ChangeNotes(difference, kind: view.kind)
    // What has no place on the map of either, or has one on one of them only, goes by these.
    let known = nodes.map(\.reference).filter { old[$0] != nil || new[$0] != nil }
    let rest = (after.nodes + before.nodes).map(\.reference)
    var seen: Set<EntityReference> = []
    nodes = (known + rest).filter { seen.insert($0).inserted }.compactMap { entity in
      guard var node = new[entity] ?? old[entity] else { return nil }
      switch (old[entity], new[entity]) {
      case (nil, .some): node.mark = .added
      case (.some, nil): node.mark = .removed
      default:
        guard let lines = notes.lines(of: entity) else { break }
        node.mark = .changed
        node.details = lines + node.details
        node.lines += lines.prefix(2)
      }
      return node
    }
    markTies(from: before, to: after)
    marks = Dictionary(
      nodes.compactMap { node in node.mark.map { (node.reference, $0) } },
      uniquingKeysWith: { first, _ in first })
    let ends = ties.filter { $0.mark != nil }.flatMap { [$0.from, $0.to] }
    standing = Set(marks.keys).union(ends)
    availableNodes = max(availableNodes, nodes.count)
    availableTies = shownTies
  }

  private mutating func markTies(from before: MapContent, to after: MapContent) {
    let old = Dictionary(before.ties.map { (TieKey($0), $0) }) { first, _ in first }
    let new = Set(after.ties.map { TieKey($0) })
    var all = after.ties
    for position in all.indices {
      guard let was = old[TieKey(all[position])] else {
        all[position].mark = .added
        continue
      }
      guard was.kinds != all[position].kinds else { continue }
      all[position].mark = .changed
      all[position].details.insert("was: \(was.words)", at: 0)
    }
    for tie in before.ties where !new.contains(TieKey(tie)) {
      var gone = tie
      gone.mark = .removed
      all.append(gone)
    }
    // What is marked lies above what is pale, and who has another parent hangs on the new one.
    let ranks: [MapDifference.Mark?] = [nil, .changed, .added, .removed]
    ties = ranks.flatMap { mark in all.filter { $0.mark == mark } }
  }

  /// The level at which a map is drawn where nobody chose one.
  private static func rollUp(of kind: MapKind, for snapshot: Snapshot) -> RollUp? {
    kind == .ecosystem ? suitableRollUp(for: snapshot.unfiltered) : nil
  }

  /// How many of what is on the map have a mark, in words: `2 committees new, 1 gone`; `nil` if nothing has.
  func changeWords() -> String? {
    var words: [String] = []
    var last: EntityReference.Kind?
    for mark in MapDifference.Mark.allCases {
      for kind in EntityReference.Kind.allCases {
        let count = nodes.count { $0.mark == mark && $0.reference.kind == kind }
        guard count > 0 else { continue }
        // The noun is said once.
        words.append("\(last == kind ? "\(count)" : kind.counted(count)) \(mark.word)")
        last = kind
      }
    }
    for mark in MapDifference.Mark.allCases {
      let count = ties.count { $0.mark == mark && !isEvident($0) }
      if count > 0 { words.append("\(links.counted(count)) \(mark.word)") }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension MapContent.Tie {
  /// What it stands for: `member`, or `2 × supplies, 1 × owns`.
  fileprivate var words: String {
    kinds.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.value) × \($0.key)" }
      .joined(separator: ", ")
  }
}

extension MapView {
  /// The same view of a state in which not everybody need be whom it names.
  fileprivate func shown(in snapshot: Snapshot) -> MapView {
    var view = self
    func isThere(_ entity: EntityReference) -> Bool { snapshot.ecosystem.contains(entity) }
    view.highlights = highlights.filter(isThere)
    return view
  }
}

/// What changed about entities that are there before and after, in a few words each.
private struct ChangeNotes {
  private let difference: MapDifference
  private var changes: [EntityReference: EcosystemChange] = [:]
  private var joined: [EntityReference: Int] = [:]
  private var left: [EntityReference: Int] = [:]
  private var otherwise: [EntityReference: Int] = [:]

  init(_ difference: MapDifference, kind: MapKind) {
    self.difference = difference
    for change in difference.changes.changes {
      if change.act == .changed, let entity = change.entity { changes[entity] = change }
      guard kind == .governance, change.table == .memberships else { continue }
      count(change)
    }
  }

  private mutating func count(_ change: EcosystemChange) {
    switch change.act {
    case .added:
      guard let row = change.newRow else { return }
      joined[.committee(difference.after.ecosystem.memberships[row].committee), default: 0] += 1
    case .removed:
      guard let row = change.oldRow else { return }
      left[.committee(difference.before.ecosystem.memberships[row].committee), default: 0] += 1
    case .changed:
      guard let row = change.newRow else { return }
      otherwise[.committee(difference.after.ecosystem.memberships[row].committee), default: 0] += 1
    }
  }

  /// What changed, a line each, the most telling first; `nil` if nothing did.
  func lines(of entity: EntityReference) -> [String]? {
    var lines: [String] = []
    if let change = changes[entity] {
      let cells = change.cells.filter { !change.isID($0) }
      let order = EcosystemChange.Sort.allCases
      let sorted = cells.enumerated().sorted { left, right in
        func place(_ cell: EcosystemChange.Cell) -> Int {
          order.firstIndex(of: change.sort(of: cell)) ?? 0
        }
        return (place(left.element), left.offset) < (place(right.element), right.offset)
      }
      lines += sorted.map { words(for: $0.element, of: change) }
    }
    let seats = [
      (joined[entity], "+"), (left[entity], "–"), (otherwise[entity], "~"),
    ].compactMap { count, sign in count.map { "\(sign)\($0)" } }
    if !seats.isEmpty { lines.insert("seats: \(seats.joined(separator: ", "))", at: 0) }
    return lines.isEmpty ? nil : lines
  }

  private func words(for cell: EcosystemChange.Cell, of change: EcosystemChange) -> String {
    let name = cell.column.replacing("_", with: " ")
    let texts = [cell.before, cell.after].map {
      change.text(of: $0, under: cell, in: difference.union)
    }
    switch (texts[0], texts[1]) {
    case (nil, let now?): return "\(name): \(now)"
    case (let was?, nil): return "no \(name), was \(was)"
    case (let was?, let now?): return "\(name): \(was) → \(now)"
    case (nil, nil): return name
    }
  }
}

extension MapContent {
  /// Whether a line came or went with a box at its end.
  func isEvident(_ tie: Tie) -> Bool {
    guard let mark = tie.mark, mark != .changed else { return false }
    return marks[tie.from] == mark || marks[tie.to] == mark
  }

  /// The state whose day, filter and colours are told: what is drawn, or of two states the one after.
  var told: Snapshot { view.difference?.after ?? snapshot }
}
