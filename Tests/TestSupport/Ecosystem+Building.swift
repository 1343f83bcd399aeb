package import EcosystemModel

// What tests say to make an ecosystem, a row at a time. Ids are the names in lower case with `-` for spaces.

extension Validity {
  /// The time from one ISO date up to another; a missing one leaves the end open.
  package static func from(_ since: String? = nil, until: String? = nil) -> Validity {
    Validity(since: since.map(CalendarDate.on), until: until.map(CalendarDate.on))
  }
}

extension CalendarDate {
  /// The ISO date, which must be one.
  package static func on(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("“\(text)” is no date.") }
    return date
  }
}

extension Ecosystem {
  private func id<Kind>(_ name: String, _ id: String?) -> EntityID<Kind> {
    EntityID(id ?? name.lowercased().split(separator: " ").joined(separator: "-"))
  }

  /// Adds a company.
  @discardableResult
  package mutating func addCompany(
    _ name: String, id: String? = nil, _ change: (inout Company) -> Void = { _ in }
  ) -> Company.ID {
    var company = Company(id: self.id(name, id), name: name)
    change(&company)
    precondition(companies.append(company), "The id \(company.id) is taken.")
    return company.id
  }

  /// Adds a function of a company.
  @discardableResult
  package mutating func addFunction(
    _ name: String, of company: Company.ID, id: String? = nil,
    _ change: (inout Function) -> Void = { _ in }
  ) -> Function.ID {
    var function = Function(id: self.id(name, id), name: name, company: company)
    change(&function)
    precondition(functions.append(function), "The id \(function.id) is taken.")
    return function.id
  }

  /// Adds a person.
  @discardableResult
  package mutating func addPerson(
    _ name: String, at company: Company.ID? = nil, id: String? = nil,
    _ change: (inout Person) -> Void = { _ in }
  ) -> Person.ID {
    var person = Person(id: self.id(name, id), name: name)
    person.company = company
    change(&person)
    precondition(people.append(person), "The id \(person.id) is taken.")
    return person.id
  }

  /// Adds an employment beside, or instead of, the one in the person's row.
  package mutating func addAffiliation(
    _ person: Person.ID, at company: Company.ID, _ validity: Validity = Validity(),
    _ change: (inout Affiliation) -> Void = { _ in }
  ) {
    var affiliation = Affiliation(person: person, company: company)
    affiliation.validity = validity
    change(&affiliation)
    affiliations.append(affiliation)
  }

  /// Adds an alliance.
  @discardableResult
  package mutating func addAlliance(
    _ name: String, of companies: [Company.ID], id: String? = nil,
    _ change: (inout Alliance) -> Void = { _ in }
  ) -> Alliance.ID {
    var alliance = Alliance(id: self.id(name, id), name: name)
    alliance.companies = companies
    change(&alliance)
    precondition(alliances.append(alliance), "The id \(alliance.id) is taken.")
    return alliance.id
  }

  /// Adds a committee.
  @discardableResult
  package mutating func addCommittee(
    _ name: String, of alliance: Alliance.ID? = nil, under parent: Committee.ID? = nil,
    id: String? = nil, _ change: (inout Committee) -> Void = { _ in }
  ) -> Committee.ID {
    var committee = Committee(id: self.id(name, id), name: name)
    committee.alliance = alliance
    committee.parent = parent
    change(&committee)
    precondition(committees.append(committee), "The id \(committee.id) is taken.")
    return committee.id
  }

  /// Gives a committee a part in a matter.
  package mutating func decide(
    _ matter: String, _ body: Committee.ID, _ right: DecisionRight,
    _ change: (inout Decision) -> Void = { _ in }
  ) {
    var decision = Decision(matter: matter, body: .committee(body))
    decision.right = right
    change(&decision)
    decisions.append(decision)
  }

  /// Seats a person on a committee.
  package mutating func seat(
    _ person: Person.ID, on committee: Committee.ID, as role: MembershipRole = .member,
    for company: Company.ID? = nil, _ validity: Validity = Validity()
  ) {
    var membership = Membership(person: person, committee: committee)
    membership.role = role
    membership.company = company
    membership.validity = validity
    memberships.append(membership)
  }

  /// Adds a handoff.
  package mutating func addHandoff(
    from: EntityReference, to: EntityReference, owner: Person.ID? = nil,
    _ change: (inout Handoff) -> Void = { _ in }
  ) {
    var handoff = Handoff(from: from, to: to)
    handoff.owner = owner
    change(&handoff)
    handoffs.append(handoff)
  }

  /// Adds a relationship.
  package mutating func addRelationship(
    from: EntityReference, to: EntityReference, _ change: (inout Relationship) -> Void = { _ in }
  ) {
    var relationship = Relationship(from: from, to: to)
    change(&relationship)
    relationships.append(relationship)
  }
}
