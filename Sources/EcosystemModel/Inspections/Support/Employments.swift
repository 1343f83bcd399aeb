/// When each person worked for each company, joined from their own row and the affiliations.
struct Employments {
  private struct Key: Hashable {
    var person: Person.ID
    /// A company, or nothing for any employer.
    var company: Company.ID?
  }

  private var periods: [Key: [Validity]] = [:]

  /// Indexes an ecosystem in O(people + affiliations).
  ///
  /// A person's row states no dates; where the affiliations date the same employment, their dates count.
  init(_ ecosystem: Ecosystem) {
    for employment in ecosystem.affiliations where employment.validity.isOrdered {
      add(employment.person, employment.company, employment.validity)
    }
    for person in ecosystem.people {
      guard let company = ecosystem.company(of: .person(person.id)),
        periods[Key(person: person.id, company: company)] == nil
      else { continue }
      add(person.id, company, Validity())
    }
    periods = periods.mapValues(Self.merged)
  }

  private mutating func add(_ person: Person.ID, _ company: Company.ID, _ validity: Validity) {
    periods[Key(person: person, company: company), default: []].append(validity)
    periods[Key(person: person, company: nil), default: []].append(validity)
  }

  /// The times of employment at a company, or at any where none is given, merged and in order; nothing if there are none.
  func periods(of person: Person.ID, at company: Company.ID?) -> [Validity]? {
    periods[Key(person: person, company: company)]
  }

  /// The companies that employ the person at some time are asked one by one.
  func employs(_ company: Company.ID, _ person: Person.ID) -> Bool {
    periods(of: person, at: company) != nil
  }

  private static func merged(_ periods: [Validity]) -> [Validity] {
    let ordered = periods.sorted { ($0.since?.dayNumber ?? .min) < ($1.since?.dayNumber ?? .min) }
    var merged: [Validity] = []
    for period in ordered {
      guard let last = merged.last else {
        merged.append(period)
        continue
      }
      guard let end = last.until else { break }
      if period.since.map({ $0 <= end }) ?? true {
        if period.until.map({ $0 > end }) ?? true { merged[merged.count - 1].until = period.until }
      } else {
        merged.append(period)
      }
    }
    return merged
  }
}
