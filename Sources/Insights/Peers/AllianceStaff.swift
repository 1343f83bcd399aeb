import EcosystemModel

/// Who works for an alliance, and which of the partners' functions take part in it.
struct AllianceStaff {
  let snapshot: Snapshot
  let alliance: Alliance
  /// The people of each function of a partner, in the order of the tables.
  private(set) var people: [Function.ID: [Person.ID]] = [:]
  /// The people of the alliance who work for a partner, but in no function that is known.
  private(set) var unplaced: [Person.ID] = []
  /// The people of the alliance who work for none of the partners.
  private(set) var outsiders: [Person.ID] = []
  /// The functions that take part, in the order of the table.
  let functions: [Function.ID]
  /// The ties between functions of different partners.
  let ties: [Tie]
  /// The seats on the committees of the alliance.
  let seats: [Membership]
  /// The names of its committees that are left out since they have ended.
  let endedBodies: [String]

  var ecosystem: Ecosystem { snapshot.ecosystem }

  /// One relationship, or all handoffs of one row, between two functions.
  struct Tie {
    let from: Function.ID
    let to: Function.ID
    let owner: Person.ID?
  }

  /// Indexes an alliance in O(rows of all tables).
  ///
  /// Without a day the committees, seats and relationships that state their end are left out, unless all committees do.
  init(_ alliance: Alliance, in snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    self.snapshot = snapshot
    self.alliance = alliance
    let all = Array(snapshot.committees(of: alliance.id))
    let isEndless = snapshot.date == nil && all.contains { $0.validity.until == nil }
    func lasts(_ validity: Validity) -> Bool { !isEndless || validity.until == nil }
    let committees = Set(all.filter { lasts($0.validity) }.map(\.id))
    endedBodies = all.filter { !committees.contains($0.id) }.map(\.name)
    seats = ecosystem.memberships.filter {
      committees.contains($0.committee) && lasts($0.validity)
    }
    let partners = alliance.companies
    func partner(_ function: Function.ID) -> Company.ID? {
      ecosystem.functions[function].flatMap {
        snapshot.partner(owning: $0.company, among: partners)
      }
    }
    var ties: [Tie] = []
    func add(_ from: EntityReference, _ to: EntityReference, _ owner: Person.ID?) {
      guard let from = ecosystem.function(of: from), let to = ecosystem.function(of: to),
        let first = partner(from), let second = partner(to), first != second
      else { return }
      ties.append(Tie(from: from, to: to, owner: owner))
    }
    for tie in ecosystem.relationships where lasts(tie.validity) {
      add(tie.from, tie.to, tie.owner)
    }
    for handoff in ecosystem.handoffs
    where handoff.alliance == nil || handoff.alliance == alliance.id {
      add(handoff.from, handoff.to, handoff.owner)
    }
    self.ties = ties
    var engaged = Set(ties.flatMap { [$0.from, $0.to] })
    var seen: Set<Person.ID> = []
    let staff =
      seats.map(\.person) + [alliance.manager].compactMap { $0 }
      + ecosystem.programs.filter { $0.alliance == alliance.id }.compactMap(\.lead)
      + ties.compactMap(\.owner)
    for person in staff where seen.insert(person).inserted {
      guard
        let company = ecosystem.company(of: .person(person)),
        snapshot.partner(owning: company, among: partners) != nil
      else {
        outsiders.append(person)
        continue
      }
      guard let function = ecosystem.people[person]?.function, partner(function) != nil else {
        unplaced.append(person)
        continue
      }
      people[function, default: []].append(person)
      engaged.insert(function)
    }
    functions = ecosystem.functions.map(\.id).filter(engaged.contains)
  }

  /// A function as the matrix shows it.
  func peer(_ id: Function.ID) -> PeerFunction? {
    guard let function = ecosystem.functions[id],
      let company = snapshot.partner(owning: function.company, among: alliance.companies)
    else { return nil }
    let ranked = (people[id] ?? []).enumerated().sorted { left, right in
      let first = ecosystem.people[left.element]?.seniority ?? .max
      let second = ecosystem.people[right.element]?.seniority ?? .max
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
    return PeerFunction(
      function: id, name: function.name, company: company,
      people: ranked.map { ecosystem.name(of: .person($0)) },
      seniority: ranked.compactMap { ecosystem.people[$0]?.seniority }.min(),
      leader: function.parent.flatMap { ecosystem.functions[$0]?.name })
  }
}

extension Ecosystem {
  /// The function that a reference is, or that a person works in.
  func function(of reference: EntityReference) -> Function.ID? {
    switch reference {
    case .function(let id): id
    case .person(let id): people[id]?.function
    default: nil
    }
  }
}
