extension Ecosystem {
  /// How many cells name each company and each person, the cells of their own rows aside.
  ///
  /// - Returns: The counts by reference; what nothing names is not in it.
  /// - Complexity: O(size of the ecosystem).
  public var mentions: [EntityReference: Int] {
    var counts: [EntityReference: Int] = [:]
    func count(_ company: Company.ID?) {
      if let company { counts[.company(company), default: 0] += 1 }
    }
    func count(_ person: Person.ID?) {
      if let person { counts[.person(person), default: 0] += 1 }
    }
    func count(_ end: EntityReference?) {
      if let end, end.kind == .company || end.kind == .person { counts[end, default: 0] += 1 }
    }
    for company in companies { count(company.parent) }
    for function in functions { count(function.company) }
    for person in people {
      count(person.company)
      count(person.manager)
    }
    for alliance in alliances {
      for company in alliance.companies { count(company) }
      count(alliance.manager)
    }
    for program in programs { count(program.lead) }
    for committee in committees { count(committee.designee) }
    for affiliation in affiliations {
      count(affiliation.person)
      count(affiliation.company)
    }
    for membership in memberships {
      count(membership.person)
      count(membership.company)
    }
    for tie in relationships {
      count(tie.from)
      count(tie.to)
      count(tie.owner)
    }
    for handoff in handoffs {
      count(handoff.from)
      count(handoff.to)
      count(handoff.owner)
    }
    for conflict in conflicts {
      count(conflict.a)
      count(conflict.b)
    }
    for score in scores { count(score.subject) }
    return counts
  }
}
