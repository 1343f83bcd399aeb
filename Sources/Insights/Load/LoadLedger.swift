internal import EcosystemModel

/// Adds up the hours of everyone's duties.
struct LoadLedger {
  let snapshot: Snapshot
  let rules: LoadQuestion.Rules
  /// The committees with members whose cadence or length is unknown, by name.
  private(set) var unknownCommittees: [String] = []
  /// Everyone who has a duty, in the order of the table of people.
  private(set) var people: [PersonLoad] = []

  init(_ snapshot: Snapshot, rules: LoadQuestion.Rules) {
    let ecosystem = snapshot.ecosystem
    self.snapshot = snapshot
    self.rules = rules
    var handoffs: [Person.ID: (count: Int, perMonth: Double)] = [:]
    for handoff in ecosystem.handoffs {
      guard let owner = handoff.owner else { continue }
      let old = handoffs[owner] ?? (0, 0)
      handoffs[owner] = (old.count + 1, old.perMonth + (handoff.perYear ?? 12) / 12)
    }
    var reports: [Person.ID: Int] = [:]
    for person in ecosystem.people {
      if let manager = person.manager { reports[manager, default: 0] += 1 }
    }
    var alliances: [Person.ID: Int] = [:]
    for alliance in ecosystem.alliances {
      if let manager = alliance.manager { alliances[manager, default: 0] += 1 }
    }
    let seats = Self.seats(of: ecosystem, rules: rules)
    for person in ecosystem.people {
      let own = seats[person.id] ?? []
      let handoff = handoffs[person.id] ?? (0, 0)
      let load = PersonLoad(
        person: person.id, name: person.name,
        company: ecosystem.company(of: .person(person.id)).flatMap {
          ecosystem.companies[$0]?.name
        },
        seats: own, seatHours: own.reduce(0) { $0 + ($1.hours ?? 0) }, handoffs: handoff.count,
        handoffHours: handoff.perMonth * rules.hoursPerHandoff, reports: reports[person.id] ?? 0,
        reportHours: Double(reports[person.id] ?? 0) * rules.hoursPerReport,
        alliances: alliances[person.id] ?? 0,
        allianceHours: Double(alliances[person.id] ?? 0) * rules.hoursPerAlliance,
        capacity: person.capacityHours)
      if !own.isEmpty || load.handoffs + load.reports + load.alliances > 0 { people.append(load) }
    }
    let seated = Set(ecosystem.memberships.map(\.committee))
    unknownCommittees = ecosystem.committees
      .filter { seated.contains($0.id) && $0.hoursPerMonth == nil }.map(\.name)
  }

  /// The seats of everyone, each committee once with the weightiest role, the most costly first.
  private static func seats(
    of ecosystem: Ecosystem, rules: LoadQuestion.Rules
  ) -> [Person.ID: [PersonLoad.Seat]] {
    struct Place: Hashable {
      var person: Person.ID
      var committee: Committee.ID
    }
    var roles: [Place: Membership] = [:]
    var voices: [Committee.ID: [Company.ID?: Set<Person.ID>]] = [:]
    for seat in ecosystem.memberships {
      let place = Place(person: seat.person, committee: seat.committee)
      if let old = roles[place], rules.weight(of: old.role) >= rules.weight(of: seat.role) {
        continue
      }
      roles[place] = seat
      guard seat.role.isVoting else { continue }
      voices[seat.committee, default: [:]][ecosystem.company(of: seat), default: []]
        .insert(seat.person)
    }
    var result: [Person.ID: [PersonLoad.Seat]] = [:]
    for (place, seat) in roles {
      guard let committee = ecosystem.committees[place.committee] else { continue }
      let voice = voices[place.committee]?[ecosystem.company(of: seat)] ?? []
      result[place.person, default: []].append(
        PersonLoad.Seat(
          committee: place.committee, name: committee.name, role: seat.role,
          hours: committee.hoursPerMonth.map { $0 * rules.weight(of: seat.role) },
          isOnlyVoice: voice == [place.person]))
    }
    return result.mapValues { seats in
      seats.sorted { left, right in
        let (one, other) = (left.hours ?? 0, right.hours ?? 0)
        return one == other ? left.committee < right.committee : one > other
      }
    }
  }
}
