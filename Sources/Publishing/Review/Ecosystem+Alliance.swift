import EcosystemModel

extension Ecosystem {
  /// The ecosystem with only those committees, seats, handoffs, programs and scores that belong to an alliance.
  ///
  /// People, companies and functions stay, so that names can be told.
  func within(_ id: Alliance.ID) -> Ecosystem {
    var part = self
    part.alliances = alliances.filter { $0.id == id }
    part.programs = programs.filter { $0.alliance == id }
    let own = committees.filter { $0.alliance == id }
    part.committees = Roster(
      own.map { committee in
        var committee = committee
        committee.parent = committee.parent.flatMap { own[$0] == nil ? nil : $0 }
        return committee
      })
    part.memberships = memberships.filter { own[$0.committee] != nil }
    let isOnly = alliances.count == 1
    part.handoffs = handoffs.filter { $0.alliance == id || (isOnly && $0.alliance == nil) }
    let present = part
    part.scores = scores.filter { score in
      switch score.subject {
      case .alliance, .program, .committee: present.contains(score.subject)
      case .company, .function, .person: false
      }
    }
    return part
  }

  /// The ecosystem with only those firewalls that concern an alliance or one of its companies.
  func withFirewalls(of alliance: Alliance) -> Ecosystem {
    var part = self
    let sides = Set(
      [EntityReference.alliance(alliance.id)]
        + alliance.companies.map { EntityReference.company($0) })
    // One company takes part in many alliances; its walls against the outside are not all this alliance's.
    part.conflicts = conflicts.filter { conflict in
      conflict.a == .alliance(alliance.id) || conflict.b == .alliance(alliance.id)
        || (sides.contains(conflict.a) && sides.contains(conflict.b))
    }
    return part
  }
}
