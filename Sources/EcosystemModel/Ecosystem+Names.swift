extension Ecosystem {
  /// Every entity, in the order of the tables.
  package var references: [EntityReference] {
    companies.map { .company($0.id) } + functions.map { .function($0.id) }
      + people.map { .person($0.id) } + alliances.map { .alliance($0.id) }
      + programs.map { .program($0.id) } + committees.map { .committee($0.id) }
  }

  /// The entities with this id or name; where there are none, those whose name differs only in case.
  package func references(named text: String) -> [EntityReference] {
    let all = references
    let exact = all.filter { $0.rawID == text || name(of: $0) == text }
    guard exact.isEmpty else { return exact }
    let folded = text.lowercased()
    return all.filter { name(of: $0).lowercased() == folded }
  }

  /// Up to three names that contain the text, that it contains, or that are spelled much like it, the shortest first.
  package func names(similarTo text: String) -> [String] {
    let folded = text.lowercased()
    guard !folded.isEmpty else { return [] }
    let letters = folded.letters
    let limit = min(3, letters.count / 4)
    let near = Set(references.map { name(of: $0) }).filter { name in
      let other = name.lowercased()
      return other.contains(folded) || (other.count > 3 && folded.contains(other))
        || (limit > 0 && editDistance(letters, other.letters, limit: limit) != nil)
    }
    return near.sorted { ($0.count, $0) < ($1.count, $1) }.prefix(3).map { $0 }
  }
}
