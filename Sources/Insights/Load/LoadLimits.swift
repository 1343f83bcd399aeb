internal import EcosystemModel

/// Names those who carry too much, why, and what would relieve them.
struct LoadLimits {
  let ledger: LoadLedger
  let meetings: MeetingTimes
  /// The load from which one stands out; nothing with fewer than five people or where all carry the same.
  let outlierLimit: Double?

  init(_ ledger: LoadLedger, meetings: MeetingTimes) {
    self.ledger = ledger
    self.meetings = meetings
    let hours = ledger.people.map(\.hours)
    if hours.count >= 5, let middle = Median.of(hours), let deviation = Median.deviation(of: hours),
      deviation > 0
    {
      outlierLimit = middle + ledger.rules.outlierDeviations * deviation
    } else {
      outlierLimit = nil
    }
  }

  /// Everyone with a duty, with the reasons for which they are named.
  func judged() -> [PersonLoad] {
    ledger.people.map { person in
      var person = person
      person.limit = person.capacity ?? outlierLimit
      person.reasons = reasons(for: person)
      if person.isOverloaded { relieve(&person) }
      return person
    }
  }

  private func reasons(for person: PersonLoad) -> [PersonLoad.Reason] {
    let rules = ledger.rules
    var reasons: [PersonLoad.Reason] = []
    func add(_ kind: PersonLoad.ReasonKind, _ text: String) {
      reasons.append(.init(kind: kind, text: text))
    }
    let hours = NumberText.short(person.hours, limit: 1)
    if let capacity = person.capacity {
      if person.hours > capacity + 1e-9 {
        add(.capacity, "\(hours) h of \(NumberText.short(capacity, limit: 1)) h a month")
      }
    } else if let outlierLimit, person.hours > outlierLimit {
      add(
        .outlier,
        "\(hours) h a month, far above others (limit \(NumberText.short(outlierLimit, limit: 1)) h)"
      )
    }
    if person.seats.count > rules.seatCap {
      add(.cap, "\(person.seats.count) seats, more than \(rules.seatCap)")
    }
    let chairs = person.seats.count { $0.role.isChairing }
    if chairs > rules.chairCap { add(.cap, "chairs \(chairs), more than \(rules.chairCap)") }
    if let layers = layers(of: person) { add(.layers, layers) }
    let late = person.seats.filter { meetings.outsiders(of: $0.committee).contains(person.person) }
    if !late.isEmpty {
      add(.hours, "outside working hours in \(late.map(\.name).joined(separator: ", "))")
    }
    return reasons
  }

  /// The committees of the person that escalate to another of theirs.
  private func layers(of person: PersonLoad) -> String? {
    let own = Set(person.seats.filter { $0.role.isVoting }.map(\.committee))
    guard own.count > 1 else { return nil }
    let committees = ledger.snapshot.ecosystem.committees
    let chains = ledger.snapshot.hierarchy.committees
    var above: [Committee.ID: [String]] = [:]
    for seat in person.seats where own.contains(seat.committee) {
      guard let position = committees.position(of: seat.committee) else { continue }
      let upper = chains.ancestors(of: position).lazy.map { committees[$0].id }
      if let nearest = upper.first(where: own.contains) {
        above[nearest, default: []].append(seat.name)
      }
    }
    guard !above.isEmpty else { return nil }
    let parts = above.keys.sorted().map { upper in
      "\((above[upper] ?? []).sorted().joined(separator: ", ")) under \(ledger.snapshot.ecosystem.name(of: .committee(upper)))"
    }
    return "sits on several layers: " + parts.joined(separator: "; ")
  }

  /// Chooses seats to give up, first those where others speak for the same company and somebody else leads.
  private func relieve(_ person: inout PersonLoad) {
    let rules = ledger.rules
    var hours = person.hours
    var seats = person.seats
    let limit = person.limit ?? .infinity
    func isTooMuch() -> Bool {
      hours > limit + 1e-9 || seats.count > rules.seatCap
        || seats.count { $0.role.isChairing } > rules.chairCap
    }
    func cost(_ seat: PersonLoad.Seat) -> Int {
      (seat.role.isChairing ? 2 : 0) + (seat.isOnlyVoice ? 4 : 0)
    }
    while isTooMuch() {
      let chairs = seats.count { $0.role.isChairing }
      let isChairsOnly = chairs > rules.chairCap && hours <= limit && seats.count <= rules.seatCap
      let candidates = seats.indices.filter {
        (seats[$0].hours ?? 0 > 0 || seats.count > rules.seatCap)
          && (!isChairsOnly || seats[$0].role.isChairing)
      }
      // The cheapest one that suffices by itself, else the one that helps most.
      let best = candidates.min { left, right in
        let (one, other) = (seats[left], seats[right])
        let first = (cost(one), sufficiency(one, hours - limit), left)
        let second = (cost(other), sufficiency(other, hours - limit), right)
        return first < second
      }
      guard let best else { break }
      hours -= seats[best].hours ?? 0
      person.relief.append(seats.remove(at: best))
    }
    person.unrelievedHours = limit.isFinite ? max(0, hours - limit) : 0
  }

  /// Smaller is better: the smallest seat that suffices, then the largest of those that do not.
  private func sufficiency(_ seat: PersonLoad.Seat, _ excess: Double) -> Double {
    let hours = seat.hours ?? 0
    return hours >= excess ? hours : 1e6 - hours
  }
}
