package import EcosystemModel
internal import GraphCore

/// What one committee costs.
package struct CommitteeTax: Hashable, Sendable, Codable {
  /// The committee.
  package let committee: Committee.ID
  /// Its name.
  package let name: String
  /// Everybody who attends: each person once, alternates not.
  package let attendees: Int
  /// Hours of a meeting; `nil` if unknown.
  package let hours: Double?
  /// Hours that each prepares for it.
  package let preparation: Double
  /// Meetings a month; `nil` if unknown.
  package let meetingsPerMonth: Double?
  /// The share of matters that it lets pass at a meeting.
  package let approvalRate: Double
  /// The share of matters that it settles itself; `nil` if unknown.
  package let settledShare: Double?
  /// The largest share that it ever settled, or is to settle; `nil` if unknown.
  package let possibleShare: Double?
  /// The share of what comes to it from below that those below could settle; `nil` if nothing comes, or nobody knows.
  package internal(set) var avoidableShare: Double?

  /// Hours of people that a meeting takes: attendees × (hours + preparation).
  package var personHoursPerMeeting: Double? {
    hours.map { Double(attendees) * ($0 + preparation) }
  }

  /// Hours of people a month.
  package var personHoursPerMonth: Double? {
    guard let personHoursPerMeeting, let meetingsPerMonth else { return nil }
    return personHoursPerMeeting * meetingsPerMonth
  }

  /// Hours of people a month on what those below could settle.
  package var avoidableHours: Double? {
    guard let avoidableShare, let personHoursPerMonth else { return nil }
    return personHoursPerMonth * avoidableShare
  }

  /// Of what a committee leaves to those above, the share that it could settle: (possible − settled) ÷ (1 − settled).
  package var unsettledShare: Double? {
    guard let possibleShare else { return nil }
    let settled = settledShare ?? 0
    return settled < 1 ? max(0, possibleShare - settled) / (1 - settled) : 0
  }
}

extension EscalationNetwork {
  /// What each committee costs, in the order of the rows.
  var taxes: [CommitteeTax] {
    let possible = possibleShares
    var taxes = ecosystem.committees.indices.map { position in
      let committee = ecosystem.committees[position]
      let people = snapshot.hierarchy.seats(ofCommittee: position).compactMap { seat in
        ecosystem.memberships.columns.roles[seat] == .alternate
          ? nil : snapshot.hierarchy.person(inSeat: seat)
      }
      return CommitteeTax(
        committee: committee.id, name: committee.name, attendees: Set(people).count,
        hours: committee.hours, preparation: committee.preparationHours ?? 0,
        meetingsPerMonth: committee.cadence.map { $0.meetingsPerYear / 12 },
        approvalRate: min(1, max(0, committee.approvalRate ?? 1)),
        settledShare: settledShares[position], possibleShare: possible[position])
    }
    let shares = taxes.map(\.unsettledShare)
    for node in topology.nodes {
      let below = topology.predecessors(of: node).map { shares[$0.position] }
      guard below.contains(where: { $0 != nil }) else { continue }
      taxes[node.position].avoidableShare =
        below.reduce(0) { $0 + ($1 ?? 0) } / Double(below.count)
    }
    return taxes
  }

  /// The largest share that each committee settled on any day, or is to settle by a target.
  private var possibleShares: [Double?] {
    var shares = settledShares
    func raise(_ committee: Committee.ID, to share: Double?) {
      guard let share, let position = ecosystem.committees.position(of: committee) else { return }
      shares[position] = max(shares[position] ?? 0, min(1, max(0, share)))
    }
    for committee in snapshot.whole.committees { raise(committee.id, to: committee.settles) }
    for score in snapshot.whole.scores {
      guard case .committee(let id) = score.subject, score.isOfSettling else { continue }
      raise(id, to: score.value)
      raise(id, to: score.target)
    }
    return shares
  }
}
