import EcosystemModel

/// What joins people beside one committee: other committees, links between them or their functions, lines of managers.
struct MemberLinks {
  let snapshot: Snapshot
  private let hierarchy: Hierarchy
  private let peopleCount: Int
  private let committeesOfPerson: [[Int]]
  /// The linked pairs of people and functions, each by its two numbers: people come before functions.
  private let pairs: Set<UInt64>
  /// Whether each person and each function is in one of the pairs.
  private let isLinked: [Bool]
  /// The people on bodies of single companies.
  private let internalPeople: Set<Int>

  private static func key(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }

  /// Indexes a snapshot in O(seats + links).
  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    self.hierarchy = hierarchy
    committeesOfPerson = ecosystem.people.indices.map { person in
      Set(
        hierarchy.seats(ofPerson: person).compactMap { seat in
          ecosystem.memberships.columns.roles[seat] == .observer
            ? nil : hierarchy.committee(ofSeat: seat)
        }
      ).sorted()
    }
    let peopleCount = ecosystem.people.count
    self.peopleCount = peopleCount
    var pairs: Set<UInt64> = []
    var isLinked = [Bool](repeating: false, count: peopleCount + ecosystem.functions.count)
    func number(_ end: EntityReference) -> Int? {
      switch end {
      case .person(let id): ecosystem.people.position(of: id)
      case .function(let id): ecosystem.functions.position(of: id).map { peopleCount + $0 }
      case .company, .committee, .alliance, .program: nil
      }
    }
    func add(_ from: EntityReference, _ to: EntityReference) {
      guard let from = number(from), let to = number(to) else { return }
      pairs.insert(Self.key(from, to))
      (isLinked[from], isLinked[to]) = (true, true)
    }
    for tie in ecosystem.relationships where !RelationshipKind.isRivalry(tie.kind) {
      add(tie.from, tie.to)
    }
    for handoff in ecosystem.handoffs { add(handoff.from, handoff.to) }
    self.pairs = pairs
    self.isLinked = isLinked
    internalPeople = Set(
      ecosystem.committees.indices.filter { snapshot.companyOfInternalBody($0) != nil }.flatMap {
        hierarchy.people(onCommittee: $0).filter { $0 >= 0 }
      })
  }

  /// Whether two people are joined otherwise than by a committee.
  func areJoined(_ one: Int, _ other: Int, apartFrom committee: Int) -> Bool {
    if committeesOfPerson[one].contains(where: {
      $0 != committee && committeesOfPerson[other].contains($0)
    }) {
      return true
    }
    let (first, second) = (
      hierarchy.function(ofPerson: one), hierarchy.function(ofPerson: other)
    )
    if let first, first == second { return true }
    let (manager, otherManager) = (
      hierarchy.people.parent(of: one), hierarchy.people.parent(of: other)
    )
    if let manager {
      if manager == otherManager { return true }
      for above in hierarchy.people.ancestors(of: one) where above == other { return true }
    }
    if otherManager != nil {
      for above in hierarchy.people.ancestors(of: other) where above == one { return true }
    }
    let (left, right) = (first.map { peopleCount + $0 }, second.map { peopleCount + $0 })
    return areLinked(one, other) || areLinked(one, right) || areLinked(left, other)
      || areLinked(left, right)
  }

  /// Whether a row links two people or functions by their numbers.
  private func areLinked(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other, isLinked[one], isLinked[other] else { return false }
    return pairs.contains(Self.key(one, other))
  }

  /// Whether somebody, or one of those above them in their line, sits on a body of a single company or on the committee above.
  func reachesGovernance(_ person: Int, above: Int?) -> Bool {
    let line = [person] + snapshot.hierarchy.people.ancestors(of: person)
    return line.contains { somebody in
      internalPeople.contains(somebody)
        || above.map { committeesOfPerson[somebody].contains($0) } ?? false
    }
  }

  /// Whether there is a body above that members could reach: one of single companies, the committee above, or a manager.
  func hasGovernance(_ people: [Int], above: Int?) -> Bool {
    above != nil || !internalPeople.isEmpty
      || people.contains { snapshot.hierarchy.people.parent(of: $0) != nil }
  }
}

extension Snapshot {
  /// The company of a committee that belongs to no alliance and whose members are all of one company; `nil` for other committees.
  func companyOfInternalBody(_ committee: Int) -> Int? {
    guard hierarchy.alliance(ofCommittee: committee) == nil else { return nil }
    let companies = Set(
      hierarchy.seats(ofCommittee: committee).compactMap { hierarchy.company(ofSeat: $0) })
    return companies.count == 1 ? companies.first : nil
  }
}
