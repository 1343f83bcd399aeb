/// Who sits where, and which alliance each committee governs: the index that the rules about seats share.
///
/// Committees are named by their positions in the roster, seats by their positions among the memberships.
struct Governance {
  let ecosystem: Ecosystem
  /// The seats of each committee, in the order of their rows.
  let seats: [[Int]]
  /// The alliance of each committee: its own, or else that of the nearest committee above it.
  let alliances: [Alliance.ID?]

  /// Indexes an ecosystem in O(committees + memberships).
  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    var seats = [[Int]](repeating: [], count: ecosystem.committees.count)
    for (position, seat) in ecosystem.memberships.enumerated() {
      guard let committee = ecosystem.committees.position(of: seat.committee) else { continue }
      seats[committee].append(position)
    }
    self.seats = seats
    alliances = Self.inheritedAlliances(in: ecosystem.committees)
  }

  private static func inheritedAlliances(in committees: Roster<Committee>) -> [Alliance.ID?] {
    var alliances = committees.map(\.alliance)
    var isSettled = alliances.map { $0 != nil }
    for start in committees.indices where !isSettled[start] {
      var path: [Int] = []
      var next: Int? = start
      while let position = next, !isSettled[position] {
        isSettled[position] = true
        path.append(position)
        next = committees[position].parent.flatMap { committees.position(of: $0) }
      }
      let inherited = next.flatMap { alliances[$0] }
      for position in path { alliances[position] = inherited }
    }
    return alliances
  }

  /// The seats of a committee as rows.
  func members(of committee: Int) -> [Membership] {
    seats[committee].map { ecosystem.memberships[$0] }
  }

  /// The seats of a committee on the day on which it has most members of the kind wanted.
  func fullest(_ committee: Int, where isIncluded: (Membership) -> Bool) -> [Membership] {
    Simultaneity.busiest(
      members(of: committee).filter(isIncluded), validity: \.validity, key: \.person)
  }

  /// The committee above, that above it and so on; 64 at most, each once.
  func ancestors(of committee: Int) -> [Int] {
    var chain: [Int] = []
    var current = committee
    while chain.count < 64,
      let parent = ecosystem.committees[current].parent.flatMap({
        ecosystem.committees.position(of: $0)
      }), parent != committee, !chain.contains(parent)
    {
      chain.append(parent)
      current = parent
    }
    return chain
  }

  /// The committees of each alliance, inherited ones included, in the order of their rows.
  var committeesByAlliance: [Alliance.ID: [Int]] {
    var groups: [Alliance.ID: [Int]] = [:]
    for (position, alliance) in alliances.enumerated() {
      if let alliance { groups[alliance, default: []].append(position) }
    }
    return groups
  }

  /// The names of the members, each once, in the order of their seats.
  func names(of seats: some Sequence<Membership>) -> [String] {
    var seen: Set<Person.ID> = []
    return seats.compactMap {
      seen.insert($0.person).inserted ? ecosystem.name(of: .person($0.person)) : nil
    }
  }
}
