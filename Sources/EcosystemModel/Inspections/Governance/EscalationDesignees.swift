/// Finds committees whose disputes go to somebody who took part in them, or who does not stand above them.
///
/// A person must not sit on the committee and must be more senior than all of its voting members whose seniority is known; a
/// committee must not be the same one nor stand below it.
struct EscalationDesignees: Inspection {
  static let rule = "committee.designee"
  static let summary =
    "Whom a committee escalates disputes to does not sit on it, and is senior to it."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.committees.indices.compactMap { position in
      let fault: String? =
        switch ecosystem.committees[position].designee {
        case .person(let person): fault(of: person, for: position, in: snapshot)
        case .committee(let committee): fault(of: committee, for: position, in: snapshot)
        default: nil
        }
      return fault.map {
        Finding(
          .warning, $0, at: .init(.committees, position), column: Committee.column(\.designee))
      }
    }
  }

  private func fault(of person: Person.ID, for position: Int, in snapshot: Snapshot) -> String? {
    let ecosystem = snapshot.ecosystem
    let name = Phrase.quoted(ecosystem.committees[position].name)
    let designee = ecosystem.quoted(.person(person))
    let isSeated = !snapshot.seats(of: position) { $0.role != .observer && $0.person == person }
      .isEmpty
    if isSeated {
      return
        "\(designee), to whom committee \(name) escalates, sits on it; name somebody above it who takes no part."
    }
    guard let rank = ecosystem.people[person]?.seniority else { return nil }
    let members = snapshot.seats(of: position) {
      $0.role.isVoting && ecosystem.people[$0.person]?.seniority.map { $0 <= rank } ?? false
    }
    guard !members.isEmpty else { return nil }
    return
      "\(designee), to whom committee \(name) escalates, has seniority \(rank) and is not senior to \(Phrase.quotedList(snapshot.names(of: members))) on it; name somebody more senior."
  }

  private func fault(
    of committee: Committee.ID, for position: Int, in snapshot: Snapshot
  ) -> String? {
    let ecosystem = snapshot.ecosystem
    let name = Phrase.quoted(ecosystem.committees[position].name)
    guard let designee = ecosystem.committees.position(of: committee) else { return nil }
    if designee == position {
      return
        "committee \(name) escalates disputes to itself; name a committee or a person above it."
    }
    guard snapshot.hierarchy.committees.ancestors(of: designee).contains(position) else {
      return nil
    }
    return
      "committee \(name) escalates disputes to \(ecosystem.quoted(.committee(committee))), which stands below it; name a committee or a person above it."
  }
}
