import EcosystemModel

extension MapContent {
  /// Whether those below others are counted with these however far down they are, so that whole branches go.
  var foldsBranches: Bool { view.kind == .reporting || view.kind == .governance }

  /// Who stands above whom in a hierarchy; nobody who stands in a circle or below one.
  private func managers() -> [EntityReference: EntityReference] {
    var managers: [EntityReference: EntityReference] = [:]
    for tie in ties where tie.pointsUp { managers[tie.from] = tie.to }
    var ends: [EntityReference: Bool] = [:]
    for node in nodes {
      var (way, current): ([EntityReference], EntityReference?) = ([], node.reference)
      var seen: Set<EntityReference> = []
      while let next = current, ends[next] == nil, seen.insert(next).inserted {
        way.append(next)
        current = managers[next]
      }
      let isRooted = current.map { ends[$0] ?? false } ?? true
      for reference in way { ends[reference] = isRooted }
    }
    return managers.filter { ends[$0.key] ?? false }
  }

  /// Everybody below the heads of a hierarchy who may be counted with those above, the first to go first.
  ///
  /// The lowest go first, at one depth the largest families; nobody goes before all below, so that the beginning of the list,
  /// however long, leaves whole branches.
  func branches() -> [Leaf] {
    let managers = managers()
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

  /// The beginning of the branches; among committees of a length that ends with families of siblings where these are small, so
  /// that all of one size at one depth look alike.
  private func branches(atLeast most: Int) -> [Leaf] {
    let branches = branches()
    guard view.kind == .governance, most > 0, most < branches.count else {
      return Array(branches.prefix(most))
    }
    let family = branches[most - 1].hub
    let end = branches[most...].firstIndex { $0.hub != family } ?? branches.count
    let size = branches[..<end].reversed().prefix { $0.hub == family }.count
    guard size <= Self.largeFamily else { return Array(branches.prefix(most)) }
    let depths = levels
    let sizes = branches.reduce(into: [:]) { $0[$1.hub, default: 0] += 1 }
    let last = branches[end - 1]
    let alike = branches[end...].prefix {
      depths[$0.reference] == depths[last.reference] && sizes[$0.hub] == sizes[last.hub]
    }
    return Array(branches.prefix(end + alike.count))
  }

  /// Counts those below others in a hierarchy with the nearest who is shown, and lists them there, those directly below first.
  ///
  /// - Parameter limit: Without a number of those who go, only those who have nobody below do, where that is 1 or more.
  mutating func foldBranches(upTo limit: Int) {
    let leaves: [Leaf]
    if let most = view.reduction.mostLeaves {
      leaves = branches(atLeast: most)
    } else {
      let single = Set(nodes.filter { $0.neighbourCount == 1 }.map(\.reference))
      leaves = branches().filter { single.contains($0.reference) && !single.contains($0.hub) }
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
    let managers = managers()
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
      let direct = members.filter { managers[$0.reference] == nodes[hub].reference }
      let others = members.filter { managers[$0.reference] != nodes[hub].reference }
      nodes[hub].folded += direct + others
      // Where nobody else is below, the number of reports says no more.
      let isSaid =
        view.kind == .reporting && others.isEmpty && direct.count == spans[nodes[hub].reference]
      nodes[hub].lines = (isSaid ? [] : nodes[hub].lines) + lines(for: direct + others)
      nodes[hub].details += ["Further down:"] + members.map(\.name)
    }
    ties.removeAll { hubs[$0.from] != nil || hubs[$0.to] != nil }
    nodes.removeAll { hubs[$0.reference] != nil }
  }
}
