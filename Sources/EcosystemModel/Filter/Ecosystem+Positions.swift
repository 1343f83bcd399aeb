extension Ecosystem {
  /// The row of an entity in its table, or `nil` if the ecosystem has no such entity.
  package func position(of reference: EntityReference) -> Int? {
    switch reference {
    case .company(let id): companies.position(of: id)
    case .function(let id): functions.position(of: id)
    case .person(let id): people.position(of: id)
    case .committee(let id): committees.position(of: id)
    case .alliance(let id): alliances.position(of: id)
    case .program(let id): programs.position(of: id)
    }
  }
}
