/// Finds people who sit on a committee and on one above it, so that they escalate to themselves.
///
/// Alliance managers are there to connect the layers and are left out: the alliance's manager, and whoever has “alliance” in
/// title or function.
struct SamePersonOnTwoLayers: Inspection {
  static let rule = "governance.layers.shared"
  static let summary =
    "Nobody but alliance managers sits on a committee and on one that it escalates to."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    return ecosystem.committees.indices.flatMap { lower -> [Finding] in
      let ancestors = governance.ancestors(of: lower)
      guard !ancestors.isEmpty else { return [] }
      let manager = ecosystem.alliances[governance.alliances[lower]]?.manager
      var below: [Person.ID: [Validity]] = [:]
      for seat in governance.members(of: lower) where seat.role != .observer {
        below[seat.person, default: []].append(seat.validity)
      }
      return ancestors.compactMap { upper in
        let shared = governance.members(of: upper).filter { seat in
          seat.role != .observer && seat.person != manager
            && (below[seat.person] ?? []).contains { $0.overlaps(seat.validity) }
            && !isAllianceManager(seat.person, in: ecosystem)
        }
        let names = governance.names(of: shared)
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
