extension Snapshot {
  /// The snapshot with nothing but what meets a filter as well.
  ///
  /// Rows that no condition speaks of stay, unless what they join or belong to is gone: a seat goes with its person or its committee, a
  /// relationship and a handoff with either end. ``whole`` and ``date`` stay as they are.
  ///
  /// - Throws: ``FilterFault`` if a condition says nothing about what is shown, if nothing has the value asked for, or if nothing
  ///   meets all conditions together.
  /// - Complexity: O(conditions · rows).
  package func filtered(by filter: Filter) throws(FilterFault) -> Snapshot {
    guard !filter.isEmpty else { return self }
    for condition in filter.conditions {
      try ConditionScope(condition, in: ecosystem).requireSense(for: filter.subjects)
    }
    let joint = Filter(self.filter.conditions + filter.conditions, showing: filter.subjects)
    let left = Snapshot(of: origin, on: date, within: alliance, meeting: joint)
    guard joint.subjects.contains(where: { left.count(of: $0) > 0 }) else {
      throw FilterFault(
        message: "Nothing meets \(Phrase.list(joint.conditions.map(\.description))) together.",
        condition: nil)
    }
    return left
  }

  /// How many rows of a table there are, without those that stay for a name's sake.
  package func count(of table: TableName) -> Int {
    ecosystem.count(of: table) - bystanders.count { $0.kind.table == table }
  }
}

extension Filter {
  /// The alliances that everything shown is to belong to, so that it makes pages about them; none where firewalls are asked for, which
  /// are a matter of the house itself.
  func alliances(in ecosystem: Ecosystem) -> Set<Alliance.ID> {
    guard subjects != [.conflicts] else { return [] }
    let named = conditions.filter {
      $0.comparison == .equal && TableName(thing: $0.column) == .alliances
    }
    return Set(
      named.flatMap { condition in
        ConditionScope(condition, in: ecosystem).rows(of: .alliances).map {
          ecosystem.alliances[$0].id
        }
      })
  }

  /// What is left of an ecosystem, and who stays for a name's sake.
  func remainder(
    of ecosystem: Ecosystem, _ hierarchy: Hierarchy
  ) -> (ecosystem: Ecosystem, bystanders: Set<EntityReference>) {
    let belonging = Belonging(ecosystem, hierarchy)
    let scopes = conditions.map { ConditionScope($0, in: ecosystem) }
    var selection = Selection(of: ecosystem, hierarchy)
    // Walls are between two sides, of which one is meant; everything else is the way by which people get across.
    let tables =
      subjects == [.conflicts] ? subjects : TableName.allCases.filter { $0 != .conflicts }
    for table in tables {
      for joint in JointScope.all(of: scopes, for: table) {
        selection.keep(joint.rows(of: table, in: ecosystem, belonging), of: table)
      }
    }
    let showsSeats = subjects.contains(.memberships) || subjects.contains(.people)
    return selection.remainder(prunesSeatless: showsSeats)
  }
}
