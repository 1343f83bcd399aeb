import EcosystemModel

/// Names that tell the entities of an ecosystem apart: with the company, or else the id, where several share a name.
struct PartyNames {
  private let ecosystem: Ecosystem
  private var uses: [String: Int] = [:]
  private var usesWithCompany: [String: Int] = [:]

  /// Counts the names in O(entities).
  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    for reference in ecosystem.references {
      uses[ecosystem.name(of: reference), default: 0] += 1
      usesWithCompany[withCompany(reference), default: 0] += 1
    }
  }

  /// The name of an entity.
  subscript(_ reference: EntityReference) -> String {
    let name = ecosystem.name(of: reference)
    guard uses[name, default: 0] > 1 else { return name }
    let longer = withCompany(reference)
    return usesWithCompany[longer, default: 0] > 1 ? "\(name) [\(reference.rawID)]" : longer
  }

  /// The name of a person.
  subscript(_ person: Person.ID) -> String { self[.person(person)] }

  private func withCompany(_ reference: EntityReference) -> String {
    let name = ecosystem.name(of: reference)
    guard let company = ecosystem.company(of: reference), reference != .company(company) else {
      return name
    }
    return "\(name) (\(ecosystem.name(of: .company(company))))"
  }
}
