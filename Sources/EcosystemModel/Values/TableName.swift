/// The tables of a dataset, in the order in which they are read.
package enum TableName: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
  case companies, functions, people, affiliations, alliances, programs, committees, memberships
  case relationships, handoffs, conflicts, decisions, scores, views, places

  /// Orders tables as they are read.
  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  /// The tables that people fill in; places are read from pictures.
  package static let byHand = allCases.filter { $0 != .places }

  /// Whether its rows tell how something is drawn, not what there is.
  package var isOfPictures: Bool { self == .views || self == .places }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
