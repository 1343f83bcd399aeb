/// Finds alliance managers who work for none of the partners.
struct ForeignManagers: Inspection {
  static let rule = "alliance.manager.foreign"
  static let summary = "An alliance is managed by somebody who works for a partner."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    var employers = ecosystem.people.indices.map { person in
      hierarchy.company(ofPerson: person).map { [$0] } ?? []
    }
    for employment in ecosystem.affiliations {
      guard let person = ecosystem.people.position(of: employment.person),
        let company = ecosystem.companies.position(of: employment.company)
      else { continue }
      employers[person].append(company)
    }
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      let partners = hierarchy.partners(ofAlliance: position)
      guard let manager = alliance.manager,
        let known = ecosystem.people.position(of: manager).map({ employers[$0] }), !known.isEmpty,
        !known.contains(where: { hierarchy.partner(owning: $0, among: partners) != nil })
      else { return nil }
      return Finding(
        .warning,
        "\(ecosystem.quoted(.person(manager))) manages alliance \(Phrase.quoted(alliance.name)) but works for none of its companies; name another manager, or state the employment in affiliations.",
        at: .init(.alliances, position), column: Alliance.column(\.manager))
    }
  }
}
