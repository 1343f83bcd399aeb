/// Finds people who lead a committee on which they only observe.
struct ObserverInTheChair: Inspection {
  static let rule = "committee.chair.observer"
  static let summary = "Nobody who only observes a committee chairs it at the same time."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.committees.indices.compactMap { committee in
      let seats = snapshot.hierarchy.seats(ofCommittee: committee)
      guard seats.contains(where: { ecosystem.memberships.columns.roles[$0] == .observer }),
        seats.contains(where: { ecosystem.memberships.columns.roles[$0].isChairing })
      else { return nil }
      var observing: [Person.ID: [Validity]] = [:]
      for position in snapshot.seats(of: committee, where: { $0.role == .observer }) {
        let seat = ecosystem.memberships[position]
        observing[seat.person, default: []].append(seat.validity)
      }
      let people = snapshot.names(
        of: snapshot.seats(of: committee) { seat in
          seat.role.isChairing
            && (observing[seat.person] ?? []).contains { $0.overlaps(seat.validity) }
        })
      guard !people.isEmpty else { return nil }
      let verb = people.count == 1 ? "chairs and observes" : "chair and observe"
      return Finding(
        .warning,
        "\(Phrase.quotedList(people)) \(verb) committee \(Phrase.quoted(ecosystem.committees[committee].name)) at the same time; observers do not decide, so keep one of the two rows.",
        at: .init(.committees, committee))
    }
  }
}
