/// Finds people who hold several roles on one committee at the same time.
///
/// Many rosters write it so on purpose (chair and technical lead); an observer in the chair is another rule's matter.
struct SeveralRoles: Inspection {
  static let rule = "membership.roles.several"
  static let summary = "Everybody has one role on a committee at a time."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return snapshot.committeesWithRepeatedPeople.compactMap { committee in
      let seats = snapshot.hierarchy.seats(ofCommittee: committee)
      let seatsOf = Dictionary(grouping: seats.map { ecosystem.memberships[$0] }, by: \.person)
      let busy = Set(seatsOf.filter { hasSeveralRoles($0.value) }.map(\.key))
      let people = snapshot.names(
        of: seats.filter { busy.contains(ecosystem.memberships.columns.people[$0]) })
      guard !people.isEmpty else { return nil }
      let verb = people.count == 1 ? "has" : "have"
      return Finding(
        .note,
        "\(Phrase.quotedList(people)) \(verb) several roles on committee \(Phrase.quoted(ecosystem.committees[committee].name)) at the same time and count once; keep the row with the leading role if one is meant.",
        at: .init(.committees, committee))
    }
  }

  private func hasSeveralRoles(_ seats: [Membership]) -> Bool {
    guard Set(seats.map(\.role)).count > 1 else { return false }
    let together = Simultaneity.busiest(seats, validity: \.validity, key: \.role)
    let roles = Set(together.map(\.role))
    return roles.count > 1 && !(roles.contains(.observer) && roles.contains(where: \.isChairing))
  }
}
