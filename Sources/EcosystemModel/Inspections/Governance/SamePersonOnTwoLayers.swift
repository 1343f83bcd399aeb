/// Finds people who sit on a committee and on one above it, so that they escalate to themselves.
///
/// Alliance managers are there to connect the layers and are left out: the alliance's manager, and whoever has “alliance” in
/// title or function.
struct SamePersonOnTwoLayers: Inspection {
  static let rule = "governance.layers.shared"
  static let summary =
    "Nobody but alliance managers sits on a committee and on one that it escalates to."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    return ecosystem.committees.indices.flatMap { lower -> [Finding] in
      let manager = hierarchy.alliance(ofCommittee: lower).flatMap {
        ecosystem.alliances[$0].manager
      }
      var below: [Person.ID: [Validity]] = [:]
      var elsewhere: Set<Int> = []
      for seat in snapshot.seats(of: lower, where: { $0.role != .observer && $0.person != manager })
      {
        let row = ecosystem.memberships[seat]
        below[row.person, default: []].append(row.validity)
        guard let person = hierarchy.person(inSeat: seat) else { continue }
        elsewhere.formUnion(
          hierarchy.seats(ofPerson: person).compactMap { hierarchy.committee(ofSeat: $0) })
      }
      guard elsewhere.count > 1 else { return [] }
      return hierarchy.committees.ancestors(of: lower).filter(elsewhere.contains).compactMap {
        upper in
        let shared = snapshot.seats(of: upper) { seat in
          seat.role != .observer
            && (below[seat.person] ?? []).contains { $0.overlaps(seat.validity) }
            && !isAllianceManager(seat.person, in: ecosystem)
        }
        let names = snapshot.names(of: shared)
        guard !names.isEmpty else { return nil }
        let verb = names.count == 1 ? "sits" : "sit"
        return Finding(
          .note,
          "\(Phrase.quotedList(names)) \(verb) on committee \(Phrase.quoted(ecosystem.committees[lower].name)) and on \(Phrase.quoted(ecosystem.committees[upper].name)) above it; seat different people, so that nobody decides on their own escalation.",
          at: .init(.committees, lower))
      }
    }
  }

  private func isAllianceManager(_ id: Person.ID, in ecosystem: Ecosystem) -> Bool {
    guard let person = ecosystem.people[id] else { return false }
    let texts = [person.title, person.name, ecosystem.functions[person.function]?.name]
    let isSeat = person.kind == .seat
    return texts.enumerated().contains { position, text in
      // A seat's name is its title; a person's name says nothing.
      (position != 1 || isSeat) && (text?.lowercased().contains("alliance") ?? false)
    }
  }
}
