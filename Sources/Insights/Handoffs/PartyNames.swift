import EcosystemModel

/// Names that tell the entities of an ecosystem apart: with the company, or else the id, where several share a name.
struct PartyNames {
  private let ecosystem: Ecosystem
  /// How many entities bear each name, and each name with its company; empty where no two share a name.
  private var uses = TextIndex()
  private var usesWithCompany: [String: Int] = [:]
  private var areAllDifferent: Bool

  /// Counts the names in O(entities).
  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    var uses = TextIndex()
    var areAllDifferent = true
    func count(_ roster: Roster<some Entity>) {
      uses.reserve(uses.count + roster.count)
      for position in roster.indices {
        let known = uses.number(of: roster[position].name, orSet: 0)
        uses[roster[position].name] = known + 1
        areAllDifferent = areAllDifferent && known == 0
      }
    }
    count(ecosystem.companies)
    count(ecosystem.functions)
    count(ecosystem.people)
    count(ecosystem.committees)
    count(ecosystem.alliances)
    count(ecosystem.programs)
    self.areAllDifferent = areAllDifferent
    guard !areAllDifferent else { return }
    self.uses = uses
    for reference in ecosystem.references {
      usesWithCompany[withCompany(reference), default: 0] += 1
    }
  }

  /// The name of an entity.
  subscript(_ reference: EntityReference) -> String {
    let name = ecosystem.name(of: reference)
    guard !areAllDifferent, uses[name] ?? 0 > 1 else { return name }
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
