/// What was left out of an ecosystem since no source states it.
package struct Unstated: Hashable, Sendable, Codable {
  /// Rows tagged `illustrative`, and rows that cannot do without a cell or an entity that nobody states.
  package var rows = 0
  /// Cells of stated rows that `assumed` names.
  package var cells = 0
}

extension Unstated: CustomStringConvertible {
  /// What is counted: `98 illustrative rows and 12 assumed cells`.
  package var description: String {
    let parts = [
      rows > 0 || cells == 0 ? Phrase.count(rows, "illustrative row") : nil,
      cells > 0 ? Phrase.count(cells, "assumed cell") : nil,
    ].compactMap { $0 }
    return parts.joined(separator: " and ")
  }
}
