/// What the seats of a committee make of its votes.
package struct VoteBalance: Hashable, Sendable {
  /// The two partners, in the order of their alliance.
  package let partners: [Int]
  /// The voting members of each.
  package let counts: [Int]

  /// Whether both have the same number.
  package var isEven: Bool { counts[0] == counts[1] }
}

/// Something about the seats of committees that `check` finds fault with.
package enum SeatingFault: Hashable, Sendable {
  /// One of two partners has more votes on the committee.
  case unequalVotes(Int)
  /// The committee has fewer voting members than its quorum.
  case unreachableQuorum(Int)
  /// The committee loses its quorum when one voting member leaves.
  case fragileQuorum(Int)
  /// Nobody sits on the committee.
  case noMembers(Int)
  /// Nobody leads the committee.
  case noChair(Int)
  /// The company is a partner of the alliance and sits on none of its committees.
  case unseated(company: Int, alliance: Int)
  /// The lower committee shares people with the upper in a way that is to be mended.
  case sharing(LayerSharing.Judgement, lower: Int, upper: Int)
}

extension Seating {
  /// The seats of a committee on the day on which it has most members of the kind wanted.
  func fullest(_ committee: Int, where isIncluded: (Seat) -> Bool) -> [Seat] {
    Simultaneity.busiest(
      seats(on: committee).filter(isIncluded), validity: \.validity, key: \.person)
  }

  /// Whether nobody sits on a committee, at any time.
  package func isEmpty(_ committee: Int) -> Bool { seats(on: committee).isEmpty }

  /// The number of people with a vote, on the day on which they are most.
  package func voterCount(of committee: Int) -> Int {
    Self.distinctCount(fullest(committee, where: \.role.isVoting).map(\.person))
  }

  /// The votes of the two partners of the committee's alliance, on the day on which most members vote.
  ///
  /// - Returns: The balance, or `nil` if there are not two partners, or the company of a voting member is unknown.
  package func votes(on committee: Int) -> VoteBalance? {
    guard let alliance = hierarchy.alliance(ofCommittee: committee) else { return nil }
    let partners = hierarchy.partners(ofAlliance: alliance)
    guard partners.count == 2, partners[0] != partners[1] else { return nil }
    var voters: [[Int]] = [[], []]
    for seat in fullest(committee, where: \.role.isVoting) {
      guard seat.company != nil else { return nil }
      guard let partner = partner(of: seat, among: partners) else { continue }
      voters[partner == partners[0] ? 0 : 1].append(seat.person)
    }
    return VoteBalance(partners: partners, counts: voters.map(Self.distinctCount))
  }

  /// The company with more than half of the votes on a committee, on the day on which most members vote.
  ///
  /// A company votes with the partner of the alliance that owns it. Where nobody knows a member's company, the vote is another's.
  ///
  /// - Returns: The company, its votes and all votes; `nil` if no company has more than half.
  package func majority(on committee: Int) -> (company: Int, votes: Int, total: Int)? {
    let partners =
      hierarchy.alliance(ofCommittee: committee).map { hierarchy.partners(ofAlliance: $0) } ?? []
    var companies: [Int: Int?] = [:]
    for seat in fullest(committee, where: \.role.isVoting) {
      companies[seat.person] =
        (companies[seat.person] ?? nil) ?? partner(of: seat, among: partners) ?? seat.company
    }
    var votes: [Int: Int] = [:]
    for case let company? in companies.values { votes[company, default: 0] += 1 }
    return votes.first { 2 * $0.value > companies.count }
      .map { ($0.key, $0.value, companies.count) }
  }

  private static func distinctCount(_ people: [Int]) -> Int {
    let sorted = people.sorted()
    return sorted.indices.count { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
  }

  /// What is wrong with the seats of some committees, and with whom they share people above and below.
  ///
  /// - Complexity: O(seats on these committees and on those above and below).
  package func faults(of committees: [Int]) -> Set<SeatingFault> {
    var found: Set<SeatingFault> = []
    for committee in distinct(committees) {
      found.formUnion(faults(of: committee, among: sharing(of: committee)))
    }
    return found
  }

  /// What is wrong with the seats of a committee whose sharing with those above and below is at hand.
  package func faults(of committee: Int, among layers: [SharedLayer]) -> Set<SeatingFault> {
    var found: Set<SeatingFault> = []
    if let votes = votes(on: committee), !votes.isEven { found.insert(.unequalVotes(committee)) }
    if let quorum = ecosystem.committees[committee].quorum, quorum > 0 {
      let voters = voterCount(of: committee)
      if quorum > voters { found.insert(.unreachableQuorum(committee)) }
      if quorum == voters { found.insert(.fragileQuorum(committee)) }
    }
    let seats = seats(on: committee)
    if seats.isEmpty { found.insert(.noMembers(committee)) }
    if !seats.contains(where: \.role.isChairing) { found.insert(.noChair(committee)) }
    for layer in layers where layer.sharing.judgement.isFault {
      found.insert(.sharing(layer.sharing.judgement, lower: layer.lower, upper: layer.upper))
    }
    if let alliance = hierarchy.alliance(ofCommittee: committee) {
      found.formUnion(
        unseatedPartners(of: alliance).map { .unseated(company: $0, alliance: alliance) })
    }
    return found
  }

  /// The partners of an alliance for which nobody sits on any of its committees.
  private func unseatedPartners(of alliance: Int) -> [Int] {
    var unseated = hierarchy.partners(ofAlliance: alliance)
    var known: Set<Int> = []
    for committee in hierarchy.committees(ofAlliance: alliance) {
      for seat in seats(on: committee) {
        guard !unseated.isEmpty else { return [] }
        guard let company = seat.company, known.insert(company).inserted else { continue }
        let owners = hierarchy.owners(ofCompany: company)
        unseated.removeAll(where: owners.contains)
      }
    }
    return unseated
  }
}
