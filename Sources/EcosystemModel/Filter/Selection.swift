/// The rows that a filter keeps, table by table, and the ecosystem that is left of them.
struct Selection {
  private let source: Ecosystem
  private let hierarchy: Hierarchy
  private var kept: [TableName: Set<Int>] = [:]

  /// Everything is kept.
  init(of source: Ecosystem, _ hierarchy: Hierarchy) {
    self.source = source
    self.hierarchy = hierarchy
  }

  /// Keeps only rows that are among these too; `nil` says nothing.
  mutating func keep(_ rows: Set<Int>?, of table: TableName) {
    guard let rows else { return }
    kept[table] = kept[table]?.intersection(rows) ?? rows
  }

  private func keeps(_ row: Int, of table: TableName) -> Bool { kept[table]?.contains(row) ?? true }

  private func rows<Row>(_ all: some RandomAccessCollection<Row>, of table: TableName) -> [Row] {
    all.enumerated().filter { keeps($0.offset, of: table) }.map(\.element)
  }

  /// What is left, without the rows that hang on something that is gone.
  ///
  /// People who do not meet the filter, but own, manage or lead something that does, stay for their names' sake.
  ///
  /// - Parameter prunesSeatless: Whether those who lose all their seats go.
  /// - Returns: The ecosystem, and these people.
  func remainder(prunesSeatless: Bool) -> (ecosystem: Ecosystem, bystanders: Set<Person.ID>) {
    var left = source
    left.companies = Roster(rows(source.companies, of: .companies))
    left.functions = Roster(
      rows(source.functions, of: .functions).filter { left.companies[$0.company] != nil })
    left.alliances = Roster(
      rows(source.alliances, of: .alliances).compactMap { alliance in
        var alliance = alliance
        alliance.companies = alliance.companies.filter { left.companies[$0] != nil }
        return alliance.companies.isEmpty ? nil : alliance
      })
    left.programs = Roster(
      rows(source.programs, of: .programs).filter { left.alliances[$0.alliance] != nil })
    left.committees = committees(in: left)
    left.people = Roster(
      rows(source.people, of: .people).filter { person in
        person.company.map { left.companies[$0] != nil } ?? true
      })
    left.memberships = rows(source.memberships, of: .memberships).filter {
      left.people[$0.person] != nil && left.committees[$0.committee] != nil
    }
    if prunesSeatless { prune(&left) }
    left.affiliations = source.affiliations.filter {
      left.people[$0.person] != nil && left.companies[$0.company] != nil
    }
    let ends = left
    left.relationships = rows(source.relationships, of: .relationships).filter {
      ends.contains($0.from) && ends.contains($0.to)
    }
    left.handoffs = rows(source.handoffs, of: .handoffs).filter { handoff in
      ends.contains(handoff.from) && ends.contains(handoff.to)
        && handoff.alliance.map { ends.alliances[$0] != nil } ?? true
    }
    left.conflicts = rows(source.conflicts, of: .conflicts).filter {
      ends.contains($0.a) && ends.contains($0.b)
    }
    left.scores = source.scores.filter { ends.contains($0.subject) }
    let bystanders = addBystanders(to: &left)
    return (left, bystanders)
  }

  /// The committees that are left.
  ///
  /// One that loses those above it keeps the alliance that it had from them.
  private func committees(in left: Ecosystem) -> Roster<Committee> {
    let all = source.committees
    let isLeft = all.indices.map { row in
      keeps(row, of: .committees)
        && (hierarchy.alliance(ofCommittee: row).map {
          left.alliances[source.alliances[$0].id] != nil
        } ?? true)
    }
    return Roster(
      all.indices.filter { isLeft[$0] }.map { row in
        var committee = all[row]
        if let above = hierarchy.committees.parent(of: row), !isLeft[above] {
          committee.parent = nil
          committee.alliance = hierarchy.alliance(ofCommittee: row).map { source.alliances[$0].id }
        }
        return committee
      })
  }

  /// Takes out the committees whose seats are all gone, and the people of whom the same is true and no condition speaks.
  private func prune(_ left: inout Ecosystem) {
    let committees = Set(left.memberships.map(\.committee))
    let filled = Set(source.memberships.map(\.committee))
    left.committees = left.committees.filter {
      committees.contains($0.id) || !filled.contains($0.id)
    }
    guard kept[.people] == nil else { return }
    let people = Set(left.memberships.map(\.person))
    let seated = Set(source.memberships.map(\.person))
    left.people = left.people.filter { people.contains($0.id) || !seated.contains($0.id) }
  }

  private func addBystanders(to left: inout Ecosystem) -> Set<Person.ID> {
    var bystanders: Set<Person.ID> = []
    func need(_ id: Person.ID?) {
      guard let id, left.people[id] == nil, source.people[id] != nil else { return }
      bystanders.insert(id)
    }
    for alliance in left.alliances { [alliance.manager, alliance.sponsor].forEach(need) }
    for program in left.programs { need(program.lead) }
    for relationship in left.relationships { need(relationship.owner) }
    for handoff in left.handoffs { need(handoff.owner) }
    for person in left.people { need(person.manager) }
    for committee in left.committees {
      if case .person(let id)? = committee.designee { need(id) }
    }
    guard !bystanders.isEmpty else { return bystanders }
    left.people = source.people.filter { left.people[$0.id] != nil || bystanders.contains($0.id) }
    return bystanders
  }
}
