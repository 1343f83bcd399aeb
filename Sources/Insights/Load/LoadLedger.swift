internal import EcosystemModel

/// Adds up the hours of everyone's duties.
struct LoadLedger {
  let snapshot: Snapshot
  let rules: LoadQuestion.Rules
  /// The committees with members whose cadence or length is unknown, by name.
  let unknownCommittees: [String]
  /// The number of committees with members.
  let seatedCommitteeCount: Int
  /// Everyone who has a duty, in the order of the table of people, with the position there.
  private(set) var people: [(position: Int, load: PersonLoad)] = []
  /// The roles of each person in each alliance, beside their seats.
  let hats: AllianceRoles
  /// Kinds of relationships with alliances and programs that cost nothing, and how many there are.
  private(set) var freeKinds: [String: Int] = [:]

  private var duties: [[PersonLoad.DutyKind: PersonLoad.Duty]]
  /// The companies for which each person has a duty.
  private var companies: [Set<Int>]

  init(_ snapshot: Snapshot, rules: LoadQuestion.Rules) {
    self.snapshot = snapshot
    self.rules = rules
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    let seated = ecosystem.committees.indices.filter {
      !hierarchy.seats(ofCommittee: $0).isEmpty
    }
    seatedCommitteeCount = seated.count
    unknownCommittees = seated.filter { ecosystem.committees[$0].hoursPerMonth == nil }
      .map { ecosystem.committees[$0].name }
    hats = AllianceRoles(snapshot)
    duties = Array(repeating: [:], count: ecosystem.people.count)
    companies = Array(repeating: [], count: ecosystem.people.count)
    addDuties()
    let seats = seats()
    let shares = EmploymentShares(snapshot)
    for (position, person) in ecosystem.people.enumerated() {
      let own = seats[position]
      let duties = PersonLoad.DutyKind.allCases.compactMap { self.duties[position][$0] }
      guard !own.isEmpty || !duties.isEmpty else { continue }
      for seat in hierarchy.seats(ofPerson: position) {
        if let company = hierarchy.company(ofSeat: seat) { companies[position].insert(company) }
      }
      let part = shares.part(of: position, for: companies[position])
      let load = PersonLoad(
        person: person.id, name: person.name,
        company: hierarchy.company(ofPerson: position).map { ecosystem.companies[$0].name },
        seats: own, duties: duties,
        capacity: person.capacityHours.map { $0 * part.share },
        capacitySource: person.capacityHours.map { hours in
          part.words.map { "\($0) of capacity_hours \(NumberText.short(hours, limit: 1)) h" }
            ?? Person.column(\.capacityHours)
        })
      people.append((position, load))
    }
  }

  private mutating func addDuties() {
    let ecosystem = snapshot.ecosystem
    let roster = ecosystem.people
    func position(_ person: Person.ID?) -> Int? { person.flatMap { roster.position(of: $0) } }
    for handoff in ecosystem.handoffs {
      add(
        position(handoff.owner), .handoffs, rules.hoursPerHandoff * (handoff.perYear ?? 12) / 12,
        for: handoff.alliance)
    }
    for person in roster { add(position(person.manager), .reports, rules.hoursPerReport, for: nil) }
    for alliance in ecosystem.alliances {
      add(position(alliance.manager), .alliances, rules.hoursPerAlliance, for: alliance.id)
      add(
        position(alliance.sponsor), .sponsorships, rules.hoursPerSponsorship,
        for: alliance.id)
    }
    for program in ecosystem.programs {
      add(position(program.lead), .programs, rules.hoursPerProgram, for: program.alliance)
    }
    for tie in ecosystem.allianceTies {
      if let hours = rules.hours(perTieOf: tie.kind) {
        add(position(tie.person), .roles, hours, for: tie.alliance)
      } else {
        freeKinds[tie.kind ?? "without a kind", default: 0] += 1
      }
    }
  }

  private mutating func add(
    _ person: Int?, _ kind: PersonLoad.DutyKind, _ hours: Double, for alliance: Alliance.ID?
  ) {
    guard let person else { return }
    duties[person][kind, default: .init(kind: kind, count: 0, hours: 0)].count += 1
    duties[person][kind]?.hours += hours
    guard let employer = snapshot.hierarchy.company(ofPerson: person) else { return }
    companies[person].insert(employer)
  }

  /// The seats of everyone, each committee once with the weightiest role, the most costly first.
  private func seats() -> [[PersonLoad.Seat]] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    var result: [[PersonLoad.Seat]] = Array(repeating: [], count: ecosystem.people.count)
    for (position, committee) in ecosystem.committees.enumerated() {
      var roles: [Int: (role: MembershipRole, seat: Int)] = [:]
      var voices: [Int?: Set<Int>] = [:]
      for seat in hierarchy.seats(ofCommittee: position) {
        guard let person = hierarchy.person(inSeat: seat) else { continue }
        let role = ecosystem.memberships[seat].role
        if role.isVoting {
          voices[hierarchy.company(ofSeat: seat), default: []].insert(person)
        }
        if let old = roles[person], rules.weight(of: old.role) >= rules.weight(of: role) {
          continue
        }
        roles[person] = (role, seat)
      }
      for (person, place) in roles {
        result[person].append(
          PersonLoad.Seat(
            committee: committee.id, name: committee.name, role: place.role,
            hours: committee.hoursPerMonth.map { $0 * rules.weight(of: place.role) },
            isOnlyVoice: voices[hierarchy.company(ofSeat: place.seat)] == [person]))
      }
    }
    return result.map { seats in
      seats.sorted { left, right in
        let (one, other) = (left.hours ?? 0, right.hours ?? 0)
        if one != other { return one > other }
        return (left.name, left.committee) < (right.name, right.committee)
      }
    }
  }
}
