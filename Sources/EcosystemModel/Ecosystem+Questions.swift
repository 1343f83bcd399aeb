extension Ecosystem {
  /// The name of the entity a reference points to, or its id where the ecosystem has no such entity.
  package func name(of reference: EntityReference) -> String {
    let name =
      switch reference {
      case .company(let id): companies[id]?.name
      case .function(let id): functions[id]?.name
      case .person(let id): people[id]?.name
      case .committee(let id): committees[id]?.name
      case .alliance(let id): alliances[id]?.name
      case .program(let id): programs[id]?.name
      }
    return name ?? reference.rawID
  }

  /// Whether the ecosystem has the entity.
  package func contains(_ reference: EntityReference) -> Bool {
    switch reference {
    case .company(let id): companies[id] != nil
    case .function(let id): functions[id] != nil
    case .person(let id): people[id] != nil
    case .committee(let id): committees[id] != nil
    case .alliance(let id): alliances[id] != nil
    case .program(let id): programs[id] != nil
    }
  }

  /// The tags of the entity a reference points to.
  package func tags(of reference: EntityReference) -> [String] { row(of: reference)?.tags ?? [] }

  /// The company that the entity belongs to: itself, its company, or its main employer; `nil` for joint bodies.
  package func company(of reference: EntityReference) -> Company.ID? {
    switch reference {
    case .company(let id): id
    case .function(let id): functions[id]?.company
    case .person(let id):
      people[id]?.company ?? people[id]?.function.flatMap { functions[$0]?.company }
    case .committee, .alliance, .program: nil
    }
  }

  /// The company a member sits for: the one stated in the seat, or else their main employer.
  package func company(of membership: Membership) -> Company.ID? {
    membership.company ?? company(of: .person(membership.person))
  }

  /// Every employment of a person: the one in their own row first, then the affiliations in the order of their rows.
  ///
  /// An affiliation with the same company, and with the same function or none stated, says more of the employment in the
  /// person's own row and stands for it.
  package func affiliations(of person: Person.ID) -> [Affiliation] {
    affiliations(of: person, among: affiliations.filter { $0.person == person })
  }

  /// The same for somebody whose rows of affiliations are at hand.
  package func affiliations(
    of person: Person.ID, among further: [Affiliation]
  ) -> [Affiliation] {
    guard let row = people[person], let company = row.company,
      !further.contains(where: {
        $0.company == company
          && ($0.function == row.function || $0.function == nil || row.function == nil)
      })
    else { return further }
    var main = Affiliation(person: person, company: company)
    main.function = row.function
    return [main] + further
  }

  /// The IANA time zone an entity works in: its own, or else its function's, or else its company's.
  package func timeZone(of reference: EntityReference) -> String? {
    switch reference {
    case .company(let id): companies[id]?.timeZone
    case .function(let id):
      functions[id]?.timeZone ?? company(of: reference).flatMap { companies[$0]?.timeZone }
    case .person(let id):
      people[id]?.timeZone
        ?? people[id]?.function.flatMap { timeZone(of: .function($0)) }
        ?? company(of: reference).flatMap { companies[$0]?.timeZone }
    case .committee, .alliance, .program: nil
    }
  }
}
