package import EcosystemModel
package import Insights
package import Interchange

extension Dataset {
  /// What changed between this dataset and another, or between two days of this one.
  ///
  /// - Parameters:
  ///   - first: The day of this dataset; `nil` for all its rows.
  ///   - other: The other dataset; `nil` for this one.
  ///   - second: The day of the other.
  ///   - conditions: What everything compared must meet, in either.
  /// - Returns: The comparison, with places in the files.
  /// - Throws: ``EcomapError`` for a condition that says nothing about either, or that nothing meets.
  /// - Complexity: O(rows), and that of the questions.
  package func comparison(
    on first: CalendarDate?, with other: Dataset?, on second: CalendarDate?,
    meeting conditions: [Condition] = []
  ) throws(EcomapError) -> EcosystemComparison {
    try EcomapError.wrapping { () throws(InsightError) in
      let isSame = other == nil
      let before = try side(on: first, alone: isSame, meeting: conditions)
      let after = try (other ?? self).side(on: second, alone: isSame, meeting: conditions)
      return EcosystemComparison(from: before, to: after, isSameDataset: isSame)
    }
  }

  /// How much there is in this dataset and others, or in this one on several days, and what came and went in between.
  ///
  /// - Parameters:
  ///   - states: The states in their order, two at least.
  ///   - conditions: What everything counted must meet, in each.
  /// - Returns: The numbers by table and state.
  /// - Throws: ``EcomapError`` for a condition that says nothing about one of them, or that nothing meets.
  /// - Complexity: O(rows of all states).
  package func growth(
    over states: [DatasetState], meeting conditions: [Condition] = []
  ) throws(EcomapError) -> EcosystemGrowth {
    try EcomapError.wrapping { () throws(InsightError) in
      let isSame = states.allSatisfy { $0.dataset == nil }
      var sides: [EcosystemComparison.Side] = []
      for state in states {
        sides.append(
          try (state.dataset ?? self).side(on: state.day, alone: isSame, meeting: conditions))
      }
      return EcosystemGrowth(of: sides, isSameDataset: isSame)
    }
  }

  private func side(
    on day: CalendarDate?, alone: Bool, meeting conditions: [Condition]
  ) throws(InsightError) -> EcosystemComparison.Side {
    let snapshot: Snapshot
    do throws(FilterFault) {
      snapshot = try ecosystem.on(day)
        .filtered(by: Filter(conditions, showing: TableName.allCases))
    } catch {
      throw InsightError(.badOption, error.message)
    }
    let name = ([alone ? nil : path] + [day?.words]).compactMap { $0 }
      .joined(separator: " on ")
    return EcosystemComparison.Side(snapshot, called: name) { [sources] row, column in
      sources.location(of: row, column: column)
    }
  }
}
