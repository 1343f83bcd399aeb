/// The tables of a dataset, in the order in which they are read.
package enum TableName: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
  case companies, functions, people, affiliations, alliances, programs, committees, memberships
  case relationships, handoffs, conflicts, scores, views

  /// Orders tables as they are read.
  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
