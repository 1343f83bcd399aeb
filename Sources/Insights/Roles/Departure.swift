package import EcosystemModel

/// What falls vacant if somebody leaves, and who could take it over.
package struct DepartureQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = RolesQuestion.tables

  /// The person.
  package var person: AskedEntity
  /// What duties cost.
  package var rules: LoadQuestion.Rules

  /// Asks about the person who is called so, by name or id.
  package init(of person: String, rules: LoadQuestion.Rules = .init()) {
    self.person = .named(person)
    self.rules = rules
  }

  /// Gathers what the person does, and looks for successors.
  ///
  /// - Throws: ``InsightError`` if there is no such person, or not on that day.
  /// - Complexity: O(rows), and O(colleagues) for each vacancy.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> Departure {
    try snapshot.require(.people, for: "what falls vacant")
    let found = try person.resolved { name throws(InsightError) in
      try snapshot.whole.entity(named: name, among: .person)
    }
    guard case .person(let id) = found, let position = snapshot.ecosystem.people.position(of: id)
    else { throw InsightError(.unknownName, snapshot.absence(of: found)) }
    let names = PartyNames(snapshot.ecosystem)
    let successors = Successors(
      snapshot, loads: LoadLedger(snapshot, rules: rules).people, names: names)
    let vacancies = Vacancies(snapshot: snapshot, rules: rules, names: names).all(of: position)
    let rows = vacancies.map { vacancy in
      Departure.Row(
        vacancy: vacancy, successors: successors.successors(of: position, in: vacancy),
        hurdle: successors.reason(position, vacancy),
        effect: vacancy.committee.flatMap { Departure.effect(of: id, on: $0, in: snapshot) })
    }
    return Departure(
      date: snapshot.date, filter: snapshot.filter.conditions.map(\.description),
      withheld: snapshot.withheld, person: id, name: names[id], rows: rows)
  }
}

/// What falls vacant if somebody leaves, and who could take it over.
package struct Departure: Findings {
  /// Something that falls vacant.
  package struct Row: Codable, Hashable, Sendable {
    /// What it is.
    package let vacancy: Vacancy
    /// Those who could take it over, the likeliest first.
    package let successors: [Successor]
    /// Why nobody could; `nil` if somebody could.
    package let hurdle: String?
    /// What is left of a committee, in words; `nil` for anything else.
    package let effect: String?
  }

  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// What falls vacant.
  package let rows: [Row]

  /// What is left of a committee without somebody: votes, quorum, a chair.
  static func effect(of person: Person.ID, on committee: Committee.ID, in snapshot: Snapshot)
    -> String?
  {
    let seats = snapshot.seats(of: committee)
    guard let own = seats.first(where: { $0.person == person }) else { return nil }
    let rest = seats.filter { $0.person != person }
    let voters = Set(rest.filter(\.role.isVoting).map(\.person)).count
    var words = [Phrase.count(voters, "vote") + " left"]
    if let quorum = snapshot.ecosystem.committees[committee]?.quorum, voters < quorum {
      words.append("below the quorum of \(quorum)")
    }
    if seats.contains(where: { $0.person == person && $0.role.isChairing }),
      !rest.contains(where: \.role.isChairing)
    {
      words.append("nobody leads it")
    }
    if let company = snapshot.ecosystem.company(of: own),
      !rest.contains(where: {
        $0.role.isVoting && snapshot.ecosystem.company(of: $0) == company
      }),
      seats.contains(where: { $0.person == person && $0.role.isVoting })
    {
      words.append("no vote of \(snapshot.ecosystem.name(of: .company(company)))")
    }
    return words.listed
  }
}

extension Departure {
  /// What was asked.
  package var title: String { "If \(name) leaves" }

  /// How much falls vacant, and what nobody could take over.
  package var summary: [String] {
    guard !rows.isEmpty else { return ["Nothing falls vacant if \(name) leaves."] }
    let counts = Vacancy.Sort.allCases.compactMap { sort -> String? in
      let number = rows.count { $0.vacancy.sort == sort }
      return number > 0 ? "\(sort.rawValue) \(number)" : nil
    }
    let open = rows.filter { $0.hurdle != nil }
    let hours = rows.compactMap(\.vacancy.hours).reduce(0, +)
    return [
      "\(Phrase.count(rows.count, "thing falls", "things fall")) vacant (\(counts.listed)), \(NumberText.short(hours, limit: 1)) hours a month as far as known; nobody could take over \(open.count) of them."
    ]
  }

  /// What falls vacant, and who could take it over.
  package var tables: [FindingsTable] {
    var table = FindingsTable(
      id: "vacant", title: title,
      method:
        "\(dateText); could take over: same company and function, at most one level of seniority apart, hours free where the capacity is known, no firewall between; nearest in seniority first",
      columns: [
        .init("what"), .init("of"), .init("more"), .init("hours a month", .hours),
        .init("then"), .init("could take over", .integer), .init("first of them"),
      ])
    for row in rows {
      let names = row.successors.prefix(3).map { successor in
        successor.name
          + (successor.freeHours.map { " (\(NumberText.short($0, limit: 1)) h free)" } ?? "")
      }
      table.append([
        .text(row.vacancy.sort.rawValue), .text(row.vacancy.of), .text(row.vacancy.detail),
        .number(row.vacancy.hours), .text(row.effect), .integer(row.successors.count),
        row.hurdle.map { .text($0) } ?? .list(names),
      ])
    }
    return [table]
  }
}
