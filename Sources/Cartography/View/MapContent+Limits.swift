import EcosystemModel

extension MapContent {
  /// Counts what the snapshot's filter took from the map.
  ///
  /// - Parameter all: The map of everything, whether it meets the filter or not.
  mutating func countFiltered(from all: MapContent) {
    let omitted = omissions.flatMap(\.members).map(\.reference)
    let left = Set(nodes.flatMap(\.everyone).map(\.reference) + omitted)
    let gone = all.nodes.flatMap(\.everyone).filter { !left.contains($0.reference) }
    availableNodes = shownEntities + omitted.count + gone.count
    availableTies = all.availableTies
    guard !gone.isEmpty else { return }
    omissions.insert(
      Omission(
        gone, "not matching the filter", ties: max(0, all.shownTies - shownTies)), at: 0)
  }

  /// Keeps so many nodes as the view's limit allows, and counts the others.
  ///
  /// On a focus map the nearest stay, in a hierarchy the highest, elsewhere those with the most ties, or the part that hangs
  /// together best where the view says so.
  mutating func applyLimit() {
    guard let limit = view.limit, nodes.count > limit else { return }
    let kept: Set<EntityReference>
    var reason: String
    var choice = ""
    switch view.kind {
    case .focus:
      kept = first(limit) { ($0.distance, -$0.tieCount) }
      reason = nearestReason(kept)
    case .governance, .reporting:
      // From the top, so that nobody is shown without those they report to.
      let levels = levels
      kept = first(limit) { (levels[$0.reference] ?? 0, -$0.tieCount) }
      reason =
        "after the first \(count(kept)) from the top, on a level those with the most \(view.kind == .governance ? "seats" : links.many)"
    case _ where view.keepsCore:
      kept = core(of: limit)
      reason = "with fewer \(links.many) than the \(count(kept)) shown"
      conventions.append(
        "What is shown is the core of \(count(kept)): one by one, whoever had the fewest \(links.many) left was taken off."
      )
    case _ where view.reduction.joinsPartners:
      // One alliance of a hundred would else make a core of its own.
      kept = first(limit) { (-$0.tieCount, 0) }
      reason = "outside the \(count(kept)) in the most alliances and other links"
      choice = equals(kept) { $0.tieCount }
    default:
      let degrees = degrees
      kept = first(limit) { (-(degrees[$0.reference] ?? 0), 0) }
      reason = "outside the \(count(kept)) with the most \(links.many)"
      choice = equals(kept) { degrees[$0.reference] ?? 0 }
    }
    let wanted = Set(
      nodes.map(\.reference).filter { view.highlights.contains($0) || standing.contains($0) })
    let extra = !wanted.isSubset(of: kept)
    let word =
      view.difference != nil
      ? "changed" : view.highlights.isEmpty ? "was on the picture before" : "is highlighted"
    reason += (extra ? " and what \(word)" : "") + choice
    keep(because: reason) { kept.contains($0.reference) || wanted.contains($0.reference) }
  }

  /// How many entities some nodes stand for by name.
  private func count(_ kept: Set<EntityReference>) -> Int {
    nodes.reduce(0) { $0 + (kept.contains($1.reference) ? $1.represented.count : 0) }
  }

  /// How those were chosen who have as much as the last of those kept, where not all of them are.
  private func equals(_ kept: Set<EntityReference>, _ value: (Node) -> Int) -> String {
    let least = nodes.filter { kept.contains($0.reference) }.map(value).min()
    let isCut = nodes.contains { !kept.contains($0.reference) && value($0) == least }
    return isCut ? " (of equals those that come first in the tables)" : ""
  }

  /// How those near the focus were chosen, when not all of a step could stay.
  private func nearestReason(_ kept: Set<EntityReference>) -> String {
    let gone = nodes.filter { !kept.contains($0.reference) }
    let last = nodes.filter { kept.contains($0.reference) }.map(\.distance).max() ?? 0
    let ring = nodes.filter { $0.distance == last }
    let isCut = gone.contains { $0.distance == last }
    let isFarther = gone.contains { $0.distance > last }
    guard isCut else {
      let centre = Set(nodes.filter { $0.distance == 0 }.map(\.reference))
      return "farther away than the \(count(kept.subtracting(centre))) nearest"
    }
    let all = count(Set(ring.map(\.reference)))
    let here = count(Set(ring.map(\.reference)).intersection(kept))
    let step = Phrase.count(last, "step")
    return (isFarther ? "as far away or farther" : "as far away")
      + " (\(here) of \(all) at \(step) are shown, chosen by their number of links)"
  }

  /// How many ties of the map each node has, rivalries aside; one that leads back counts once.
  private var degrees: [EntityReference: Int] {
    var degrees: [EntityReference: Int] = [:]
    for tie in ties where !tie.isRivalry {
      for end in Set([tie.from, tie.to]) { degrees[end, default: 0] += tie.count }
    }
    return degrees
  }

  /// How many stand above each in a hierarchy; a circle ends where it began.
  var levels: [EntityReference: Int] {
    let above = Dictionary(
      ties.filter(\.pointsUp).map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    return Dictionary(
      nodes.map { node in
        var (seen, current): (Set, EntityReference) = ([node.reference], node.reference)
        while let next = above[current], seen.insert(next).inserted { current = next }
        return (node.reference, seen.count - 1)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The first nodes in the order of a rank; of equals, the earlier in the tables.
  private func first(_ count: Int, by rank: (Node) -> (Int, Int)) -> Set<EntityReference> {
    let ranks = nodes.map(rank)
    let ranked = nodes.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }
    return Set(ranked.prefix(count).map { nodes[$0].reference })
  }

  /// The nodes that stay when the least connected one goes until `count` are left.
  ///
  /// Of equals, the later in the tables goes first. O(*t* + *n*·log *n*) for *t* ties, with nodes kept by their number of ties.
  private func core(of count: Int) -> Set<EntityReference> {
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var neighbours = [[(node: Int, ties: Int)]](repeating: [], count: nodes.count)
    var degree = [Int](repeating: 0, count: nodes.count)
    for tie in ties where !tie.isRivalry {
      guard let from = positions[tie.from], let to = positions[tie.to], from != to else { continue }
      neighbours[from].append((to, tie.count))
      neighbours[to].append((from, tie.count))
      degree[from] += tie.count
      degree[to] += tie.count
    }
    var buckets: [Int: Set<Int>] = [:]
    for (node, ties) in degree.enumerated() { buckets[ties, default: []].insert(node) }
    var isLeft = [Bool](repeating: true, count: nodes.count)
    var lowest = 0
    for _ in count..<nodes.count {
      while buckets[lowest]?.isEmpty ?? true { lowest += 1 }
      guard let next = buckets[lowest]?.max() else { break }
      buckets[lowest]?.remove(next)
      isLeft[next] = false
      for (neighbour, ties) in neighbours[next] where isLeft[neighbour] {
        buckets[degree[neighbour]]?.remove(neighbour)
        degree[neighbour] -= ties
        buckets[degree[neighbour], default: []].insert(neighbour)
        lowest = min(lowest, degree[neighbour])
      }
    }
    return Set(nodes.indices.filter { isLeft[$0] }.map { nodes[$0].reference })
  }

  /// Keeps some nodes and the ties between them, and counts what goes.
  mutating func keep(because reason: String, _ isKept: (Node) -> Bool) {
    let dropped = nodes.filter { !isKept($0) }
    guard !dropped.isEmpty else { return }
    let gone = Set(dropped.map(\.reference))
    let lost = ties.filter { gone.contains($0.from) || gone.contains($0.to) }
    let members = dropped.flatMap { $0.everyone }
    omissions.append(
      Omission(
        members, reason,
        ties: lost.reduce(0) { $0 + $1.count } + dropped.reduce(0) { $0 + $1.foldedTies }))
    nodes.removeAll { gone.contains($0.reference) }
    ties.removeAll { gone.contains($0.from) || gone.contains($0.to) }
  }

  /// Leaves lines out that stand for few ties, and counts these; the strongest of each end stay, so that nobody loses all.
  ///
  /// - Complexity: O(*t*).
  mutating func dropLines(below least: Int) {
    var strongest: [EntityReference: Int] = [:]
    for tie in ties {
      for end in [tie.from, tie.to] { strongest[end] = max(strongest[end] ?? 0, tie.count) }
    }
    let dropped = ties.filter { tie in
      tie.count < least && tie.count < strongest[tie.from] ?? 0
        && tie.count < strongest[tie.to] ?? 0
    }
    guard !dropped.isEmpty else { return }
    let count = dropped.reduce(0) { $0 + $1.count }
    omissions.append(
      Omission(
        count, links, "on lines that stand for fewer than \(least) (the strongest of each stays)",
        ties: count))
    let gone = Set(dropped)
    ties.removeAll { gone.contains($0) }
  }

  /// Leaves rivalries out, and counts them.
  mutating func dropRivalries(because reason: String) {
    let count = ties.reduce(0) { $0 + ($1.isRivalry ? $1.count : 0) }
    guard count > 0 else { return }
    omissions.append(
      Omission(count, Noun(one: "rivalry", many: "rivalries"), reason, ties: count))
    ties.removeAll(where: \.isRivalry)
  }

  /// Merges ties that join the same two nodes in the same way into one with a count.
  mutating func mergeParallelTies() {
    var merged: [Tie] = []
    var positions: [TieKey: Int] = [:]
    for tie in ties {
      if let position = positions[TieKey(tie)] {
        merged[position].absorb(tie)
      } else {
        positions[TieKey(tie)] = merged.count
        merged.append(tie)
      }
    }
    ties = merged
  }

  /// What two ties must share to be merged: the ends, the direction if they have one, and whether the ends compete.
  struct TieKey: Hashable, Sendable, Codable {
    let first: EntityReference
    let second: EntityReference
    let isDirected: Bool
    let isRivalry: Bool

    init(_ tie: Tie) {
      let isSwapped = !tie.isDirected && tie.to < tie.from
      first = isSwapped ? tie.to : tie.from
      second = isSwapped ? tie.from : tie.to
      isDirected = tie.isDirected
      isRivalry = tie.isRivalry
    }
  }
}

extension MapContent.Tie {
  /// Takes another tie between the same ends into this one.
  mutating func absorb(_ other: MapContent.Tie) {
    absorbKinds(of: other)
    weight += other.weight
    logPValue = logPValue.map { min($0, other.logPValue ?? $0) } ?? other.logPValue
    details += other.details
    figures.merge(other.figures, uniquingKeysWith: +)
    if label != other.label { label = nil }
    if mark != other.mark { mark = .changed }
    // A line stands for ownership only where all its ties lack an owner; the tooltip names each.
    if let others = other.isOwned { isOwned = (isOwned ?? false) || others }
  }
}
