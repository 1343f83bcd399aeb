import EcosystemModel

extension NewcomerPage {
  /// Gathers what the rows say of somebody; O(rows).
  init(of position: Int, in snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    let row = ecosystem.people[position]
    let names = PartyNames(ecosystem)
    let places = Self.places(of: position, in: snapshot, names)
    let alliances = Self.alliances(of: position, in: snapshot)
    var meetings = Meetings(of: row.id)
    meetings.gather(places, alliances, in: snapshot)
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    person = row.id
    name = names[row.id]
    self.position = [
      row.title, row.function.map { ecosystem.name(of: .function($0)) },
      ecosystem.company(of: .person(row.id)).map { ecosystem.name(of: .company($0)) },
    ].compactMap { $0 }
    self.places = places
    duties = Self.duties(of: row.id, in: ecosystem, names)
    limits = Self.limits(of: position, alliances, in: snapshot, names)
    contacts = meetings.reasons.map { id, reasons in
      Contact(
        person: id, name: names[id],
        company: ecosystem.company(of: .person(id)).map { ecosystem.name(of: .company($0)) },
        role: ecosystem.people[id]?.title,
        reasons: reasons.sorted { ($0.weight, $0.text) < ($1.weight, $1.text) }.map(\.text))
    }.sorted { left, right in
      (-left.reasons.count, left.name, left.person)
        < (-right.reasons.count, right.name, right.person)
    }
  }

  private static func places(
    of person: Int, in snapshot: Snapshot, _ names: PartyNames
  ) -> [Place] {
    let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
    let rows = hierarchy.seats(ofPerson: person).map { ecosystem.memberships[$0] }
    return Dictionary(grouping: rows, by: \.committee).compactMap { id, seats -> Place? in
      guard let committee = ecosystem.committees[id],
        let role = MembershipRole.weightiest(seats.map(\.role))
      else { return nil }
      let leaders = snapshot.seats(of: id).filter(\.role.isChairing).map(\.person)
      return Place(
        committee: id, name: names[.committee(id)],
        alliance: snapshot.alliance(of: id).map { names[.alliance($0)] }, role: role,
        since: Validity.merged(seats.map(\.validity)).last?.since, decides: committee.decides,
        cadence: committee.cadence?.description,
        above: committee.parent.map { names[.committee($0)] },
        chairs: Set(leaders).map { names[$0] }.sorted())
    }.sorted { ($0.name, $0.committee) < ($1.name, $1.committee) }
  }

  /// The alliances on whose committees somebody sits, or which they manage, sponsor or serve.
  private static func alliances(of person: Int, in snapshot: Snapshot) -> Set<Alliance.ID> {
    let ecosystem = snapshot.ecosystem
    let id = ecosystem.people[person].id
    var found = Set(
      snapshot.hierarchy.seats(ofPerson: person).compactMap {
        snapshot.alliance(of: ecosystem.memberships[$0].committee)
      })
    found.formUnion(
      ecosystem.alliances.filter { $0.manager == id || $0.sponsor == id }.map(\.id))
    found.formUnion(ecosystem.programs.filter { $0.lead == id }.map(\.alliance))
    found.formUnion(ecosystem.allianceTies.filter { $0.person == id }.map(\.alliance))
    return found.filter { ecosystem.alliances[$0] != nil }
  }

  private static func duties(
    of person: Person.ID, in ecosystem: Ecosystem, _ names: PartyNames
  ) -> [Duty] {
    var duties: [Duty] = []
    for alliance in ecosystem.alliances {
      if alliance.manager == person {
        duties.append(Duty(verb: "manages", what: alliance.name, detail: alliance.northStar))
      }
      if alliance.sponsor == person {
        duties.append(Duty(verb: "sponsors", what: alliance.name, detail: alliance.northStar))
      }
    }
    for program in ecosystem.programs where program.lead == person {
      duties.append(
        Duty(verb: "leads", what: program.name, detail: names[.alliance(program.alliance)]))
    }
    for handoff in ecosystem.handoffs where handoff.owner == person {
      let way = "\(names[handoff.from]) to \(names[handoff.to])"
      duties.append(Duty(verb: "owns handoff", what: handoff.what ?? way, detail: way))
    }
    for tie in ecosystem.relationships where tie.owner == person {
      duties.append(
        Duty(
          verb: "owns relationship", what: "\(names[tie.from]) – \(names[tie.to])",
          detail: tie.kind))
    }
    return duties.sorted {
      ($0.verb, $0.what, $0.detail ?? "") < ($1.verb, $1.what, $1.detail ?? "")
    }
  }

  private static func limits(
    of person: Int, _ alliances: Set<Alliance.ID>, in snapshot: Snapshot, _ names: PartyNames
  ) -> [Duty] {
    let ecosystem = snapshot.ecosystem
    var own = Set(alliances.map { EntityReference.alliance($0) })
    if let company = ecosystem.company(of: .person(ecosystem.people[person].id)) {
      own.insert(.company(company))
    }
    return ecosystem.conflicts.flatMap { conflict in
      [(conflict.a, conflict.b), (conflict.b, conflict.a)].filter { own.contains($0.0) }.map {
        Duty(
          verb: "keep apart", what: "\(names[$0.0]) from \(names[$0.1])", detail: conflict.reason)
      }
    }.sorted { ($0.what, $0.detail ?? "") < ($1.what, $1.detail ?? "") }
  }
}

/// Reasons to meet people.
private struct Meetings {
  struct Reason: Hashable {
    /// Lower is weightier.
    var weight: Int
    var text: String
  }

  let person: Person.ID
  var reasons: [Person.ID: Set<Reason>] = [:]

  init(of person: Person.ID) { self.person = person }

  mutating func add(_ other: Person.ID?, _ weight: Int, _ text: String) {
    guard let other, other != person else { return }
    reasons[other, default: []].insert(Reason(weight: weight, text: text))
  }

  mutating func gather(
    _ places: [NewcomerPage.Place], _ alliances: Set<Alliance.ID>, in snapshot: Snapshot
  ) {
    let ecosystem = snapshot.ecosystem
    add(ecosystem.people[person]?.manager, 0, "their manager")
    for other in ecosystem.people where other.manager == person {
      add(other.id, 4, "reports to them")
    }
    for id in alliances {
      guard let alliance = ecosystem.alliances[id] else { continue }
      add(alliance.manager, 1, "alliance manager of \(alliance.name)")
      add(alliance.sponsor, 3, "sponsor of \(alliance.name)")
    }
    var shared: [Person.ID: Set<Committee.ID>] = [:]
    for place in places {
      for seat in snapshot.seats(of: place.committee) {
        if seat.role.isChairing { add(seat.person, 2, "leads \(place.name)") }
        shared[seat.person, default: []].insert(place.committee)
      }
    }
    for (other, committees) in shared where committees.count > 1 {
      add(other, 5, "on \(committees.count) committees with them")
    }
    let own: [EntityReference] =
      [.person(person)] + (ecosystem.people[person]?.function.map { [.function($0)] } ?? [])
    for handoff in ecosystem.handoffs where own.contains(handoff.from) || own.contains(handoff.to) {
      let what = handoff.what ?? "work"
      if case .person(let giver) = handoff.from { add(giver, 3, "hands over \(what)") }
      if case .person(let taker) = handoff.to { add(taker, 3, "takes over \(what)") }
      add(handoff.owner, 4, "answers for \(what)")
    }
  }
}
