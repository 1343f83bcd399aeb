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

  /// The duties of each person by kind, one row of all kinds after the other.
  private var duties: [PersonLoad.Duty]
  private static let kinds = PersonLoad.DutyKind.allCases
  /// Whether each person has a duty beside seats.
  private var isOnDuty: [Bool]

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
    let none = Self.kinds.map { PersonLoad.Duty(kind: $0, count: 0, hours: 0) }
    duties = Array(repeatElement(none, count: ecosystem.people.count).joined())
    isOnDuty = Array(repeating: false, count: ecosystem.people.count)
    addDuties()
    let seats = seats()
    let shares = EmploymentShares(snapshot)
    for position in ecosystem.people.indices {
      let own = seats[position]
      guard !own.isEmpty || isOnDuty[position] else { continue }
      let person = ecosystem.people[position]
      let duties =
        isOnDuty[position]
        ? self.duties[position * Self.kinds.count..<(position + 1) * Self.kinds.count]
          .filter { $0.count > 0 } : []
      let part = shares.part(of: position) { companies(of: position) }
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

  /// What loads are counted in: seats where no committee's hours are known.
  var unit: LoadFindings.Unit {
    seatedCommitteeCount > 0 && unknownCommittees.count == seatedCommitteeCount ? .seats : .hours
  }

  /// The companies for which a person has a duty or a seat.
  private func companies(of person: Int) -> Set<Int> {
    let hierarchy = snapshot.hierarchy
    var companies = Set(
      hierarchy.seats(ofPerson: person).compactMap { hierarchy.company(ofSeat: $0) })
    if isOnDuty[person], let employer = hierarchy.company(ofPerson: person) {
      companies.insert(employer)
    }
    return companies
  }

  private mutating func addDuties() {
    let ecosystem = snapshot.ecosystem
    let roster = ecosystem.people
    func position(_ person: Person.ID?) -> Int? { person.flatMap { roster.position(of: $0) } }
    for handoff in ecosystem.handoffs.indices {
      add(
        position(ecosystem.handoffs[handoff].owner), .handoffs,
        rules.hoursPerHandoff * (ecosystem.handoffs[handoff].perYear ?? 12) / 12)
    }
    for person in roster.indices {
      add(snapshot.hierarchy.people.parent(of: person), .reports, rules.hoursPerReport)
    }
    for alliance in ecosystem.alliances {
      add(position(alliance.manager), .alliances, rules.hoursPerAlliance)
      add(position(alliance.sponsor), .sponsorships, rules.hoursPerSponsorship)
    }
    for program in ecosystem.programs {
      add(position(program.lead), .programs, rules.hoursPerProgram)
    }
    for tie in ecosystem.allianceTies {
      if let hours = rules.hours(perTieOf: tie.kind) {
        add(position(tie.person), .roles, hours)
      } else {
        freeKinds[tie.kind ?? "without a kind", default: 0] += 1
      }
    }
  }

  private mutating func add(_ person: Int?, _ kind: PersonLoad.DutyKind, _ hours: Double) {
    guard let person, let column = Self.kinds.firstIndex(of: kind) else { return }
    isOnDuty[person] = true
    let place = person * Self.kinds.count + column
    duties[place].count += 1
    duties[place].hours += hours
  }

  /// Whoever votes on a committee for a company.
  private struct Voices {
    var committee = -1
    var person = -1
    var isSeveral = false
  }

  /// The seats of everyone, each committee once with the weightiest role, the most costly first.
  private func seats() -> [[PersonLoad.Seat]] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    var result: [[PersonLoad.Seat]] = Array(repeating: [], count: ecosystem.people.count)
    var lastSeat: [(committee: Int, seat: Int)] = Array(
      repeating: (-1, -1), count: ecosystem.people.count)
    // The last place is that of members without a company.
    var voices = Array(repeating: Voices(), count: ecosystem.companies.count + 1)
    let weights = Dictionary(
      MembershipRole.allCases.map { ($0, rules.weight(of: $0)) },
      uniquingKeysWith: { first, _ in first })
    func weight(_ seat: Int) -> Double { weights[ecosystem.memberships[seat].role] ?? 0 }
    func side(_ seat: Int) -> Int { hierarchy.company(ofSeat: seat) ?? voices.count - 1 }
    for position in ecosystem.committees.indices {
      let committee = ecosystem.committees[position]
      var members: [Int] = []
      for seat in hierarchy.seats(ofCommittee: position) {
        guard let person = hierarchy.person(inSeat: seat) else { continue }
        if ecosystem.memberships[seat].role.isVoting {
          let side = side(seat)
          if voices[side].committee != position {
            voices[side] = Voices(committee: position, person: person)
          } else if voices[side].person != person {
            voices[side].isSeveral = true
          }
        }
        if lastSeat[person].committee != position {
          members.append(person)
        } else if weight(lastSeat[person].seat) >= weight(seat) {
          continue
        }
        lastSeat[person] = (position, seat)
      }
      let hours = committee.hoursPerMonth
      for person in members {
        let seat = lastSeat[person].seat
        let voice = voices[side(seat)]
        result[person].append(
          PersonLoad.Seat(
            committee: committee.id, name: committee.name, role: ecosystem.memberships[seat].role,
            hours: hours.map { $0 * weight(seat) },
            isOnlyVoice: voice.committee == position && voice.person == person && !voice.isSeveral))
      }
    }
    for person in result.indices where result[person].count > 1 {
      result[person].sort { left, right in
        let (one, other) = (left.hours ?? 0, right.hours ?? 0)
        if one != other { return one > other }
        return (left.name, left.committee) < (right.name, right.committee)
      }
    }
    return result
  }
}
