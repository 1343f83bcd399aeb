/// When each person worked for each company, joined from their own row and the affiliations.
struct Employments {
  private struct Term {
    var company: Company.ID
    var validity: Validity
  }

  private let people: Roster<Person>
  /// The terms of each person, in the order of the roster.
  private var terms: [[Term]]

  /// Indexes an ecosystem in O(people + affiliations).
  ///
  /// A person's row states no dates; where the affiliations date the same employment, their dates count.
  init(_ ecosystem: Ecosystem) {
    people = ecosystem.people
    terms = Array(repeating: [], count: people.count)
    for employment in ecosystem.affiliations where employment.validity.isOrdered {
      guard let position = people.position(of: employment.person) else { continue }
      terms[position].append(Term(company: employment.company, validity: employment.validity))
    }
    for (position, person) in people.enumerated() {
      guard let company = person.company ?? ecosystem.functions[person.function]?.company,
        !terms[position].contains(where: { $0.company == company })
      else { continue }
      terms[position].append(Term(company: company, validity: Validity()))
    }
  }

  /// The times of employment at a company, or at any where none is given, merged and in order; `nil` if there are none.
  func periods(of person: Person.ID, at company: Company.ID?) -> [Validity]? {
    guard let position = people.position(of: person) else { return nil }
    let periods = terms[position].filter { company == nil || $0.company == company }
      .map(\.validity)
    return periods.isEmpty ? nil : Validity.merged(periods)
  }
}
