/// Finds people and employments whose function belongs to another company than the one stated.
struct ForeignFunctions: Inspection {
  static let rule = "person.function.foreign"
  static let summary = "The function somebody works in belongs to the company they work for."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let people = ecosystem.people.indices.compactMap { position -> Finding? in
      guard ecosystem.people[position].function != nil else { return nil }
      let person = ecosystem.people[position]
      return finding(
        in: snapshot, person: person.name, company: person.company, function: person.function,
        at: .init(.people, position))
    }
    let affiliations = ecosystem.affiliations.enumerated().compactMap { position, employment in
      finding(
        in: snapshot, person: ecosystem.name(of: .person(employment.person)),
        company: employment.company, function: employment.function,
        at: .init(.affiliations, position))
    }
    return people + affiliations
  }

  private func finding(
    in snapshot: Snapshot, person: String, company: Company.ID?, function: Function.ID?,
    at row: Finding.Row
  ) -> Finding? {
    let ecosystem = snapshot.ecosystem
    guard let company, let function = ecosystem.functions[function],
      snapshot.partner(owning: company, among: [function.company]) == nil
    else { return nil }
    return Finding(
      .warning,
      "\(Phrase.quoted(person)) works for \(ecosystem.quoted(.company(company))) in the function \(Phrase.quoted(function.name)) of \(ecosystem.quoted(.company(function.company))); name a function of the same company, by id where names repeat, or correct the company.",
      at: row, column: Person.column(\.function))
  }
}
