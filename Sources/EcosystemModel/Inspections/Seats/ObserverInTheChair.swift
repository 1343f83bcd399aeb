/// Finds people who lead a committee on which they only observe.
struct ObserverInTheChair: Inspection {
  static let rule = "committee.chair.observer"
  static let summary = "Nobody who only observes a committee chairs it at the same time."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    return ecosystem.committees.indices.compactMap { committee in
      let members = governance.members(of: committee)
      var observing: [Person.ID: [Validity]] = [:]
      for seat in members where seat.role == .observer {
        observing[seat.person, default: []].append(seat.validity)
      }
      let people = governance.names(
        of: members.filter { seat in
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
