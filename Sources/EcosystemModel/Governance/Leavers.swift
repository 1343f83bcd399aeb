/// Who has left, and what they still answer for.
package struct Leavers: Sendable {
  /// How somebody left.
  package enum Cause: String, CaseIterable, Hashable, Sendable, Codable {
    /// The last employment ended.
    case employment = "left their last employer"
    /// The last seat ended, on a committee that went on.
    case committees = "left their last committee"
  }

  /// Somebody who left, and their duties that go on; people and rows by their positions.
  package struct Leaver: Hashable, Sendable {
    /// The person.
    package let person: Int
    /// The first day without them.
    package let day: CalendarDate
    /// How they left.
    package let cause: Cause
    /// What they still answer for: `manages 3 alliances ("A", "B" and "C")`.
    package let duties: [String]
  }

  /// Those with duties that go on after they left, in the order of the table of people.
  package let all: [Leaver]

  /// Looks through all dates of what may be told, for duties in the part that a snapshot shows; O(rows of all tables).
  package init(_ snapshot: Snapshot) {
    let whole = snapshot.whole
    var days: [(day: CalendarDate, cause: Cause)?] = Array(
      repeating: nil, count: whole.people.count)
    let employments = Employments(whole)
    let lastSeats = Self.lastSeats(in: whole)
    for position in whole.people.indices {
      if employments.isDated(position),
        let end = employments.periods(of: position, at: nil)?.last?.until
      {
        days[position] = (end, .employment)
      } else if let end = lastSeats[position] {
        days[position] = (end, .committees)
      }
    }
    guard days.contains(where: { $0 != nil }) else {
      all = []
      return
    }
    let part = snapshot.alliance == nil ? whole : snapshot.on(nil).unfiltered
    let ledger = Self.duties(in: part) { id in
      whole.people.position(of: id).flatMap { place in days[place].map { (place, $0.day) } }
    }
    all = whole.people.indices.compactMap { position in
      guard let left = days[position], let duties = ledger[position], !duties.isEmpty else {
        return nil
      }
      return Leaver(person: position, day: left.day, cause: left.cause, duties: duties)
    }
  }

  /// The day on which the last seat of each person ended; `nil` if they keep one, or the committee ended with it.
  private static func lastSeats(in whole: Ecosystem) -> [CalendarDate?] {
    var ends: [CalendarDate?] = Array(repeating: nil, count: whole.people.count)
    let seats = whole.memberships.columns
    // Where no seat ends, everybody keeps theirs.
    guard !seats.until.isBlank else { return ends }
    var stays = [Bool](repeating: false, count: whole.people.count)
    func end(of seat: Int) -> CalendarDate? {
      guard let end = seats.until[seat] else { return nil }
      let committee = whole.committees[seats.committees[seat]]
      let frames = [
        committee?.validity.until, whole.alliances[committee?.alliance]?.validity.until,
      ]
      return frames.contains { $0.map { $0 <= end } ?? false } ? nil : end
    }
    for seat in whole.memberships.indices where seats.validity(seat).isOrdered {
      guard let person = whole.people.position(of: seats.people[seat]) else { continue }
      if let end = end(of: seat) {
        ends[person] = max(ends[person] ?? end, end)
      } else {
        stays[person] = true
      }
    }
    return ends.indices.map { stays[$0] ? nil : ends[$0] }
  }

  /// The duties of each person that go on after the day on which they left.
  private static func duties(
    in whole: Ecosystem, left: (Person.ID) -> (person: Int, day: CalendarDate)?
  ) -> [Int: [String]] {
    var ledger: [Int: [(verb: String, noun: (String, String), names: [String])]] = [:]
    func add(
      _ person: Person.ID?, _ verb: String, _ noun: (String, String), _ name: String?,
      until ends: [CalendarDate?]
    ) {
      guard let person, let left = left(person),
        ends.allSatisfy({ $0.map { $0 > left.day } ?? true })
      else { return }
      let names = name.map { [$0] } ?? [""]
      if let place = ledger[left.person]?.firstIndex(where: { $0.verb == verb && $0.noun == noun })
      {
        ledger[left.person]?[place].names += names
      } else {
        ledger[left.person, default: []].append((verb, noun, names))
      }
    }
    for alliance in whole.alliances {
      let ends = [alliance.validity.until]
      add(alliance.manager, "manages", ("alliance", "alliances"), alliance.name, until: ends)
    }
    for program in whole.programs {
      let ends = [program.validity.until, whole.alliances[program.alliance]?.validity.until]
      add(program.lead, "leads", ("program", "programs"), program.name, until: ends)
    }
    for handoff in whole.handoffs {
      let end = whole.alliances[handoff.alliance]?.validity.until
      add(handoff.owner, "owns", ("handoff", "handoffs"), handoff.what, until: [end])
    }
    for decision in whole.decisions {
      let ends = [decision.validity.until, whole.alliances[decision.alliance]?.validity.until]
      add(decision.owner, "owns", ("decision", "decisions"), decision.matter, until: ends)
    }
    for tie in whole.relationships {
      add(
        tie.owner, "owns", ("relationship", "relationships"), nil, until: [tie.validity.until])
    }
    for person in whole.people where left(person.id) == nil {
      add(
        person.manager, "is the manager of", ("person", "people"), person.name, until: [])
    }
    return ledger.mapValues { rows in
      rows.map { row in
        let names = row.names.filter { !$0.isEmpty }
        let list = names.isEmpty ? "" : " (\(Phrase.quotedList(names, limit: 3)))"
        return "\(row.verb) \(Phrase.count(row.names.count, row.noun.0, row.noun.1))\(list)"
      }
    }
  }
}
