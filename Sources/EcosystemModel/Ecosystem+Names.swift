extension Ecosystem {
  /// Every entity, in the order of the tables.
  public var references: [EntityReference] {
    companies.map { .company($0.id) } + functions.map { .function($0.id) }
      + people.map { .person($0.id) } + alliances.map { .alliance($0.id) }
      + programs.map { .program($0.id) } + committees.map { .committee($0.id) }
  }

  /// The entities with this id or name; where there are none, those whose name differs only in case.
  public func references(named text: String) -> [EntityReference] {
    let all = references
    let exact = all.filter { $0.rawID == text || name(of: $0) == text }
    guard exact.isEmpty else { return exact }
    let folded = text.lowercased()
    return all.filter { name(of: $0).lowercased() == folded }
  }

  /// Up to three names that contain the text, that it contains, or that are spelled much like it, the shortest first.
  public func names(similarTo text: String) -> [String] {
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

  /// The names under which ``value(of:for:)`` finds something for at least one entity, ordered.
  public var columnNames: [String] {
    let contract = [
      "alliance", "approval_rate", "area", "cadence", "capacity_hours", "chartered", "companies",
      "company", "decides", "entity", "escalates_to", "function", "hours", "id", "kind", "lead",
      "manager",
      "max_days", "name", "north_star", "parent", "prep_hours", "quorum", "region", "seniority",
      "since", "stage", "tags", "time_zone", "title", "until", "url", "value_usd", "work_hours",
    ]
    let references = references
    let used = contract.filter { column in
      references.contains { value(of: column, for: $0) != nil }
    }
    return Set(used + references.flatMap { attributes(of: $0).entries.map(\.name) }).sorted()
  }

  /// Whether ``value(of:for:)`` finds something for at least one entity.
  public func hasColumn(_ column: String) -> Bool {
    references.contains { value(of: column, for: $0) != nil }
  }

  /// The columns of an entity's row that the contract does not name.
  public func attributes(of reference: EntityReference) -> Attributes {
    switch reference {
    case .company(let id): companies[id]?.attributes ?? Attributes()
    case .function(let id): functions[id]?.attributes ?? Attributes()
    case .person(let id): people[id]?.attributes ?? Attributes()
    case .committee(let id): committees[id]?.attributes ?? Attributes()
    case .alliance(let id): alliances[id]?.attributes ?? Attributes()
    case .program(let id): programs[id]?.attributes ?? Attributes()
    }
  }
}
