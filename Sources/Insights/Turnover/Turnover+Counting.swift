import EcosystemModel

extension Turnover {
  /// The seats of one day: the weightiest role of each person on each committee.
  private struct Day {
    /// A person's place on a committee.
    struct Seat: Hashable {
      var person: Person.ID
      var committee: Committee.ID
    }

    /// What is known of a place.
    struct Holding {
      var role: MembershipRole
      var company: Company.ID?
    }

    var seats: [Seat: Holding] = [:]
    /// Who is in which body, with the role that they have there; companies and alliances have none.
    var bodies: [EntityReference: [Person.ID: String]] = [:]
    let snapshot: Snapshot

    init(_ snapshot: Snapshot) {
      self.snapshot = snapshot
      let (ecosystem, hierarchy) = (snapshot.ecosystem, snapshot.hierarchy)
      for (row, seat) in ecosystem.memberships.enumerated() {
        guard let committee = hierarchy.committee(ofSeat: row) else { continue }
        let company = hierarchy.company(ofSeat: row).map { ecosystem.companies[$0].id }
        let key = Seat(person: seat.person, committee: seat.committee)
        if let known = seats[key] {
          // Of two rows the weightier role counts, and of two companies the first by id.
          seats[key]?.role = MembershipRole.weightiest([known.role, seat.role]) ?? known.role
          seats[key]?.company = [known.company, company].compactMap { $0 }.min()
        } else {
          seats[key] = Holding(role: seat.role, company: company)
        }
        if let company { bodies[.company(company), default: [:]][seat.person] = "" }
        if let alliance = hierarchy.alliance(ofCommittee: committee) {
          let id = ecosystem.alliances[alliance].id
          bodies[.alliance(id), default: [:]][seat.person] = ""
        }
      }
      for (seat, holding) in seats {
        bodies[.committee(seat.committee), default: [:]][seat.person] = holding.role.rawValue
      }
    }

    var people: Set<Person.ID> { Set(seats.keys.map(\.person)) }
  }

  init(_ question: TurnoverQuestion, _ before: Snapshot, _ after: Snapshot, all: Snapshot) {
    let (old, new) = (Day(before), Day(after))
    let names = PartyNames(all.ecosystem)
    let periods = Self.periods(all.ecosystem)
    self.question = question
    date = question.to
    filter = after.filter.conditions.map(\.description)
    withheld = after.withheld
    changes = Self.changes(old, new, names, periods)
    counts = Self.counts(old, new, names)
    let (first, second) = (old.people, new.people)
    newcomers = second.subtracting(first).map { names[$0] }.sorted()
    leavers = first.subtracting(second).map { names[$0] }.sorted()
    stayedCount = first.intersection(second).count
    let places = Dictionary(
      grouping: new.seats.map { seat, holding in
        (
          committee: seat.committee,
          place: Tenure.Place(
            name: names[seat.person], isVoting: holding.role.isVoting,
            since: periods[seat]?.last { $0.contains(question.to) }?.since)
        )
      }, by: \.committee)
    tenures = places.map { committee, members in
      Tenure(of: members.map(\.place), called: names[.committee(committee)], on: question.to)
    }.sorted { ($0.committee ?? "") < ($1.committee ?? "") }
    let everybody = places.values.flatMap { $0.map(\.place) }
    tenure = everybody.isEmpty ? nil : Tenure(of: everybody, called: nil, on: question.to)
  }

  /// The unbroken times of each person on each committee, over all days.
  private static func periods(_ ecosystem: Ecosystem) -> [Day.Seat: [Validity]] {
    var rows: [Day.Seat: [Validity]] = [:]
    for seat in ecosystem.memberships {
      rows[Day.Seat(person: seat.person, committee: seat.committee), default: []]
        .append(seat.validity)
    }
    return rows.mapValues { $0.count > 1 ? Validity.merged($0) : $0 }
  }

  private static func changes(
    _ old: Day, _ new: Day, _ names: PartyNames, _ periods: [Day.Seat: [Validity]]
  ) -> [Change] {
    let (from, to) = (old.snapshot.date, new.snapshot.date)
    return Set(old.seats.keys).union(new.seats.keys).compactMap { seat -> Change? in
      let (before, after) = (old.seats[seat], new.seats[seat])
      guard before?.role != after?.role else { return nil }
      let day: CalendarDate? =
        if before == nil {
          periods[seat]?.last { $0.contains(to) }?.since
        } else if after == nil {
          periods[seat]?.last { $0.contains(from) }?.until
        } else {
          new.snapshot.seats(of: seat.person)
            .filter { $0.committee == seat.committee && $0.role == after?.role }
            .compactMap(\.validity.since).max()
        }
      let side = after == nil ? old.snapshot : new.snapshot
      return Change(
        move: before == nil ? .came : after == nil ? .left : .changed, person: seat.person,
        name: names[seat.person],
        company: (after?.company ?? before?.company).map { names[.company($0)] },
        committee: names[.committee(seat.committee)],
        alliance: side.alliance(of: seat.committee).map { names[.alliance($0)] },
        before: before?.role, after: after?.role, day: day)
    }.sorted { left, right in
      (left.committee, left.name, left.person) < (right.committee, right.name, right.person)
    }
  }

  private static func counts(_ old: Day, _ new: Day, _ names: PartyNames) -> [Count] {
    Set(old.bodies.keys).union(new.bodies.keys).map { body in
      let (before, after) = (old.bodies[body] ?? [:], new.bodies[body] ?? [:])
      let sort: Body =
        switch body.kind {
        case .company: .company
        case .alliance: .alliance
        default: .committee
        }
      func named(_ people: some Sequence<Person.ID>) -> [String] {
        people.map { names[$0] }.sorted()
      }
      return Count(
        body: sort, entity: body, name: names[body], before: before.count, after: after.count,
        came: named(after.keys.filter { before[$0] == nil }),
        left: named(before.keys.filter { after[$0] == nil }),
        changed: named(after.keys.filter { before[$0] != nil && before[$0] != after[$0] }))
    }.sorted { left, right in
      let sizes = [left, right].map { $0.came.count + $0.left.count + $0.changed.count }
      return (-sizes[0], left.name, left.entity) < (-sizes[1], right.name, right.entity)
    }
  }
}
