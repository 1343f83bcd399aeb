import EcosystemModel

extension MapContent {
  /// What one of several states shows, with what changed since the one before marked on it.
  struct Stage: Hashable, Sendable, Codable {
    /// What is there, and what went since the state before.
    private(set) var nodes: [EntityReference: Node]
    /// The same for the lines.
    private(set) var ties: [Tie]

    /// The first of the states, since which nothing has changed.
    init(_ content: MapContent) {
      nodes = Dictionary(content.nodes.map { ($0.reference, $0) }) { first, _ in first }
      ties = content.ties
    }

    /// Marks what changed between two states on the map of the second.
    init(from before: MapContent, to after: MapContent, _ notes: ChangeNotes) {
      self.init(after)
      let old = Dictionary(before.nodes.map { ($0.reference, $0) }) { first, _ in first }
      for (entity, var node) in old where nodes[entity] == nil {
        node.mark = .removed
        nodes[entity] = node
      }
      for entity in after.nodes.map(\.reference) {
        guard old[entity] != nil else {
          nodes[entity]?.mark = .added
          continue
        }
        guard let lines = notes.lines(of: entity), var node = nodes[entity] else { continue }
        node.mark = .changed
        node.details = lines + node.details
        node.lines += lines.prefix(2)
        nodes[entity] = node
      }
      markTies(since: before.ties)
    }

    private mutating func markTies(since before: [Tie]) {
      let old = Dictionary(before.map { (TieKey($0), $0) }) { first, _ in first }
      let new = Set(ties.map { TieKey($0) })
      for position in ties.indices {
        guard let was = old[TieKey(ties[position])] else {
          ties[position].mark = .added
          continue
        }
        guard was.kinds != ties[position].kinds else { continue }
        ties[position].mark = .changed
        ties[position].details.insert("was: \(was.words)", at: 0)
      }
      for tie in before where !new.contains(TieKey(tie)) {
        var gone = tie
        gone.mark = .removed
        ties.append(gone)
      }
    }
  }

  /// One of several pictures on the same places.
  struct Panel: Hashable, Sendable, Codable {
    /// The number of the state it shows.
    let number: Int
    /// Those that have a place on other pictures only.
    fileprivate(set) var absent: Set<EntityReference> = []
    /// The lines that are on other pictures only.
    fileprivate(set) var absentTies: Set<TieKey> = []

    /// Whether nothing on it is marked, since no state comes before.
    var isFirst: Bool { number == 0 }

    /// Whether a line is on other pictures only.
    func lacks(_ tie: Tie) -> Bool {
      absentTies.contains(TieKey(tie)) || absent.contains(tie.from) || absent.contains(tie.to)
    }
  }

  /// The same map, folded in the same way, as one of the states shows it.
  ///
  /// - Parameter number: The number of the state.
  /// - Returns: All boxes and lines of the map, in its order; ``panel`` says which of them are not there.
  /// - Complexity: O(boxes and lines of all states).
  func showing(_ number: Int) -> MapContent {
    var content = self
    var panel = Panel(number: number)
    let stage = stages[number]
    let latest = stages.reduce(into: [EntityReference: Node]()) { known, stage in
      known.merge(stage.nodes) { _, later in later }
    }
    for (position, node) in nodes.enumerated() {
      guard let own = stage.nodes[node.reference] else {
        content.nodes[position].mark = nil
        if latest[node.reference] != nil { panel.absent.insert(node.reference) }
        continue
      }
      content.nodes[position].mark = own.mark
      // Who shares a box says the same in every state.
      guard node.members.isEmpty, let last = latest[node.reference] else { continue }
      content.nodes[position].take(own, after: last)
    }
    let ties = Dictionary(stage.ties.map { (TieKey($0), $0) }) { first, _ in first }
    let known = Set(stages.flatMap(\.ties).map { TieKey($0) })
    for (position, tie) in self.ties.enumerated() {
      content.ties[position].mark = ties[TieKey(tie)]?.mark
      if ties[TieKey(tie)] == nil, known.contains(TieKey(tie)) {
        panel.absentTies.insert(TieKey(tie))
      }
    }
    content.marks = Dictionary(
      content.nodes.compactMap { node in node.mark.map { (node.reference, $0) } },
      uniquingKeysWith: { first, _ in first })
    content.panel = panel
    return content
  }

  /// How many boxes and lines of a state were not there in the one before, went since, or say something else: `+3, –1, ~2`;
  /// `nil` if none.
  func changeSigns(_ number: Int) -> String? {
    let marks = stages[number].nodes.values.map(\.mark)
    let words = MapDifference.Mark.allCases.compactMap { mark -> String? in
      let count = marks.count { $0 == mark }
      return count == 0 ? nil : "\(mark.sign)\(count)"
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension MapContent.Node {
  /// Says what another state says, in place of what the latest one did.
  fileprivate mutating func take(_ own: MapContent.Node, after latest: MapContent.Node) {
    // A column may stand in the place of the name, and what was folded below the lines.
    if name == latest.name { name = own.name }
    if lines.starts(with: latest.lines) {
      lines = own.lines + lines.dropFirst(latest.lines.count)
    }
    if !optionalLines.isEmpty { optionalLines = own.optionalLines }
    balance = own.balance
    details = own.details
  }
}

extension MapContent.Tie {
  /// What it stands for: `member`, or `2 × supplies, 1 × owns`.
  fileprivate var words: String {
    kinds.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.value) × \($0.key)" }
      .joined(separator: ", ")
  }
}
