internal import EcosystemModel

/// Adds up the hours of everyone's duties.
struct LoadLedger {
  let snapshot: Snapshot
  let rules: LoadQuestion.Rules
  /// The committees with members whose cadence or length is unknown, by name.
  let unknownCommittees: [String]
  /// The number of committees with members.
  let seatedCommitteeCount: Int
  /// Everyone who has a duty, in the order of the table of people.
  private(set) var people: [Entry] = []
  /// The roles of each person in each alliance, beside their seats.
  let hats: AllianceRoles
  /// Kinds of relationships with alliances and programs that cost nothing, and how many there are.
  private(set) var freeKinds: [String: Int] = [:]

  private static let kinds = PersonLoad.DutyKind.allCases
  /// The duties of everybody, kind by kind.
  private var duties = Array(repeating: DutyColumn(), count: kinds.count)
  /// Whether each person has a duty beside seats.
  private var isOnDuty: [Bool]
  private let shares: EmploymentShares
  /// The hours of each committee a month.
  private let committeeHours: [Double?]
  private let weights: [MembershipRole: Double]
  /// Of each seat whether it is the weightiest of the person on its committee.
  private var isHeld: [Bool]
  /// Of each of these whether nobody else there votes for the same company.
  private var isOnlyVoice: [Bool]

  /// How often people have a duty of one kind, and what it costs them; empty as long as nobody has any.
  private struct DutyColumn {
    var counts: [Int32] = []
    var hours: [Double] = []
  }

  init(_ snapshot: Snapshot, rules: LoadQuestion.Rules) {
    self.snapshot = snapshot
    self.rules = rules
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    let committees = ecosystem.committees
    committeeHours = committees.indices.map { committees[$0].hoursPerMonth }
    let seated = committees.indices.filter { !hierarchy.seats(ofCommittee: $0).isEmpty }
    seatedCommitteeCount = seated.count
    let unknown = seated.filter { committees[$0].hoursPerMonth == nil }
    unknownCommittees = unknown.map { committees[$0].name }
    hats = AllianceRoles(snapshot)
    shares = EmploymentShares(snapshot)
    weights = Dictionary(
      MembershipRole.allCases.map { ($0, rules.weight(of: $0)) },
      uniquingKeysWith: { first, _ in first })
    isOnDuty = Array(repeating: false, count: ecosystem.people.count)
    isHeld = Array(repeating: false, count: ecosystem.memberships.count)
    isOnlyVoice = isHeld
    addDuties()
    holdSeats()
    addUp()
  }

  /// Adds up what everybody carries; hours of seats the highest first, so that sums have the same last digits as those of the list.
  private mutating func addUp() {
    let (people, hierarchy) = (snapshot.ecosystem.people, snapshot.hierarchy)
    let seats = snapshot.ecosystem.memberships.columns
    let roleWeights = weights
    var hours: [Double] = []
    for position in people.indices {
      hours.removeAll(keepingCapacity: true)
      var chairCount = 0
      for seat in hierarchy.seats(ofPerson: position) where isHeld[seat] {
        let role = seats.roles[seat]
        if role.isChairing { chairCount += 1 }
        let known = hierarchy.committee(ofSeat: seat).flatMap { committeeHours[$0] }
        hours.append(known.map { $0 * (roleWeights[role] ?? 0) } ?? 0)
      }
      guard !hours.isEmpty || isOnDuty[position] else { continue }
      if hours.count > 1 { hours.sort(by: >) }
      var sum = hours.reduce(0, +)
      if isOnDuty[position] {
        for column in duties where !column.counts.isEmpty && column.counts[position] > 0 {
          sum += column.hours[position]
        }
      }
      let capacity = people[position].capacityHours.map { $0 * part(of: position).share }
      self.people.append(
        Entry(
          position: position, hours: sum, seatCount: hours.count, chairCount: chairCount,
          capacity: capacity))
    }
  }

  private func part(of position: Int) -> (share: Double, words: String?) {
    shares.part(of: position) { companies(of: position) }
  }

  /// All that one person carries, with what it is called.
  func load(of entry: Entry) -> PersonLoad {
    let ecosystem = snapshot.ecosystem
    let person = ecosystem.people[entry.position]
    let duties = Self.kinds.indices.compactMap { place -> PersonLoad.Duty? in
      let column = self.duties[place]
      guard !column.counts.isEmpty, column.counts[entry.position] > 0 else { return nil }
      return PersonLoad.Duty(
        kind: Self.kinds[place], count: Int(column.counts[entry.position]),
        hours: column.hours[entry.position])
    }
    return PersonLoad(
      person: person.id, name: person.name,
      company: snapshot.hierarchy.company(ofPerson: entry.position)
        .map { ecosystem.companies[$0].name },
      seats: seats(of: entry.position), duties: duties, capacity: entry.capacity,
      capacitySource: person.capacityHours.map { hours in
        part(of: entry.position).words.map {
          "\($0) of capacity_hours \(NumberText.short(hours, limit: 1)) h"
        } ?? Person.column(\.capacityHours)
      })
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
    let handoffs = ecosystem.handoffs.columns
    for handoff in handoffs.owner.isBlank ? 0..<0 : ecosystem.handoffs.indices {
      add(
        position(handoffs.owner[handoff]), .handoffs,
        rules.hoursPerHandoff * (handoffs.perYear[handoff] ?? 12) / 12)
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
    if duties[column].counts.isEmpty {
      let count = isOnDuty.count
      duties[column] = DutyColumn(
        counts: Array(repeating: 0, count: count), hours: Array(repeating: 0, count: count))
    }
    isOnDuty[person] = true
    duties[column].counts[person] += 1
    duties[column].hours[person] += hours
  }

  /// Whoever votes on a committee for a company.
  private struct Voices {
    var committee = -1
    var person = -1
    var isSeveral = false
  }

  /// Finds the weightiest seat of everyone on each committee, and who is the only voice of a company there.
  private mutating func holdSeats() {
    let hierarchy = snapshot.hierarchy
    let seats = snapshot.ecosystem.memberships.columns
    let roleWeights = weights
    var lastSeat: [(committee: Int, seat: Int)] = Array(
      repeating: (-1, -1), count: snapshot.ecosystem.people.count)
    // The last place is that of members without a company.
    var voices = Array(repeating: Voices(), count: snapshot.ecosystem.companies.count + 1)
    func weight(_ seat: Int) -> Double { roleWeights[seats.roles[seat]] ?? 0 }
    let others = voices.count - 1
    var members: [Int] = []
    for committee in snapshot.ecosystem.committees.indices {
      members.removeAll(keepingCapacity: true)
      for seat in hierarchy.seats(ofCommittee: committee) {
        guard let person = hierarchy.person(inSeat: seat) else { continue }
        if seats.roles[seat].isVoting {
          let side = hierarchy.company(ofSeat: seat) ?? others
          if voices[side].committee != committee {
            voices[side] = Voices(committee: committee, person: person)
          } else if voices[side].person != person {
            voices[side].isSeveral = true
          }
        }
        if lastSeat[person].committee != committee {
          members.append(person)
        } else if weight(lastSeat[person].seat) >= weight(seat) {
          continue
        }
        lastSeat[person] = (committee, seat)
      }
      for person in members {
        let seat = lastSeat[person].seat
        let voice = voices[hierarchy.company(ofSeat: seat) ?? others]
        isHeld[seat] = true
        isOnlyVoice[seat] =
          voice.committee == committee && voice.person == person && !voice.isSeveral
      }
    }
  }

  /// The seats of a person, each committee once with the weightiest role, the most costly first.
  private func seats(of person: Int) -> [PersonLoad.Seat] {
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    let seats = hierarchy.seats(ofPerson: person).compactMap { seat -> PersonLoad.Seat? in
      guard isHeld[seat], let committee = hierarchy.committee(ofSeat: seat) else { return nil }
      let role = ecosystem.memberships.columns.roles[seat]
      return PersonLoad.Seat(
        committee: ecosystem.committees[committee].id, name: ecosystem.committees[committee].name,
        role: role, hours: committeeHours[committee].map { $0 * (weights[role] ?? 0) },
        isOnlyVoice: isOnlyVoice[seat])
    }
    return seats.sorted { left, right in
      let (one, other) = (left.hours ?? 0, right.hours ?? 0)
      if one != other { return one > other }
      return (left.name, left.committee) < (right.name, right.committee)
    }
  }
}
