/// Finds committees that keep one of two co-chairs.
struct LostCoChairs: Inspection {
  static let rule = "committee.cochair.lost"
  static let summary = "A committee that two co-chairs led does not go on with one of them."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.committees.indices.compactMap { position in
      let places = snapshot.hierarchy.seats(ofCommittee: position)
      guard places.contains(where: { ecosystem.memberships.columns.roles[$0] == .coChair }) else {
        return nil
      }
      let committee = ecosystem.committees[position]
      let seats =
        places
        .map { ecosystem.memberships[$0] }.filter(\.validity.isOrdered)
      guard let (day, left, stays) = loss(among: seats.filter { $0.role == .coChair }),
        committee.validity.contains(day),
        !seats.contains(where: { $0.role == .chair && $0.validity.contains(day) })
      else { return nil }
      let name = Phrase.quoted(committee.name)
      return Finding(
        .warning,
        "committee \(name) has one co-chair from \(day) on, \(ecosystem.quoted(.person(stays))), since \(ecosystem.quoted(.person(left))) left; name a second one, or make the other the chair.",
        at: .init(.committees, position))
    }
  }

  /// The day from which one co-chair is left of several for good, who left on it and who stays.
  private func loss(
    among seats: [Membership]
  ) -> (day: CalendarDate, left: Person.ID, stays: Person.ID)? {
    let open = Set(seats.filter { $0.validity.until == nil }.map(\.person))
    guard open.count == 1, let stays = open.first else { return nil }
    let last = seats.filter { $0.person != stays }
      .max { ($0.validity.until?.dayNumber ?? 0) < ($1.validity.until?.dayNumber ?? 0) }
    guard let last, let day = last.validity.until,
      seats.contains(where: { $0.person == stays && $0.validity.overlaps(last.validity) })
    else { return nil }
    return (day, last.person, stays)
  }
}
