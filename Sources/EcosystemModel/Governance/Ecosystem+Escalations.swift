extension Ecosystem {
  /// Where one committee takes what it cannot settle.
  package struct Escalation: Hashable, Sendable {
    /// The committee that escalates.
    package let from: Committee.ID
    /// The one that it escalates to.
    package let to: Committee.ID
  }

  /// Who escalates to whom: each committee to its parent, and to those to which a directed relationship `escalates to` or
  /// `reports to` leads, each pair once; parents come first, in the order of the committees.
  ///
  /// - Complexity: O(committees + relationships).
  package var escalations: [Escalation] {
    var seen: Set<Escalation> = []
    let parents = committees.compactMap { committee in
      committee.parent.map { Escalation(from: committee.id, to: $0) }
    }
    let related = relationships.compactMap { tie -> Escalation? in
      guard tie.isDirected, case .committee(let from) = tie.from, case .committee(let to) = tie.to,
        ["escalatesto", "reportsto"].contains(ColumnName.normalized(tie.kind ?? ""))
      else { return nil }
      return Escalation(from: from, to: to)
    }
    return (parents + related).filter { seen.insert($0).inserted }
  }
}
