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
  /// Some do not meet the filter and stay for their names' sake: people who own, manage or lead something that does, and the employers of
  /// people who do.
  ///
  /// - Parameter prunesSeatless: Whether those who lose all their seats go.
  /// - Returns: The ecosystem, and those who stay for their names' sake.
  func remainder(
    prunesSeatless: Bool
  ) -> (ecosystem: Ecosystem, bystanders: Set<EntityReference>) {
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
    left.committees = source.committees.filter { committee in
      source.committees.position(of: committee.id).map { keepsCommittee($0, in: left) } ?? false
    }
    left.people = Roster(rows(source.people, of: .people))
    left.memberships = Rows(
      rows(source.memberships, of: .memberships).filter {
        left.people[$0.person] != nil && left.committees[$0.committee] != nil
      })
    if prunesSeatless { prune(&left) }
    left.committees = detached(left.committees)
    let bystanders = addBystanders(to: &left)
    left.affiliations = source.affiliations.filter {
      left.people[$0.person] != nil && left.companies[$0.company] != nil
    }
    let ends = left
    func isEnd(_ reference: EntityReference) -> Bool {
      ends.contains(reference) && !bystanders.contains(reference)
    }
    left.relationships = rows(source.relationships, of: .relationships).filter {
      isEnd($0.from) && isEnd($0.to)
    }
    left.handoffs = Rows(
      rows(source.handoffs, of: .handoffs).filter { handoff in
        isEnd(handoff.from) && isEnd(handoff.to)
          && handoff.alliance.map { ends.alliances[$0] != nil } ?? true
      })
    left.conflicts = rows(source.conflicts, of: .conflicts).filter {
      isEnd($0.a) && isEnd($0.b)
    }
    left.decisions = rows(source.decisions, of: .decisions).filter { decision in
      isEnd(decision.body) && decision.alliance.map { ends.alliances[$0] != nil } ?? true
    }
    left.scores = source.scores.filter { isEnd($0.subject) }
    let owners = addOwners(to: &left)
    return (left, bystanders.union(owners))
  }

  private func keepsCommittee(_ row: Int, in left: Ecosystem) -> Bool {
    guard keeps(row, of: .committees) else { return false }
    guard let alliance = hierarchy.alliance(ofCommittee: row) else { return true }
    return left.alliances[source.alliances[alliance].id] != nil
  }

  /// Committees that lose those above them keep the alliance that they had from them.
  private func detached(_ committees: Roster<Committee>) -> Roster<Committee> {
    Roster(
      committees.map { committee in
        guard let parent = committee.parent, committees[parent] == nil else { return committee }
        var committee = committee
        committee.parent = nil
        committee.alliance = source.committees.position(of: committee.id)
          .flatMap { hierarchy.alliance(ofCommittee: $0) }.map { source.alliances[$0].id }
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

  /// Takes in the employers and functions of people and seats that are left.
  private func addBystanders(to left: inout Ecosystem) -> Set<EntityReference> {
    var functions = Set(left.people.compactMap(\.function))
    functions = functions.filter { left.functions[$0] == nil }
    var companies = Set(left.people.compactMap(\.company) + left.memberships.compactMap(\.company))
    companies.formUnion(functions.compactMap { source.functions[$0]?.company })
    companies = companies.filter { left.companies[$0] == nil }
    left.companies = source.companies.filter {
      left.companies[$0.id] != nil || companies.contains($0.id)
    }
    left.functions = source.functions.filter {
      left.functions[$0.id] != nil || functions.contains($0.id)
    }
    return Set(companies.map { .company($0) }).union(functions.map { .function($0) })
  }

  /// Takes in the people who own, manage or lead something that is left.
  private func addOwners(to left: inout Ecosystem) -> Set<EntityReference> {
    var owners: Set<Person.ID> = []
    func need(_ id: Person.ID?) {
      guard let id, left.people[id] == nil, source.people[id] != nil else { return }
      owners.insert(id)
    }
    for alliance in left.alliances { [alliance.manager, alliance.sponsor].forEach(need) }
    for program in left.programs { need(program.lead) }
    for relationship in left.relationships { need(relationship.owner) }
    for handoff in left.handoffs { need(handoff.owner) }
    for decision in left.decisions { need(decision.owner) }
    for person in left.people { need(person.manager) }
    for committee in left.committees {
      if case .person(let id)? = committee.designee { need(id) }
    }
    guard !owners.isEmpty else { return [] }
    left.people = source.people.filter { left.people[$0.id] != nil || owners.contains($0.id) }
    let further = addBystanders(to: &left)
    return further.union(owners.map { .person($0) })
  }
}
