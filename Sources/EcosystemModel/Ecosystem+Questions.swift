extension Ecosystem {
  /// The name of the entity a reference points to, or its id where the ecosystem has no such entity.
  package func name(of reference: EntityReference) -> String {
    let name =
      switch reference {
      case .company(let id): companies.cell(of: id) { $0.name }
      case .function(let id): functions.cell(of: id) { $0.name }
      case .person(let id): people.cell(of: id) { $0.name }
      case .committee(let id): committees.cell(of: id) { $0.name }
      case .alliance(let id): alliances.cell(of: id) { $0.name }
      case .program(let id): programs.cell(of: id) { $0.name }
      }
    return name ?? reference.rawID
  }

  /// Whether the ecosystem has the entity.
  package func contains(_ reference: EntityReference) -> Bool {
    switch reference {
    case .company(let id): companies.position(of: id) != nil
    case .function(let id): functions.position(of: id) != nil
    case .person(let id): people.position(of: id) != nil
    case .committee(let id): committees.position(of: id) != nil
    case .alliance(let id): alliances.position(of: id) != nil
    case .program(let id): programs.position(of: id) != nil
    }
  }

  /// The tags of the entity a reference points to.
  package func tags(of reference: EntityReference) -> [String] { row(of: reference)?.tags ?? [] }

  /// The company that the entity belongs to: itself, its company, or its main employer; `nil` for joint bodies.
  package func company(of reference: EntityReference) -> Company.ID? {
    switch reference {
    case .company(let id): id
    case .function(let id): functions.cell(of: id) { $0.company }
    case .person(let id): people.position(of: id).flatMap { company(ofPerson: $0) }
    case .committee, .alliance, .program: nil
    }
  }

  /// The main employer of the person in a row: the one stated, or else that of their function.
  private func company(ofPerson position: Int) -> Company.ID? {
    people[position].company
      ?? people[position].function.flatMap { functions.cell(of: $0) { $0.company } }
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
    case .company(let id): companies.cell(of: id) { $0.timeZone } ?? nil
    case .function(let id):
      (functions.cell(of: id) { $0.timeZone } ?? nil)
        ?? company(of: reference).flatMap { timeZone(of: .company($0)) }
    case .person(let id):
      people.position(of: id).flatMap { position in
        people[position].timeZone
          ?? people[position].function.flatMap { timeZone(of: .function($0)) }
          ?? company(ofPerson: position).flatMap { timeZone(of: .company($0)) }
      }
    case .committee, .alliance, .program: nil
    }
  }
}
