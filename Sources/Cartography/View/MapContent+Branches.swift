import EcosystemModel

extension MapContent {
  /// Everybody below the heads of an org chart who may be counted with those above, the first to go first.
  ///
  /// The lowest go first, at one depth the largest families; nobody goes before all below, so that the beginning of the list,
  /// however long, leaves whole branches.
  func branches() -> [Leaf] {
    var managers: [EntityReference: EntityReference] = [:]
    for tie in ties where tie.pointsUp { managers[tie.from] = tie.to }
    let depths = levels
    var kept: Set<EntityReference> = []
    let frames = Dictionary(
      nodes.map { ($0.reference, $0.group) }, uniquingKeysWith: { first, _ in first })
    // Nobody is counted in another frame.
    func isBound(_ node: Node) -> Bool {
      managers[node.reference].map { frames[$0] != node.group } ?? false
    }
    for node in nodes where stands(node.reference) || isBound(node) {
      var next: EntityReference? = node.reference
      while let person = next, kept.insert(person).inserted { next = managers[person] }
    }
    var families: [EntityReference: Int] = [:]
    for manager in managers.values { families[manager, default: 0] += 1 }
    let found = nodes.enumerated().compactMap { row, node -> (leaf: Leaf, rank: [Int])? in
      guard let manager = managers[node.reference], !kept.contains(node.reference) else {
        return nil
      }
      let leaf = Leaf(reference: node.reference, hub: manager, ties: 1, tiesEach: 1)
      return (leaf, [-(depths[node.reference] ?? 0), -(families[manager] ?? 0), -row])
    }
    let rows = Dictionary(
      nodes.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { a, _ in a })
    return found.sorted { first, second in
      let hubs = (rows[first.leaf.hub] ?? 0, rows[second.leaf.hub] ?? 0)
      return (first.rank[0], first.rank[1], hubs.0, first.rank[2])
        < (second.rank[0], second.rank[1], hubs.1, second.rank[2])
    }.map(\.leaf)
  }

  /// Counts people of an org chart with the nearest manager who is shown.
  ///
  /// - Parameter limit: Without a number of those who go, only those who have no reports do, where that is 1 or more.
  mutating func foldBranches(upTo limit: Int) {
    let branches = branches()
    let leaves: [Leaf]
    if let most = view.reduction.mostLeaves {
      leaves = Array(branches.prefix(most))
    } else {
      let single = Set(nodes.filter { $0.neighbourCount == 1 }.map(\.reference))
      leaves = branches.filter { single.contains($0.reference) && !single.contains($0.hub) }
    }
    guard !leaves.isEmpty, limit > 0 else { return }
    let hubs = Dictionary(
      leaves.map { ($0.reference, $0.hub) }, uniquingKeysWith: { first, _ in first })
    func shown(_ reference: EntityReference) -> EntityReference {
      var current = reference
      while let next = hubs[current] { current = next }
      return current
    }
    var positions: [EntityReference: Int] = [:]
    for (position, node) in nodes.enumerated() { positions[node.reference] = position }
    var managers: [EntityReference: EntityReference] = [:]
    for tie in ties where tie.pointsUp { managers[tie.from] = tie.to }
    let spans = Dictionary(managers.values.map { ($0, 1) }, uniquingKeysWith: +)
    var folded: [Int: [Member]] = [:]
    for node in nodes where hubs[node.reference] != nil {
      guard let hub = positions[shown(node.reference)] else { continue }
      folded[hub, default: []] += node.everyone
      nodes[hub].foldedTies += node.foldedTies
    }
    for tie in ties where hubs[tie.from] != nil || hubs[tie.to] != nil {
      guard let hub = positions[shown(hubs[tie.from] == nil ? tie.to : tie.from)] else { continue }
      nodes[hub].foldedTies += tie.count
    }
    for (hub, members) in folded {
      nodes[hub].folded += members
      // A list would make all boxes of the level as high.
      let count = "+ " + Self.counted(members.map(\.reference))
      let direct = members.count { managers[$0.reference] == nodes[hub].reference }
      // Where nobody else is below, the number of reports says no more.
      let isSaid = direct == members.count && direct == spans[nodes[hub].reference]
      nodes[hub].lines = isSaid ? [count] : nodes[hub].lines + [count]
      nodes[hub].details += ["Further down:"] + members.map(\.name)
    }
    ties.removeAll { hubs[$0.from] != nil || hubs[$0.to] != nil }
    nodes.removeAll { hubs[$0.reference] != nil }
  }
}
