import EcosystemModel

/// What a name means to a question.
extension Snapshot {
  /// The committee where a proposal begins; `nil` if none was asked for.
  func committee(meant asked: AskedEntity?) throws(InsightError) -> Committee.ID? {
    guard let asked else { return nil }
    try require(.committees, for: "escalation")
    let found = try asked.resolved { name throws(InsightError) in
      try whole.entity(named: name, among: .committee)
    }
    guard case .committee(let id) = found else { return nil }
    return id
  }

  /// The entity of a name; of several, the only one that takes part in handoffs.
  func handoffParty(named name: String) throws(InsightError) -> EntityReference {
    let parties = Set(whole.handoffs.flatMap { [$0.from, $0.to] })
    let found = whole.references(named: name).filter { parties.contains($0) }
    if found.count == 1, let only = found.first { return only }
    return try whole.entity(named: name)
  }

  /// The entity of a name; of several, a company before a function, and no program.
  func navigable(named name: String) throws(InsightError) -> EntityReference {
    guard !whole.references.isEmpty else {
      throw InsightError(
        .missingData,
        "navigator needs the table “companies”, “functions” or “people”; all are missing or empty.")
    }
    let found = whole.references(named: name).filter { $0.kind != .program }
    if found.count == 1, let only = found.first { return only }
    let companies = found.filter { $0.kind == .company }
    if companies.count == 1, let only = companies.first { return only }
    return try whole.entity(named: name)
  }

  /// The alliance that is meant.
  func alliance(meant asked: AskedEntity) throws(InsightError) -> Alliance.ID {
    let found = try asked.resolved { name throws(InsightError) in
      try whole.entity(named: name, among: .alliance)
    }
    guard case .alliance(let id) = found else {
      throw InsightError(.unknownName, "“\(whole.name(of: found))” is no alliance.")
    }
    return id
  }
}
