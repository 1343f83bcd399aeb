extension Ecosystem {
  /// Only those committees, seats, handoffs, programs and scores that belong to an alliance.
  ///
  /// - Parameters:
  ///   - id: The alliance.
  ///   - hierarchy: The hierarchy of this ecosystem.
  /// - Returns: The part, with all companies, functions and people.
  func part(of id: Alliance.ID, _ hierarchy: Hierarchy) -> Ecosystem {
    let position = alliances.position(of: id)
    var part = self
    part.alliances = alliances.filter { $0.id == id }
    part.programs = programs.filter { $0.alliance == id }
    let own = position.map { hierarchy.committees(ofAlliance: $0) } ?? []
    let isOwn = Set(own)
    part.committees = Roster(
      own.map { row in
        var committee = committees[row]
        let isAboveOwn = hierarchy.committees.parent(of: row).map(isOwn.contains) ?? false
        if !isAboveOwn { committee.parent = nil }
        return committee
      })
    part.memberships = memberships.rows { seat in
      hierarchy.committee(ofSeat: seat).map(isOwn.contains) ?? false
    }
    let isOnly = alliances.count == 1
    part.handoffs = handoffs.filter { $0.alliance == id || (isOnly && $0.alliance == nil) }
    part.decisions = decisions.filter { decision in
      if let stated = decision.alliance { return stated == id }
      guard case .committee(let body) = decision.body else { return isOnly }
      return part.committees[body] != nil
    }
    let present = part
    part.scores = scores.filter { score in
      switch score.subject {
      case .alliance, .program, .committee: present.contains(score.subject)
      case .company, .function, .person: false
      }
    }
    return part
  }
}
