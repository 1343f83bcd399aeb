/// Finds people who hold the same place on one committee twice at the same time.
struct DuplicateSeats: Inspection {
  static let rule = "membership.duplicate"
  static let summary = "Nobody holds the same place on one committee twice at the same time."

  private struct Place: Hashable {
    var person: Int
    var role: MembershipRole
  }

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    var repeated: [Committee.ID: [Int]] = [:]
    for committee in snapshot.committeesWithRepeatedPeople {
      var places: [Place: [Int]] = [:]
      for seat in snapshot.hierarchy.seats(ofCommittee: committee) {
        guard let person = snapshot.hierarchy.person(inSeat: seat),
          ecosystem.memberships.columns.validity(seat).isOrdered
        else { continue }
        let place = Place(person: person, role: ecosystem.memberships.columns.roles[seat])
        places[place, default: []].append(seat)
      }
      let seconds = places.values.filter { $0.count > 1 }
        .compactMap { firstRepetition($0, in: ecosystem.memberships) }
      if !seconds.isEmpty { repeated[ecosystem.committees[committee].id] = seconds }
    }
    let found = repeated.map { committee, positions -> Finding in
      let rows = positions.sorted()
      let people = rows.map {
        ecosystem.name(of: .person(ecosystem.memberships.columns.people[$0]))
      }
      let verb = rows.count == 1 ? "holds" : "each hold"
      return Finding(
        .warning,
        "\(Phrase.quotedList(people)) \(verb) the same place on \(ecosystem.quoted(.committee(committee))) twice at the same time; remove the repeated row, or give the rows dates that do not overlap.",
        at: .init(.memberships, rows[0]), column: Membership.column(\.person))
    }
    return found.sorted { ($0.row?.position ?? 0) < ($1.row?.position ?? 0) }
  }

  /// The later row of two that overlap, found by sweeping over the starts.
  private func firstRepetition(_ positions: [Int], in seats: Rows<Membership>) -> Int? {
    let ordered = positions.sorted {
      let a = seats[$0].validity.since?.dayNumber ?? .min
      let b = seats[$1].validity.since?.dayNumber ?? .min
      return (a, $0) < (b, $1)
    }
    var open = ordered[0]
    for next in ordered.dropFirst() {
      if seats[open].validity.overlaps(seats[next].validity) { return max(open, next) }
      open = next
    }
    return nil
  }
}
