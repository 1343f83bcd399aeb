extension Ecosystem {
  /// The ecosystem without some entities, and without any cell that names one of them.
  ///
  /// Rows that describe, need or are owned by one of them go; where a row can do without, such as the manager of a person, its cell is
  /// emptied. Saved views that name one of them in any words go too.
  ///
  /// - Complexity: O(rows of all tables + words of the saved views).
  func withholding(_ hidden: Set<EntityReference>) -> Ecosystem {
    guard !hidden.isEmpty else { return self }
    func shows(_ reference: EntityReference) -> Bool { !hidden.contains(reference) }
    func kept(_ person: Person.ID?) -> Person.ID? {
      person.flatMap { shows(.person($0)) ? $0 : nil }
    }
    func kept(_ company: Company.ID?) -> Company.ID? {
      company.flatMap { shows(.company($0)) ? $0 : nil }
    }
    let hierarchy = Hierarchy(of: self)
    var left = self
    left.companies = Roster(
      companies.filter { shows($0.reference) }.map { company in
        var company = company
        company.parent = kept(company.parent)
        return company
      })
    left.functions = functions.filter { shows($0.reference) && shows(.company($0.company)) }
    left.people = Roster(
      people.filter { shows($0.reference) }.map { person in
        var person = person
        if let company = person.company ?? company(of: person.reference), !shows(.company(company))
        {
          // A seat, or somebody known by title and company.
          let end = ", \(companies[company]?.name ?? "")"
          if person.name.hasSuffix(end) { person.name.removeLast(end.count) }
        }
        person.company = kept(person.company)
        person.function = person.function.flatMap { shows(.function($0)) ? $0 : nil }
        person.manager = kept(person.manager)
        return person
      })
    left.affiliations = affiliations.filter {
      shows(.person($0.person)) && shows(.company($0.company))
    }
    .map { affiliation in
      var affiliation = affiliation
      affiliation.function = affiliation.function.flatMap { shows(.function($0)) ? $0 : nil }
      return affiliation
    }
    left.alliances = Roster(
      alliances.filter { shows($0.reference) }.map { alliance in
        var alliance = alliance
        alliance.companies = alliance.companies.filter { shows(.company($0)) }
        alliance.manager = kept(alliance.manager)
        alliance.sponsor = kept(alliance.sponsor)
        return alliance
      })
    left.programs = Roster(
      programs.filter { shows($0.reference) }.map { program in
        var program = program
        program.lead = kept(program.lead)
        return program
      })
    left.committees = Roster(
      committees.enumerated().filter { shows($0.element.reference) }.map { row, committee in
        var committee = committee
        if let parent = committee.parent, !shows(.committee(parent)) {
          committee.parent = nil
          committee.alliance = hierarchy.alliance(ofCommittee: row).map { alliances[$0].id }
        }
        committee.designee = committee.designee.flatMap { shows($0) ? $0 : nil }
        return committee
      })
    left.memberships = memberships.filter {
      shows(.person($0.person)) && shows(.committee($0.committee))
    }
    for seat in left.memberships.indices {
      let company = left.memberships.columns.companies[seat]
      if company != kept(company) { left.memberships[seat].company = nil }
    }
    // What loses its owner would pass for unowned.
    left.relationships = relationships.filter { tie in
      shows(tie.from) && shows(tie.to) && tie.owner.map { shows(.person($0)) } ?? true
    }
    left.handoffs = handoffs.filter { handoff in
      shows(handoff.from) && shows(handoff.to)
        && handoff.alliance.map { shows(.alliance($0)) } ?? true
        && handoff.owner.map { shows(.person($0)) } ?? true
    }
    left.conflicts = conflicts.filter { shows($0.a) && shows($0.b) }
    left.decisions = decisions.filter { decision in
      shows(decision.body) && decision.alliance.map { shows(.alliance($0)) } ?? true
        && decision.owner.map { shows(.person($0)) } ?? true
    }
    left.scores = scores.filter { shows($0.subject) }
    let names = NamesInText(of: hidden, in: self)
    left.views = views.filter { view in
      !SavedView.contract.columns.contains { column in
        column.text(of: view, in: self).map(names.appear) ?? false
      }
    }
    return left
  }
}
