/// When each person worked for each company, joined from their own row and the affiliations.
struct Employments {
  private struct Term {
    var company: Company.ID
    var validity: Validity
  }

  private let ecosystem: Ecosystem
  /// The terms that affiliations state, by the position of the person.
  private var stated: [Int: [Term]] = [:]

  /// Indexes an ecosystem in O(affiliations).
  ///
  /// A person's row states no dates; where the affiliations date the same employment, their dates count.
  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    for employment in ecosystem.affiliations where employment.validity.isOrdered {
      guard let position = ecosystem.people.position(of: employment.person) else { continue }
      stated[position, default: []].append(
        Term(company: employment.company, validity: employment.validity))
    }
  }

  /// Whether the employment of anybody is dated.
  var hasDates: Bool {
    stated.values.contains { $0.contains { $0.validity != Validity() } }
  }

  /// Whether an employment of the person is dated; all others hold at all times.
  func isDated(_ person: Int) -> Bool {
    stated[person]?.contains { $0.validity != Validity() } ?? false
  }

  /// The times of employment at a company, or at any where none is given, merged and in order; `nil` if there are none.
  func periods(of person: Int, at company: Company.ID?) -> [Validity]? {
    var terms = stated[person] ?? []
    let row = ecosystem.people[person]
    if let main = row.company ?? ecosystem.functions[row.function]?.company,
      !terms.contains(where: { $0.company == main })
    {
      terms.append(Term(company: main, validity: Validity()))
    }
    let periods = terms.filter { company == nil || $0.company == company }.map(\.validity)
    return periods.isEmpty ? nil : Validity.merged(periods)
  }
}
