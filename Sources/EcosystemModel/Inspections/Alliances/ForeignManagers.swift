/// Finds alliance managers who work for none of the partners.
struct ForeignManagers: Inspection {
  static let rule = "alliance.manager.foreign"
  static let summary = "An alliance is managed by somebody who works for a partner."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    var employers: [Person.ID: [Company.ID]] = [:]
    for person in ecosystem.people {
      employers[person.id] = ecosystem.company(of: .person(person.id)).map { [$0] }
    }
    for employment in ecosystem.affiliations {
      employers[employment.person, default: []].append(employment.company)
    }
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      guard let manager = alliance.manager, let known = employers[manager],
        !known.contains(where: { ecosystem.partner(owning: $0, among: alliance.companies) != nil })
      else { return nil }
      return Finding(
        .warning,
        "\(ecosystem.quoted(.person(manager))) manages alliance \(Phrase.quoted(alliance.name)) but works for none of its companies; name another manager, or state the employment in affiliations.",
        at: .init(.alliances, position), column: "manager")
    }
  }
}
