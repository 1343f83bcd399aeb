import EcosystemModel

extension MapContent {
  /// A tie for each relationship and each handoff that joins two, with the ends and the words of its row.
  ///
  /// - Complexity: O(number of rows).
  static func statedTies(of snapshot: Snapshot) -> [Tie] {
    let ecosystem = snapshot.ecosystem
    let ownership = Ownership(of: snapshot.whole)
    func tie(
      _ from: EntityReference, _ to: EntityReference, _ kind: String, label: String?,
      isDirected: Bool, isOwned: Bool?
    ) -> Tie {
      var tie = Tie(from: from, to: to, kind: kind, isDirected: isDirected)
      tie.label = label
      tie.isOwned = isOwned
      let arrow = isDirected ? "→" : "–"
      tie.details = [
        "\(ecosystem.name(of: from)) \(arrow) \(ecosystem.name(of: to)): \(label ?? kind)"
          + (isOwned == false ? " (no owner)" : "")
      ]
      return tie
    }
    var ties = ecosystem.relationships.map { row in
      let kind = row.kind ?? RelationshipKind.unnamed
      var tie = tie(
        row.from, row.to, kind, label: kind, isDirected: row.isDirected,
        isOwned: ownership.isOwned(row, in: ecosystem))
      tie.weight = strength(row.weight)
      tie.figures = figures(of: row)
      return tie
    }
    ties += ecosystem.handoffs.map { row in
      var tie = tie(
        row.from, row.to, "handoff", label: row.what ?? "handoff", isDirected: true,
        isOwned: ownership.isOwned(row, in: ecosystem))
      tie.figures = figures(of: row)
      return tie
    }
    return ties.filter { $0.from != $0.to }
  }

  /// What joins people, or people and committees; where nobody has a seat, committees as well.
  static func contacts(of snapshot: Snapshot) -> [Tie] {
    let isSeated = !snapshot.whole.memberships.isEmpty
    return statedTies(of: snapshot).filter { tie in
      let kinds: Set = [tie.from.kind, tie.to.kind]
      return kinds.isSubset(of: [.person, .committee]) && !(isSeated && kinds == [.committee])
    }
  }
}
