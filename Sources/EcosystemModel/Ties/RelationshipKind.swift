/// What the words in the column `kind` of relationships say by themselves.
package enum RelationshipKind {
  /// Kinds that lead from the first end to the second wherever their row does not say otherwise.
  package static let directed = [
    "supplies", "sells to", "buys from", "manufactures for", "distributes for", "licenses to",
    "licences to", "sublicenses to", "sublicences to", "invests in", "funds", "owns", "reports to",
    "escalates to",
  ]

  /// First words of kinds that are no cooperation: neither end leads to the other.
  package static let rivalries = [
    "competes", "compete", "competing", "competitor", "competitors", "competition", "rival",
    "rivals", "rivalry",
  ]

  private static let directedWords = directed.map(words(of:))

  /// Whether ties of a kind lead from the first end to the second, as `supplies` and `supplies wafers to` do.
  package static func isDirected(_ kind: String?) -> Bool {
    guard let kind else { return false }
    let words = words(of: kind)
    return directedWords.contains { words.starts(with: $0) }
  }

  /// Whether ties of a kind are rivalries.
  package static func isRivalry(_ kind: String?) -> Bool {
    kind.flatMap { words(of: $0).first }.map(rivalries.contains) ?? false
  }

  /// The words of a kind in lower case, however they are joined.
  private static func words(of kind: String) -> [String] {
    kind.lowercased().split { $0 == "_" || $0 == "-" || $0.isWhitespace }.map(String.init)
  }
}
