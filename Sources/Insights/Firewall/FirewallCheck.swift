import EcosystemModel

/// Checks pairs on one day, with what all days say.
struct FirewallCheck {
  let snapshot: Snapshot
  let date: CalendarDate?
  let names: PartyNames
  let exposures: ExposureIndex

  var ecosystem: Ecosystem { snapshot.ecosystem }

  /// Indexes an ecosystem in O(rows of all tables).
  init(_ snapshot: Snapshot, on date: CalendarDate?) {
    self.snapshot = snapshot
    self.date = date
    names = PartyNames(snapshot.ecosystem)
    exposures = ExposureIndex(snapshot)
  }

  func pair(_ conflict: Conflict, coolingOffDays: Int) -> FirewallPair {
    let a = exposures.exposures(to: conflict.a, against: conflict.b).filter(\.validity.isOrdered)
    let b = exposures.exposures(to: conflict.b, against: conflict.a).filter(\.validity.isOrdered)
    let sides = [ecosystem.name(of: conflict.a), ecosystem.name(of: conflict.b)]
    let breaches = breaches(a, b, sides: sides, coolingOffDays: coolingOffDays)
    let now = [a, b].map { $0.filter { $0.validity.contains(date) } }
    let reviewed = conflict.reviewed
    return FirewallPair(
      a: conflict.a, b: conflict.b, aName: sides[0], bName: sides[1], reason: conflict.reason,
      coolingOffDays: coolingOffDays, breaches: breaches,
      contacts: contacts(
        now[0], now[1], conflict: conflict, sides: sides, except: Set(breaches.map(\.person))),
      people: zip([a, b], sides).flatMap { people(on: $1, $0) }, reviewed: reviewed,
      isOverdue: date.map { date in
        reviewed.map { date.dayNumber - $0.dayNumber > 365 } ?? true
      })
  }

  /// The worst breach of each person on both sides, in the order of side `a`.
  private func breaches(
    _ a: [Exposure], _ b: [Exposure], sides: [String], coolingOffDays: Int
  ) -> [FirewallBreach] {
    let others = Dictionary(grouping: b, by: \.person)
    let own = Dictionary(grouping: a, by: \.person)
    return distinct(a.map(\.person)).compactMap { person in
      guard let first = own[person], let second = others[person] else { return nil }
      return direct(first, second, sides: sides)
        ?? crossing(first, second, sides: sides, coolingOffDays: coolingOffDays)
    }
  }

  /// On both sides on the day: dated from the first day on which both held, whatever the roles were then.
  private func direct(
    _ a: [Exposure], _ b: [Exposure], sides: [String]
  ) -> FirewallBreach? {
    let others = Validity.merged(b.map(\.validity))
    let stretches = Validity.merged(a.map(\.validity)).flatMap { stretch in
      others.map(stretch.during).filter { stretch.overlaps($0) }
    }
    let pairs = a.flatMap { one in b.map { (one, $0, one.validity.during($0.validity)) } }
      .filter { $0.2.isOrdered && $0.2.contains(date) }
    let longest = pairs.min { ($0.2.since?.dayNumber ?? .min) < ($1.2.since?.dayNumber ?? .min) }
    guard let now = stretches.first(where: { $0.contains(date) }), let first = stretches.first,
      let longest
    else { return nil }
    return breach(
      .direct, longest.0, longest.1, sides: sides, gap: nil, since: first.since,
      again: now == first ? nil : now.since)
  }

  /// The shortest time between leaving one side altogether and joining the other, if it is too short.
  private func crossing(
    _ a: [Exposure], _ b: [Exposure], sides: [String], coolingOffDays: Int
  ) -> FirewallBreach? {
    var best: FirewallBreach?
    for (left, joined, isForth) in [(a, b, true), (b, a, false)] {
      for stay in Validity.merged(left.map(\.validity)) {
        for stretch in Validity.merged(joined.map(\.validity)) {
          guard let end = stay.until, let start = stretch.since, end <= start else { continue }
          let gap = start.dayNumber - end.dayNumber
          guard gap < coolingOffDays, gap < best?.gapInDays ?? .max else { continue }
          // What lies ahead is no breach yet, and after the cooling-off time it is one no more.
          if let date, start > date || date.dayNumber - end.dayNumber >= coolingOffDays { continue }
          guard stretch.contains(date),
            let last = left.first(where: { $0.validity.until == end }),
            let next = joined.first(where: { $0.validity.since == start })
          else { continue }
          best = breach(
            .coolingOff, isForth ? last : next, isForth ? next : last, sides: sides, gap: gap,
            since: start, again: nil)
        }
      }
    }
    return best
  }

  private func breach(
    _ kind: FirewallBreach.Kind, _ first: Exposure, _ second: Exposure, sides: [String], gap: Int?,
    since: CalendarDate?, again: CalendarDate?
  ) -> FirewallBreach {
    let name = names[first.person]
    return FirewallBreach(
      kind: kind, person: first.person, name: name,
      path: "\(sides[0]) ← \(part(first)) ← \(name) → \(part(second)) → \(sides[1])",
      gapInDays: gap, since: since, again: again)
  }

  private func part(_ exposure: Exposure) -> String {
    let until = exposure.validity.until
    return exposure.part + (until.map { " until \($0)" } ?? "")
  }

  /// Where people of one side meet people of the other who is not on both.
  private func contacts(
    _ a: [Exposure], _ b: [Exposure], conflict: Conflict, sides: [String],
    except breaching: Set<Person.ID>
  ) -> [FirewallContact] {
    let first = distinct(a.map(\.person).filter { !breaching.contains($0) })
    let second = distinct(b.map(\.person).filter { !breaching.contains($0) })
    let both = Set(first).intersection(second)
    let aPeople = first.filter { !both.contains($0) }
    let bPeople = second.filter { !both.contains($0) }
    var found: [FirewallContact] = []
    func add(
      _ kind: FirewallContact.Kind, _ through: EntityReference, _ left: [Person.ID],
      _ right: [Person.ID]
    ) {
      let names = [left, right].map { $0.map { self.names[$0] } }
      let name = self.names[through]
      found.append(
        FirewallContact(
          kind: kind, through: through, throughName: name, aPeople: names[0], bPeople: names[1],
          path:
            "\(sides[0]) ← \(names[0].first ?? name) – \(name) – \(names[1].first ?? name) → \(sides[1])"
        ))
    }
    let sideAlliances = [conflict.a, conflict.b]
    let left = groups(aPeople) { thirdCommittees(of: $0, sides: sideAlliances) }
    let right = groups(bPeople) { thirdCommittees(of: $0, sides: sideAlliances) }
    for (committee, first, second) in met(left, right, in: ecosystem.committees) {
      add(.committee, .committee(committee), first, second)
    }
    let leftManagers = groups(aPeople) { [ecosystem.people[$0]?.manager].compactMap { $0 } }
    let rightManagers = groups(bPeople) { [ecosystem.people[$0]?.manager].compactMap { $0 } }
    for (manager, first, second) in met(leftManagers, rightManagers, in: ecosystem.people) {
      add(.manager, .person(manager), first, second)
    }
    for manager in aPeople {
      if let team = rightManagers[manager] { add(.line, .person(manager), [], team) }
    }
    for manager in bPeople {
      if let team = leftManagers[manager] { add(.line, .person(manager), team, []) }
    }
    return found
  }

  /// Where groups of both sides are the same, in the order of a table.
  private func met<Row: TableEntity>(
    _ left: [Row.ID: [Person.ID]], _ right: [Row.ID: [Person.ID]], in rows: Roster<Row>
  ) -> [(Row.ID, [Person.ID], [Person.ID])] {
    left.compactMap { place, people in
      right[place].flatMap { others in
        rows.position(of: place).map { (position: $0, met: (place, people, others)) }
      }
    }.sorted { $0.position < $1.position }.map(\.met)
  }

  /// The committees on which the person sits on the day and that belong to neither side.
  private func thirdCommittees(of person: Person.ID, sides: [EntityReference]) -> [Committee.ID] {
    distinct(
      snapshot.seats(of: person).filter { seat in
        let committee = ecosystem.committees[seat.committee]?.validity ?? Validity()
        guard seat.validity.during(committee).isOrdered,
          seat.validity.contains(date), committee.contains(date)
        else { return false }
        guard let alliance = snapshot.alliance(of: seat.committee) else { return true }
        if sides.contains(.alliance(alliance)) { return false }
        let partners = ecosystem.alliances[alliance]?.companies ?? []
        return !partners.contains { sides.contains(.company($0)) }
      }.map(\.committee))
  }

  private func groups<Key: Hashable>(
    _ people: [Person.ID], _ keys: (Person.ID) -> [Key]
  ) -> [Key: [Person.ID]] {
    var groups: [Key: [Person.ID]] = [:]
    for person in people {
      for key in keys(person) { groups[key, default: []].append(person) }
    }
    return groups
  }

  /// Who is on a side on the day, each with the day since when they are there without a break.
  private func people(on side: String, _ exposures: [Exposure]) -> [FirewallPerson] {
    let parts = Dictionary(grouping: exposures, by: \.person)
    return distinct(exposures.filter { $0.validity.contains(date) }.map(\.person)).map { person in
      let own = parts[person] ?? []
      let since = Validity.merged(own.map(\.validity)).first { $0.contains(date) }?.since
      let isNew =
        date.flatMap { date in since.map { date.dayNumber - $0.dayNumber < 365 } } ?? false
      return FirewallPerson(
        person: person, name: names[person], side: side,
        parts: distinct(own.filter { $0.validity.contains(date) }.map(\.part)), since: since,
        isNew: isNew)
    }
  }

  private func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
