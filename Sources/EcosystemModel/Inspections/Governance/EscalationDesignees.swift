/// Finds committees whose disputes go to somebody who took part in them, or who does not stand above them.
///
/// A person must not sit on the committee and must be more senior than all of its voting members whose seniority is known; a
/// committee must not be the same one nor stand below it.
struct EscalationDesignees: Inspection {
  static let rule = "committee.designee"
  static let summary =
    "Whom a committee escalates disputes to does not sit on it, and is senior to it."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    return ecosystem.committees.indices.compactMap { position in
      let fault: String? =
        switch ecosystem.committees[position].designee {
        case .person(let person): fault(of: person, for: position, governance)
        case .committee(let committee): fault(of: committee, for: position, governance)
        default: nil
        }
      return fault.map {
        Finding(.warning, $0, at: .init(.committees, position), column: "escalates_to")
      }
    }
  }

  private func fault(of person: Person.ID, for position: Int, _ governance: Governance) -> String? {
    let ecosystem = governance.ecosystem
    let name = Phrase.quoted(ecosystem.committees[position].name)
    let designee = ecosystem.quoted(.person(person))
    let seats = governance.members(of: position).filter { $0.role != .observer }
    if seats.contains(where: { $0.person == person }) {
      return
        "\(designee), to whom committee \(name) escalates, sits on it; name somebody above it who takes no part."
    }
    guard let rank = ecosystem.people[person]?.seniority else { return nil }
    let members = seats.filter(\.role.isVoting).filter {
      ecosystem.people[$0.person]?.seniority.map { $0 <= rank } ?? false
    }
    guard !members.isEmpty else { return nil }
    return
      "\(designee), to whom committee \(name) escalates, has seniority \(rank) and is not senior to \(Phrase.quotedList(governance.names(of: members))) on it; name somebody more senior."
  }

  private func fault(
    of committee: Committee.ID, for position: Int, _ governance: Governance
  ) -> String? {
    let ecosystem = governance.ecosystem
    let name = Phrase.quoted(ecosystem.committees[position].name)
    guard let designee = ecosystem.committees.position(of: committee) else { return nil }
    if designee == position {
      return
        "committee \(name) escalates disputes to itself; name a committee or a person above it."
    }
    guard governance.ancestors(of: designee).contains(position) else { return nil }
    return
      "committee \(name) escalates disputes to \(ecosystem.quoted(.committee(committee))), which stands below it; name a committee or a person above it."
  }
}
