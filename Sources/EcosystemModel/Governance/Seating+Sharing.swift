extension Seating {
  /// Judges whom committees, taken together, share with others above them.
  ///
  /// Where seats are dated, on the day on which most people sit on both, of these the one on which most sit on the lower.
  ///
  /// - Complexity: O(*n* log *n*) for *n* seats on them.
  package func sharing(of lower: [Int], with upper: [Int]) -> LayerSharing {
    var below = lower.flatMap { seats(on: $0) }.filter { $0.role != .observer }
    var above = upper.flatMap { seats(on: $0) }.filter { $0.role != .observer }
    if (below + above).contains(where: { $0.validity != Validity() }),
      !Set(below.map(\.person)).isDisjoint(with: above.map(\.person)),
      let day = Self.fullestDay(below, above)
    {
      below.removeAll { !Self.holds($0, on: day) }
      above.removeAll { !Self.holds($0, on: day) }
    }
    let alliances = Set(lower.map { hierarchy.alliance(ofCommittee: $0) })
    let alliance = alliances.count == 1 ? alliances.first.flatMap { $0 } : nil
    let partners = alliance.map { distinct(hierarchy.partners(ofAlliance: $0)) } ?? []
    let people = Set(above.map(\.person))
    return LayerSharing(
      lower: members(below, under: people, partners: partners, alliance: alliance),
      upper: people, partners: partners)
  }

  /// Whether a seat holds on a day; `nil` is before every day that is known.
  private static func holds(_ seat: Seat, on day: CalendarDate?) -> Bool {
    guard seat.validity.isOrdered else { return false }
    return day == nil ? seat.validity.since == nil : seat.validity.contains(day)
  }

  /// The first of the days on which seats begin on which most people sit on both, of these the one with most on the lower; `nil` if
  /// no seat holds on any day.
  private static func fullestDay(_ below: [Seat], _ above: [Seat]) -> CalendarDate?? {
    let dated = (below.map { ($0, 0) } + above.map { ($0, 1) }).filter { $0.0.validity.isOrdered }
    let days = Set(dated.map(\.0.validity.since))
      .sorted { ($0?.dayNumber ?? .min) < ($1?.dayNumber ?? .min) }
    guard !days.isEmpty else { return nil }
    let places = Dictionary(
      days.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // Where each seat begins and ends, among these days.
    var events: [[(person: Int, side: Int, change: Int)]] = Array(
      repeating: [], count: days.count + 1)
    for (seat, side) in dated {
      let start = places[seat.validity.since] ?? 0
      events[start].append((seat.person, side, 1))
      guard let until = seat.validity.until else { continue }
      let end = days[(start + 1)...].firstIndex { $0.map { $0 >= until } ?? false } ?? days.count
      events[end].append((seat.person, side, -1))
    }
    var held: [Int: [Int]] = [:]
    var best = (shared: -1, lower: -1, day: days[0])
    var (shared, lower) = (0, 0)
    for place in days.indices {
      for event in events[place] {
        let before = held[event.person] ?? [0, 0]
        var after = before
        after[event.side] += event.change
        held[event.person] = after
        lower += (after[0] > 0 ? 1 : 0) - (before[0] > 0 ? 1 : 0)
        shared += (after[0] > 0 && after[1] > 0 ? 1 : 0) - (before[0] > 0 && before[1] > 0 ? 1 : 0)
      }
      if (shared, lower) > (best.shared, best.lower) { best = (shared, lower, days[place]) }
    }
    return best.day
  }

  /// The people in seats, each once with the first partner that is known.
  ///
  /// Who connects layers by office is asked only of those who sit above, too.
  private func members(
    _ seats: [Seat], under upper: Set<Int>, partners: [Int], alliance: Int?
  ) -> [LayerSharing.Member] {
    var places: [Int: Int] = [:]
    var members: [LayerSharing.Member] = []
    for seat in seats {
      let partner = partner(of: seat, among: partners)
      if let place = places[seat.person] {
        members[place].partner = members[place].partner ?? partner
        members[place].isChairing = members[place].isChairing || seat.role.isChairing
      } else {
        places[seat.person] = members.count
        members.append(
          .init(
            person: seat.person, partner: partner, isChairing: seat.role.isChairing,
            isAllianceManager: upper.contains(seat.person)
              && isAllianceManager(seat.person, of: alliance)))
      }
    }
    return members
  }
}
