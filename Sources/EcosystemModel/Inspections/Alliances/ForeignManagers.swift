/// Finds alliance managers who work for none of the partners.
struct ForeignManagers: Inspection {
  static let rule = "alliance.manager.foreign"
  static let summary = "An alliance is managed by somebody who works for a partner."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    let managers = Set(ecosystem.alliances.compactMap(\.manager))
    guard !managers.isEmpty else { return [] }
    var employers: [Person.ID: [Int]] = [:]
    for manager in managers {
      employers[manager] = ecosystem.people.position(of: manager)
        .flatMap { hierarchy.company(ofPerson: $0) }.map { [$0] }
    }
    for employment in ecosystem.affiliations where managers.contains(employment.person) {
      guard let company = ecosystem.companies.position(of: employment.company) else { continue }
      employers[employment.person, default: []].append(company)
    }
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      let partners = hierarchy.partners(ofAlliance: position)
      guard let manager = alliance.manager,
        ecosystem.people.position(of: manager) != nil, let known = employers[manager],
        !known.contains(where: { hierarchy.partner(owning: $0, among: partners) != nil })
      else { return nil }
      return Finding(
        .warning,
        "\(ecosystem.quoted(.person(manager))) manages alliance \(Phrase.quoted(alliance.name)) but works for none of its companies; name another manager, or state the employment in affiliations.",
        at: .init(.alliances, position), column: Alliance.column(\.manager))
    }
  }
}
