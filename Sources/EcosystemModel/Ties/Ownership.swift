/// Which relationships, handoffs and alliances somebody should answer for.
///
/// A column of owners that is empty throughout says nothing, rivalries have no owner, and a relationship or an alliance of
/// companies whose people own none of the dataset's is theirs to look after.
package struct Ownership: Sendable {
  private let relationships: Houses
  private let handoffs: Houses
  private let alliances: Houses

  /// Reads who owns what, of all days.
  ///
  /// - Complexity: O(number of rows).
  package init(of whole: Ecosystem) {
    relationships = Houses(of: whole.relationships.compactMap(\.owner), in: whole)
    handoffs = Houses(of: whole.handoffs.compactMap(\.owner), in: whole)
    alliances = Houses(of: whole.alliances.compactMap(\.manager), in: whole)
  }

  /// Whether a relationship has an owner; `nil` if it needs none.
  package func isOwned(_ row: Relationship, in ecosystem: Ecosystem) -> Bool? {
    if row.owner != nil { return true }
    return !row.isRivalry && relationships.answer(for: [row.from, row.to], in: ecosystem)
      ? false : nil
  }

  /// Whether a handoff has an owner; `nil` if it needs none.
  package func isOwned(_ row: Handoff, in ecosystem: Ecosystem) -> Bool? {
    if row.owner != nil { return true }
    return handoffs.answer(for: [row.from, row.to], in: ecosystem) ? false : nil
  }

  /// Whether an alliance has a manager; `nil` if it needs none.
  package func isOwned(_ row: Alliance, in ecosystem: Ecosystem) -> Bool? {
    if row.manager != nil { return true }
    return alliances.answer(for: row.companies.map { .company($0) }, in: ecosystem) ? false : nil
  }

  /// The companies whose people own rows of one table.
  private struct Houses {
    /// `nil` if nobody owns any.
    private let companies: Set<Company.ID>?

    init(of owners: [Person.ID], in whole: Ecosystem) {
      companies =
        owners.isEmpty ? nil : Set(Set(owners).compactMap { whole.company(of: .person($0)) })
    }

    /// Whether they answer for what joins some ends: one of them is theirs, or joint, or nobody knows whose.
    func answer(for ends: [EntityReference], in ecosystem: Ecosystem) -> Bool {
      guard let companies else { return false }
      return companies.isEmpty
        || ends.contains { end in
          ecosystem.company(of: end).map(companies.contains) ?? true
        }
    }
  }
}
