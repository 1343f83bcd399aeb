import EcosystemModel

extension MapContent {
  /// Keeps the nodes that meet the view's conditions, and counts the others.
  ///
  /// A condition on a column that a kind of entity lacks altogether does not concern that kind; but a node that has
  /// ties, and all of them to nodes that were left out, is left out too.
  mutating func applyConditions(in ecosystem: Ecosystem) {
    guard !view.conditions.isEmpty else { return }
    let kinds = Set(nodes.map(\.reference.kind))
    var concerned: [EntityReference.Kind: [Condition]] = [:]
    for kind in kinds {
      let members = nodes.filter { $0.reference.kind == kind }
      concerned[kind] = view.conditions.filter { condition in
        members.contains { ecosystem.value(of: condition.column, for: $0.reference) != nil }
      }
    }
    let met = Set(
      nodes.map(\.reference).filter { reference in
        (concerned[reference.kind] ?? []).allSatisfy { $0.isMet(by: reference, in: ecosystem) }
      })
    var neighbours: [EntityReference: Set<EntityReference>] = [:]
    for tie in ties {
      neighbours[tie.from, default: []].insert(tie.to)
      neighbours[tie.to, default: []].insert(tie.from)
    }
    keep(because: "not matching the filter") { node in
      guard met.contains(node.reference) else { return false }
      guard concerned[node.reference.kind]?.isEmpty ?? true, let near = neighbours[node.reference]
      else { return true }
      return !near.isDisjoint(with: met)
    }
  }

  /// Keeps the nodes with the most ties where there are more than the view's limit, and counts the others.
  ///
  /// On a focus map the nearest come first. Equal nodes are taken in the order of the tables.
  mutating func applyLimit() {
    guard let limit = view.limit, nodes.count > limit else { return }
    let kept = Set(
      nodes.indices.sorted { left, right in
        (nodes[left].distance, -nodes[left].tieCount, left)
          < (nodes[right].distance, -nodes[right].tieCount, right)
      }.prefix(limit).map { nodes[$0].reference })
    let reason =
      view.kind == .focus
      ? "farther away or with fewer ties (the \(limit) nearest are shown)"
      : "with fewer ties (the \(limit) with the most are shown)"
    keep(because: reason) {
      kept.contains($0.reference)
    }
  }

  /// Keeps some nodes and the ties between them, and counts what goes.
  mutating func keep(because reason: String, _ isKept: (Node) -> Bool) {
    let dropped = nodes.filter { !isKept($0) }
    guard !dropped.isEmpty else { return }
    omissions.append(
      Omission(reason: reason, count: dropped.count, names: dropped.map(\.name)))
    let gone = Set(dropped.map(\.reference))
    nodes.removeAll { gone.contains($0.reference) }
    ties.removeAll { gone.contains($0.from) || gone.contains($0.to) }
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

  /// What two ties must share to be merged: the ends, and the direction if they have one.
  private struct TieKey: Hashable {
    let first: EntityReference
    let second: EntityReference
    let isDirected: Bool

    init(_ tie: Tie) {
      let isSwapped = !tie.isDirected && tie.to < tie.from
      first = isSwapped ? tie.to : tie.from
      second = isSwapped ? tie.from : tie.to
      isDirected = tie.isDirected
    }
  }
}

extension MapContent.Tie {
  /// Takes another tie between the same ends into this one.
  fileprivate mutating func absorb(_ other: MapContent.Tie) {
    count += other.count
    details += other.details
    if kind != other.kind { kind = "several" }
    if label != other.label { label = nil }
    // A line stands for ownership only where all its ties lack an owner; the tooltip names each.
    if let others = other.isOwned { isOwned = (isOwned ?? false) || others }
  }
}
