internal import EcosystemModel

/// What people do that falls vacant when they go.
struct Vacancies {
  let snapshot: Snapshot
  let rules: LoadQuestion.Rules
  let names: PartyNames

  private var hierarchy: Hierarchy { snapshot.hierarchy }

  /// What falls vacant when somebody goes, the offices first, then seats, then what they own.
  func all(of person: Int) -> [Vacancy] {
    let ecosystem = snapshot.ecosystem
    let id = ecosystem.people[person].id
    var found = offices().filter { $0.person == person }.map(\.vacancy)
    for handoff in ecosystem.handoffs where handoff.owner == id {
      let way = "\(names[handoff.from]) to \(names[handoff.to])"
      found.append(
        Vacancy(
          sort: .handoff, of: handoff.what ?? way, detail: handoff.what == nil ? nil : way,
          hours: rules.hoursPerHandoff * (handoff.perYear ?? 12) / 12, alliance: handoff.alliance,
          committee: nil))
    }
    for tie in ecosystem.relationships where tie.owner == id {
      found.append(
        Vacancy(
          sort: .relationship, of: "\(names[tie.from]) – \(names[tie.to])", detail: tie.kind,
          hours: nil, alliance: nil, committee: nil))
    }
    let team = ecosystem.people.filter { $0.manager == id }.map { names[$0.id] }.sorted()
    if !team.isEmpty {
      found.append(
        Vacancy(
          sort: .team, of: Phrase.count(team.count, "person", "people"),
          detail: Phrase.list(team, limit: 5), hours: rules.hoursPerReport * Double(team.count),
          alliance: nil, committee: nil))
    }
    return (found + seats(of: person)).sorted(by: Self.precedes)
  }

  static func precedes(_ left: Vacancy, _ right: Vacancy) -> Bool {
    let order = Vacancy.Sort.allCases
    let places = [left, right].map { order.firstIndex(of: $0.sort) ?? 0 }
    return places[0] == places[1]
      ? (left.of, left.detail ?? "") < (right.of, right.detail ?? "") : places[0] < places[1]
  }

  /// The seats of somebody, each committee once with the weightiest role; observers leave nothing vacant.
  private func seats(of person: Int) -> [Vacancy] {
    let ecosystem = snapshot.ecosystem
    let rows = hierarchy.seats(ofPerson: person).map { ecosystem.memberships[$0] }
    return Dictionary(grouping: rows, by: \.committee).compactMap { id, seats in
      guard let committee = ecosystem.committees[id],
        let role = MembershipRole.weightiest(seats.map(\.role)), role != .observer
      else { return nil }
      return Vacancy(
        sort: .seat, of: names[.committee(id)], detail: role.rawValue,
        hours: committee.hoursPerMonth.map { $0 * rules.weight(of: role) },
        alliance: snapshot.alliance(of: id), committee: id)
    }
  }

  /// The offices that people hold in alliances.
  private func offices() -> [(person: Int, vacancy: Vacancy)] {
    let ecosystem = snapshot.ecosystem
    var found: [(Int, Vacancy)] = []
    func add(
      _ person: Person.ID?, _ sort: Vacancy.Sort, _ name: String, _ alliance: Alliance.ID,
      _ hours: Double, _ detail: String?
    ) {
      guard let person, let position = ecosystem.people.position(of: person) else { return }
      found.append(
        (
          position,
          Vacancy(
            sort: sort, of: name, detail: detail, hours: hours, alliance: alliance, committee: nil)
        ))
    }
    for row in ecosystem.alliances {
      let name = names[.alliance(row.id)]
      add(row.manager, .manager, name, row.id, rules.hoursPerAlliance, nil)
      add(row.sponsor, .sponsor, name, row.id, rules.hoursPerSponsorship, nil)
    }
    for row in ecosystem.programs {
      add(
        row.lead, .lead, names[.program(row.id)], row.alliance, rules.hoursPerProgram,
        names[.alliance(row.alliance)])
    }
    return found
  }

  /// The offices in alliances and the chairs of committees, with those who hold them; O(rows).
  func officesAndChairs() -> [(person: Int, vacancy: Vacancy)] {
    let seats = snapshot.ecosystem.memberships
    let chairs = seats.indices.compactMap { row -> (person: Int, vacancy: Vacancy)? in
      guard seats.columns.roles[row] == .chair, let person = hierarchy.person(inSeat: row) else {
        return nil
      }
      let committee = seats.columns.committees[row]
      return self.seats(of: person).first { $0.committee == committee }.map { (person, $0) }
    }
    return offices() + chairs
  }
}
