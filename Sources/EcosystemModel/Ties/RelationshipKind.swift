/// What the words in the column `kind` of relationships say by themselves.
package enum RelationshipKind {
  /// What a relationship is called whose row names no kind.
  package static let unnamed = "relationship"

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

  /// First words of kinds that say no more of two companies than that they are in an alliance.
  package static let partnerships = [
    "partners", "partner", "partnered", "partnership", "alliance", "alliances", "allied", "allies",
    "ally",
  ]

  private static let directedWords = directed.map(words(of:))

  /// Last words of kinds that lead from the first end to the second, as in `refers patients to`.
  package static let directions = ["to", "for", "from", "into"]

  /// First words of kinds that hold both ways though their last word is a direction, as in `linked to`.
  private static let mutual = [
    "linked", "connected", "related", "joined", "close", "similar", "next", "equal", "married",
    "allied", "bound", "tied",
  ]

  /// Whether ties of a kind lead from the first end to the second, as `supplies`, `supplies wafers to` and `refers patients to` do.
  package static func isDirected(_ kind: String?) -> Bool {
    guard let kind else { return false }
    let words = words(of: kind)
    if directedWords.contains(where: { words.starts(with: $0) }) { return true }
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return directions.contains(last) && !mutual.contains(first)
  }

  /// Whether ties of a kind are rivalries.
  package static func isRivalry(_ kind: String?) -> Bool { begins(kind, with: rivalries) }

  /// Whether a kind says of two companies what an alliance of the two says.
  package static func isPartnership(_ kind: String?) -> Bool { begins(kind, with: partnerships) }

  /// A kind however its words are joined and whatever their case, so that `Co-develops` and `co develops` are one.
  package static func key(of kind: String) -> String { words(of: kind).joined(separator: " ") }

  private static func begins(_ kind: String?, with firstWords: [String]) -> Bool {
    kind.flatMap { words(of: $0).first }.map(firstWords.contains) ?? false
  }

  /// The words of a kind in lower case, however they are joined.
  private static func words(of kind: String) -> [String] {
    guard kind.utf8.allSatisfy({ $0 < 0x80 }) else {
      return kind.lowercased().split { $0 == "_" || $0 == "-" || $0.isWhitespace }
        .map(String.init)
    }
    return kind.utf8.split { byte in
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == 0x20
        || (0x09...0x0D).contains(byte)
    }.map { word in
      String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
  }
}
