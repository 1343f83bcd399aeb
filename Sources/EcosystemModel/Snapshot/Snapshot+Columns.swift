extension Snapshot {
  /// What the tables say of an entity on the day under a column name, as text, with what it inherits.
  ///
  /// As ``Ecosystem/value(of:for:)``; the alliance of a committee without one is that of the nearest committee above.
  package func value(of column: String, for reference: EntityReference) -> String? {
    guard let committee = Self.heir(of: column, reference) else {
      return ecosystem.value(of: column, for: reference)
    }
    return alliance(of: committee).map { ecosystem.name(of: .alliance($0)) }
  }

  /// The ids that a column of an entity refers to on the day, as ``value(of:for:)`` gives their names.
  package func referredIDs(in column: String, of reference: EntityReference) -> [String] {
    guard let committee = Self.heir(of: column, reference) else {
      return ecosystem.referredIDs(in: column, of: reference)
    }
    return alliance(of: committee).map { [$0.rawValue] } ?? []
  }

  /// The committee whose alliance is asked for.
  private static func heir(of column: String, _ reference: EntityReference) -> Committee.ID? {
    guard case .committee(let id) = reference,
      Committee.contract.column(named: column)?.name == Committee.column(\.alliance)
    else { return nil }
    return id
  }
}
