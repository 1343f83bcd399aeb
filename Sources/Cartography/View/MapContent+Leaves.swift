import EcosystemModel

extension MapContent {
  /// Notes how many others each entity is tied to.
  mutating func countNeighbours() {
    let neighbours = neighbours
    for position in nodes.indices {
      let reference = nodes[position].reference
      nodes[position].neighbourCount =
        neighbours[reference]?.subtracting(CollectionOfOne(reference)).count ?? 0
    }
  }

  /// Counts those who are tied to a single other one, by few ties, in its box.
  ///
  /// Only those who were leaves before anything was folded go, so that a tree does not fold up into its root; on maps of
  /// people only people. Those in another frame than the other one share a box there. In a hierarchy whole branches go.
  ///
  /// - Parameter limit: The largest number of ties of a leaf that goes.
  /// - Complexity: O(*n* + *t*).
  mutating func foldLeaves(upTo limit: Int) {
    if foldsBranches { return foldBranches(upTo: limit) }
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var gone: Set<EntityReference> = []
    var added: [Int: [Member]] = [:]
    var outside: [Outside: [Int]] = [:]
    var hubOf: [Int: Int] = [:]
    for leaf in foldable(upTo: limit) {
      guard let hub = positions[leaf.hub], let position = positions[leaf.reference] else {
        continue
      }
      guard nodes[hub].group == nodes[position].group else {
        let place = Outside(
          hub: hub, kind: leaf.reference.kind, frame: nodes[position].group)
        outside[place, default: []].append(position)
        hubOf[position] = hub
        continue
      }
      added[hub, default: []] += nodes[position].everyone
      nodes[hub].foldedTies += leaf.ties + nodes[position].foldedTies
      gone.insert(leaf.reference)
    }
    let leaders = shareBoxes(gathered(outside), hubOf, &gone)
    guard !gone.isEmpty else { return }
    for (position, folded) in added {
      nodes[position].folded += folded
      nodes[position].lines += lines(for: folded)
      nodes[position].details += ["Linked to this one only:"] + folded.map(\.name)
    }
    joinTies { leaders[$0] ?? $0 }
    nodes.removeAll { gone.contains($0.reference) }
    ties.removeAll { gone.contains($0.from) || gone.contains($0.to) }
    if view.reduction.groupsTwins { groupHubsWithoutTies(added.count) }
  }

  /// Leaves of one hub that stand in one other frame.
  private struct Outside: Hashable {
    let hub: Int?
    let kind: EntityReference.Kind
    let frame: String?
  }

  /// Those who share a place: the leaves of one hub, and in each frame those who are their hub's only one there.
  private func gathered(_ leaves: [Outside: [Int]]) -> [[Int]] {
    var single: [Outside: [Int]] = [:]
    for (place, positions) in leaves where positions.count == 1 {
      guard nodes[positions[0]].members.isEmpty else { continue }
      let frame = Outside(hub: nil, kind: place.kind, frame: place.frame)
      single[frame, default: []] += positions
    }
    return (Array(leaves.values) + single.values.map { $0.sorted() }).filter { $0.count > 1 }
  }

  /// Draws each group as one box, and returns who stands for whom.
  private mutating func shareBoxes(
    _ groups: [[Int]], _ hubOf: [Int: Int], _ gone: inout Set<EntityReference>
  ) -> [EntityReference: EntityReference] {
    var leaders: [EntityReference: EntityReference] = [:]
    for positions in groups {
      let leader = nodes[positions[0]].reference
      for position in positions.dropFirst() {
        leaders[nodes[position].reference] = leader
        gone.insert(nodes[position].reference)
      }
      let hubs = Set(positions.compactMap { hubOf[$0] })
      nodes[positions[0]] = group(positions.map { nodes[$0] })
      nodes[positions[0]].neighbourCount = hubs.count
    }
    return leaders
  }

  /// Draws hubs that have nothing but their leaves as one box for each kind and frame, unless that is all there is.
  private mutating func groupHubsWithoutTies(_ hubCount: Int) {
    let tied = Set(ties.flatMap { [$0.from, $0.to] })
    guard !tied.isEmpty, hubCount > 1 else { return }
    struct Kind: Hashable {
      let kind: EntityReference.Kind
      let frame: String?
    }
    let alone = nodes.indices.filter { position in
      let node = nodes[position]
      return !tied.contains(node.reference) && !stands(node.reference) && !node.folded.isEmpty
    }
    let groups = Dictionary(grouping: alone) {
      Kind(kind: nodes[$0].reference.kind, frame: nodes[$0].group)
    }
    var gone: Set<EntityReference> = []
    for positions in groups.values where positions.count > 1 {
      let hubs = positions.map { nodes[$0] }
      var group = group(
        hubs.map { hub in
          var hub = hub
          hub.folded = []
          hub.neighbourCount = 0
          return hub
        }, ofHubs: true)
      group.folded = hubs.flatMap(\.folded)
      group.foldedTies = hubs.reduce(0) { $0 + $1.foldedTies }
      group.lines += lines(for: group.folded)
      group.details = hubs.map { "\($0.name): " + $0.folded.map(\.name).joined(separator: ", ") }
      nodes[positions[0]] = group
      gone.formUnion(hubs.dropFirst().map(\.reference))
    }
    nodes.removeAll { gone.contains($0.reference) }
  }

  /// An entity that hangs on a single other one.
  struct Leaf {
    let reference: EntityReference
    let hub: EntityReference
    /// The number of ties of the data between the two.
    let ties: Int
    /// The same for each of those who share the box.
    let tiesEach: Int
  }

  /// Those who may be folded, in the order of their ties.
  func leaves() -> [Leaf] {
    if foldsBranches { return branches() }
    let entries = Dictionary(
      nodes.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [EntityReference: Leaf] = [:]
    var order: [EntityReference] = []
    for tie in ties where !tie.isRivalry {
      for (end, hub) in [(tie.from, tie.to), (tie.to, tie.from)] {
        guard let node = entries[end], let other = entries[hub], node.neighbourCount == 1,
          other.neighbourCount > 1, !stands(end), view.kind != .people || end.kind != .committee
        else { continue }
        if found[end] == nil { order.append(end) }
        let ties = (found[end]?.ties ?? 0) + tie.count
        found[end] = Leaf(
          reference: end, hub: hub, ties: ties,
          tiesEach: ties / max(node.members.count, 1))
      }
    }
    return order.compactMap { found[$0] }
  }

  /// What is said in a box of those counted there: their names, or how many of what they are, as in `+ 22 people`.
  func lines(for folded: [Member]) -> [String] {
    // Where changes are marked, a plus means what is new.
    let plus = view.difference == nil ? "+" : "with"
    let most = mostListed(of: folded, by: folded.first?.reference)
    guard most > 0 else { return ["\(plus) \(Self.counted(folded.map(\.reference)))"] }
    // Companies in one list with departments would be taken for such.
    var rest = most
    return EntityReference.Kind.allCases.flatMap { kind -> [String] in
      let alike = folded.filter { $0.reference.kind == kind }
      guard !alike.isEmpty else { return [] }
      let names = Self.listing(alike, most: rest)
      rest = max(0, rest - alike.count)
      return names.isEmpty
        ? ["\(plus) \(kind.counted(alike.count))"] : ["\(plus) \(names[0])"] + names.dropFirst()
    }
  }

  /// How many of a list are named: one or two always, since their number takes as much room as they.
  func mostListed(of members: [Member], by leader: EntityReference?) -> Int {
    members.count < 3 ? members.count : leader.map { view.reduction.listed(by: $0) } ?? 0
  }

  /// Names in lines that are not much longer than one of them, and how many more there are.
  static func listing(_ members: [Member], most: Int) -> [String] {
    guard most > 0, !members.isEmpty else { return [] }
    // One more is no longer than its number.
    let count = members.count == most + 1 ? members.count : min(members.count, most)
    var lines: [String] = []
    for (number, member) in members.prefix(count).enumerated() {
      let name = member.name + (number + 1 < members.count ? "," : "")
      if let last = lines.last, last.count + name.count < longestListing {
        lines[lines.count - 1] = last + " " + name
      } else {
        lines.append(name)
      }
    }
    let rest = members.count - count
    guard rest > 0 else { return lines }
    return lines + ["+ \(rest) more"]
  }

  /// Letters in a line of names.
  private static let longestListing = 28

  /// The leaves that go, so that no more do than have to: families of siblings as a whole; of a family that is far larger than what
  /// has to go, the last.
  private func foldable(upTo limit: Int) -> [Leaf] {
    let leaves = leaves().filter { $0.tiesEach <= limit }
    guard let most = view.reduction.mostLeaves, most < leaves.count else { return leaves }
    // In a family those with the fewest ties come last.
    let families = Dictionary(
      grouping: leaves.indices.sorted {
        (-leaves[$0].tiesEach, $0) < (-leaves[$1].tiesEach, $1)
      }
    ) { leaves[$0].hub }
    let order = families.values.sorted { first, second in
      func rank(_ family: [Int]) -> (Int, Int) {
        (leaves[family[family.count - 1]].tiesEach, -family[0])
      }
      return rank(first) < rank(second)
    }
    var folded: [Int] = []
    for family in order where folded.count < most {
      let rest = most - folded.count
      folded +=
        family.count > Self.largeFamily && rest < family.count ? family.suffix(rest) : family
    }
    return folded.sorted().map { leaves[$0] }
  }

  /// A family of more than so many need not be folded as a whole.
  static let largeFamily = 6
}
