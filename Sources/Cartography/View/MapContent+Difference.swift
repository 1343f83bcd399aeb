import EcosystemModel

extension MapContent {
  /// Puts the states of what is on the map beside each other, and marks what differs.
  ///
  /// What is there after says what it says then, with a line for what changed; what is gone says what it said.
  ///
  /// - Complexity: That of the content of all states.
  mutating func mark(_ difference: MapDifference) {
    var view = view
    view.difference = nil
    view.rollUp = view.rollUp ?? Self.rollUp(of: view.kind, for: snapshot)
    let shown = difference.states.map { state in
      Self.whole(of: state.snapshot, view: view.shown(in: state.snapshot))
    }
    let stages = difference.states.indices.map { number in
      number == 0
        ? Stage(shown[0])
        : Stage(
          from: shown[number - 1], to: shown[number],
          ChangeNotes(difference, upTo: number, kind: view.kind))
    }
    // What is in several states says what it said last.
    var latest: [EntityReference: Node] = [:]
    for stage in stages { latest.merge(stage.nodes) { _, later in later } }
    let order = shown.reversed().flatMap { $0.nodes.map(\.reference) }
    // What has no place on the map of any, or has one on one of them only, goes by these.
    let known = nodes.map(\.reference).filter { latest[$0] != nil }
    var seen: Set<EntityReference> = []
    nodes = (known + order).filter { seen.insert($0).inserted }.compactMap { latest[$0] }
    ties = Self.ties(of: stages)
    if stages.count > 2 { markWhole(from: shown[0], to: shown[shown.count - 1], stages) }
    marks = Dictionary(
      nodes.compactMap { node in node.mark.map { (node.reference, $0) } },
      uniquingKeysWith: { first, _ in first })
    let ends = ties.filter { $0.mark != nil }.flatMap { [$0.from, $0.to] }
    let marked = stages.flatMap { $0.nodes.values.filter { $0.mark != nil }.map(\.reference) }
    standing = Set(marked).union(ends)
    if difference.isInPanels { self.stages = stages }
    availableNodes = max(availableNodes, nodes.count)
    availableTies = shownTies
  }

  /// The lines of all states; what is marked lies above what is pale, and who has another parent hangs on the new one.
  private static func ties(of stages: [Stage]) -> [Tie] {
    var all: [Tie] = []
    var positions: [TieKey: Int] = [:]
    for stage in stages.reversed() {
      for tie in stage.ties {
        guard let position = positions[TieKey(tie)] else {
          positions[TieKey(tie)] = all.count
          all.append(tie)
          continue
        }
        // A line that came or went in between has a place for its sign.
        all[position].mark = all[position].mark ?? tie.mark
      }
    }
    let ranks: [MapDifference.Mark?] = [nil, .changed, .added, .removed]
    return ranks.flatMap { mark in all.filter { $0.mark == mark } }
  }

  /// Of more than two states, what became of each from the first to the last.
  private mutating func markWhole(from first: MapContent, to last: MapContent, _ stages: [Stage]) {
    let (old, new) = (Set(first.nodes.map(\.reference)), Set(last.nodes.map(\.reference)))
    let changed = Set(
      stages.flatMap { $0.nodes.values.filter { $0.mark == .changed }.map(\.reference) })
    for position in nodes.indices {
      let entity = nodes[position].reference
      nodes[position].mark =
        switch (old.contains(entity), new.contains(entity)) {
        case (false, true): .added
        case (true, false): .removed
        case (true, true) where changed.contains(entity): .changed
        default: nil
        }
    }
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

extension MapView {
  /// The same view of a state in which not everybody need be whom it names.
  fileprivate func shown(in snapshot: Snapshot) -> MapView {
    var view = self
    func isThere(_ entity: EntityReference) -> Bool { snapshot.ecosystem.contains(entity) }
    view.highlights = highlights.filter(isThere)
    return view
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
